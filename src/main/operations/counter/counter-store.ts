import type { Tx } from '../../kernel/db'

interface NewSale {
  readonly orderId: number
  readonly shipmentId: number | null
  readonly invoiceId: number
  readonly paymentId: number
  readonly soldOn: string
  readonly grossMinor: number
  readonly tenderedMinor: number
  readonly by: number
  readonly tillId: number | null
}

export const counterStore = {
  insert: (tx: Tx, sale: NewSale): number =>
    tx.run(
      `INSERT INTO counter_sale (order_id, shipment_id, invoice_id, payment_id, sold_on, sold_at, sold_by, gross_minor,
         tendered_minor, till_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        sale.orderId,
        sale.shipmentId,
        sale.invoiceId,
        sale.paymentId,
        sale.soldOn,
        tx.now.toISOString(),
        sale.by,
        sale.grossMinor,
        sale.tenderedMinor,
        sale.tillId,
      ],
    ).id,
}

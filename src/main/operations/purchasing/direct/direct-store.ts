import type { Reader, Tx } from '../../../kernel/db'

const OF_ORDER = 'SELECT direct_order_id AS id FROM purchasing_order WHERE id = ?'
const LINES = `
  SELECT id, sales_line_id AS salesLineId, quantity_micro - received_micro AS openMicro
  FROM purchasing_order_line WHERE order_id = ? AND sales_line_id IS NOT NULL`
const SHIPMENT = 'SELECT shipment_id AS id FROM purchasing_receipt WHERE id = ?'
const LINKS = `
  SELECT d.kind, d.id, d.number, d.state FROM purchasing_receipt r
  JOIN v_document_link d ON d.kind = 'shipping.shipment' AND d.id = r.shipment_id WHERE r.id = ?`
const SALES_ORDER = `
  SELECT d.kind, d.id, d.number, d.state FROM purchasing_order o
  JOIN v_document_link d ON d.kind = 'sales.order' AND d.id = o.direct_order_id WHERE o.id = ?`
const AGREEMENT = `
  SELECT d.kind, d.id, d.number, d.state FROM purchasing_order o
  JOIN v_document_link d ON d.kind = 'purchasing.agreement' AND d.id = o.agreement_id WHERE o.id = ?`

interface DocumentLink {
  readonly kind: string
  readonly id: number
  readonly number: string | null
  readonly state: string
}

export const directStore = {
  /** The lines of an order are those of a sales order, in the same sequence. */
  tie(tx: Tx, orderId: number, salesOrderId: number, salesLineIds: readonly number[]): void {
    tx.run('UPDATE purchasing_order SET direct_order_id = ? WHERE id = ?', [salesOrderId, orderId])
    for (const [at, salesLineId] of salesLineIds.entries()) {
      tx.run('UPDATE purchasing_order_line SET sales_line_id = ? WHERE order_id = ? AND line_number = ?', [
        salesLineId,
        orderId,
        at + 1,
      ])
    }
  },
  tieShipment(tx: Tx, receiptId: number, shipmentId: number): void {
    tx.run('UPDATE purchasing_receipt SET shipment_id = ? WHERE id = ?', [shipmentId, receiptId])
  },
  salesOrderOf: (reader: Reader, orderId: number): number | null =>
    reader.first<{ id: number | null }>(OF_ORDER, [orderId])?.id ?? null,
  lines: (reader: Reader, orderId: number) =>
    reader.all<{ id: number; salesLineId: number; openMicro: number }>(LINES, [orderId]),
  shipmentOf: (reader: Reader, receiptId: number): number | null =>
    reader.first<{ id: number | null }>(SHIPMENT, [receiptId])?.id ?? null,
  shipments: (reader: Reader, receiptId: number) => reader.all<DocumentLink>(LINKS, [receiptId]),
  /** What an order was written for: a sales order, or an agreement. */
  reasons: (reader: Reader, orderId: number): DocumentLink[] => [
    ...reader.all<DocumentLink>(AGREEMENT, [orderId]),
    ...reader.all<DocumentLink>(SALES_ORDER, [orderId]),
  ],
}

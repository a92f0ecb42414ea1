import type { Tx } from '../../../kernel/db'
import type { BillLine } from './bill-queries'

interface NewBill {
  readonly supplierId: number
  readonly reference: string
  readonly invoicedOn: string
  readonly netMinor: number
  readonly lines: readonly BillLine[]
}

export const billStore = {
  insert(tx: Tx, bill: NewBill, by: number): number {
    const { id } = tx.run(
      `INSERT INTO purchasing_bill (state, supplier_id, supplier_reference, invoiced_on, net_minor, created_by,
         created_at) VALUES ('waiting', ?, ?, ?, ?, ?, ?)`,
      [bill.supplierId, bill.reference, bill.invoicedOn, bill.netMinor, by, tx.now.toISOString()],
    )
    for (const [at, line] of bill.lines.entries()) {
      tx.run(
        `INSERT INTO purchasing_bill_line (bill_id, line_number, document_number, item_id, quantity_micro, price_micro)
         VALUES (?, ?, ?, ?, ?, ?)`,
        [id, at + 1, line.document, line.itemId, line.quantityMicro, line.priceMicro],
      )
    }
    return id
  },
  posted(tx: Tx, id: number, invoiceId: number, note: string): void {
    tx.run(`UPDATE purchasing_bill SET state = 'posted', invoice_id = ?, note = ? WHERE id = ?`, [invoiceId, note, id])
  },
  drop(tx: Tx, id: number, note: string): void {
    tx.run(`UPDATE purchasing_bill SET state = 'dropped', note = ? WHERE id = ?`, [note, id])
  },
}

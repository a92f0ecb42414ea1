import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { closeOpenItemForReversal, reverseJournal } from '../../../ledgers/accounting'
import { settleState } from '../orders/order-state'
import { orderStore } from '../orders/order-store'
import { invoiceStore } from './invoice-store'

export interface ReverseInvoice {
  readonly id: number
  readonly reversedOn: BusinessDate
  readonly reason: string
}

/** Takes an unpaid invoice back; its goods can be invoiced anew. A payment on it must be reversed first. */
export function reverseInvoice(tx: Tx, actor: Actor, input: ReverseInvoice) {
  const invoice = invoiceStore.byId(tx, input.id) ?? refuse('sales.invoiceUnknown', {}, 'id')
  const { number } = invoice
  if (invoice.state === 'reversed') refuse('sales.invoiceReversed', { number }, 'id')
  if (invoice.kind === 'credit-note') refuse('sales.creditNoteStays', { number }, 'id')
  const source = { kind: 'sales.invoice', id: invoice.id }
  closeOpenItemForReversal(tx, source, { settledOn: input.reversedOn })
  reverseJournal(tx, actor, source, { postedOn: input.reversedOn, memo: `${number} ${input.reason}`.trim() })
  for (const line of invoiceStore.linesOf(tx, invoice.id)) {
    if (line.order_line_id !== null) orderStore.addInvoiced(tx, line.order_line_id, 0 - line.quantity_micro)
  }
  invoiceStore.setReversed(tx, invoice.id)
  if (invoice.order_id !== null) settleState(tx, invoice.order_id)
  tx.announce({ kind: 'sales.invoiceReversed', id: invoice.id })
  return { id: invoice.id, number, state: 'reversed' }
}

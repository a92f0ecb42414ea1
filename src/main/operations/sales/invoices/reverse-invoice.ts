import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { closeOpenItemForReversal, reverseJournal } from '../../../ledgers/accounting'
import { settleState } from '../orders/order-state'
import { orderStore } from '../orders/order-store'
import { invoiceStore, type InvoiceRow } from './invoice-store'

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
  takeBack(tx, actor, invoice, input)
  for (const line of invoiceStore.linesOf(tx, invoice.id)) {
    if (line.order_line_id !== null) orderStore.addInvoiced(tx, line.order_line_id, 0 - line.quantity_micro)
  }
  for (const orderId of invoiceStore.ordersOf(tx, invoice.id)) settleState(tx, orderId)
  return { id: invoice.id, number, state: 'reversed' }
}

/** A return is reversed: its credit note goes with it. Refuses `accounting.openItemSettled` once it is applied. */
export function reverseCreditNote(
  tx: Tx,
  actor: Actor,
  input: { readonly returnId: number; readonly reversedOn: BusinessDate; readonly reason: string },
): void {
  const creditNote = invoiceStore.ofReturn(tx, input.returnId)
  assert(creditNote !== undefined && creditNote.state === 'posted', 'a posted return has its credit note')
  takeBack(tx, actor, creditNote, input)
}

function takeBack(
  tx: Tx,
  actor: Actor,
  invoice: InvoiceRow,
  input: { readonly reversedOn: BusinessDate; readonly reason: string },
): void {
  const { number } = invoice
  const source = { kind: 'sales.invoice', id: invoice.id }
  closeOpenItemForReversal(tx, source, { settledOn: input.reversedOn })
  reverseJournal(tx, actor, source, { postedOn: input.reversedOn, memo: `${number} ${input.reason}`.trim() })
  invoiceStore.setReversed(tx, invoice.id)
  tx.announce({ kind: 'sales.invoiceReversed', id: invoice.id })
}

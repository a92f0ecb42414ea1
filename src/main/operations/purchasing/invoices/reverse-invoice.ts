import { refuse } from '../../../../shared/errors'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { closeOpenItemForReversal, postJournal, reverseJournal } from '../../../ledgers/accounting'
import { reverseRevaluations } from '../../../ledgers/inventory'
import { followProgress, type DocumentAnswer } from '../orders/order'
import { orderStore } from '../orders/order-store'
import { stockDifferenceJournal } from '../receipts/receipt-posting'
import { receiptStore } from '../receipts/receipt-store'
import type { ReversalInput } from '../receipts/reverse-receipt'
import { returnStore } from '../returns/return-store'
import { invoiceStore, type StoredInvoice } from './invoice-store'
import { INVOICE } from './post-invoice'

export function requireInvoice(reader: Reader, id: number): StoredInvoice {
  return invoiceStore.find(reader, id) ?? refuse('purchasing.invoiceUnknown', {})
}

/** Goods that went back wait for a credit note over this invoice: without it there would be nothing to credit. */
function requireNotReturned(
  tx: Tx,
  invoice: string,
  match: { readonly receiptLineId: number; readonly quantityMicro: number },
): void {
  const returned = returnStore.takenOf(tx, match.receiptLineId).invoicedMicro
  const left = returnStore.invoicedOf(tx, match.receiptLineId).quantityMicro - match.quantityMicro
  if (returned > left) refuse('purchasing.invoiceReturned', { invoice })
}

/** Takes an unpaid invoice back: its goods count as not invoiced again. */
export function reverseInvoice(tx: Tx, actor: Actor, input: ReversalInput): DocumentAnswer {
  const { id, number, state } = requireInvoice(tx, input.id)
  if (state === 'reversed') refuse('purchasing.invoiceReversed', { invoice: number })
  for (const match of invoiceStore.matches(tx, id)) requireNotReturned(tx, number, match)
  const source = { kind: INVOICE, id }
  const postedOn = input.reversedOn
  const memo = [number, input.reason].filter((text) => text !== '').join(' ')
  closeOpenItemForReversal(tx, source, { settledOn: postedOn })
  const reversed = reverseRevaluations(tx, source, { postedOn })
  reverseJournal(tx, actor, source, { postedOn, memo })
  postJournal(tx, actor, {
    postedOn,
    memo,
    source,
    lines: stockDifferenceJournal(
      reversed.map(({ itemId, originalMinor, reversedMinor }) => ({
        itemId,
        differenceMinor: originalMinor + reversedMinor,
      })),
    ),
  })
  const matches = invoiceStore.matches(tx, id)
  for (const match of matches) {
    receiptStore.addInvoiced(tx, match.receiptLineId, 0 - match.quantityMicro, 0 - match.receivedValueMinor)
    orderStore.addInvoiced(tx, match.orderLineId, 0 - match.quantityMicro)
  }
  invoiceStore.markReversed(tx, id)
  for (const orderId of new Set(matches.map((match) => match.orderId))) followProgress(tx, orderId)
  tx.announce({ kind: 'purchasing.invoiceReversed', id })
  return { id, number, state: 'reversed' }
}

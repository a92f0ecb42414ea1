import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal, reverseJournal } from '../../../ledgers/accounting'
import { reverseMovements } from '../../../ledgers/inventory'
import { settleBins } from '../../warehouse'
import { followProgress, type DocumentAnswer } from '../orders/order'
import { orderStore } from '../orders/order-store'
import { stockDifferenceJournal } from '../receipts/receipt-posting'
import { receiptStore } from '../receipts/receipt-store'
import type { ReversalInput } from '../receipts/reverse-receipt'
import { requireReturn, RETURN } from './plan-return'
import { returnStore } from './return-store'

/** The goods came back from the way, or never left: into the bins they came from, at the value they had. */
export function reverseReturn(tx: Tx, actor: Actor, input: ReversalInput): DocumentAnswer {
  const { id, number, state } = requireReturn(tx, input.id)
  if (state === 'reversed' || state === 'cancelled') refuse('purchasing.returnOver', { number }, 'id')
  const lines = returnStore.linesOf(tx, id)
  if (lines.some((line) => line.creditedMicro > 0)) refuse('purchasing.returnCredited', { number }, 'id')
  if (lines.every((line) => line.sentMicro === 0)) refuse('purchasing.returnNothingSent', { number }, 'id')
  const source = { kind: RETURN, id }
  const postedOn = input.reversedOn
  const memo = [number, input.reason].filter((part) => part !== '').join(' ')
  const reversed = reverseMovements(tx, source, { postedOn })
  settleBins(
    tx,
    reversed.flatMap(({ toBinId }) => toBinId ?? []),
  )
  reverseJournal(tx, actor, source, { postedOn, memo })
  const differences = reversed.map(({ itemId, originalMinor, reversedMinor }) => ({
    itemId,
    differenceMinor: originalMinor + reversedMinor,
  }))
  postJournal(tx, actor, { postedOn, memo, source, lines: stockDifferenceJournal(differences) })
  for (const line of lines) {
    if (line.receiptLineId === null || line.uninvoicedMicro === 0) continue
    const received = receiptStore.invoiceable(tx, line.receiptLineId)
    if (received === undefined) continue
    receiptStore.addInvoiced(tx, received.id, 0 - line.uninvoicedMicro, 0 - line.uninvoicedValueMinor)
    orderStore.addInvoiced(tx, received.orderLineId, 0 - line.uninvoicedMicro)
    followProgress(tx, received.orderId)
  }
  returnStore.setState(tx, id, 'reversed')
  tx.announce({ kind: 'purchasing.returnReversed', id })
  return { id, number, state: 'reversed' }
}

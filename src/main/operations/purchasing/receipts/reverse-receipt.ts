import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { Watchers } from '../../../kernel/watchers'
import { postJournal, reverseJournal } from '../../../ledgers/accounting'
import { reverseMovements } from '../../../ledgers/inventory'
import { cancelInspections } from '../../quality'
import { unsettleAhead } from '../../stock'
import { cancelPutaway } from '../../warehouse'
import { undoUse } from '../consignment/buy-used'
import { undoDispatch } from '../direct/confirm-dispatch'
import { landedCostStore } from '../landed-costs/landed-cost-store'
import { followProgress, type DocumentAnswer } from '../orders/order'
import { orderStore } from '../orders/order-store'
import { returnStore } from '../returns/return-store'
import { stockDifferenceJournal } from './receipt-posting'
import { receiptStore, type StoredReceipt } from './receipt-store'
import { releaseStore } from './release-store'
import { RECEIPT } from './receive-goods'

/** A receipt of goods that still stand at the dock and leave it with the reversal: units let go of them first. */
export const receiptReversed = new Watchers<{ readonly id: number }>()

export interface ReversalInput {
  readonly id: number
  readonly reversedOn: string
  readonly reason: string
}

export function requireReceipt(reader: Reader, id: number): StoredReceipt {
  return receiptStore.find(reader, id) ?? refuse('purchasing.receiptUnknown', {})
}

/** Takes a receipt back while its goods stand at the dock and nothing of it is invoiced. */
export function reverseReceipt(tx: Tx, actor: Actor, input: ReversalInput): DocumentAnswer {
  const receipt = requireReceipt(tx, input.id)
  const { id, number } = receipt
  if (receipt.state === 'reversed') refuse('purchasing.receiptReversed', { receipt: number })
  const lines = receiptStore.lines(tx, id)
  const returns = returnStore.numbersOn(tx, id)
  if (returns.length > 0) refuse('purchasing.receiptReturned', { receipt: number, returns: returns.join(', ') })
  if (lines.some(({ invoicedMicro }) => invoicedMicro > 0)) {
    refuse(receipt.terms === 'consigned' ? 'purchasing.receiptUsed' : 'purchasing.receiptInvoiced', { receipt: number })
  }

  if (releaseStore.isReleased(tx, id)) refuse('purchasing.receiptReleased', { receipt: number })
  const landed = landedCostStore.numbersOn(tx, id)
  if (landed.length > 0) refuse('purchasing.receiptHasLandedCost', { receipt: number, costs: landed.join(', ') })

  const source = { kind: RECEIPT, id }
  const postedOn = input.reversedOn
  const memo = [number, input.reason].filter((text) => text !== '').join(' ')
  if (receipt.terms === 'used' || receipt.terms === 'direct') {
    const undo = receipt.terms === 'used' ? undoUse : undoDispatch
    undo(tx, actor, receipt, { postedOn, memo })
    tx.announce({ kind: 'purchasing.receiptReversed', id })
    return { id, number, state: 'reversed' }
  }
  cancelInspections(tx, source)
  cancelPutaway(tx, source)
  unsettleAhead(tx, actor, source, { postedOn: postedOn as BusinessDate, memo })
  receiptReversed.tell(tx, actor, { id })
  const reversed = reverseMovements(tx, source, { postedOn })
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
  for (const line of lines) orderStore.addReceived(tx, line.orderLineId, 0 - line.quantityMicro)
  receiptStore.markReversed(tx, id)
  followProgress(tx, receipt.orderId)
  tx.announce({ kind: 'purchasing.receiptReversed', id })
  return { id, number, state: 'reversed' }
}

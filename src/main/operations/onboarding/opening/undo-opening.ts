import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { closeOpenItemForReversal, reverseJournal } from '../../../ledgers/accounting'
import { reverseMovements } from '../../../ledgers/inventory'
import { takeBackBrought } from '../../assets'
import { reversePayment } from '../../treasury'
import { cancelPutaway, settleBins } from '../../warehouse'
import { openingStore } from './opening-store'
import { OPENING } from './parts'

/**
 * Takes opening balances back, as long as no month is closed and nothing stands on them: no item of theirs is paid, no
 * advance used, no goods gone, no card depreciated. Partners, categories and lots that they brought stay. What was
 * chosen stays too, so that it can be corrected and posted anew.
 */
export function undoOpening(tx: Tx, actor: Actor, input: { readonly id: number; readonly reason: string }) {
  const opening = openingStore.find(tx, input.id) ?? refuse('opening.unknown', {})
  const { id, number, opensOn } = opening
  if (opening.state === 'reversed') refuse('opening.undoneAlready', { number })
  const source = { kind: OPENING, id }
  const reversal = { reversedOn: opensOn, reason: [number, input.reason].join(' ').trim() }
  for (const paymentId of openingStore.paymentsOf(tx, id)) reversePayment(tx, actor, { id: paymentId, ...reversal })
  closeOpenItemForReversal(tx, source, { settledOn: opensOn })
  takeBackBrought(tx, source, opensOn)
  cancelPutaway(tx, source)
  const moved = reverseMovements(tx, source, { postedOn: opensOn })
  // Goods that came since at other prices may have taken a part of the value along.
  if (moved.some(({ originalMinor, reversedMinor }) => originalMinor + reversedMinor !== 0)) {
    refuse('opening.stockMoved', {})
  }
  settleBins(tx, openingStore.binsOf(tx, id))
  reverseJournal(tx, actor, source, { postedOn: opensOn, memo: reversal.reason })
  openingStore.markUndone(tx, id)
  tx.announce({ kind: 'opening.undone', id })
  return { id, number, state: 'reversed' }
}

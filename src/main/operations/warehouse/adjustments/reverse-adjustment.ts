import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal, reverseJournal } from '../../../ledgers/accounting'
import { reverseMovements } from '../../../ledgers/inventory'
import { stockDifferenceJournal } from '../counts/count-posting'
import { layoutStore } from '../layout/layout-store'
import { adjustmentStore } from './adjustment-store'

export interface ReverseAdjustment {
  readonly id: number
  readonly reversedOn: BusinessDate
  readonly reason: string
}

/** Puts stock and books back. Goods found and meanwhile sold can't be taken out again: the ledger refuses. */
export function reverseAdjustment(tx: Tx, actor: Actor, input: ReverseAdjustment) {
  const adjustment = adjustmentStore.byId(tx, input.id) ?? refuse('warehouse.adjustmentUnknown', {}, 'id')
  if (adjustment.state === 'reversed') refuse('warehouse.adjustmentReversed', { number: adjustment.number }, 'id')
  const source = { kind: 'warehouse.adjustment', id: adjustment.id }
  const memo = `${adjustment.number} ${input.reason}`.trim()
  const reversed = reverseMovements(tx, source, { postedOn: input.reversedOn })
  reverseJournal(tx, actor, source, { postedOn: input.reversedOn, memo })
  // Where the average has moved since, less value left than had come in: the rest stays a gain or loss.
  const restMinor = reversed.reduce((sum, movement) => sum + movement.originalMinor + movement.reversedMinor, 0)
  const rest = { gainMinor: Math.max(restMinor, 0), lossMinor: Math.max(0 - restMinor, 0) }
  postJournal(tx, actor, { postedOn: input.reversedOn, memo, source, lines: stockDifferenceJournal(rest) })
  adjustmentStore.setReversed(tx, adjustment.id)
  for (const binId of adjustmentStore.binsOf(tx, adjustment.id)) {
    layoutStore.startUsing(tx, binId)
    layoutStore.settleFill(tx, binId)
  }
  tx.announce({ kind: 'warehouse.adjustmentReversed', id: adjustment.id })
  return { id: adjustment.id, number: adjustment.number, state: 'reversed' }
}

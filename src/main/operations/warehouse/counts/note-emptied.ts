import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { pickStore } from '../picking/pick-store'
import { emptyLookStore } from './empty-look-store'

/** The last piece by the books is out: the cheapest count there is. Where something is left the bin is to be counted. */
export function noteEmptied(tx: Tx, actor: Actor, input: { taskId: number; isEmpty: boolean }): { done: true } {
  const pick = pickStore.byId(tx, input.taskId) ?? refuse('warehouse.taskNotOpen', {}, 'taskId')
  const { id: taskId, fromBinId: binId, itemId, lotId } = pick
  if (emptyLookStore.isLooked(tx, taskId)) return { done: true }
  emptyLookStore.note(tx, { taskId, binId, isEmpty: input.isEmpty, by: actor.userId })
  if (!input.isEmpty) pickStore.noteRecount(tx, { binId, itemId, lotId, by: actor.userId })
  tx.announce({ kind: 'warehouse.binLookedInto', id: binId })
  return { done: true }
}

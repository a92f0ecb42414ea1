import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import type { MovementDraft } from '../../../ledgers/inventory'
import { countStore } from './count-store'

/** A bin that stands still for a count is touched by nobody, whichever document asks for it. */
export function guardFrozenBins(tx: Tx, { from, to }: MovementDraft): void {
  const bin = countStore.frozenOf(tx, from?.binId ?? 0, to?.binId ?? 0)
  if (bin !== undefined) refuse('warehouse.binFrozen', { bin })
}

import { refuse } from '../../../../shared/errors'
import { localDate } from '../../../../shared/values/date'
import type { Tx } from '../../../kernel/db'
import { layoutStore } from '../layout/layout-store'
import { keepClassesYoung } from './places'
import { proposeBins, startPlan, type PutawayLine } from './propose-bins'
import { putawayStore } from './putaway-store'

export interface Source {
  readonly kind: string
  readonly id: number
}

/** One task, or several where a line must be split, for everything that stands at the dock or came back. */
export function planPutaway(
  tx: Tx,
  input: { readonly warehouseId: number; readonly source: Source; readonly lines: readonly PutawayLine[] },
): void {
  keepClassesYoung(tx, input.warehouseId, localDate(tx.now))
  const plan = startPlan(tx, input.warehouseId)
  for (const line of input.lines) {
    proposeBins(tx, plan, line, (proposal) => {
      putawayStore.insertTask(tx, {
        warehouseId: input.warehouseId,
        itemId: line.itemId,
        lotId: line.lotId,
        quantityMicro: proposal.quantityMicro,
        fromBinId: line.fromBinId,
        toBinId: proposal.binId,
        reasonCode: proposal.reasonCode,
        reasonParams: JSON.stringify(proposal.reasonParams),
        sourceKind: input.source.kind,
        sourceId: input.source.id,
        sourceLineId: line.sourceLineId,
        sequence: proposal.sequence,
      })
    })
  }
}

/** Takes the plan back when its document is reversed. Refuses `warehouse.alreadyPutAway` once goods have moved. */
export function cancelPutaway(tx: Tx, source: Source): void {
  const tasks = putawayStore.ofSource(tx, source.kind, source.id)
  if (tasks.some((task) => task.done_micro > 0)) refuse('warehouse.alreadyPutAway')
  for (const task of tasks) {
    if (task.state !== 'open') continue
    putawayStore.cancel(tx, task.id)
    layoutStore.settleFill(tx, task.to_bin_id)
  }
}

import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import type { Picking } from '../tables'
import { waveStore } from '../waves/wave-store'
import { tasksOfBatch, type TaskView } from './task-queries'
import { toteStore } from './tote-store'

export interface TakenBatch {
  readonly tasks: TaskView[]
  readonly picking: Picking
  readonly totes: { slot: number; code: string | null }[]
}

/** The batch is this clerk's now, whoever had it before: work can be stopped anywhere and taken over. */
export function takeBatch(tx: Tx, actor: Actor, input: { batchId: number }): TakenBatch {
  const batch = waveStore.batchById(tx, input.batchId) ?? refuse('warehouse.batchUnknown', {}, 'batchId')
  if (batch.assigned_to !== actor.userId) waveStore.assign(tx, batch.id, actor.userId)
  tx.announce({ kind: 'warehouse.batchTaken', id: batch.id })
  const picking = waveStore.waveById(tx, batch.wave_id)?.picking ?? 'batch'
  const totes = picking === 'cluster' ? toteStore.slotsOf(tx, batch.id) : []
  return { tasks: tasksOfBatch(tx, batch.id), picking, totes }
}

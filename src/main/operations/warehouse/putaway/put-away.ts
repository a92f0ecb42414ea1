import { refuse } from '../../../../shared/errors'
import { requireItem } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { balancesInBin, postMovements } from '../../../ledgers/inventory'
import { localDate } from '../../../../shared/values/date'
import { quantityText } from '../quantity-text'
import { binCodeOf, requireBinByScan } from '../layout/bins'
import { layoutStore, type Bin } from '../layout/layout-store'
import { scanStore } from '../scans/scan-store'
import { requireClimate } from './places'
import { putawayStore, type OpenPutaway } from './putaway-store'
import { roomMicro } from './room-in-bin'

export interface PutAway {
  readonly taskId: number
  readonly binScan: string
  readonly quantityMicro?: number | undefined
  readonly otherBinReason?: string | undefined
}

export interface StepAnswer {
  readonly taskId: number
  readonly state: string
  readonly doneMicro: number
  readonly remainingMicro: number
  readonly scanId: number
}

/** Goods and bin as scanned: the proposed bin, or another with a reason. */
export function putAway(tx: Tx, actor: Actor, input: PutAway): StepAnswer {
  const task = requireOpenPutaway(tx, input.taskId)
  const remaining = task.quantityMicro - task.doneMicro
  const quantityMicro = input.quantityMicro ?? remaining
  if (quantityMicro > remaining) {
    refuse(
      'warehouse.moreThanPlanned',
      { planned: quantityText(remaining), wanted: quantityText(quantityMicro) },
      'quantityMicro',
    )
  }
  const scanned = binCodeOf(input.binScan)
  const toBinId = scanned === task.toBinCode ? task.toBinId : otherBin(tx, task, input, scanned, quantityMicro)
  postMovements(tx, { postedOn: localDate(tx.now), source: { kind: 'warehouse.task', id: task.id } }, [
    {
      warehouseId: task.warehouseId,
      itemId: task.itemId,
      lotId: task.lotId,
      from: { binId: task.fromBinId, status: 'available' },
      to: { binId: toBinId, status: 'available' },
      quantityMicro,
    },
  ])
  const done = task.doneMicro + quantityMicro
  const state = done === task.quantityMicro ? 'done' : 'open'
  // A part that went elsewhere leaves the plan for the rest as it was.
  putawayStore.complete(tx, { id: task.id, done, state, toBinId: state === 'done' ? toBinId : task.toBinId })
  if (toBinId !== task.toBinId) {
    const { rule = task.reasonCode } = JSON.parse(task.reasonParams) as { rule?: string }
    const reason = input.otherBinReason ?? ''
    // The rule that was not followed stays known: how often clerks know better is how good the rule is.
    putawayStore.setReason(tx, task.id, 'otherBin', { proposed: task.toBinCode, reason, rule })
    layoutStore.startUsing(tx, toBinId)
    layoutStore.settleFill(tx, task.toBinId)
  }
  const scanId = scanStore.record(tx, actor, {
    step: 'putaway',
    subjectKind: 'task',
    subjectId: task.id,
    scanned,
    quantityMicro,
  })
  tx.announce({ kind: 'warehouse.putAway', id: task.id })
  return { taskId: task.id, state, doneMicro: done, remainingMicro: task.quantityMicro - done, scanId }
}

function requireOpenPutaway(tx: Tx, taskId: number): OpenPutaway {
  const task = putawayStore.byId(tx, taskId)
  return task?.state === 'open' ? task : refuse('warehouse.taskNotOpen', {}, 'taskId')
}

function otherBin(tx: Tx, task: OpenPutaway, input: PutAway, scanned: string, quantityMicro: number): number {
  if (input.otherBinReason === undefined) {
    refuse('warehouse.wrongBin', { expected: task.toBinCode, scanned }, 'binScan')
  }
  const bin = requireBinByScan(tx, scanned)
  requireRoomFor(tx, task, bin, quantityMicro)
  return bin.id
}

function requireRoomFor(tx: Tx, task: OpenPutaway, bin: Bin, quantityMicro: number): void {
  if (bin.warehouse_id !== task.warehouseId) refuse('warehouse.binOfOtherWarehouse', { bin: bin.code }, 'binScan')
  if (bin.blocked === 1) refuse('warehouse.binBlocked', { bin: bin.code }, 'binScan')
  if (bin.kind !== 'storage' && bin.kind !== 'pick-face' && bin.kind !== 'staging') {
    refuse('warehouse.binNotForStorage', { bin: bin.code }, 'binScan')
  }
  requireClimate(tx, bin, task.itemId, 'binScan')
  requireMixing(tx, bin, task, 'binScan')
  const limits = { capacityMillilitres: bin.capacity_millilitres, capacityGrams: bin.capacity_grams }
  const room = roomMicro(limits, putawayStore.load(tx, bin.id, task.id), requireItem(tx, task.itemId))
  if (room < quantityMicro) {
    refuse(
      'warehouse.binFull',
      { bin: bin.code, room: quantityText(room), wanted: quantityText(quantityMicro) },
      'binScan',
    )
  }
}

/** Refuses `warehouse.binNotMixed`: a bin for one item or one lot takes no second. */
export function requireMixing(
  tx: Tx,
  bin: Bin,
  goods: { readonly itemId: number; readonly lotId: number },
  field: string,
): void {
  if (bin.mixes_items === 1 && bin.mixes_lots === 1) return
  const other = balancesInBin(tx, bin.id).find(
    (row) =>
      row.quantityMicro > 0 &&
      ((bin.mixes_items === 0 && row.itemId !== goods.itemId) ||
        (bin.mixes_lots === 0 && row.itemId === goods.itemId && row.lotId !== goods.lotId)),
  )
  if (other !== undefined) refuse('warehouse.binNotMixed', { bin: bin.code }, field)
}

import { refuse } from '../../../../shared/errors'
import { assert } from '../../../kernel/assert'
import type { Reader, Tx } from '../../../kernel/db'
import { layoutStore } from '../layout/layout-store'
import { putawayStore } from '../putaway/putaway-store'
import type { Scan } from '../scans/scan-store'
import { looseInBin } from './loose-in-bin'
import { unitStepStore, type UnitStep } from './unit-step-store'
import { unitStore, type Unit, type UnitGoods } from './unit-store'
import { carryUnit, moveGoods } from './units'

/** Only the last step of a unit is taken back; the step itself says whether its goods are still as it left them. */
export function canUndoUnit(reader: Reader, scan: Scan): boolean {
  const step = unitStepStore.byScan(reader, scan.id)
  return step !== undefined && !unitStepStore.isFollowed(reader, step.unitId, scan.id)
}

/** A unit as it was before the scan. Refuses `warehouse.scanBuiltUpon` where something came after it. */
export function undoUnit(tx: Tx, scan: Scan): void {
  const step = unitStepStore.byScan(tx, scan.id)
  if (step === undefined || !canUndoUnit(tx, scan)) return refuse('warehouse.scanBuiltUpon')
  const unit = unitStore.byId(tx, step.unitId)
  assert(unit !== undefined, 'a step of a unit names it')
  if ((unit.state === 'broken') !== (scan.step === 'unitBreak')) refuse('warehouse.scanBuiltUpon')
  if (scan.step === 'unitPack') takeOut(tx, unit, step.goods)
  else if (scan.step === 'unitUnpack') putBack(tx, unit, step.goods)
  else if (scan.step === 'unitNest') unitStore.setParent(tx, unit.id, parentThen(tx, step, unit.binId))
  else if (scan.step === 'unitBreak') makeWhole(tx, unit, step)
  else moveBack(tx, unit, step)
}

/** A unit that was picked whole goes back to its bin, before its goods do; one that something was done with stays. */
export function takeUnitBack(tx: Tx, scan: Scan): void {
  const step = unitStepStore.byScan(tx, scan.id)
  const unit = step === undefined ? undefined : unitStore.byId(tx, step.unitId)
  if (step === undefined || unit?.state !== 'here' || unitStepStore.isFollowed(tx, step.unitId, scan.id)) return
  carryUnit(tx, unit, step.binId, parentThen(tx, step, step.binId))
}

function takeOut(tx: Tx, unit: Unit, goods: readonly UnitGoods[]): void {
  for (const line of goods) if (!unitStore.takeOut(tx, unit.id, line)) refuse('warehouse.scanBuiltUpon')
}

function putBack(tx: Tx, unit: Unit, goods: readonly UnitGoods[]): void {
  for (const line of goods) {
    if (looseInBin(tx, unit.binId, line) < line.quantityMicro) refuse('warehouse.scanBuiltUpon')
    unitStore.putIn(tx, unit.id, line)
  }
}

/** What it stood in, if that still stands there. */
function parentThen(tx: Tx, step: UnitStep, binId: number): number | null {
  const parent = step.parentId === null ? undefined : unitStore.byId(tx, step.parentId)
  if (parent === undefined) return null
  return parent.state === 'here' && parent.binId === binId ? parent.id : refuse('warehouse.scanBuiltUpon')
}

function makeWhole(tx: Tx, unit: Unit, step: UnitStep): void {
  const parentId = parentThen(tx, step, step.binId)
  unitStore.mend(tx, unit.id, parentId)
  putBack(tx, unit, step.goods)
  for (const id of step.inside) {
    const inner = unitStore.byId(tx, id)
    if (inner?.state !== 'here' || inner.binId !== step.binId || inner.parentId !== parentId) {
      return refuse('warehouse.scanBuiltUpon')
    }
    unitStore.setParent(tx, id, unit.id)
  }
}

/** All of it, and nothing else, goes back to where it came from; what that had put away is to be put away again. */
function moveBack(tx: Tx, unit: Unit, step: UnitStep): void {
  const goods = unitStore.familyGoods(tx, unit.id)
  if (JSON.stringify(goods) !== JSON.stringify(step.goods) || unit.parentId !== null) {
    refuse('warehouse.scanBuiltUpon')
  }
  const parentId = parentThen(tx, step, step.binId)
  moveGoods(tx, unit, goods, step.binId)
  unitStore.setParent(tx, unit.id, parentId)
  for (const { taskId, quantityMicro, toBinId, reasonCode, reasonParams } of step.putaways) {
    const task = putawayStore.byId(tx, taskId)
    if (task === undefined || task.state === 'cancelled') return refuse('warehouse.scanBuiltUpon')
    putawayStore.complete(tx, { id: taskId, done: task.doneMicro - quantityMicro, state: 'open', toBinId })
    putawayStore.setReason(tx, taskId, reasonCode, JSON.parse(reasonParams) as Record<string, string>)
    layoutStore.startUsing(tx, toBinId)
  }
}

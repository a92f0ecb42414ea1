import { refuse } from '../../../../shared/errors'
import { localDate } from '../../../../shared/values/date'
import { assert } from '../../../kernel/assert'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postMovements, reverseMovements } from '../../../ledgers/inventory'
import { requireBinByScan } from '../layout/bins'
import { layoutStore } from '../layout/layout-store'
import { loadStore } from '../loading/load-store'
import { cartonStore, type HeldInCarton } from '../packing/carton-store'
import { moveStore } from '../moves/move-store'
import { requireCarton } from '../packing/cartons'
import { packingStore, type PickedPart } from '../packing/packing-store'
import { moveBack } from '../picking/move-picked'
import { pickStore } from '../picking/pick-store'
import { sortStore } from '../picking/sort-store'
import { putawayStore } from '../putaway/putaway-store'
import { demandStore } from '../waves/demand-store'
import { waveStore } from '../waves/wave-store'
import { canUndoUnit, takeUnitBack, undoUnit } from '../units/undo-unit'
import { scanStore, type Scan } from './scan-store'

/** Takes a pick, putaway, move or packing scan back, by the movement in the other direction, while nothing builds on it. */
export function undoScan(tx: Tx, actor: Actor, input: { scanId: number }): { done: true } {
  const scan = scanStore.byId(tx, input.scanId) ?? refuse('warehouse.scanUnknown', {}, 'scanId')
  if (scan.user_id !== actor.userId) refuse('warehouse.scanOfAnother')
  if (scanStore.isUndone(tx, scan.id)) refuse('warehouse.scanUndone')
  if (scan.step === 'pick') undoPick(tx, scan)
  else if (scan.step === 'putaway') undoPutaway(tx, scan)
  else if (scan.step === 'pack') undoPack(tx, scan)
  else if (scan.step === 'move') undoMove(tx, scan)
  else if (scan.step === 'plannedMove') undoPlannedMove(tx, scan)
  else if (scan.step === 'sort') undoSort(tx, scan)
  else if (scan.step === 'load') undoLoad(tx, scan)
  else if (scan.step.startsWith('unit')) undoUnit(tx, scan)
  else refuse('warehouse.stepNotUndone')
  const quantityMicro = scan.quantity_micro
  scanStore.record(tx, actor, { step: 'undo', subjectKind: 'scan', subjectId: scan.id, scanned: '', quantityMicro })
  tx.announce({ kind: 'warehouse.scanUndone', id: scan.id })
  return { done: true }
}

function undoPick(tx: Tx, scan: Scan): void {
  const pick = pickStore.byId(tx, scan.subject_id)
  assert(pick !== undefined, 'a pick scan names its task')
  if (!canGoBack(pick.state) || pick.doneMicro < scan.quantity_micro) refuse('warehouse.scanBuiltUpon')
  if (pick.sortedMicro > pick.doneMicro - scan.quantity_micro) refuse('warehouse.scanBuiltUpon')
  takeUnitBack(tx, scan)
  if (!moveBack(tx, pick, scan.quantity_micro)) refuse('warehouse.scanBuiltUpon')
  pickStore.setDone(tx, pick.id, pick.doneMicro - scan.quantity_micro, 'open')
  waveStore.reopen(tx, pick.batchId)
}

/** What was short or taken back from the wave is promised elsewhere already. */
function canGoBack(state: string): boolean {
  return state === 'open' || state === 'done'
}

/** Back to where it was taken from; the task is open again. */
function undoPlannedMove(tx: Tx, scan: Scan): void {
  const move = moveStore.byId(tx, scan.subject_id)
  if (move === undefined || move.state === 'cancelled') refuse('warehouse.scanBuiltUpon')
  reverseMovements(tx, { kind: 'warehouse.move', id: scan.id }, { postedOn: localDate(tx.now) })
  moveStore.setDone(tx, move.id, move.doneMicro - scan.quantity_micro, 'open')
  layoutStore.startUsing(tx, move.fromBinId)
}

function undoSort(tx: Tx, scan: Scan): void {
  if (!sortStore.unsort(tx, scan.subject_id, scan.quantity_micro)) refuse('warehouse.scanBuiltUpon')
}

/** Off the vehicle again, while it has not left. */
function undoLoad(tx: Tx, scan: Scan): void {
  const carton = requireCarton(tx, scan.subject_id)
  if (carton.state !== 'closed' || loadStore.unload(tx, carton.id) === 0) refuse('warehouse.scanBuiltUpon')
  loadStore.reopenFor(tx, carton.source_id)
}

/** The ledger refuses when the goods were picked, moved or promised since. */
function undoMove(tx: Tx, scan: Scan): void {
  const source = { kind: 'warehouse.move', id: scan.id }
  const to = requireBinByScan(tx, scan.scanned)
  reverseMovements(tx, source, { postedOn: localDate(tx.now) })
  layoutStore.settleFill(tx, to.id)
  layoutStore.startUsing(tx, scan.subject_id)
}

function undoPutaway(tx: Tx, scan: Scan): void {
  const task = putawayStore.byId(tx, scan.subject_id)
  assert(task !== undefined, 'a putaway scan names its task')
  const bin = requireBinByScan(tx, scan.scanned)
  const { itemId, lotId, warehouseId, fromBinId } = task
  // The ledger refuses when the goods were picked, moved or promised since.
  postMovements(tx, { postedOn: localDate(tx.now), source: { kind: 'warehouse.task', id: task.id } }, [
    {
      warehouseId,
      itemId,
      lotId,
      from: { binId: bin.id, status: 'available' },
      to: { binId: fromBinId, status: 'available' },
      quantityMicro: scan.quantity_micro,
    },
  ])
  putawayStore.complete(tx, {
    id: task.id,
    done: task.doneMicro - scan.quantity_micro,
    state: 'open',
    toBinId: task.toBinId,
  })
  layoutStore.settleFill(tx, bin.id)
  layoutStore.startUsing(tx, task.toBinId)
}

/** Out of the open carton, or of what was packed without one; a shut carton is opened first. */
function undoPack(tx: Tx, scan: Scan): void {
  const demandId = scan.subject_id
  const held = cartonStore.held(tx, demandId)
  let rest = scan.quantity_micro
  for (const part of packingStore.partsOfDemand(tx, demandId)) {
    const quantity = Math.min(looseOf(part, held), rest)
    if (quantity <= 0) continue
    packingStore.addPacked(tx, part, 0 - quantity)
    const open = held.find((line) => line.state === 'open' && line.lotId === part.lotId)
    const inCarton = Math.min(open?.quantityMicro ?? 0, quantity)
    if (open !== undefined && inCarton > 0) cartonStore.takeLine(tx, open.cartonId, demandId, part.lotId, inCarton)
    rest -= quantity
  }
  if (rest > 0) refuse('warehouse.scanBuiltUpon')
  demandStore.addPacked(tx, demandId, 0 - scan.quantity_micro)
}

/** What of a packed part is in no shut carton. */
function looseOf(part: PickedPart, held: readonly HeldInCarton[]): number {
  const shut = held.filter((line) => line.state === 'closed' && line.lotId === part.lotId)
  // A lane holds nothing but shut cartons.
  if (shut.some((line) => line.laneBinId === part.binId)) return 0
  const here = shut.filter((line) => line.laneBinId === null)
  return part.packedMicro - part.shippedMicro - here.reduce((sum, line) => sum + line.quantityMicro, 0)
}

/** Whether `undoScan` would go through, as far as the task tells; the last word has the undoing itself. */
export function canUndo(reader: Reader, scan: Scan): boolean {
  if (scanStore.isUndone(reader, scan.id)) return false
  if (scan.step === 'pack') {
    const held = cartonStore.held(reader, scan.subject_id)
    const parts = packingStore.partsOfDemand(reader, scan.subject_id)
    return parts.reduce((sum, part) => sum + Math.max(looseOf(part, held), 0), 0) >= scan.quantity_micro
  }
  if (scan.step === 'pick') {
    const pick = pickStore.byId(reader, scan.subject_id)
    const parts = packingStore.partsOfDemand(reader, pick?.demandId ?? 0).filter((part) => part.lotId === pick?.lotId)
    const unpacked = parts.reduce((sum, part) => sum + part.quantityMicro - part.packedMicro, 0)
    return pick !== undefined && canGoBack(pick.state) && unpacked >= scan.quantity_micro
  }
  if (scan.step.startsWith('unit')) return canUndoUnit(reader, scan)
  return ['putaway', 'move', 'plannedMove', 'sort', 'load'].includes(scan.step)
}

import { refuse } from '../../../../shared/errors'
import { localDate } from '../../../../shared/values/date'
import { interpretScan, requireItem } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postMovements } from '../../../ledgers/inventory'
import { binCodeOf, requireBin } from '../layout/bins'
import { layoutStore } from '../layout/layout-store'
import { scannedText } from '../picking/confirm-pick'
import { requireRoom } from '../putaway/move-stock'
import type { StepAnswer } from '../putaway/put-away'
import { quantityText } from '../quantity-text'
import { scanStore } from '../scans/scan-store'
import { moveStore, type PlannedMove } from './move-store'
import { giveUpMove } from './plan-move'

export interface ConfirmMove {
  readonly taskId: number
  readonly fromBinScan: string
  readonly itemScan: string
  readonly toBinScan: string
  readonly quantityMicro?: number | undefined
}

/** A planned move, scanned at both ends. */
export function confirmMove(tx: Tx, actor: Actor, input: ConfirmMove): StepAnswer {
  const move = requireOpenMove(tx, input.taskId)
  requireBinAsPlanned(input.fromBinScan, move.fromBinCode, 'fromBinScan')
  requireGoodsAsPlanned(tx, move, input.itemScan)
  requireBinAsPlanned(input.toBinScan, move.toBinCode, 'toBinScan')
  const remaining = move.quantityMicro - move.doneMicro
  const quantityMicro = input.quantityMicro ?? remaining
  if (quantityMicro > remaining) {
    const params = { planned: quantityText(remaining), wanted: quantityText(quantityMicro) }
    refuse('warehouse.moreThanPlanned', params, 'quantityMicro')
  }
  const { warehouseId, itemId, lotId, fromBinId, toBinId, status } = move
  requireRoom(tx, requireBin(tx, toBinId), { itemId, lotId, quantityMicro }, move.id)
  // Recorded first: the scan is what the movement is taken back by.
  const scanId = scanStore.record(tx, actor, {
    step: 'plannedMove',
    subjectKind: 'task',
    subjectId: move.id,
    scanned: move.toBinCode,
    quantityMicro,
  })
  postMovements(tx, { postedOn: localDate(tx.now), source: { kind: 'warehouse.move', id: scanId } }, [
    { warehouseId, itemId, lotId, from: { binId: fromBinId, status }, to: { binId: toBinId, status }, quantityMicro },
  ])
  layoutStore.startUsing(tx, toBinId)
  layoutStore.settleFill(tx, fromBinId)
  const done = move.doneMicro + quantityMicro
  const state = done === move.quantityMicro ? 'done' : 'open'
  moveStore.setDone(tx, move.id, done, state)
  tx.announce({ kind: 'warehouse.moved', id: move.id })
  return { taskId: move.id, state, doneMicro: done, remainingMicro: move.quantityMicro - done, scanId }
}

export function cancelMove(tx: Tx, input: { taskId: number }): { done: true } {
  giveUpMove(tx, requireOpenMove(tx, input.taskId))
  tx.announce({ kind: 'warehouse.moveCancelled', id: input.taskId })
  return { done: true }
}

function requireOpenMove(tx: Tx, taskId: number): PlannedMove {
  const move = moveStore.byId(tx, taskId)
  return move?.state === 'open' ? move : refuse('warehouse.taskNotOpen', {}, 'taskId')
}

function requireBinAsPlanned(scan: string, expected: string, field: string): void {
  const scanned = binCodeOf(scan)
  if (scanned !== expected) refuse('warehouse.wrongBin', { expected, scanned }, field)
}

function requireGoodsAsPlanned(tx: Tx, move: PlannedMove, itemScan: string): void {
  const reading = interpretScan(tx, itemScan)
  if (reading.itemId !== move.itemId) {
    const { code, name } = requireItem(tx, move.itemId)
    const scanned = scannedText(tx, reading.itemId, itemScan)
    refuse('warehouse.wrongItem', { expected: `${code} ${name}`, scanned }, 'itemScan')
  }
  if (move.lotCode !== null && reading.lot !== null && reading.lot !== move.lotCode) {
    refuse('warehouse.wrongLot', { expected: move.lotCode, scanned: reading.lot }, 'itemScan')
  }
}

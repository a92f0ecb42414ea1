import { refuse } from '../../../../shared/errors'
import { interpretScan, requireItem, type ScanReading } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { emptyLookStore } from '../counts/empty-look-store'
import { binCodeOf } from '../layout/bins'
import { requireNotExpired, requireNotHeld } from '../lots/hold-lot'
import { quantityText } from '../quantity-text'
import type { StepAnswer } from '../putaway/put-away'
import { scanStore } from '../scans/scan-store'
import { waveStore } from '../waves/wave-store'
import { unitStepStore } from '../units/unit-step-store'
import { carryUnit, takeFromUnit, unitInBin, wholeUnit } from '../units/units'
import { movePicked } from './move-picked'
import { pieceInHand } from './piece-in-hand'
import { pickStore, type OpenPick } from './pick-store'
import { requireRightTote } from './totes'
import { settleLastPiece, takenByScan, weighPick } from './weigh-pick'

export interface ConfirmPick {
  readonly taskId: number
  readonly binScan: string
  readonly itemScan: string
  readonly quantityMicro?: number | undefined
  /** Of goods that are counted and weighed; the quantity is their weight. */
  readonly pieces?: number | undefined
  readonly toteScan?: string | undefined
  /** The serial number, where it was told beside the scan. */
  readonly serial?: string | undefined
}

/** One pick: what the clerk sees is what the task expects, or it is refused and says what was expected. */
export function confirmPick(tx: Tx, actor: Actor, input: ConfirmPick): StepAnswer & { emptied: boolean } {
  const planned = requireOpenPick(tx, input.taskId)
  const whole = wholeUnit(tx, input.itemScan, {
    binId: planned.fromBinId,
    itemId: planned.itemId,
    lotId: planned.lotId,
    quantityMicro: planned.quantityMicro - planned.doneMicro,
  })
  const scanned = interpretScan(tx, input.itemScan)
  // A pallet that holds nothing else, and no more than is wanted, is the goods.
  const reading = whole === undefined ? scanned : { ...scanned, itemId: planned.itemId, lot: planned.lotCode }
  const isExpected = reading.itemId === planned.itemId
  let pick = isExpected ? pieceInHand(tx, planned, input.serial ?? reading.lot) : planned
  const scannedBin = binCodeOf(input.binScan)
  // The label of a pallet that stands in the bin says the same, and which pallet it is taken from.
  const place = { binId: pick.fromBinId, itemId: pick.itemId, lotId: pick.lotId }
  const unit = scannedBin === pick.fromBinCode ? undefined : unitInBin(tx, input.binScan, place)
  if (scannedBin !== pick.fromBinCode && unit === undefined) {
    refuse('warehouse.wrongBin', { expected: pick.fromBinCode, scanned: scannedBin }, 'binScan')
  }
  requireExpectedGoods(tx, pick, reading, input.itemScan)
  const taken = takenByScan(reading, { ...input, quantityMicro: input.quantityMicro ?? whole?.quantityMicro })
  const weighed = weighPick(tx, actor, pick, taken)
  pick = weighed?.pick ?? pick
  const remaining = pick.quantityMicro - pick.doneMicro
  const quantityMicro = weighed?.quantityMicro ?? input.quantityMicro ?? whole?.quantityMicro ?? remaining
  if (quantityMicro > remaining) {
    const params = { planned: quantityText(remaining), wanted: quantityText(quantityMicro) }
    refuse('warehouse.moreThanPlanned', params, 'quantityMicro')
  }
  requireRightTote(tx, pick, input.toteScan)
  const goesWhole = whole !== undefined && quantityMicro === whole.quantityMicro ? whole.unit : undefined
  // It leaves before its goods do: they are not loose there.
  if (goesWhole !== undefined) carryUnit(tx, goesWhole, pick.toBinId, null)
  else if (unit !== undefined) takeFromUnit(tx, unit, { ...place, quantityMicro })
  movePicked(tx, pick, quantityMicro, weighed?.pieces)
  if (weighed !== undefined) settleLastPiece(tx, actor, weighed)
  const done = pick.doneMicro + quantityMicro
  const state = done === pick.quantityMicro ? 'done' : 'open'
  pickStore.setDone(tx, pick.id, done, state)
  if (state === 'done') waveStore.finishIfPicked(tx, pick.batchId)
  const scanId = scanStore.record(tx, actor, {
    step: 'pick',
    subjectKind: 'task',
    subjectId: pick.id,
    scanned: input.itemScan,
    quantityMicro,
  })
  if (goesWhole !== undefined) unitStepStore.insert(tx, scanId, goesWhole, { goods: [], inside: [], putaways: [] })
  tx.announce({ kind: 'warehouse.picked', id: pick.id })
  const emptied = emptyLookStore.isAsked(tx, pick.fromBinId)
  return { taskId: pick.id, state, doneMicro: done, remainingMicro: pick.quantityMicro - done, scanId, emptied }
}

export function requireOpenPick(tx: Tx, taskId: number): OpenPick {
  const pick = pickStore.byId(tx, taskId)
  return pick?.state === 'open' ? pick : refuse('warehouse.taskNotOpen', {}, 'taskId')
}

function requireExpectedGoods(tx: Tx, pick: OpenPick, reading: ScanReading, itemScan: string): void {
  if (reading.itemId !== pick.itemId) {
    const { code, name } = requireItem(tx, pick.itemId)
    refuse(
      'warehouse.wrongItem',
      { expected: `${code} ${name}`, scanned: scannedText(tx, reading.itemId, itemScan) },
      'itemScan',
    )
  }
  if (pick.lotCode === null) return requireNotExpired(tx, 0, reading)
  requireNotHeld(tx, pick.lotId, 'itemScan')
  if (reading.lot !== null && reading.lot !== pick.lotCode) {
    refuse('warehouse.wrongLot', { expected: pick.lotCode, scanned: reading.lot }, 'itemScan')
  }
  requireNotExpired(tx, pick.lotId, reading)
}

export function scannedText(tx: Tx, itemId: number | null, scan: string): string {
  if (itemId === null) return scan
  const { code, name } = requireItem(tx, itemId)
  return `${code} ${name}`
}

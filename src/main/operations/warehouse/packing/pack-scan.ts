import { refuse } from '../../../../shared/errors'
import { MICRO } from '../../../../shared/values/integers'
import { catchWeightOf, interpretScan, type ScanReading } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { findLot } from '../../../ledgers/inventory'
import { scannedText } from '../picking/confirm-pick'
import { requireSerialNamed } from '../picking/piece-in-hand'
import { requireNotExpired, requireNotHeld } from '../lots/hold-lot'
import { quantityText } from '../quantity-text'
import { scanStore } from '../scans/scan-store'
import { demandStore } from '../waves/demand-store'
import { cartonStore } from './carton-store'
import { packingStore, type PickedPart } from './packing-store'

export interface PackScan {
  readonly orderId: number
  readonly itemScan: string
  readonly quantityMicro?: number | undefined
  /** The serial number, where it was told beside the scan. */
  readonly serial?: string | undefined
}

export interface Packed {
  readonly demandId: number
  readonly packedMicro: number
  readonly remainingMicro: number
  readonly isOrderPacked: boolean
  readonly scanId: number
}

const ORDER = 'sales.order'

const unpacked = (part: PickedPart): number => part.quantityMicro - part.packedMicro

/**
 * A piece, or a scanned pack, goes into the carton: never another item, another lot, or more than was picked. Lines of
 * the same item are filled one after the other.
 */
export function packScan(tx: Tx, actor: Actor, input: PackScan): Packed {
  const isSomethingLeft = (): boolean => packingStore.isSomethingUnpacked(tx, ORDER, input.orderId)
  const reading = interpretScan(tx, input.itemScan)
  // Only the lines of what was scanned: an order may have a thousand.
  const ofItem = reading.itemId === null ? [] : packingStore.partsOfItem(tx, ORDER, input.orderId, reading.itemId)
  if (!ofItem.some((part) => unpacked(part) > 0) && !isSomethingLeft()) refuse('warehouse.nothingToPack', {}, 'orderId')
  if (ofItem.length === 0) {
    refuse('warehouse.notInOrder', { scanned: scannedText(tx, reading.itemId, input.itemScan) }, 'itemScan')
  }
  const lotCode = input.serial ?? reading.lot
  if (reading.itemId !== null) requireSerialNamed(tx, reading.itemId, lotCode)
  const matching = lotCode === null ? ofItem : partsOfLot(tx, ofItem, lotCode)
  const open = matching.reduce((sum, part) => sum + unpacked(part), 0)
  // Goods that are weighed were weighed as they were picked: without a weight on the label all of it is meant.
  const isWeighed = reading.itemId !== null && catchWeightOf(tx, reading.itemId) !== undefined
  const scanned = reading.quantityMicro ?? (isWeighed ? open : reading.packQuantityMicro)
  const wanted = input.quantityMicro ?? scanned ?? MICRO
  if (wanted > open) {
    refuse('warehouse.packedTooMany', { wanted: quantityText(wanted), open: quantityText(open) }, 'itemScan')
  }
  const filled = fill(tx, matching, wanted, { cartonId: openCartonOf(tx, input.orderId), label: reading })
  let scanId = 0
  for (const [demandId, quantityMicro] of filled) {
    demandStore.addPacked(tx, demandId, quantityMicro)
    const scan = { subjectId: demandId, scanned: input.itemScan, quantityMicro }
    scanId = scanStore.record(tx, actor, { step: 'pack', subjectKind: 'demand', ...scan })
  }
  tx.announce({ kind: 'warehouse.packed', id: input.orderId })
  return { ...progress([...filled.keys()].at(-1) ?? 0, ofItem, filled), isOrderPacked: !isSomethingLeft(), scanId }
}

function partsOfLot(tx: Tx, parts: readonly PickedPart[], lotCode: string): PickedPart[] {
  const lotIds = new Set(parts.map((part) => part.lotId))
  if (lotIds.has(0)) return [...parts]
  const lot = findLot(tx, parts[0]?.itemId ?? 0, lotCode)
  const found = parts.filter((part) => part.lotId === lot?.id)
  return found.length > 0 ? found : refuse('warehouse.lotNotPicked', { scanned: lotCode }, 'itemScan')
}

function openCartonOf(tx: Tx, orderId: number): number | undefined {
  return cartonStore.ofSource(tx, ORDER, orderId).find((carton) => carton.state === 'open')?.id
}

/** Returns what each order line got. */
function fill(
  tx: Tx,
  parts: readonly PickedPart[],
  wantedMicro: number,
  { cartonId, label }: { readonly cartonId: number | undefined; readonly label: ScanReading },
): Map<number, number> {
  const filled = new Map<number, number>()
  let rest = wantedMicro
  for (const part of parts) {
    const quantity = Math.min(unpacked(part), rest)
    if (quantity === 0) continue
    requireNotHeld(tx, part.lotId, 'itemScan')
    requireNotExpired(tx, part.lotId, label)
    packingStore.addPacked(tx, part, quantity)
    if (cartonId !== undefined) cartonStore.addLine(tx, cartonId, part.demandId, part.lotId, quantity)
    filled.set(part.demandId, (filled.get(part.demandId) ?? 0) + quantity)
    rest -= quantity
  }
  return filled
}

function progress(demandId: number, parts: readonly PickedPart[], filled: ReadonlyMap<number, number>) {
  const ofDemand = parts.filter((part) => part.demandId === demandId)
  const packedMicro = ofDemand.reduce((sum, part) => sum + part.packedMicro, filled.get(demandId) ?? 0)
  const pickedMicro = ofDemand.reduce((sum, part) => sum + part.quantityMicro, 0)
  return { demandId, packedMicro, remainingMicro: pickedMicro - packedMicro }
}

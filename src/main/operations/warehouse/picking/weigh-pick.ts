import { refuse } from '../../../../shared/errors'
import { resources } from '../../../../shared/i18n'
import { likelyWeight, nominalPieces, type PieceTerms } from '../../../../shared/values/catch-weight'
import { localDate } from '../../../../shared/values/date'
import { companyProfile } from '../../../foundation/company'
import { catchWeightOf, requireItem, requireLikelyWeight, type ScanReading } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { Watchers } from '../../../kernel/watchers'
import { allocate, deallocate, piecesIn, stockOf } from '../../../ledgers/inventory'
import { adjustStock, writeOff } from '../adjustments/adjust-stock'
import { freeInPlace } from '../adjustments/free-in-place'
import { demandStore } from '../waves/demand-store'
import { pickStore, type OpenPick } from './pick-store'

/** A line was planned by the nominal weight of its goods, and the scale said something else. */
export interface WeightSettled {
  readonly source: { readonly kind: string; readonly id: number }
  readonly sourceLineId: number
  /** Heavier above zero, lighter below. */
  readonly differenceMicro: number
}

/** Told before the goods are moved: whoever asked for them follows the scale, with the document and its promise. */
export const weightSettled = new Watchers<WeightSettled>()

export interface WeighedPick {
  /** The task as it is planned now that the weight is known. */
  readonly pick: OpenPick
  readonly terms: PieceTerms
  readonly quantityMicro: number
  /** Undefined where something was cut off a piece. */
  readonly pieces: number | undefined
}

const STATUS = 'available'

/**
 * Pieces off the shelf, with the weight that the scale or their label says. What was planned by nominal weight follows:
 * the task, the order's line and its promise. Undefined for goods that are not weighed.
 */
export function weighPick(
  tx: Tx,
  actor: Actor,
  pick: OpenPick,
  taken: { readonly quantityMicro: number | undefined; readonly pieces: number | undefined },
): WeighedPick | undefined {
  const terms = catchWeightOf(tx, pick.itemId)
  if (terms === undefined) return undefined
  const { code, name } = requireItem(tx, pick.itemId)
  const { quantityMicro } = taken
  if (quantityMicro === undefined) {
    return refuse('warehouse.weightMissing', { item: `${code} ${name}`, unit: terms.unit }, 'quantityMicro')
  }
  const openMicro = pick.quantityMicro - pick.doneMicro
  const planned = nominalPieces(terms, openMicro)
  const pieces = taken.pieces ?? Math.min(planned, nominalPieces(terms, quantityMicro))
  if (pieces > planned) {
    const text = (count: number): string => `${count} ${terms.unit}`
    refuse('warehouse.moreThanPlanned', { planned: text(planned), wanted: text(pieces) }, 'quantityMicro')
  }
  const plannedMicro = pieces === planned ? openMicro : pieces * terms.nominalMicro
  // Less than a piece was asked for: it is cut off, and weighs what was asked.
  const isCut = planned === 1 && plannedMicro < likelyWeight(terms, 1).lowest
  requireLikelyWeight(
    tx,
    isCut ? { ...terms, nominalMicro: plannedMicro } : terms,
    { quantityMicro, pieces },
    'quantityMicro',
  )
  const settled = settle(tx, actor, pick, quantityMicro - plannedMicro)
  return { pick: settled, terms, quantityMicro, pieces: isCut ? undefined : pieces }
}

function settle(tx: Tx, actor: Actor, pick: OpenPick, differenceMicro: number): OpenPick {
  if (differenceMicro === 0) return pick
  const place = { itemId: pick.itemId, binId: pick.fromBinId, lotId: pick.lotId, status: STATUS } as const
  const demand = demandStore.byId(tx, pick.demandId)
  if (demand === undefined) return pick
  if (differenceMicro > 0) {
    // Heavier than the books have it: what they can't give, the scale has found.
    const free = Math.min(freeInPlace(tx, place), stockOf(tx, pick.warehouseId, pick.itemId).freeMicro)
    const found = differenceMicro - Math.max(0, Math.min(free, differenceMicro))
    if (found > 0) bookFound(tx, actor, pick, found)
    allocate(tx, { ...place, quantityMicro: differenceMicro })
  } else {
    deallocate(tx, { ...place, quantityMicro: 0 - differenceMicro })
  }
  demandStore.settleWeight(tx, pick.demandId, differenceMicro)
  pickStore.settleWeight(tx, pick.id, differenceMicro)
  const source = { kind: demand.source_kind, id: demand.source_id }
  weightSettled.tell(tx, actor, { source, sourceLineId: demand.source_line_id, differenceMicro })
  return { ...pick, quantityMicro: pick.quantityMicro + differenceMicro }
}

const reasonOf = (tx: Tx): string => resources[companyProfile(tx).locale].translation.warehouse.weightDifference

function bookFound(tx: Tx, actor: Actor, pick: OpenPick, quantityMicro: number): void {
  const { warehouseId, itemId, lotCode, fromBinId } = pick
  const line = { binId: fromBinId, itemId, lotCode: lotCode ?? undefined, quantityMicro, pieces: 0 }
  adjustStock(tx, actor, { warehouseId, adjustedOn: localDate(tx.now), reason: reasonOf(tx), lines: [line] })
}

/**
 * With the last piece no weight is left, whatever drip and drying made of it: what the books still have is written off
 * where it is no more than a piece may differ by, and the bin is to be counted where it is more.
 */
export function settleLastPiece(tx: Tx, actor: Actor, { pick, terms, pieces }: WeighedPick): void {
  const { warehouseId, itemId, lotId, fromBinId: binId } = pick
  const place = { binId, status: STATUS } as const
  if (pieces === undefined || piecesIn(tx, itemId, lotId, place) !== 0) return
  const left = freeInPlace(tx, { itemId, binId, lotId, status: STATUS })
  if (left === 0) return
  const free = stockOf(tx, warehouseId, itemId).freeMicro
  if (left > free || left > likelyWeight(terms, 1).highest - terms.nominalMicro) {
    return pickStore.noteRecount(tx, { binId, itemId, lotId, by: actor.userId })
  }
  const adjustedOn = localDate(tx.now)
  writeOff(tx, actor, { warehouseId, adjustedOn, reason: reasonOf(tx), itemId, lotId, place, quantityMicro: left })
}

/** What the label says of the goods in hand; a weight on it is that of one piece unless it counts more. */
export function takenByScan(
  reading: ScanReading,
  said: { readonly quantityMicro?: number | undefined; readonly pieces?: number | undefined },
): { quantityMicro: number | undefined; pieces: number | undefined } {
  return {
    quantityMicro: said.quantityMicro ?? reading.quantityMicro ?? undefined,
    pieces: said.pieces ?? (said.quantityMicro === undefined ? (reading.pieces ?? undefined) : undefined),
  }
}

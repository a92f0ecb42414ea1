import type { BusinessDate } from '../../../../shared/values/date'
import { multiplyDivide } from '../../../../shared/values/integers'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { layerStore } from '../costing/layer-store'
import { giveBack, openLayers, planTakes, take, valueOf, type LayerTake } from '../costing/layers'
import { methodFor } from '../costing/method'
import { requireOnePiece } from '../lots/serials'
import { buyWhatLeaves, followOwner, ownOfLot } from './ownership'
import { followPieces } from './pieces'
import { refuseInsufficientInBin, refuseInsufficientStock, refuseReservedByOthers } from './stock-refusals'
import { stockStore, type StockRow } from './stock-store'
import type { StockStatus } from '../tables'

/** The document that moves stock, by the kind its room publishes. */
export interface Source {
  readonly kind: string
  readonly id: number
}

export interface Place {
  readonly binId: number
  readonly status: StockStatus
}

/** Without `from` goods come in, without `to` they leave, with both they move. */
export interface MovementDraft {
  readonly warehouseId: number
  readonly itemId: number
  /** 0 = the item is not tracked by lot */
  readonly lotId: number
  readonly from?: Place
  readonly to?: Place
  readonly quantityMicro: number
  /** What goods that come in are worth; goods that leave are valued here. */
  readonly valueMinor?: number
  readonly sourceLineId?: number
  /** Goods of a supplier that come in or leave: they stand here and are not in the books. Left out: ours. */
  readonly ownerId?: number
  /** Of goods that are counted and weighed; left out: as large a share as of the weight. */
  readonly pieces?: number
}

export interface PostedMovement {
  readonly id: number
  /** Never negative; the direction tells whether stock gained or lost it. */
  readonly valueMinor: number
}

/** What a movement has to do with others: it undoes one, or carries the layers that a transfer took on. */
export interface MovementTies {
  readonly undoes?: number
  readonly carries?: number
}

export interface Posting {
  readonly postedOn: BusinessDate
  readonly source: Source
  /** Who lets goods leave: what belongs to a supplier is bought by them in that moment. */
  readonly by?: Actor
}

type Watcher = (tx: Tx, draft: MovementDraft) => void
const watchers: Watcher[] = []

/**
 * Told of every movement in its transaction, once balances are written: a room above that keeps where in a bin goods are
 * can't be passed by, whichever document moves them. Set once, where the rooms are put together.
 */
export function whenGoodsMove(watcher: Watcher): void {
  watchers.push(watcher)
}

/**
 * Posts movements in their order. Goods that leave take `round(value * quantity / on hand)` with them, the last piece
 * all that is left (moving average), or the value of the layers they come out of (FIFO, specific lot). Refuses `inventory.insufficientStock`, `inventory.insufficientInBin` and
 * `inventory.reservedByOthers`.
 */
export function postMovements(tx: Tx, posting: Posting, drafts: readonly MovementDraft[]): PostedMovement[] {
  for (const { from, to, valueMinor, ownerId } of drafts) {
    assert((from === undefined) === (valueMinor !== undefined), 'goods that come in carry a value, others none')
    assert(
      ownerId === undefined || from === undefined || to === undefined,
      'whose goods they are matters where they come in or leave',
    )
  }
  buyWhatLeaves(tx, posting, drafts)
  return writeMovements(tx, posting, drafts)
}

/** As postMovements; goods that leave may name the value they are to take, as far as it is there (reversals). */
export function writeMovements(
  tx: Tx,
  posting: Posting,
  drafts: readonly (MovementDraft & MovementTies)[],
): PostedMovement[] {
  const postedAt = tx.now.toISOString()
  const changes = new Map<string, StockChange>()
  const posted = drafts.map((draft) => {
    assert(draft.quantityMicro > 0, 'a movement moves something')
    assert(draft.from !== undefined || draft.to !== undefined, 'a movement has a place')
    requireOnePiece(tx, draft)
    const change = changeOf(changes, draft)
    const layers = layersOf(tx, change, draft)
    const valueMinor = applyToStock(tx, change, draft, layers)
    moveBetweenBins(tx, draft)
    followOwner(tx, draft)
    for (const watcher of watchers) watcher(tx, draft)
    const id = stockStore.insertMovement(tx, {
      postedOn: posting.postedOn,
      postedAt,
      warehouseId: draft.warehouseId,
      itemId: draft.itemId,
      lotId: draft.lotId,
      fromBinId: draft.from?.binId ?? null,
      fromStatus: draft.from?.status ?? null,
      toBinId: draft.to?.binId ?? null,
      toStatus: draft.to?.status ?? null,
      quantityMicro: draft.quantityMicro,
      valueMinor,
      sourceKind: posting.source.kind,
      sourceId: posting.source.id,
      sourceLineId: draft.sourceLineId ?? null,
      ownerId: draft.ownerId ?? 0,
    })
    followPieces(tx, posting, draft, id)
    if (layers !== undefined) moveLayers(tx, posting, draft, layers, { id, valueMinor })
    return { id, valueMinor }
  })
  for (const change of changes.values()) {
    const { onHandMicro, availableMicro, consignedMicro, valueMinor } = change
    if (onHandMicro !== 0 || availableMicro !== 0 || consignedMicro !== 0 || valueMinor !== 0) {
      stockStore.changeStock(tx, change)
    }
  }
  return posted
}

/** The layers that a movement across the border of the house has to do with; undefined under moving average. */
function layersOf(tx: Tx, change: StockChange, draft: MovementDraft & MovementTies): readonly LayerTake[] | undefined {
  const { from, to, warehouseId, itemId, lotId, quantityMicro } = draft
  if ((from !== undefined && to !== undefined) || draft.ownerId !== undefined) return undefined
  const method = methodFor(tx, itemId, from === undefined && change.onHandMicro === 0)
  if (method === 'average') return undefined
  if (from === undefined) {
    const earlier = draft.undoes ?? draft.carries
    return earlier === undefined ? [] : layerStore.takenBy(tx, earlier)
  }
  const now = stockNow(tx, change)
  if (now.onHandMicro - now.consignedMicro < quantityMicro) refuseInsufficientStock(tx, change, quantityMicro)
  const balance = { itemId, binId: from.binId, lotId, status: from.status }
  const here = stockStore.findBalance(tx, balance)
  if ((here?.quantityMicro ?? 0) < quantityMicro) refuseInsufficientInBin(tx, balance, quantityMicro)
  return planTakes(tx, method, { warehouseId, itemId, lotId, quantityMicro, broughtBy: draft.undoes })
}

function moveLayers(
  tx: Tx,
  { postedOn, source }: Posting,
  draft: MovementDraft & MovementTies,
  layers: readonly LayerTake[],
  { id: movementId, valueMinor }: PostedMovement,
): void {
  if (draft.from !== undefined) return take(tx, movementId, postedOn, layers)
  if (draft.undoes !== undefined && layers.length > 0) return giveBack(tx, movementId, postedOn, layers)
  const { warehouseId, itemId, lotId, quantityMicro } = draft
  const origin = { ...source, lineId: draft.sourceLineId ?? null }
  const carried = draft.carries === undefined ? [] : layers
  openLayers(tx, { warehouseId, itemId, lotId, quantityMicro, valueMinor, postedOn, movementId, origin, carried })
}

/** What one document does to an item in a warehouse: summed in memory, written once. */
interface StockChange {
  readonly warehouseId: number
  readonly itemId: number
  /** The row before the document; read only where something leaves. */
  before: StockRow | undefined
  onHandMicro: number
  availableMicro: number
  consignedMicro: number
  valueMinor: number
}

function changeOf(changes: Map<string, StockChange>, draft: MovementDraft): StockChange {
  const key = `${draft.warehouseId}/${draft.itemId}`
  let change = changes.get(key)
  if (change === undefined) {
    const { warehouseId, itemId } = draft
    change = { warehouseId, itemId, before: undefined, ...NOTHING }
    changes.set(key, change)
  }
  return change
}

const NOTHING = { onHandMicro: 0, availableMicro: 0, consignedMicro: 0, valueMinor: 0 } as const
const NO_STOCK: StockRow = { ...NOTHING, reservedMicro: 0 }

function stockNow(tx: Tx, change: StockChange): StockRow {
  change.before ??= stockStore.findStock(tx, change.warehouseId, change.itemId) ?? NO_STOCK
  const { before } = change
  return {
    onHandMicro: before.onHandMicro + change.onHandMicro,
    availableMicro: before.availableMicro + change.availableMicro,
    reservedMicro: before.reservedMicro,
    consignedMicro: before.consignedMicro + change.consignedMicro,
    valueMinor: before.valueMinor + change.valueMinor,
  }
}

/** Adds one movement to the item's change and returns the value that crosses the border of the house. */
function applyToStock(
  tx: Tx,
  change: StockChange,
  draft: MovementDraft,
  layers: readonly LayerTake[] | undefined,
): number {
  const { from, to, quantityMicro } = draft
  const availableChange =
    (to?.status === 'available' ? quantityMicro : 0) - (from?.status === 'available' ? quantityMicro : 0)
  if (availableChange < 0) {
    const now = stockNow(tx, change)
    if (now.onHandMicro < quantityMicro) refuseInsufficientStock(tx, change, quantityMicro)
    if (now.availableMicro - quantityMicro < now.reservedMicro) refuseReservedByOthers(tx, change, now, quantityMicro)
  }
  let valueMinor = 0
  if (from === undefined) {
    valueMinor = draft.valueMinor ?? 0
    assert(valueMinor >= 0, 'goods that come in are worth nothing or more')
    change.onHandMicro += quantityMicro
    change.valueMinor += valueMinor
    if (draft.ownerId !== undefined) change.consignedMicro += quantityMicro
  } else if (to === undefined) {
    change.onHandMicro -= quantityMicro
    if (draft.ownerId !== undefined) change.consignedMicro -= quantityMicro
    else valueMinor = issueOwn(tx, change, draft, layers)
  }
  change.availableMicro += availableChange
  return valueMinor
}

/** Own goods leave; the change counts them as gone already. */
function issueOwn(
  tx: Tx,
  change: StockChange,
  { warehouseId, itemId, lotId, quantityMicro, valueMinor: wantedMinor }: MovementDraft,
  layers: readonly LayerTake[] | undefined,
): number {
  const after = stockNow(tx, change)
  const hasOthers = after.consignedMicro > 0
  if (
    after.onHandMicro < after.consignedMicro ||
    (hasOthers && ownOfLot(tx, warehouseId, itemId, lotId) < quantityMicro)
  ) {
    refuseInsufficientStock(tx, change, quantityMicro)
  }
  const ownMicro = after.onHandMicro - after.consignedMicro + quantityMicro
  const valueMinor =
    layers === undefined ? issueValue({ ...after, ownMicro }, quantityMicro, wantedMinor) : valueOf(layers)
  change.valueMinor -= valueMinor
  return valueMinor
}

/** Moving average, rounded half away from zero; the last piece takes the remainder, so no value is left on nothing. */
export function issueValue(
  stock: { readonly ownMicro: number; readonly valueMinor: number },
  quantityMicro: number,
  wantedMinor: number | undefined,
): number {
  if (quantityMicro === stock.ownMicro) return stock.valueMinor
  const value = wantedMinor ?? multiplyDivide(stock.valueMinor, quantityMicro, stock.ownMicro)
  return Math.min(value, stock.valueMinor)
}

function moveBetweenBins(tx: Tx, draft: MovementDraft): void {
  const { itemId, lotId, warehouseId, quantityMicro, from, to } = draft
  if (from !== undefined) {
    const balance = { itemId, binId: from.binId, lotId, status: from.status }
    const left = stockStore.takeFromBalance(tx, { ...balance, quantityMicro })
    if (left === undefined) refuseInsufficientInBin(tx, balance, quantityMicro)
    if (left === 0) stockStore.deleteEmptyBalance(tx, balance)
  }
  if (to !== undefined) {
    stockStore.addToBalance(tx, { itemId, binId: to.binId, lotId, status: to.status, warehouseId, quantityMicro })
  }
}

import type { BusinessDate } from '../../../../shared/values/date'
import { multiplyDivide } from '../../../../shared/values/integers'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import { layerStore, type Layer } from '../costing/layer-store'
import { sharesOf } from '../costing/layers'
import { methodStore } from '../costing/method-store'
import type { Source } from './post-movements'
import { stockStore } from './stock-store'

export interface PriceDifference {
  readonly postedOn: BusinessDate
  readonly source: Source
  readonly warehouseId: number
  readonly itemId: number
  /** How much was received at the price that has changed. */
  readonly receivedMicro: number
  readonly differenceMinor: number
  /** The document line that brought the goods: stock kept in layers bears the difference on exactly those. */
  readonly origin?: { readonly kind: string; readonly lineId: number }
}

/** Value left on stock that is still here goes to stock; what is gone goes to cost of sales. Both add up to the whole. */
export function spreadPriceDifference(
  tx: Tx,
  difference: PriceDifference,
): { toStockMinor: number; toCostMinor: number } {
  assert(difference.receivedMicro > 0, 'a price difference needs a quantity')
  const toStockMinor =
    methodStore.ofItem(tx, difference.itemId) === undefined ? ontoAverage(tx, difference) : ontoLayers(tx, difference)
  return { toStockMinor, toCostMinor: difference.differenceMinor - toStockMinor }
}

function ontoAverage(tx: Tx, difference: PriceDifference): number {
  const { warehouseId, itemId, receivedMicro, differenceMinor } = difference
  const stock = stockStore.findStock(tx, warehouseId, itemId)
  const ownMicro = stock === undefined ? 0 : stock.onHandMicro - stock.consignedMicro
  const hereMicro = Math.min(ownMicro, receivedMicro)
  const share = hereMicro === 0 ? 0 : multiplyDivide(differenceMinor, hereMicro, receivedMicro)
  const toStockMinor = Math.max(share, 0 - (stock?.valueMinor ?? 0))
  revalue(tx, { ...difference, valueMinor: toStockMinor })
  return toStockMinor
}

/** The layers that the document line bought; where they are not known any more, all that is open, oldest first. */
function ontoLayers(tx: Tx, difference: PriceDifference): number {
  const { warehouseId, itemId, origin, differenceMinor } = difference
  const bought = origin === undefined ? [] : layerStore.ofOrigin(tx, origin.kind, origin.lineId)
  const roots = bought.filter(({ parentId }) => parentId === null)
  const isKnown = roots.length > 0
  const layers = isKnown ? bought : layerStore.open(tx, warehouseId, itemId)
  const ofMicro = isKnown ? roots.reduce((sum, { quantityMicro }) => sum + quantityMicro, 0) : difference.receivedMicro
  return placeShares(tx, difference, sharesOf(layers, differenceMinor, ofMicro))
}

function placeShares(
  tx: Tx,
  posting: { readonly postedOn: BusinessDate; readonly source: Source },
  shares: readonly { readonly layer: Layer; readonly valueMinor: number }[],
): number {
  for (const { layer, valueMinor } of shares) {
    const { warehouseId, itemId } = layer
    const revaluationId = revalue(tx, { ...posting, warehouseId, itemId, valueMinor })
    layerStore.change(tx, {
      layerId: layer.id,
      postedOn: posting.postedOn,
      movementId: null,
      revaluationId,
      quantityMicro: 0,
      valueMinor,
      heldMicro: layer.leftMicro,
    })
  }
  return shares.reduce((sum, { valueMinor }) => sum + valueMinor, 0)
}

export interface NewValue {
  readonly postedOn: BusinessDate
  readonly source: Source
  readonly warehouseId: number
  readonly itemId: number
  /** Only this lot; without it all of the item in the warehouse. Matters where stock is kept in layers. */
  readonly lotId?: number | undefined
  readonly valueMinor: number
}

/** Gives stock on hand another value and returns the change. Under layers it is spread by what is left of each. */
export function setStockValue(tx: Tx, change: NewValue): number {
  assert(change.valueMinor >= 0, 'stock is worth nothing or more')
  const { warehouseId, itemId, lotId, postedOn, source } = change
  if (methodStore.ofItem(tx, itemId) === undefined) {
    const valueMinor = change.valueMinor - (stockStore.findStock(tx, warehouseId, itemId)?.valueMinor ?? 0)
    revalue(tx, { postedOn, source, warehouseId, itemId, valueMinor })
    return valueMinor
  }
  const layers = layerStore
    .open(tx, warehouseId, itemId)
    .filter((layer) => lotId === undefined || layer.lotId === lotId)
  const heldMicro = layers.reduce((sum, { leftMicro }) => sum + leftMicro, 0)
  let untilHereMicro = 0
  let placedMinor = 0
  const shares = layers.flatMap((layer) => {
    untilHereMicro += layer.leftMicro
    const untilHereMinor = multiplyDivide(change.valueMinor, untilHereMicro, heldMicro)
    const valueMinor = untilHereMinor - placedMinor - layer.leftValueMinor
    placedMinor = untilHereMinor
    return valueMinor === 0 ? [] : [{ layer, valueMinor }]
  })
  return placeShares(tx, { postedOn, source }, shares)
}

export interface ReversedRevaluation {
  readonly warehouseId: number
  readonly itemId: number
  readonly originalMinor: number
  /** What it does to stock value; the rest of `-originalMinor` belongs to cost of sales by now. */
  readonly reversedMinor: number
}

/** Takes back the value a document put on stock, as far as the stock is still there to carry it. */
export function reverseRevaluations(
  tx: Tx,
  source: Source,
  { postedOn }: { postedOn: BusinessDate },
): ReversedRevaluation[] {
  return stockStore
    .revaluationsOfSource(tx, source.kind, source.id)
    .map(({ id, warehouseId, itemId, valueMinor: originalMinor }) => {
      const placed = layerStore.changedBy(tx, id)
      const layer = placed === undefined ? undefined : layerStore.find(tx, placed.layerId)
      if (placed !== undefined && layer !== undefined && methodStore.ofItem(tx, itemId) !== undefined) {
        const back = 0 - multiplyDivide(originalMinor, Math.min(layer.leftMicro, placed.heldMicro), placed.heldMicro)
        const valueMinor = Math.max(back, 0 - layer.leftValueMinor)
        const reversedMinor = valueMinor === 0 ? 0 : placeShares(tx, { postedOn, source }, [{ layer, valueMinor }])
        return { warehouseId, itemId, originalMinor, reversedMinor }
      }
      const stock = stockStore.findStock(tx, warehouseId, itemId)
      const isHere =
        stock !== undefined && stock.onHandMicro > stock.consignedMicro && methodStore.ofItem(tx, itemId) === undefined
      const reversedMinor = isHere ? Math.max(0 - originalMinor, 0 - (stock?.valueMinor ?? 0)) : 0
      revalue(tx, { postedOn, source, warehouseId, itemId, valueMinor: reversedMinor })
      return { warehouseId, itemId, originalMinor, reversedMinor }
    })
}

function revalue(
  tx: Tx,
  change: { postedOn: BusinessDate; source: Source; warehouseId: number; itemId: number; valueMinor: number },
): number | null {
  if (change.valueMinor === 0) return null
  const { postedOn, source, warehouseId, itemId, valueMinor } = change
  const id = stockStore.insertRevaluation(tx, {
    postedOn,
    warehouseId,
    itemId,
    valueMinor,
    sourceKind: source.kind,
    sourceId: source.id,
  })
  stockStore.changeStock(tx, { warehouseId, itemId, onHandMicro: 0, availableMicro: 0, consignedMicro: 0, valueMinor })
  return id
}

import type { Tx } from '../../../kernel/db'
import { openLayers, planTakes, take, valueOf } from '../costing/layers'
import { methodFor } from '../costing/method'
import { ownOfLot } from './ownership'
import { ownershipStore } from './ownership-store'
import { issueValue, type Place, type Posting, type Source } from './post-movements'
import { refuseInsufficientStock } from './stock-refusals'
import { stockStore } from './stock-store'

export interface TakenOver {
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly ownerId: number
  readonly quantityMicro: number
  readonly place: Place
  /** What they cost us. */
  readonly valueMinor: number
  readonly sourceLineId: number
}

/** A supplier's goods become ours where they lie: they leave as theirs and come in as ours, and nothing is moved. */
export function takeOver(tx: Tx, { postedOn, source }: Posting, goods: TakenOver): void {
  const { place, valueMinor, ownerId, ...moved } = goods
  const { warehouseId, itemId, lotId, quantityMicro } = moved
  const stock = stockStore.findStock(tx, warehouseId, itemId)
  const method = methodFor(tx, itemId, stock === undefined || stock.onHandMicro === stock.consignedMicro)
  if (!ownershipStore.take(tx, goods)) refuseInsufficientStock(tx, goods, quantityMicro)
  const head = { postedOn, postedAt: tx.now.toISOString(), sourceKind: source.kind, sourceId: source.id, ...moved }
  const left = { fromBinId: place.binId, fromStatus: place.status, toBinId: null, toStatus: null }
  const came = { fromBinId: null, fromStatus: null, toBinId: place.binId, toStatus: place.status }
  stockStore.insertMovement(tx, { ...head, ...left, ownerId, valueMinor: 0 })
  const movementId = stockStore.insertMovement(tx, { ...head, ...came, ownerId: 0, valueMinor })
  stockStore.changeStock(tx, { ...NONE, warehouseId, itemId, consignedMicro: 0 - quantityMicro, valueMinor })
  if (method === 'average') return
  const origin = { ...source, lineId: goods.sourceLineId }
  openLayers(tx, { warehouseId, itemId, lotId, quantityMicro, valueMinor, postedOn, movementId, origin, carried: [] })
}

const NONE = { onHandMicro: 0, availableMicro: 0 } as const

/** They are the supplier's again, as far as our own goods here go; at the cost they brought, as far as it is left. */
export function undoTakeOver(tx: Tx, source: Source, { postedOn }: { readonly postedOn: Posting['postedOn'] }) {
  const movements = stockStore.movementsOfSource(tx, source.kind, source.id)
  return movements.flatMap((came, at) => {
    const left = movements[at - 1]
    if (came.ownerId !== 0 || left === undefined) return []
    const { id: _id, ...base } = came
    const { warehouseId, itemId, lotId, quantityMicro, valueMinor: originalMinor } = came
    const stock = stockStore.findStock(tx, warehouseId, itemId)
    if (stock === undefined || ownOfLot(tx, warehouseId, itemId, lotId) < quantityMicro) {
      return refuseInsufficientStock(tx, came, quantityMicro)
    }
    const method = methodFor(tx, itemId, false)
    const want = { warehouseId, itemId, lotId, quantityMicro, broughtBy: came.id }
    const layers = method === 'average' ? undefined : planTakes(tx, method, want)
    const ownMicro = stock.onHandMicro - stock.consignedMicro
    const own = { ownMicro, valueMinor: stock.valueMinor }
    const valueMinor = layers === undefined ? issueValue(own, quantityMicro, originalMinor) : valueOf(layers)
    const head = { ...base, postedOn, postedAt: tx.now.toISOString(), sourceKind: source.kind, sourceId: source.id }
    const place = { fromBinId: came.toBinId, fromStatus: came.toStatus, toBinId: null, toStatus: null }
    const movementId = stockStore.insertMovement(tx, { ...head, ...place, valueMinor })
    stockStore.insertMovement(tx, { ...head, ownerId: left.ownerId, valueMinor: 0 })
    if (layers !== undefined) take(tx, movementId, postedOn, layers)
    ownershipStore.add(tx, { warehouseId, itemId, lotId, quantityMicro, ownerId: left.ownerId })
    stockStore.changeStock(tx, {
      ...NONE,
      warehouseId,
      itemId,
      consignedMicro: quantityMicro,
      valueMinor: 0 - valueMinor,
    })
    return [{ itemId, originalMinor, reversedMinor: 0 - valueMinor }]
  })
}

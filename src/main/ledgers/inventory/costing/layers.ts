import { multiplyDivide } from '../../../../shared/values/integers'
import { assert } from '../../../kernel/assert'
import type { Reader, Tx } from '../../../kernel/db'
import { layerStore, type Layer } from './layer-store'
import type { LayeredMethod } from './method-store'

/** A part of a layer that goods leaving took with them. */
export interface LayerTake {
  readonly layerId: number
  readonly quantityMicro: number
  readonly valueMinor: number
}

export interface Origin {
  readonly kind: string
  readonly id: number
  readonly lineId: number | null
}

interface Want {
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly quantityMicro: number
  /** Take from what this movement brought before anything else: it is being reversed. */
  readonly broughtBy?: number | undefined
}

/** Which layers goods that leave come out of, oldest first; under specific lots only those of the lot. */
export function planTakes(reader: Reader, method: LayeredMethod, want: Want): LayerTake[] {
  const open = layerStore.open(reader, want.warehouseId, want.itemId)
  const own =
    want.broughtBy === undefined
      ? []
      : layerStore.ofMovement(reader, want.broughtBy).filter((layer) => layer.leftMicro > 0)
  const ownIds = new Set(own.map(({ id }) => id))
  const others = open.filter((layer) => !ownIds.has(layer.id) && (method === 'fifo' || layer.lotId === want.lotId))
  const takes: LayerTake[] = []
  let rest = want.quantityMicro
  for (const layer of [...own, ...others]) {
    if (rest === 0) break
    const quantityMicro = Math.min(layer.leftMicro, rest)
    takes.push({ layerId: layer.id, quantityMicro, valueMinor: partOf(layer, quantityMicro) })
    rest -= quantityMicro
  }
  assert(rest === 0, 'layers hold as much as is on hand')
  return takes
}

/** The last piece of a layer takes all that is left of its value. */
function partOf(layer: Layer, quantityMicro: number): number {
  if (quantityMicro === layer.leftMicro) return layer.leftValueMinor
  return Math.min(multiplyDivide(layer.leftValueMinor, quantityMicro, layer.leftMicro), layer.leftValueMinor)
}

export function valueOf(takes: readonly LayerTake[]): number {
  return takes.reduce((sum, { valueMinor }) => sum + valueMinor, 0)
}

export function take(tx: Tx, movementId: number, postedOn: string, takes: readonly LayerTake[]): void {
  for (const { layerId, quantityMicro, valueMinor } of takes) {
    layerStore.change(tx, {
      layerId,
      postedOn,
      movementId,
      revaluationId: null,
      quantityMicro: 0 - quantityMicro,
      valueMinor: 0 - valueMinor,
      heldMicro: quantityMicro,
    })
  }
}

/** Puts what a movement took back into the very layers it came from. */
export function giveBack(tx: Tx, movementId: number, postedOn: string, takes: readonly LayerTake[]): void {
  for (const { layerId, quantityMicro, valueMinor } of takes) {
    layerStore.change(tx, {
      layerId,
      postedOn,
      movementId,
      revaluationId: null,
      quantityMicro,
      valueMinor,
      heldMicro: quantityMicro,
    })
  }
}

interface Arrival {
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly quantityMicro: number
  readonly valueMinor: number
  readonly postedOn: string
  readonly movementId: number
  readonly origin: Origin
  /** The layers that a transfer took in the other warehouse. */
  readonly carried: readonly LayerTake[]
}

/** Opens the layer of goods that came in; goods from another warehouse keep their layers, costs and origins. */
export function openLayers(tx: Tx, arrival: Arrival): void {
  const { warehouseId, itemId, lotId, postedOn: openedOn, movementId, origin, carried } = arrival
  const base = { warehouseId, itemId, lotId, openedOn, movementId }
  if (carried.length === 0) {
    layerStore.insert(tx, {
      ...base,
      parentId: null,
      originKind: origin.kind,
      originId: origin.id,
      originLineId: origin.lineId,
      quantityMicro: arrival.quantityMicro,
      valueMinor: arrival.valueMinor,
    })
    return
  }
  for (const { layerId, quantityMicro, valueMinor } of carried) {
    const parent = layerStore.find(tx, layerId)
    assert(parent !== undefined, 'what was taken was a layer')
    layerStore.insert(tx, {
      ...base,
      parentId: layerId,
      originKind: parent.originKind,
      originId: parent.originId,
      originLineId: parent.originLineId,
      quantityMicro,
      valueMinor,
    })
  }
}

interface Share {
  readonly layer: Layer
  readonly valueMinor: number
}

/**
 * What each layer bears of a difference in the price of `ofMicro`: by what is left of it, each part counted from the
 * whole so that roundings do not add up; never below a value of zero.
 */
export function sharesOf(layers: readonly Layer[], differenceMinor: number, ofMicro: number): Share[] {
  let heldMicro = 0
  let placedMinor = 0
  return layers.flatMap((layer) => {
    if (layer.leftMicro === 0) return []
    heldMicro = Math.min(heldMicro + layer.leftMicro, ofMicro)
    const untilHere = multiplyDivide(differenceMinor, heldMicro, ofMicro)
    const valueMinor = Math.max(untilHere - placedMinor, 0 - layer.leftValueMinor)
    placedMinor = untilHere
    return valueMinor === 0 ? [] : [{ layer, valueMinor }]
  })
}

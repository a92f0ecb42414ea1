import type { Reader } from '../../../kernel/db'
import { layerStore } from './layer-store'
import { methodStore } from './method-store'

/** What a lot's own layers hold; undefined where stock is not valued in layers. */
export function heldInLayers(
  reader: Reader,
  warehouseId: number,
  itemId: number,
  lotId: number,
): { ownMicro: number; valueMinor: number } | undefined {
  if (methodStore.ofItem(reader, itemId) === undefined) return undefined
  const layers = layerStore.open(reader, warehouseId, itemId).filter((layer) => layer.lotId === lotId)
  return {
    ownMicro: layers.reduce((sum, { leftMicro }) => sum + leftMicro, 0),
    valueMinor: layers.reduce((sum, { leftValueMinor }) => sum + leftValueMinor, 0),
  }
}

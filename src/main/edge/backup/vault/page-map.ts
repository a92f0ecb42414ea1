import { ID_BYTES, idBytes, idText } from './chunk-index'

/**
 * Which chunk stands where in a file. A snapshot stores it in layers, the oldest first; a later one covers an earlier
 * one, so a few changed pages cost a few entries and not the whole map. As in a log-structured merge tree (O'Neil and
 * others, 1996) layers of like size are merged, so there are never more than the logarithm of the changes.
 */
export type PageMap = string[]

/** Where a layer is stored (ids of its chunks), and how many entries it has. */
export interface StoredLayer {
  readonly entries: number
  readonly chunks: readonly string[]
}

export type Layer = ReadonlyMap<number, string>

/** What of the old map is otherwise in the new one. */
export function layerBetween(before: PageMap, after: PageMap): Map<number, string> {
  const layer = new Map<number, string>()
  after.forEach((id, at) => {
    if (before[at] !== id) layer.set(at, id)
  })
  return layer
}

export function applyLayers(layers: readonly Layer[], length: number): PageMap {
  const map = Array.from<string>({ length }).fill('')
  for (const layer of layers) {
    for (const [at, id] of layer) if (at < length) map[at] = id
  }
  return map
}

/** How many of the newest layers are to be one with a new layer of `entries`, so that each is twice the next. */
export function layersToMerge(sizes: readonly number[], entries: number): number {
  let merged = 0
  let size = entries
  for (let at = sizes.length - 1; at >= 0 && (sizes[at] ?? 0) < 2 * size; at -= 1) {
    size += sizes[at] ?? 0
    merged += 1
  }
  return merged
}

export function mergeLayers(layers: readonly Layer[]): Map<number, string> {
  const merged = new Map<number, string>()
  for (const layer of layers) for (const [at, id] of layer) merged.set(at, id)
  return merged
}

/** Positions first, as steps from one to the next, then the ids: the steps compress to almost nothing. */
export function writeLayer(layer: Layer): Buffer {
  const entries = [...layer].sort(([a], [b]) => a - b)
  const positions = Buffer.alloc(4 * entries.length)
  let previous = 0
  entries.forEach(([at], index) => {
    positions.writeUInt32LE(at - previous, 4 * index)
    previous = at
  })
  return Buffer.concat([positions, ...entries.map(([, id]) => idBytes(id))])
}

export function readLayer(bytes: Buffer): Map<number, string> {
  const count = bytes.length / (4 + ID_BYTES)
  const layer = new Map<number, string>()
  let at = 0
  for (let index = 0; index < count; index += 1) {
    at += bytes.readUInt32LE(4 * index)
    layer.set(at, idText(bytes.subarray(4 * count + ID_BYTES * index)))
  }
  return layer
}

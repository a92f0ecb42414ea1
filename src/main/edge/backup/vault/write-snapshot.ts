import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { refuse } from '../../../../shared/errors'
import { idBytes, idText } from './chunk-index'
import { ChunkWriter } from './chunk-writer'
import { Claim } from './claims'
import {
  applyLayers,
  layerBetween,
  layersToMerge,
  mergeLayers,
  readLayer,
  writeLayer,
  type Layer,
  type PageMap,
  type StoredLayer,
} from './page-map'
import type { FileRecord, Snapshot, SnapshotFacts } from './snapshot-record'
import { packName, type Vault } from './vault'

export interface FileSource {
  /** in the snapshot */
  readonly path: string
  /** on this PC; must not change while it is read */
  readonly file: string
  /** The size in which this file changes: a page of a database. */
  readonly chunkBytes: number
}

export type OnBytes = (done: number, total: number) => void

const LAYER_CHUNK_BYTES = 256 * 1024
const READ_BYTES = 1024 * 1024

/**
 * Stores what the vault does not have of these files, then the snapshot that names them. Cut off anywhere, the vault
 * holds what it held, and the next run sends only the rest.
 */
export async function writeSnapshot(
  vault: Vault,
  sources: readonly FileSource[],
  facts: SnapshotFacts,
  onBytes: OnBytes = () => {},
): Promise<Snapshot> {
  const sentBefore = vault.sentBytes
  await vault.requireHeader()
  const claim = await Claim.take(vault.target, 'write', facts.host)
  try {
    await vault.refresh()
    await vault.forgetLostPacks()
    const previous = (await vault.snapshots()).readable.findLast(
      ({ companyId, host }) => companyId === facts.companyId && host === facts.host,
    )
    const writer = new ChunkWriter(vault, claim)
    const sizes = await Promise.all(sources.map(({ file }) => sizeOf(file)))
    const total = sizes.reduce((sum, size) => sum + size, 0)
    const files: FileRecord[] = []
    let done = 0
    for (const source of sources) {
      const before = previous?.files.find(({ path }) => path === source.path)
      files.push(await writeFile(vault, writer, source, before, (bytes) => onBytes((done += bytes), total)))
    }
    await writer.finish()
    await claim.keep(true)
    await requireStored(vault)
    return await vault.putSnapshot({
      ...facts,
      format: 1,
      files,
      totalBytes: total,
      newBytes: writer.newBytes,
      sentBytes: vault.sentBytes - sentBefore,
    })
  } finally {
    await claim.end().catch(() => undefined)
  }
}

async function sizeOf(file: string): Promise<number> {
  const handle = await open(file, 'r')
  try {
    return (await handle.stat()).size
  } finally {
    await handle.close()
  }
}

async function writeFile(
  vault: Vault,
  writer: ChunkWriter,
  source: FileSource,
  before: FileRecord | undefined,
  onRead: (bytes: number) => void,
): Promise<FileRecord> {
  const whole = createHash('sha256')
  const map: PageMap = []
  let bytes = 0
  const handle = await open(source.file, 'r')
  try {
    // A whole number of chunks at a time.
    const buffer = Buffer.alloc(Math.max(1, Math.floor(READ_BYTES / source.chunkBytes)) * source.chunkBytes)
    for (;;) {
      const read = await readFully(handle, buffer, bytes)
      if (read === 0) break
      const piece = buffer.subarray(0, read)
      whole.update(piece)
      for (let at = 0; at < read; at += source.chunkBytes) {
        map.push(await writer.add(piece.subarray(at, Math.min(read, at + source.chunkBytes))))
      }
      bytes += read
      onRead(read)
    }
  } finally {
    await handle.close()
  }
  const usable = before?.chunkBytes === source.chunkBytes ? before : undefined
  const layers = await writeLayers(vault, writer, usable, map)
  return { path: source.path, bytes, sha256: whole.digest('hex'), chunkBytes: source.chunkBytes, layers }
}

async function readFully(handle: Awaited<ReturnType<typeof open>>, buffer: Buffer, from: number): Promise<number> {
  let filled = 0
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, from + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled
}

async function writeLayers(
  vault: Vault,
  writer: ChunkWriter,
  before: FileRecord | undefined,
  map: PageMap,
): Promise<StoredLayer[]> {
  const stored = before?.layers ?? []
  let known: Layer[]
  try {
    known = await readLayers(vault, stored)
  } catch {
    // The map of the snapshot before is damaged: this one gets a map of its own.
    return [await storeLayer(writer, layerBetween([], map))]
  }
  const changed = layerBetween(applyLayers(known, map.length), map)
  if (changed.size === 0) return [...stored]
  const merged = layersToMerge(
    stored.map(({ entries }) => entries),
    changed.size,
  )
  const kept = stored.slice(0, stored.length - merged)
  return [...kept, await storeLayer(writer, mergeLayers([...known.slice(stored.length - merged), changed]))]
}

async function storeLayer(writer: ChunkWriter, layer: Layer): Promise<StoredLayer> {
  const content = writeLayer(layer)
  const chunks: string[] = []
  for (let at = 0; at < content.length; at += LAYER_CHUNK_BYTES) {
    const id = await writer.add(content.subarray(at, at + LAYER_CHUNK_BYTES))
    chunks.push(idBytes(id).toString('hex'))
  }
  return { entries: layer.size, chunks }
}

export async function readLayers(vault: Vault, stored: readonly StoredLayer[]): Promise<Layer[]> {
  const layers: Layer[] = []
  for (const { chunks } of stored) {
    const parts: Buffer[] = []
    for (const id of chunks) parts.push(await vault.chunk(idText(Buffer.from(id, 'hex'))))
    layers.push(readLayer(Buffer.concat(parts)))
  }
  return layers
}

/** All chunks of a file, by position. */
export async function mapOf(vault: Vault, file: FileRecord): Promise<PageMap> {
  return applyLayers(await readLayers(vault, file.layers), Math.ceil(file.bytes / file.chunkBytes))
}

/** The packs that this vault counts on are there, as long as they were: nobody has cleared them up meanwhile. */
async function requireStored(vault: Vault): Promise<void> {
  const [lost] = await vault.lostPacks()
  if (lost !== undefined) refuse('backup.objectMissing', { object: packName(lost) })
}

import { ChunkWriter } from './chunk-writer'
import { Claim } from './claims'
import { idText, type PackEntries } from './chunk-index'
import { snapshotsToKeep, type Retention } from './retention'
import type { Snapshot } from './snapshot-record'
import { packName, type Vault } from './vault'
import { mapOf } from './write-snapshot'

/** A pack of which less is needed than this is written anew. */
const LEAST_NEEDED = 0.6
/** So many index objects are made one. */
const MOST_INDEXES = 48

export interface Cleared {
  readonly snapshots: number
  readonly packs: number
  readonly freedBytes: number
}

/**
 * Removes what no kept snapshot needs. Each step leaves a whole vault, so it may stop anywhere: snapshots go first,
 * what is still needed is stored anew and named before its old pack loses its name, and a pack goes last.
 * Where a kept snapshot can't be read in full, nothing but its fellow snapshots is touched.
 */
export async function clearUp(vault: Vault, retention: Retention, now: Date, host: string): Promise<Cleared> {
  const claim = await Claim.take(vault.target, 'clear', host)
  try {
    await vault.refresh()
    const { readable, damaged } = await vault.snapshots()
    const keep = snapshotsToKeep(readable, retention, now)
    const kept = readable.filter(({ name }) => keep.has(name))
    // An unreadable snapshot may need anything.
    const needed = damaged.length > 0 || vault.damaged.size > 0 ? undefined : await chunksOf(vault, kept)
    const dropped = readable.filter(({ name }) => !keep.has(name))
    for (const { name } of dropped) {
      await claim.keep()
      await vault.forgetSnapshot(name)
    }
    if (needed === undefined) return { snapshots: dropped.length, packs: 0, freedBytes: 0 }
    return { snapshots: dropped.length, ...(await clearPacks(vault, claim, needed)) }
  } finally {
    await claim.end().catch(() => undefined)
  }
}

async function chunksOf(vault: Vault, snapshots: readonly Snapshot[]): Promise<Set<string>> {
  const needed = new Set<string>()
  for (const { files } of snapshots) {
    for (const file of files) {
      for (const { chunks } of file.layers) for (const id of chunks) needed.add(idText(Buffer.from(id, 'hex')))
      for (const id of await mapOf(vault, file)) needed.add(id)
    }
  }
  return needed
}

async function clearPacks(
  vault: Vault,
  claim: Claim,
  needed: ReadonlySet<string>,
): Promise<{ packs: number; freedBytes: number }> {
  const going = new Set<string>()
  const writer = new ChunkWriter(vault, claim)
  for (const entries of vault.index.packs.values()) {
    const { part, wanted } = needOf(vault, entries, needed)
    if (part >= LEAST_NEEDED) continue
    going.add(entries.pack)
    for (const id of wanted) await writer.write(id, await vault.chunk(id))
  }
  await writer.finish()
  await claim.keep(true)
  await renewIndex(vault, going)
  await claim.keep(true)
  return removePacks(vault, claim)
}

/** How much of a pack is needed, and which of its chunks. A chunk that stands in two packs counts where it is found. */
function needOf(vault: Vault, { pack, segments }: PackEntries, needed: ReadonlySet<string>) {
  const chunks = segments.flat()
  const wanted = chunks.filter(({ id }) => needed.has(id) && vault.index.find(id)?.pack === pack)
  const sum = (of: readonly { bytes: number }[]): number => of.reduce((total, { bytes }) => total + bytes, 0)
  return { part: sum(wanted) / Math.max(1, sum(chunks)), wanted: wanted.map(({ id }) => id) }
}

/** One index without the packs that go, before the old ones are removed. */
async function renewIndex(vault: Vault, going: ReadonlySet<string>): Promise<void> {
  const old = [...vault.indexes.keys()]
  if (going.size === 0 && old.length <= MOST_INDEXES) return
  const staying = [...vault.index.packs.values()].filter(({ pack }) => !going.has(pack))
  const renewed = await vault.putIndex(staying)
  for (const name of old) if (name !== renewed) await vault.forgetIndex(name)
  vault.index.keepOnly(new Set(staying.map(({ pack }) => pack)))
}

/** Packs without a name in any index: those that go, and what interrupted runs left. */
async function removePacks(vault: Vault, claim: Claim): Promise<{ packs: number; freedBytes: number }> {
  const named = new Set([...vault.index.packs.keys()].map(packName))
  let packs = 0
  let freedBytes = 0
  for (const { name, bytes } of await vault.storedPacks()) {
    if (named.has(name)) continue
    await claim.keep()
    await vault.target.remove(name)
    packs += 1
    freedBytes += bytes
  }
  return { packs, freedBytes }
}

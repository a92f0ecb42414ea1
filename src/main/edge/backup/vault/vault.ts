import { createHmac, hash } from 'node:crypto'
import { refuse } from '../../../../shared/errors'
import { log } from '../../../kernel/log'
import type { StoredObject, Target } from '../targets/target'
import { ChunkIndex, ID_BYTES, idText, readEntries, writeEntries, type PackEntries } from './chunk-index'
import { DamagedObject, OpenedObject, seal, Sealer, type ObjectKind } from './sealed-object'
import { isSnapshotName, readRecord, snapshotName, type Snapshot, type SnapshotRecord } from './snapshot-record'
import { makeVaultKey, unlock, type VaultKey, type VaultSecret } from './vault-key'

/** Kept twice: without it nothing can be read. */
const HEADER_NAMES = ['vault.json', 'vault-copy.json'] as const
const PACKS_KEPT_OPEN = 8

/**
 * An open vault on a target: everything in it is sealed on this PC, named by what it holds, and never changed.
 *   vault.json, vault-copy.json   the key, closed by passphrase and by recovery key
 *   packs/<2>/<sha256>            chunks
 *   index/<sha256>                which chunk is in which pack
 *   snapshots/<time>-<digest>     which chunks make which file
 *   claims/<id>                   who is writing or clearing up just now
 */
export class Vault {
  readonly index = new ChunkIndex()
  readonly #knownIndexes = new Map<string, readonly string[]>()
  readonly #knownSnapshots = new Map<string, Snapshot>()
  readonly #opened = new Map<string, OpenedObject>()
  readonly #nameKey: Buffer
  /** objects that were found to be otherwise than they were stored */
  readonly damaged = new Set<string>()
  /** bytes handed to the target so far */
  sentBytes = 0

  private constructor(
    readonly target: Target,
    private readonly key: VaultKey,
    /** as it was proved by the key */
    private readonly header: Buffer,
  ) {
    this.#nameKey = key.derive('chunk names')
  }

  get id(): string {
    return this.key.vaultId
  }

  static async exists(target: Target): Promise<boolean> {
    for (const name of HEADER_NAMES) if ((await target.get(name)) !== undefined) return true
    return false
  }

  /** Makes a vault where there is none. The recovery key is shown once, by the caller. */
  static async create(target: Target, passphrase: string): Promise<{ vault: Vault; recoveryKey: string }> {
    if (await Vault.exists(target)) refuse('backup.vaultExists', { address: target.address })
    const { header, key, recoveryKey } = await makeVaultKey(passphrase)
    const vault = new Vault(target, key, header)
    for (const name of HEADER_NAMES) await vault.putProven(name, header)
    return { vault, recoveryKey }
  }

  static async open(target: Target, secret: VaultSecret): Promise<Vault> {
    let failure: unknown
    const missing: string[] = []
    for (const name of HEADER_NAMES) {
      const header = await target.get(name)
      if (header === undefined) {
        missing.push(name)
        continue
      }
      try {
        const vault = new Vault(target, await unlock(header, secret), header)
        if (name !== HEADER_NAMES[0])
          log.warn({ object: HEADER_NAMES[0] }, 'the head of the vault was read from its copy')
        return vault
      } catch (error) {
        failure ??= error
      }
    }
    if (failure !== undefined) throw failure
    return refuse('backup.noVault', { address: target.address })
  }

  /**
   * The vault is still where it was: a folder whose drive was pulled out looks empty, and nothing may be stored where
   * its head is missing. One copy that was lost is put back.
   */
  async requireHeader(): Promise<void> {
    const missing: string[] = []
    for (const name of HEADER_NAMES) if (!(await this.target.get(name))?.equals(this.header)) missing.push(name)
    if (missing.length === HEADER_NAMES.length) refuse('backup.noVault', { address: this.target.address })
    for (const name of missing) await this.putProven(name, this.header)
  }

  /** Both copies of the head are there and the same. */
  async checkHeader(): Promise<void> {
    const [first, second] = [await this.target.get(HEADER_NAMES[0]), await this.target.get(HEADER_NAMES[1])]
    if (first !== undefined && second !== undefined && first.equals(second)) return
    for (const [name, bytes] of [[HEADER_NAMES[0], first] as const, [HEADER_NAMES[1], second] as const]) {
      if (bytes === undefined || !this.header.equals(bytes)) this.damaged.add(name)
    }
  }

  /** A chunk's name: only whoever has the key can tell which content has it. */
  chunkId(content: Buffer): string {
    return idText(createHmac('sha256', this.#nameKey).update(content).digest().subarray(0, ID_BYTES))
  }

  /** Learns what others have stored meanwhile. */
  async refresh(): Promise<void> {
    for (const { name } of await this.target.list('index')) {
      if (this.#knownIndexes.has(name)) continue
      try {
        const entries = readEntries(await this.read('index', name))
        this.#knownIndexes.set(
          name,
          entries.map(({ pack }) => pack),
        )
        for (const pack of entries) this.index.add(pack)
      } catch (error) {
        // What it named is not found then: stored anew by the next snapshot, and missed by those that need it.
        if (!isDamage(error)) throw error
        this.damaged.add(name)
      }
    }
  }

  /** The index objects that this vault has read, with the packs that each names. */
  get indexes(): ReadonlyMap<string, readonly string[]> {
    return this.#knownIndexes
  }

  /** A new pack of this vault. */
  newPack(): Sealer {
    return new Sealer(this.key, 'pack')
  }

  /** Stores a sealed pack, then the entries that make its chunks findable. */
  async putPack(bytes: Buffer, segments: PackEntries['segments']): Promise<void> {
    const pack = hash('sha256', bytes)
    await this.putProven(packName(pack), bytes)
    const entries: PackEntries = { pack, packBytes: bytes.length, segments }
    await this.putIndex([entries])
    this.index.add(entries)
  }

  async putIndex(packs: readonly PackEntries[]): Promise<string> {
    const bytes = seal(this.key, 'index', writeEntries(packs))
    const name = `index/${hash('sha256', bytes)}`
    await this.putProven(name, bytes)
    this.#knownIndexes.set(
      name,
      packs.map(({ pack }) => pack),
    )
    return name
  }

  async putSnapshot(record: SnapshotRecord): Promise<Snapshot> {
    const content = Buffer.from(JSON.stringify(record))
    const name = snapshotName(record.takenAt, hash('sha256', content))
    await this.putProven(name, seal(this.key, 'snapshot', content))
    const snapshot = { ...record, name }
    this.#knownSnapshots.set(name, snapshot)
    return snapshot
  }

  /** Every snapshot that can be read, the oldest first, and the names of those that can't. */
  async snapshots(): Promise<{ readable: Snapshot[]; damaged: string[] }> {
    const readable: Snapshot[] = []
    const damaged: string[] = []
    const names = (await this.target.list('snapshots')).map(({ name }) => name).filter(isSnapshotName)
    for (const name of names.sort()) {
      try {
        readable.push(this.#knownSnapshots.get(name) ?? (await this.snapshot(name)))
      } catch (error) {
        if (!isDamage(error)) throw error
        damaged.push(name)
      }
    }
    return { readable, damaged }
  }

  private async snapshot(name: string): Promise<Snapshot> {
    const snapshot = readRecord(name, await this.read('snapshot', name))
    this.#knownSnapshots.set(name, snapshot)
    return snapshot
  }

  /** A chunk's content, proved to be what its name says. */
  async chunk(id: string): Promise<Buffer> {
    const place = this.index.find(id)
    if (place === undefined) refuse('backup.damaged', { object: 'index' })
    const pack = await this.pack(place.pack)
    return this.within(packName(place.pack), () => {
      const content = pack.segment(place.segment).subarray(place.offset, place.offset + place.bytes)
      if (this.chunkId(content) !== id) throw new DamagedObject('another chunk')
      return content
    })
  }

  /** An opened pack; the last few are kept, because chunks that belong together were stored together. */
  async pack(pack: string): Promise<OpenedObject> {
    const known = this.#opened.get(pack)
    if (known !== undefined) return known
    const name = packName(pack)
    const bytes = await this.fetch(name)
    // Each segment proves itself, so what is whole in a damaged pack still serves.
    if (hash('sha256', bytes) !== pack) this.damaged.add(name)
    const opened = this.within(name, () => new OpenedObject(this.key, 'pack', bytes))
    if (this.#opened.size >= PACKS_KEPT_OPEN) {
      const [oldest] = this.#opened.keys()
      if (oldest !== undefined) this.#opened.delete(oldest)
    }
    this.#opened.set(pack, opened)
    return opened
  }

  /**
   * Counts no longer on packs that are gone or cut (cleared up by another PC, or lost by the target): what stood in them
   * is stored anew by the next snapshot.
   */
  async forgetLostPacks(): Promise<void> {
    const lost = await this.lostPacks()
    if (lost.size === 0) return
    for (const pack of lost) this.damaged.add(packName(pack))
    this.index.keepOnly(new Set([...this.index.packs.keys()].filter((pack) => !lost.has(pack))))
  }

  async lostPacks(): Promise<Set<string>> {
    const sizes = new Map((await this.storedPacks()).map(({ name, bytes }) => [name, bytes]))
    const lost = [...this.index.packs.values()].filter(({ pack, packBytes }) => sizes.get(packName(pack)) !== packBytes)
    return new Set(lost.map(({ pack }) => pack))
  }

  async forgetSnapshot(name: string): Promise<void> {
    await this.target.remove(name)
    this.#knownSnapshots.delete(name)
  }

  async forgetIndex(name: string): Promise<void> {
    await this.target.remove(name)
    this.#knownIndexes.delete(name)
  }

  storedPacks(): Promise<StoredObject[]> {
    return this.target.list('packs')
  }

  /**
   * Puts an object and reads it back: a target that says "stored" and has lost or changed it is found out now, and not
   * on the day of the restore.
   */
  async putProven(name: string, bytes: Buffer): Promise<void> {
    await this.target.put(name, bytes)
    this.sentBytes += bytes.length
    const stored = await this.target.get(name)
    if (stored === undefined || !stored.equals(bytes)) refuse('backup.targetLied', { object: name })
  }

  private async read(kind: ObjectKind, name: string): Promise<Buffer> {
    const bytes = await this.fetch(name)
    return this.within(name, () => new OpenedObject(this.key, kind, bytes).all())
  }

  private async fetch(name: string): Promise<Buffer> {
    return (await this.target.get(name)) ?? refuse('backup.objectMissing', { object: name })
  }

  private within<T>(name: string, work: () => T): T {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof DamagedObject)) throw error
      this.damaged.add(name)
      log.error({ object: name, problem: error.message }, 'a stored object is damaged')
      return refuse('backup.damaged', { object: name })
    }
  }
}

export const packName = (pack: string): string => `packs/${pack.slice(0, 2)}/${pack}`

export function isDamage(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return code === 'backup.damaged' || code === 'backup.objectMissing'
}

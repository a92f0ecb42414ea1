import type { Claim } from './claims'
import type { PackEntries } from './chunk-index'
import type { Sealer } from './sealed-object'
import type { Vault } from './vault'

/** Chunks are compressed together, a mebibyte at a time: pages of one table resemble each other. */
const SEGMENT_BYTES = 1024 * 1024
/** What a lost connection costs at most, since all before it need not be sent again. */
const PACK_BYTES = 4 * 1024 * 1024

type Entry = PackEntries['segments'][number][number]

/** Gathers new chunks into packs and stores each as soon as it is full. */
export class ChunkWriter {
  #pack: Sealer | undefined
  #segments: Entry[][] = []
  #pending: Buffer[] = []
  #entries: Entry[] = []
  #pendingBytes = 0
  readonly #written = new Set<string>()
  newBytes = 0

  constructor(
    private readonly vault: Vault,
    private readonly claim: Claim,
  ) {}

  /** Stores a chunk unless the vault has it; returns its name. */
  async add(content: Buffer): Promise<string> {
    const id = this.vault.chunkId(content)
    if (!this.#written.has(id) && this.vault.index.find(id) === undefined) {
      this.#written.add(id)
      this.newBytes += content.length
      await this.write(id, content)
    }
    return id
  }

  /** Stores a chunk whether or not the vault has it: its old pack is about to go. */
  async write(id: string, content: Buffer): Promise<void> {
    // The caller may use its buffer again.
    this.#pending.push(Buffer.from(content))
    this.#entries.push({ id, bytes: content.length })
    this.#pendingBytes += content.length
    if (this.#pendingBytes >= SEGMENT_BYTES) this.endSegment()
    if (this.#pack !== undefined && this.#pack.bytes >= PACK_BYTES) await this.endPack()
  }

  async finish(): Promise<void> {
    this.endSegment()
    await this.endPack()
  }

  private endSegment(): void {
    if (this.#entries.length === 0) return
    this.#pack ??= this.vault.newPack()
    this.#pack.add(Buffer.concat(this.#pending))
    this.#segments.push(this.#entries)
    this.#pending = []
    this.#entries = []
    this.#pendingBytes = 0
  }

  private async endPack(): Promise<void> {
    if (this.#pack === undefined) return
    const bytes = this.#pack.finish()
    const segments = this.#segments
    this.#pack = undefined
    this.#segments = []
    await this.claim.keep()
    await this.vault.putPack(bytes, segments)
  }
}

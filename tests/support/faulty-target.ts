import { Refusal } from '../../src/shared/errors'
import type { StoredObject, Target } from '../../src/main/edge/backup/targets/target'

export type Fault =
  /** the call fails and nothing is stored */
  | 'refuse'
  /** the connection is lost: half of it is stored, and the call fails */
  | 'cut'
  /** stored, and the answer is lost */
  | 'answer lost'
  /** says it is stored; a byte is another */
  | 'corrupt'
  /** says it is stored; it is not */
  | 'drop'
  /** says it is stored; the end is missing */
  | 'truncate'

/** A target in memory that does to each put what it is told. */
export class FaultyTarget implements Target {
  readonly address = 'memory'
  readonly objects = new Map<string, { bytes: Buffer; modifiedAt: number }>()
  capacityBytes = Number.POSITIVE_INFINITY
  puts = 0
  #clock = 1

  constructor(public nextFault: (put: number, name: string) => Fault | undefined = () => undefined) {}

  async list(folder: string): Promise<StoredObject[]> {
    return [...this.objects]
      .filter(([name]) => name.startsWith(`${folder}/`))
      .map(([name, { bytes, modifiedAt }]) => ({ name, bytes: bytes.length, modifiedAt }))
  }

  async get(name: string): Promise<Buffer | undefined> {
    const found = this.objects.get(name)
    return found === undefined ? undefined : Buffer.from(found.bytes)
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    const fault = this.nextFault((this.puts += 1), name)
    const half = bytes.subarray(0, Math.floor(bytes.length / 2))
    if (fault === 'refuse') throw this.unreachable()
    if (this.usedBytes + bytes.length > this.capacityBytes) {
      throw new Refusal('backup.targetFull', { address: this.address })
    }
    const stored = fault === 'cut' || fault === 'truncate' ? half : Buffer.from(bytes)
    if (fault === 'corrupt' && stored.length > 0) {
      const at = (this.puts * 7919) % stored.length
      stored[at] = (stored[at] ?? 0) ^ 0x20
    }
    if (fault !== 'drop') this.objects.set(name, { bytes: Buffer.from(stored), modifiedAt: (this.#clock += 1) })
    if (fault === 'cut' || fault === 'answer lost') throw this.unreachable()
  }

  async remove(name: string): Promise<void> {
    if (this.nextFault((this.puts += 1), name) === 'refuse') throw this.unreachable()
    this.objects.delete(name)
  }

  async close(): Promise<void> {}

  dropClaims(): void {
    for (const name of this.objects.keys()) if (name.startsWith('claims/')) this.objects.delete(name)
  }

  get usedBytes(): number {
    return [...this.objects.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
  }

  private unreachable(): Refusal {
    return new Refusal('backup.targetUnreachable', { address: this.address, reason: 'test' })
  }
}

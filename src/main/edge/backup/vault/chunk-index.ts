/** Where each chunk of a vault is: pack, segment, place in the segment. In memory; its entries are stored beside packs. */
export const ID_BYTES = 16

export interface Place {
  readonly pack: string
  readonly segment: number
  readonly offset: number
  readonly bytes: number
}

export interface PackEntries {
  /** hex of the SHA-256 of the sealed pack: its name, and what its bytes are held against */
  readonly pack: string
  readonly packBytes: number
  /** the chunks of each segment, in order */
  readonly segments: readonly (readonly { readonly id: string; readonly bytes: number }[])[]
}

/** Ids are kept as strings of sixteen Latin-1 characters: the cheapest key of a Map. */
export const idText = (id: Buffer): string => id.toString('latin1', 0, ID_BYTES)
export const idBytes = (id: string): Buffer => Buffer.from(id, 'latin1')

export class ChunkIndex {
  readonly #places = new Map<string, Place>()
  readonly #packs = new Map<string, PackEntries>()

  get packs(): ReadonlyMap<string, PackEntries> {
    return this.#packs
  }

  add(entries: PackEntries): void {
    if (this.#packs.has(entries.pack)) return
    this.#packs.set(entries.pack, entries)
    entries.segments.forEach((chunks, segment) => {
      let offset = 0
      for (const { id, bytes } of chunks) {
        if (!this.#places.has(id)) this.#places.set(id, { pack: entries.pack, segment, offset, bytes })
        offset += bytes
      }
    })
  }

  /** Forgets every pack but these. */
  keepOnly(packs: ReadonlySet<string>): void {
    const kept = [...this.#packs.values()].filter(({ pack }) => packs.has(pack))
    this.#packs.clear()
    this.#places.clear()
    for (const entries of kept) this.add(entries)
  }

  find(id: string): Place | undefined {
    return this.#places.get(id)
  }
}

/** count of packs; each: name, size, count of segments; each: count of chunks; each: id, size. */
export function writeEntries(packs: readonly PackEntries[]): Buffer {
  const parts: Buffer[] = []
  const number = (value: number): void => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    parts.push(bytes)
  }
  number(packs.length)
  for (const { pack, packBytes, segments } of packs) {
    parts.push(Buffer.from(pack, 'hex'))
    number(packBytes)
    number(segments.length)
    for (const chunks of segments) {
      number(chunks.length)
      for (const { id, bytes } of chunks) {
        parts.push(idBytes(id))
        number(bytes)
      }
    }
  }
  return Buffer.concat(parts)
}

export function readEntries(bytes: Buffer): PackEntries[] {
  let at = 0
  const number = (): number => bytes.readUInt32LE((at += 4) - 4)
  const take = (length: number): Buffer => bytes.subarray(at, (at += length))
  const times = <T>(count: number, read: () => T): T[] => Array.from({ length: count }, read)
  return times(number(), () => ({
    pack: take(32).toString('hex'),
    packBytes: number(),
    segments: times(number(), () => times(number(), () => ({ id: idText(take(ID_BYTES)), bytes: number() }))),
  }))
}

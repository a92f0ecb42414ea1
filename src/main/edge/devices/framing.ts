/** Cuts a stream of bytes into frames, whatever pieces it arrives in. */

export interface Cut<Said> {
  /** bytes that are done with, at least one */
  readonly used: number
  readonly said?: Said
}

/** Looks at what has arrived: undefined while more must come. */
export type Cutter<Said> = (bytes: Uint8Array) => Cut<Said> | undefined

/** No frame of any device is this long: what stays uncut is noise. */
const LONGEST = 4096

export class Framer<Said> {
  #rest: Uint8Array = new Uint8Array(0)

  constructor(
    private readonly cut: Cutter<Said>,
    private readonly longest = LONGEST,
  ) {}

  feed(chunk: Uint8Array): Said[] {
    let bytes = joined(this.#rest, chunk)
    const said: Said[] = []
    while (bytes.length > 0) {
      const found = this.cut(bytes)
      if (found === undefined) break
      if (found.said !== undefined) said.push(found.said)
      bytes = bytes.subarray(found.used)
    }
    this.#rest = bytes.length > this.longest ? new Uint8Array(0) : bytes
    return said
  }

  /** Takes out what has not become a frame. */
  takeRest(): Uint8Array {
    const rest = this.#rest
    this.#rest = new Uint8Array(0)
    return rest
  }
}

export function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (before.length === 0) return after
  const all = new Uint8Array(before.length + after.length)
  all.set(before)
  all.set(after, before.length)
  return all
}

/** Where `wanted` stands in `bytes`, or -1. */
export function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array, from = 0): number {
  const last = bytes.length - wanted.length
  for (let at = from; at <= last; at++) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return at
  }
  return -1
}

export function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

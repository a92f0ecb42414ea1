/** Small seeded source of chance (mulberry32 over an FNV-1a hash): the same words give the same days everywhere. */
export class Chance {
  #state: number

  constructor(...words: readonly (string | number)[]) {
    let hash = 0x811c9dc5
    for (const character of words.join('/')) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
    }
    this.#state = hash >>> 0
  }

  /** 32 bits. */
  private next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + (this.next() % (most - least + 1))
  }

  /** True in `percent` of a hundred cases. */
  happens(percent: number): boolean {
    return this.next() % 100 < percent
  }

  pick<T>(entries: readonly T[]): T {
    const entry = entries[this.next() % entries.length]
    if (entry === undefined) throw new RangeError('nothing to pick from')
    return entry
  }

  /** One entry, the first ones more often: as a few products make most of a shop's sales. */
  pickOften<T>(entries: readonly T[]): T {
    const a = this.next() % entries.length
    const b = this.next() % entries.length
    const entry = entries[Math.floor((a * b) / entries.length)]
    if (entry === undefined) throw new RangeError('nothing to pick from')
    return entry
  }

  shuffled<T>(entries: readonly T[]): T[] {
    const order = entries.slice()
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = this.next() % (last + 1)
      const held = order[last] as T
      order[last] = order[other] as T
      order[other] = held
    }
    return order
  }
}

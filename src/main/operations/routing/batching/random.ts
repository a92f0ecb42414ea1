/**
 * A small seeded generator (sfc32): the same seed gives the same search on every machine, which Math.random cannot.
 * State is four 32-bit words; draws are uniform 32-bit integers.
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(seed: number) {
    this.#a = seed | 0
    this.#b = Math.trunc(seed / 4294967296) | 0
    this.#c = 0x9e3779b9 | 0
    for (let i = 0; i < 12; i++) this.word()
  }

  /** 32 random bits, signed. */
  word(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return sum
  }

  /** 0 to limit - 1, by multiplication: the bias of less than limit / 2^32 does not matter to a search. */
  below(limit: number): number {
    return Math.floor((this.word() >>> 0) * 2.3283064365386963e-10 * limit)
  }

  /** In [0, 1). */
  fraction(): number {
    return (this.word() >>> 0) * 2.3283064365386963e-10
  }
}

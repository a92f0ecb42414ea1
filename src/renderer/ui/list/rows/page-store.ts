/**
 * The rows a list has read so far, in pages. Asks only for what is on the screen, forgets what is far away, and lets
 * late answers to an old question fall. Knows nothing of React; `useSyncExternalStore` watches `version`.
 */
import type { Integer } from '../../../../shared/values/format'

export interface ListSort {
  readonly key: string
  readonly direction: 'ascending' | 'descending'
}

export interface ListQuery {
  readonly sort: ListSort | undefined
  readonly filter: string
}

export interface ListRequest extends ListQuery {
  readonly offset: number
  readonly limit: number
}

export interface ListPage<Row> {
  readonly rows: readonly Row[]
  /** Rows that match, not rows in this page. */
  readonly total: number
  /** Sums over all that match, by column key. */
  readonly sums?: Readonly<Record<string, Integer>> | undefined
}

export type ListLoader<Row> = (request: ListRequest, signal: AbortSignal) => Promise<ListPage<Row>>

export const pageSize = 100
const keptPages = 60

interface KeptPage<Row> {
  readonly rows: readonly Row[]
  readonly generation: number
}

export class PageStore<Row> {
  #load: ListLoader<Row>
  #query: ListQuery
  #generation = 0
  /** Rows of another question are still shown until the first answer to the new one. */
  #isOutdated = false
  readonly #pages = new Map<number, KeptPage<Row>>()
  readonly #asked = new Map<number, AbortController>()
  readonly #listeners = new Set<() => void>()
  #wanted: readonly [first: number, last: number] = [0, 0]
  #total: number | undefined
  #sums: Readonly<Record<string, Integer>> | undefined
  #error: unknown
  #version = 0

  constructor(load: ListLoader<Row>, query: ListQuery) {
    this.#load = load
    this.#query = query
  }

  /** Rows that match, or undefined before the first answer. */
  get total(): number | undefined {
    return this.#total
  }

  get sums(): Readonly<Record<string, Integer>> | undefined {
    return this.#sums
  }

  get error(): unknown {
    return this.#error
  }

  /** What is shown answers an earlier question. */
  get isOutdated(): boolean {
    return this.#isOutdated
  }

  rowAt(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / pageSize))?.rows[index % pageSize]
  }

  /** Where a row stands now, looked for among the rows at hand from the place it was. */
  locate(near: number, isIt: (row: Row) => boolean): number | undefined {
    for (let distance = 0; distance <= pageSize * 2; distance += 1) {
      for (const index of distance === 0 ? [near] : [near + distance, near - distance]) {
        const row = index < 0 ? undefined : this.rowAt(index)
        if (row !== undefined && isIt(row)) return index
      }
    }
    return undefined
  }

  /** Another order or filter: everything is asked anew. */
  setQuery(query: ListQuery): void {
    if (JSON.stringify(query) === JSON.stringify(this.#query)) return
    this.#query = query
    this.#isOutdated = true
    this.#wanted = [0, Math.min(this.#wanted[1] - this.#wanted[0], 1)]
    this.#askAgain()
  }

  setLoader(load: ListLoader<Row>): void {
    this.#load = load
  }

  /** The same question again, because the data has changed. Rows stay where they are until the answer is here. */
  refresh(): void {
    this.#askAgain()
  }

  /** Says which rows are on the screen. */
  want(firstRow: number, endRow: number): void {
    this.#wanted = [Math.floor(firstRow / pageSize), Math.floor(Math.max(firstRow, endRow - 1) / pageSize)]
    this.#ask()
  }

  close(): void {
    for (const controller of this.#asked.values()) controller.abort()
    this.#asked.clear()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly version = (): number => this.#version

  #askAgain(): void {
    this.#generation += 1
    this.close()
    this.#error = undefined
    this.#ask()
    this.#changed()
  }

  #ask(): void {
    const [first, last] = this.#wanted
    for (const [page, controller] of this.#asked) {
      if (page < first || page > last) {
        controller.abort()
        this.#asked.delete(page)
      }
    }
    for (let page = first; page <= last; page += 1) {
      const isFresh = this.#pages.get(page)?.generation === this.#generation
      const isBeyond = !this.#isOutdated && this.#total !== undefined && page > 0 && page * pageSize >= this.#total
      if (!isFresh && !isBeyond && !this.#asked.has(page)) void this.#read(page)
    }
  }

  async #read(page: number): Promise<void> {
    const generation = this.#generation
    const controller = new AbortController()
    this.#asked.set(page, controller)
    const isCurrent = (): boolean => this.#asked.get(page) === controller
    try {
      const request = { offset: page * pageSize, limit: pageSize, ...this.#query }
      const answer = await this.#load(request, controller.signal)
      if (isCurrent()) this.#keep(page, generation, answer)
    } catch (error) {
      if (!isCurrent()) return
      this.#error = error
      this.#asked.delete(page)
    }
    this.#changed()
  }

  #keep(page: number, generation: number, answer: ListPage<Row>): void {
    this.#asked.delete(page)
    if (this.#isOutdated) this.#pages.clear()
    this.#isOutdated = false
    this.#error = undefined
    this.#total = answer.total
    if (answer.sums !== undefined) this.#sums = answer.sums
    // Set anew, so that the map's order is the order of use.
    this.#pages.delete(page)
    this.#pages.set(page, { rows: answer.rows, generation })
    for (const old of this.#pages.keys()) {
      const isSeen = old >= this.#wanted[0] && old <= this.#wanted[1]
      const isPastEnd = old > 0 && old * pageSize >= answer.total
      if (isPastEnd || (this.#pages.size > keptPages && !isSeen)) this.#pages.delete(old)
    }
  }

  #changed(): void {
    this.#version += 1
    for (const listener of this.#listeners) listener()
  }
}

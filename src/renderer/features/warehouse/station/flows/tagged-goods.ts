/**
 * Goods told by their RFID tags: many at once, again and again. Each tag counts once; those of one item share a line,
 * and the lot that was said for the first of them.
 */
import type { GoodsReading } from './flow'
import type { GoodsDraft } from './goods-draft'

export interface Tagged {
  /** what the tags of it say */
  readonly tags?: readonly string[]
}

export interface TagMemory {
  /** seen while something else was asked */
  readonly waiting?: readonly string[]
  /** counted before, or of goods that are not wanted here: said once, then passed over */
  readonly passed?: readonly string[]
}

interface TagState extends TagMemory {
  readonly lines: readonly Tagged[]
  readonly draft?: Tagged
}

export function knowsTag(state: TagState, code: string): boolean {
  const places = [...state.lines.map((line) => line.tags), state.draft?.tags, state.waiting, state.passed]
  return places.some((tags) => tags?.includes(code) === true)
}

/** Until what is asked is answered. */
export const withWaiting = <State extends TagMemory>(state: State, code: string): State => ({
  ...state,
  waiting: [...(state.waiting ?? []), code],
})

export const withPassed = <State extends TagMemory>(state: State, codes: readonly string[]): State =>
  codes.length === 0 ? state : { ...state, passed: [...(state.passed ?? []), ...codes] }

/** Tags of one item have one beginning: the number of the item. */
export function hasPassedAlike({ passed = [] }: TagMemory, code: string): boolean {
  return passed.some((known) => known.slice(0, 19) === code.slice(0, 19))
}

/** The next tag that waited, taken out. */
export function nextWaiting<State extends TagMemory>(state: State): { state: State; code: string } | undefined {
  const [code, ...waiting] = state.waiting ?? []
  return code === undefined ? undefined : { state: { ...state, waiting }, code }
}

/** One pack for each tag, with what was said for the tags of the same item before. */
export function taggedDraft(
  draft: GoodsDraft,
  code: string,
  reading: GoodsReading,
  before: { readonly lotCode?: string; readonly expiresOn?: string } | undefined,
): GoodsDraft {
  return {
    ...draft,
    ...(draft.lotCode === undefined && before?.lotCode !== undefined
      ? {
          lotCode: before.lotCode,
          ...(before.expiresOn === undefined ? {} : { expiresOn: before.expiresOn }),
        }
      : {}),
    quantityMicro: reading.packQuantityMicro ?? 1_000_000,
    tags: [code],
  }
}

/** What is added by a tag goes into the line of the tags before it. */
export function joinedLines<Line extends Tagged & { readonly key: number; readonly quantityMicro: number }>(
  lines: readonly Line[],
  added: readonly Line[],
  isAlike: (one: Line, other: Line) => boolean,
): Line[] {
  const joined = [...lines]
  for (const line of added) {
    const at = joined.findIndex((known) => known.tags !== undefined && isAlike(known, line))
    const alike = line.tags === undefined ? undefined : joined[at]
    if (alike === undefined) joined.unshift(line)
    else {
      joined[at] = {
        ...alike,
        quantityMicro: alike.quantityMicro + line.quantityMicro,
        tags: (alike.tags ?? []).concat(line.tags ?? []),
      }
    }
  }
  return joined
}

import type { Reader } from '../../kernel/db'
import type { Item } from './item'

/**
 * What rooms above know of items, told to this room where the rooms are put together: it stands below them and may not
 * ask them by name.
 */

/** A code that is no item's, but names a piece of one: a serial number. */
export interface KnownPiece {
  readonly itemId: number
  readonly lotCode: string
}
type PieceFinder = (reader: Reader, code: string) => KnownPiece | undefined
type TrackingGuard = (reader: Reader, item: Item) => void

const finders: PieceFinder[] = []
const guards: TrackingGuard[] = []

export function piecesAreKnownBy(finder: PieceFinder): void {
  finders.push(finder)
}

/** Told before it changes how an item is kept, by lot or by serial; it may refuse. */
export function beforeTrackingChanges(guard: TrackingGuard): void {
  guards.push(guard)
}

export function findPiece(reader: Reader, code: string): KnownPiece | undefined {
  for (const finder of finders) {
    const piece = finder(reader, code)
    if (piece !== undefined) return piece
  }
  return undefined
}

export function askTrackingGuards(reader: Reader, item: Item): void {
  for (const guard of guards) guard(reader, item)
}

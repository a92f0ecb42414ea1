import { refuse } from '../../../../shared/errors'
import { MICRO } from '../../../../shared/values/integers'
import { requireItem, type Item, type KnownPiece } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import { serialQueries, type WhereItIs } from './serial-queries'

interface Piece {
  readonly itemId: number
  readonly lotId: number
  readonly quantityMicro: number
  readonly from?: { readonly binId: number; readonly status: string }
}

/**
 * A serial number is one piece, and one piece is in one place: it comes in only where it is nowhere, and leaves only from
 * where it is. Refuses `inventory.serialMissing`, `serialIsOne`, `serialHere`, `serialElsewhere`, `serialGone`.
 */
export function requireOnePiece(reader: Reader, piece: Piece): void {
  if (!serialQueries.isSerial(reader, piece.itemId)) return
  const item = itemText(reader, piece.itemId)
  if (piece.lotId === 0) refuse('inventory.serialMissing', { item })
  const serial = serialQueries.code(reader, piece.lotId)
  if (piece.quantityMicro !== MICRO) refuse('inventory.serialIsOne', { item, serial })
  const here = serialQueries.whereIs(reader, piece.itemId, piece.lotId)
  if (piece.from === undefined) {
    if (here !== undefined) refuse('inventory.serialHere', { item, serial, bin: here.bin, warehouse: here.warehouse })
    return
  }
  if (here === undefined) {
    const left = serialQueries.lastDeparture(reader, piece.itemId, piece.lotId)
    refuse('inventory.serialGone', { item, serial, document: left?.number ?? '–' })
  }
  if (!isAt(here, piece.from)) {
    refuse('inventory.serialElsewhere', { item, serial, bin: here.bin, warehouse: here.warehouse })
  }
}

function isAt(here: WhereItIs, place: { readonly binId: number; readonly status: string }): boolean {
  return here.binId === place.binId && here.status === place.status
}

function itemText(reader: Reader, itemId: number): string {
  const { code, name } = requireItem(reader, itemId)
  return `${code} ${name}`
}

/** The document by which a piece left the house last; undefined where it is here or never was. */
export function departureOf(reader: Reader, itemId: number, lotId: number) {
  return serialQueries.whereIs(reader, itemId, lotId) === undefined
    ? serialQueries.lastDeparture(reader, itemId, lotId)
    : undefined
}

/** The piece that a bare serial number names, where it names one of one item only. */
export function pieceOfSerial(reader: Reader, code: string): KnownPiece | undefined {
  const [piece, second] = serialQueries.pieces(reader, code)
  return second === undefined ? piece : undefined
}

/** Lots and serial numbers can't be given to what lies on the shelves already, nor taken from it. */
export function requireNoStock(reader: Reader, item: Item): void {
  if (serialQueries.isOnHand(reader, item.id)) {
    refuse('inventory.trackingNeedsEmptyStock', { item: `${item.code} ${item.name}` }, 'lotTracked')
  }
}

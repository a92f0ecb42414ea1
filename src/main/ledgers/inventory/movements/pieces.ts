import { nominalPieces } from '../../../../shared/values/catch-weight'
import { multiplyDivide } from '../../../../shared/values/integers'
import { catchWeightOf } from '../../../foundation/items'
import type { Reader, Tx } from '../../../kernel/db'
import { pieceStore } from './piece-store'
import type { MovementDraft, MovementTies, Place, Posting } from './post-movements'
import { stockStore } from './stock-store'

/**
 * Goods that are counted and weighed: their pieces go with the weight, whichever document moves it. One that does not
 * say how many moves as large a share of the pieces as of the weight. Where no weight is left, no piece is.
 */
export function followPieces(tx: Tx, posting: Posting, draft: MovementDraft & MovementTies, movementId: number): void {
  const terms = catchWeightOf(tx, draft.itemId)
  if (terms === undefined) return
  const { from, to, warehouseId, itemId, lotId, sourceLineId = null } = draft
  const enter = ({ binId, status }: Place, pieces: number): void => {
    const { kind: sourceKind, id: sourceId } = posting.source
    const source = { sourceKind, sourceId, sourceLineId, postedOn: posting.postedOn }
    pieceStore.enter(tx, { movementId, warehouseId, itemId, lotId, binId, status, pieces, ...source })
  }
  const gone = from === undefined ? undefined : piecesGone(tx, draft, from)
  if (from !== undefined && gone !== undefined) enter(from, 0 - gone)
  const carried = draft.carries === undefined ? undefined : pieceStore.ofMovement(tx, draft.carries)
  if (to !== undefined) enter(to, draft.pieces ?? carried ?? gone ?? nominalPieces(terms, draft.quantityMicro))
}

/** The balance is written already: what is left there is what stays. */
function piecesGone(reader: Reader, draft: MovementDraft, from: Place): number {
  const place = { itemId: draft.itemId, lotId: draft.lotId, ...from }
  const here = pieceStore.here(reader, place)
  const left = stockStore.findBalance(reader, place)?.quantityMicro ?? 0
  if (left === 0) return here
  if (draft.pieces !== undefined) return Math.min(draft.pieces, here)
  const share = multiplyDivide(here, draft.quantityMicro, left + draft.quantityMicro)
  return Math.min(share, Math.max(0, here - 1))
}

/** How many pieces lie in a place; undefined for goods that are not weighed. */
export function piecesIn(reader: Reader, itemId: number, lotId: number, place: Place): number | undefined {
  if (catchWeightOf(reader, itemId) === undefined) return undefined
  return pieceStore.here(reader, { itemId, lotId, ...place })
}

export interface Recounted {
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly place: Place
  readonly pieces: number
  readonly sourceLineId: number
}

/** Pieces as somebody counted them, whatever the weight did. */
export function setPieces(tx: Tx, { postedOn, source }: Posting, counted: Recounted): void {
  const { warehouseId, itemId, lotId, place, sourceLineId } = counted
  const pieces = counted.pieces - pieceStore.here(tx, { itemId, lotId, ...place })
  const from = { sourceKind: source.kind, sourceId: source.id, sourceLineId, postedOn }
  pieceStore.enter(tx, { movementId: null, warehouseId, itemId, lotId, ...place, pieces, ...from })
}

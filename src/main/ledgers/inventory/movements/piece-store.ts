import type { Reader, Tx } from '../../../kernel/db'
import type { StockStatus } from '../tables'
import type { BalanceKey } from './stock-store'

export interface PieceEntry {
  readonly movementId: number | null
  readonly postedOn: string
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly binId: number
  readonly status: StockStatus
  readonly pieces: number
  readonly sourceKind: string
  readonly sourceId: number
  readonly sourceLineId: number | null
}

const ENTER = `
  INSERT INTO inventory_piece_entry (movement_id, posted_on, warehouse_id, item_id, lot_id, bin_id, status, pieces,
    source_kind, source_id, source_line_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const HERE = `
  SELECT pieces FROM inventory_pieces WHERE item_id = ? AND bin_id = ? AND lot_id = ? AND status = ?`
const PUT = `
  INSERT INTO inventory_pieces (item_id, bin_id, lot_id, status, pieces) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET pieces = excluded.pieces`
const CLEAR = 'DELETE FROM inventory_pieces WHERE item_id = ? AND bin_id = ? AND lot_id = ? AND status = ?'
const OF_MOVEMENT =
  'SELECT abs(pieces) AS pieces FROM inventory_piece_entry WHERE movement_id = ? ORDER BY id DESC LIMIT 1'

const key = ({ itemId, binId, lotId, status }: BalanceKey) => [itemId, binId, lotId, status] as const

export const pieceStore = {
  here: (reader: Reader, place: BalanceKey): number => reader.first<{ pieces: number }>(HERE, key(place))?.pieces ?? 0,
  /** How many a movement was of; 0 where it is of none. */
  ofMovement: (reader: Reader, movementId: number): number =>
    reader.first<{ pieces: number }>(OF_MOVEMENT, [movementId])?.pieces ?? 0,
  /** The entry and what is there after it; `pieces` is the change. */
  enter(tx: Tx, entry: PieceEntry): void {
    if (entry.pieces === 0) return
    const { movementId, postedOn, warehouseId, itemId, lotId, binId, status, pieces } = entry
    const { sourceKind, sourceId, sourceLineId } = entry
    const place = [itemId, lotId, binId, status] as const
    const source = [sourceKind, sourceId, sourceLineId] as const
    tx.run(ENTER, [movementId, postedOn, warehouseId, ...place, pieces, ...source])
    const after = pieceStore.here(tx, entry) + pieces
    if (after === 0) tx.run(CLEAR, key(entry))
    else tx.run(PUT, [...key(entry), after])
  },
}

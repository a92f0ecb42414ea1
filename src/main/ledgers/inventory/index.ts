/**
 * Stock: the append-only movements and what follows from them.
 *
 * Owns lots, movements, revaluations, balances per bin, lot and status, stock per warehouse, reservations.
 * Invariants: nothing goes below zero; balances and stock = sums of movements; reserved = open reservations and never
 * more than is available; allocated never more than is there; value = movements + revaluations, zero where no stock is;
 * layers = what is on hand, by quantity and value (by lot where lots are valued each for itself).
 * Goods of a supplier that stand here (consignment) are counted and may be promised, and have no value: our own leave
 * first, and theirs become ours in the moment in which they leave.
 * A serial number is a lot of one piece: it is in one place or nowhere.
 * Valued by moving average per item and warehouse, by FIFO layers or by specific lot, as the item's category says. Knows
 * documents only by kind and id.
 * Folders are its nouns: movements, costing, stock, reservations, lots.
 * Goods that are counted and weighed are kept by weight, their pieces beside it: pieces = sums of their entries, and
 * where pieces lie there is weight.
 * Tables: inventory_lot, inventory_piece_entry, inventory_pieces, inventory_movement, inventory_revaluation, inventory_balance, inventory_stock,
 * inventory_consigned, inventory_reservation, inventory_costing_rule, inventory_item_costing, inventory_layer, inventory_layer_entry.
 */
export { handlers } from './handlers'
export { checks } from './verify-queries'
export { copyLot, ensureLot, findLot } from './lots/lots'
export { departureOf, pieceOfSerial, requireNoStock } from './lots/serials'
export type { Lot } from './lots/lot-store'
export {
  postMovements,
  whenGoodsMove,
  type MovementDraft,
  type Place,
  type PostedMovement,
  type Posting,
  type Source,
} from './movements/post-movements'
export { othersGoodsUsed, type UsedGoods } from './movements/ownership'
export { piecesIn, setPieces } from './movements/pieces'
export { takeOver, undoTakeOver } from './movements/take-over'
export { allocate, consumeReservation, deallocate, releaseReservation, reserve } from './reservations/reserve'
export { reverseMovements, type ReversedMovement } from './movements/reverse-movements'
export { transferMovements, type TransferDraft } from './movements/transfer'
export { setCostingMethod } from './costing/method'
export {
  reverseRevaluations,
  setStockValue,
  spreadPriceDifference,
  type ReversedRevaluation,
} from './movements/revalue'
export { heldInLayers } from './costing/held'
export {
  balancesInBin,
  binsOfItem,
  pickable,
  stockOf,
  stockValueMinor,
  type Balance,
  type PickableStock,
  type Stock,
} from './stock/stock-of'
export type { StockStatus } from './tables'

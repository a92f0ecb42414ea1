/**
 * Stock: the append-only movements and what follows from them.
 *
 * Owns lots, movements, revaluations, balances per bin, lot and status, stock per warehouse, reservations.
 * Invariants: nothing goes below zero; balances and stock = sums of movements; reserved = open reservations and never
 * more than is available; allocated never more than is there; value = movements + revaluations, zero where no stock is.
 * Valued by moving average per item and warehouse. Knows documents only by kind and id.
 * Folders are its nouns: movements, stock, reservations, lots.
 * Tables: inventory_lot, inventory_movement, inventory_revaluation, inventory_balance, inventory_stock,
 * inventory_reservation.
 */
export { handlers } from './handlers'
export { checks } from './verify-queries'
export { ensureLot, findLot } from './lots/lots'
export type { Lot } from './lots/lot-store'
export {
  postMovements,
  type MovementDraft,
  type Place,
  type PostedMovement,
  type Source,
} from './movements/post-movements'
export { allocate, consumeReservation, deallocate, releaseReservation, reserve } from './reservations/reserve'
export { reverseMovements, type ReversedMovement } from './movements/reverse-movements'
export { reverseRevaluations, spreadPriceDifference, type ReversedRevaluation } from './movements/revalue'
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

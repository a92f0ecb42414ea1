/**
 * Stock: the append-only movements and what follows from them.
 *
 * Owns lots, movements, revaluations, balances per bin, lot and status, stock per warehouse, reservations.
 * Invariants: nothing goes below zero; balances and stock = sums of movements; reserved = open reservations and never
 * more than is available; allocated never more than is there; value = movements + revaluations, zero where no stock is.
 * Valued by moving average per item and warehouse. Knows documents only by kind and id.
 * Tables: inventory_lot, inventory_movement, inventory_revaluation, inventory_balance, inventory_stock,
 * inventory_reservation.
 */
export { handlers } from './handlers'
export { checks } from './verify-queries'
export { ensureLot, findLot, requireLot } from './lots'
export type { Lot } from './lot-store'
export { postMovements, type MovementDraft, type Place, type PostedMovement, type Source } from './post-movements'
export { allocate, consumeReservation, deallocate, releaseReservation, reserve } from './reserve'
export { reverseMovements, type ReversedMovement } from './reverse-movements'
export { reverseRevaluations, spreadPriceDifference, type ReversedRevaluation } from './revalue'
export {
  balancesInBin,
  binsOfItem,
  pickable,
  stockOf,
  stockValueMinor,
  type Balance,
  type PickableStock,
  type Stock,
} from './stock-of'
export type { StockStatus } from './tables'

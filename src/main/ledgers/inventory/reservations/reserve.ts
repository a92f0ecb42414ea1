import { refuse } from '../../../../shared/errors'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Source } from '../movements/post-movements'
import { reservationStore } from './reservation-store'
import { refuseInsufficientInBin, refuseInsufficientStock } from '../movements/stock-refusals'
import { stockStore, type BalanceKey } from '../movements/stock-store'

export interface ReservationDraft {
  readonly warehouseId: number
  readonly itemId: number
  readonly source: Source
  readonly sourceLineId: number
  readonly quantityMicro: number
}

/** Promises free stock of a warehouse to a document's line. Refuses `inventory.insufficientStock`. */
export function reserve(tx: Tx, draft: ReservationDraft): void {
  const { warehouseId, itemId, source, sourceLineId, quantityMicro } = draft
  assert(quantityMicro > 0, 'a reservation promises something')
  if (!reservationStore.reserveStock(tx, warehouseId, itemId, quantityMicro)) {
    refuseInsufficientStock(tx, draft, quantityMicro)
  }
  reservationStore.insert(tx, {
    warehouseId,
    itemId,
    sourceKind: source.kind,
    sourceId: source.id,
    sourceLineId,
    quantityMicro,
  })
}

/** Takes a promise back: all that is open of the line, or a part. A line without a promise is left as it is. */
export function releaseReservation(tx: Tx, source: Source, sourceLineId: number, quantityMicro?: number): void {
  const reservation = reservationStore.find(tx, source.kind, source.id, sourceLineId)
  const released = quantityMicro ?? reservation?.openMicro ?? 0
  if (reservation === undefined || released === 0) {
    assert(released === 0, 'nothing is reserved for this line')
    return
  }
  assert(released > 0 && released <= reservation.openMicro, 'more is released than was reserved')
  reservationStore.reduce(tx, reservation.id, released)
  const freed = reservationStore.freeStock(tx, reservation.warehouseId, reservation.itemId, released)
  assert(freed, 'the reservations of an item add up to what its stock holds as reserved')
}

/** Immediately before the issue that ships it: the promise is kept. */
export function consumeReservation(tx: Tx, source: Source, sourceLineId: number, quantityMicro: number): void {
  releaseReservation(tx, source, sourceLineId, quantityMicro)
}

/** Promises stock of one bin, lot and status to a pick. Refuses `inventory.insufficientInBin`. */
export function allocate(tx: Tx, balance: BalanceKey & { quantityMicro: number }): void {
  if (!stockStore.allocate(tx, balance)) refuseInsufficientInBin(tx, balance, balance.quantityMicro)
}

/** Takes it back, or directly before the movement that picks it. */
export function deallocate(tx: Tx, balance: BalanceKey & { quantityMicro: number }): void {
  if (!stockStore.deallocate(tx, balance)) refuse('inventory.notAllocated', {})
}

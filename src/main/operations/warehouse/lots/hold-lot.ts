import { refuse } from '../../../../shared/errors'
import { localDate } from '../../../../shared/values/date'
import { requireItem } from '../../../foundation/items'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { deallocate, findLot, postMovements, stockOf } from '../../../ledgers/inventory'
import { quarantineBin } from '../layout/bins'
import { layoutStore } from '../layout/layout-store'
import { moveStore } from '../moves/move-store'
import { giveUpMove, planMove } from '../moves/plan-move'
import { demandStore } from '../waves/demand-store'
import { waveStore } from '../waves/wave-store'
import { holdStore, type LotPlace, type LotRow } from './hold-store'

/**
 * Holds a lot wherever it lies: picks of it are given up, and what nobody was promised goes into quarantine where it
 * lies. What orders are still promised stays booked as it is, but is not picked, packed or shipped; held again once
 * those orders are settled, it follows.
 */
export function holdLot(tx: Tx, actor: Actor, input: { itemId: number; lotCode: string; reason: string }) {
  const { itemId, lotCode, reason } = input
  const item = requireItem(tx, itemId)
  const lot =
    findLot(tx, itemId, lotCode) ?? refuse('warehouse.lotUnknown', { item: item.code, lot: lotCode }, 'lotCode')
  holdStore.hold(tx, { lotId: lot.id, itemId, reason, by: actor.userId })
  const picks = holdStore.openPicks(tx, itemId, lot.id)
  for (const pick of picks) {
    deallocate(tx, { itemId, binId: pick.binId, lotId: lot.id, status: 'available', quantityMicro: pick.leftMicro })
    demandStore.addReleased(tx, pick.demandId, 0 - pick.leftMicro)
    demandStore.leaveWave(tx, pick.demandId)
    waveStore.cancelPick(tx, pick.id)
  }
  for (const batchId of new Set(picks.map((pick) => pick.batchId))) waveStore.finishIfPicked(tx, batchId)
  let heldMicro = 0
  let promisedMicro = 0
  for (const place of holdStore.places(tx, itemId, lot.id)) {
    if (place.status !== 'available') continue
    const unpromised = stockOf(tx, place.warehouseId, itemId).freeMicro
    const quantityMicro = Math.min(place.quantityMicro - place.allocatedMicro, Math.max(unpromised, 0))
    promisedMicro += place.quantityMicro - quantityMicro
    if (quantityMicro === 0) continue
    changeStatus(tx, { ...place, itemId, lotId: lot.id, quantityMicro }, 'available', 'quarantine')
    heldMicro += quantityMicro
  }
  tx.announce({ kind: 'warehouse.lotHeld', id: lot.id })
  return { lotId: lot.id, heldMicro, promisedMicro, picksGivenUp: picks.length }
}

/** The lot is right after all: everything of it in quarantine is available again. */
export function releaseLot(tx: Tx, input: { lotId: number }): { releasedMicro: number } {
  const lot = requireLot(tx, input.lotId)
  if (holdStore.release(tx, lot.id) === 0) refuse('warehouse.lotNotHeld', { lot: lot.code }, 'lotId')
  let releasedMicro = 0
  for (const place of holdStore.places(tx, lot.itemId, lot.id)) {
    if (place.status !== 'quarantine') continue
    changeStatus(tx, { ...place, itemId: lot.itemId, lotId: lot.id }, 'quarantine', 'available')
    releasedMicro += place.quantityMicro
  }
  for (const task of moveStore.openOfLot(tx, lot.itemId, lot.id)) giveUpMove(tx, task)
  tx.announce({ kind: 'warehouse.lotReleased', id: lot.id })
  return { releasedMicro }
}

interface StatusChange extends LotPlace {
  readonly itemId: number
  readonly lotId: number
}

function changeStatus(
  tx: Tx,
  place: StatusChange,
  from: 'available' | 'quarantine',
  to: 'available' | 'quarantine',
): void {
  const { warehouseId, itemId, lotId, binId, quantityMicro } = place
  postMovements(tx, { postedOn: localDate(tx.now), source: { kind: 'warehouse.lotHold', id: lotId } }, [
    { warehouseId, itemId, lotId, from: { binId, status: from }, to: { binId, status: to }, quantityMicro },
  ])
  layoutStore.startUsing(tx, binId)
}

/** Brings what is in quarantine to the quarantine place: a task for each bin. */
export function recallLot(tx: Tx, input: { lotId: number }): { tasks: number } {
  const lot = requireLot(tx, input.lotId)
  if (holdStore.reasonOf(tx, lot.id) === undefined) refuse('warehouse.lotNotHeld', { lot: lot.code }, 'lotId')
  const planned = new Set(moveStore.openOfLot(tx, lot.itemId, lot.id).map((task) => task.fromBinId))
  let tasks = 0
  for (const place of holdStore.places(tx, lot.itemId, lot.id)) {
    if (place.status !== 'quarantine' || place.kind === 'quarantine' || planned.has(place.binId)) continue
    planMove(tx, {
      warehouseId: place.warehouseId,
      itemId: lot.itemId,
      lotId: lot.id,
      quantityMicro: place.quantityMicro,
      fromBinId: place.binId,
      toBinId: quarantineBin(tx, place.warehouseId),
      status: 'quarantine',
      reasonCode: 'recall',
      sourceKind: 'warehouse.lotHold',
      sourceId: lot.id,
    })
    tasks += 1
  }
  tx.announce({ kind: 'warehouse.lotRecalled', id: lot.id })
  return { tasks }
}

function requireLot(reader: Reader, lotId: number): LotRow {
  return holdStore.lot(reader, lotId) ?? refuse('warehouse.lotUnknown', { item: '', lot: String(lotId) }, 'lotId')
}

/** Refuses `warehouse.lotHeld`: nothing of a held lot goes on its way. */
export function requireNotHeld(reader: Reader, lotId: number, field?: string): void {
  if (lotId === 0) return
  const reason = holdStore.reasonOf(reader, lotId)
  if (reason !== undefined) refuse('warehouse.lotHeld', { lot: requireLot(reader, lotId).code, reason }, field)
}

/** Refuses goods past their date, whether the books say so or the label that was scanned. */
export function requireNotExpired(
  tx: Tx,
  lotId: number,
  label: { readonly lot: string | null; readonly expiresOn: string | null },
): void {
  const lot = lotId === 0 ? undefined : requireLot(tx, lotId)
  const expiresOn = [label.expiresOn, lot?.expiresOn ?? null].filter((day) => day !== null).toSorted()[0]
  if (expiresOn !== undefined && expiresOn < localDate(tx.now)) {
    refuse('warehouse.lotExpired', { lot: lot?.code ?? label.lot ?? '–', expiresOn }, 'itemScan')
  }
}

export function traceLot(reader: Reader, input: { lotId: number }) {
  const lot = requireLot(reader, input.lotId)
  return {
    ...refsOf(lot),
    held: holdStore.reasonOf(reader, lot.id) !== undefined,
    places: holdStore
      .places(reader, lot.itemId, lot.id)
      .map(({ binId, code, status, quantityMicro }) => ({ bin: { id: binId, code }, status, quantityMicro })),
    customers: holdStore
      .customers(reader, lot.itemId, lot.id)
      .map(({ id, code, name, ...order }) => ({ customer: { id, code, name }, ...order })),
  }
}

function refsOf(lot: LotRow) {
  return {
    lot: { id: lot.id, code: lot.code, expiresOn: lot.expiresOn },
    item: { id: lot.itemId, code: lot.itemCode, name: lot.itemName, baseUnit: lot.baseUnit },
  }
}

export function listHeldLots(reader: Reader) {
  const rows = holdStore.held(reader).map(({ lotId, reason, heldAt }) => {
    const lot = requireLot(reader, lotId)
    const customers = holdStore.customers(reader, lot.itemId, lotId).filter((row) => row.shippedMicro > 0)
    return {
      ...refsOf(lot),
      reason,
      heldAt,
      onHandMicro: holdStore.places(reader, lot.itemId, lotId).reduce((sum, place) => sum + place.quantityMicro, 0),
      shippedMicro: customers.reduce((sum, row) => sum + row.shippedMicro, 0),
      customers: new Set(customers.map((row) => row.id)).size,
    }
  })
  return { rows }
}

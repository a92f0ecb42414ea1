import { refuse } from '../../../../shared/errors'
import { formatQuantity } from '../../../../shared/values/format'
import { requireItem } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import { reservationStore } from '../reservations/reservation-store'
import { stockQueries } from '../stock/stock-queries'
import { stockStore, type BalanceKey, type StockRow } from './stock-store'

/** Names in a refusal at most; the rest is counted by an ellipsis. */
const NAMED_DOCUMENTS = 5

function itemText(reader: Reader, itemId: number): string {
  const item = requireItem(reader, itemId)
  return `${item.code} ${item.name}`
}

function holdersText(reader: Reader, warehouseId: number, itemId: number): string {
  const holders = reservationStore.holders(reader, warehouseId, itemId)
  const names = holders.slice(0, NAMED_DOCUMENTS).map(({ kind, id, number }) => number ?? `${kind} ${id}`)
  if (holders.length > NAMED_DOCUMENTS) names.push('…')
  return names.length === 0 ? '–' : names.join(', ')
}

const text = (quantityMicro: number): string => formatQuantity(quantityMicro, { group: false })

/** Not enough is free in the warehouse: says what is there, what is promised and to whom. */
export function refuseInsufficientStock(
  reader: Reader,
  place: { warehouseId: number; itemId: number },
  wantedMicro: number,
): never {
  const stock = stockStore.findStock(reader, place.warehouseId, place.itemId)
  const onHand = stock?.onHandMicro ?? 0
  const reserved = stock?.reservedMicro ?? 0
  return refuse('inventory.insufficientStock', {
    item: itemText(reader, place.itemId),
    wanted: text(wantedMicro),
    onHand: text(onHand),
    reserved: text(reserved),
    free: text((stock?.availableMicro ?? 0) - reserved),
    documents: holdersText(reader, place.warehouseId, place.itemId),
  })
}

/** Not enough is in that bin, lot and status, or a pick has been promised it. */
export function refuseInsufficientInBin(reader: Reader, balance: BalanceKey, wantedMicro: number): never {
  const found = stockStore.findBalance(reader, balance)
  return refuse('inventory.insufficientInBin', {
    item: itemText(reader, balance.itemId),
    bin: stockQueries.binCode(reader, balance.binId) ?? String(balance.binId),
    wanted: text(wantedMicro),
    onHand: text(found?.quantityMicro ?? 0),
    allocated: text(found?.allocatedMicro ?? 0),
  })
}

/** Taking it would break a promise to an order. */
export function refuseReservedByOthers(
  reader: Reader,
  place: { warehouseId: number; itemId: number },
  stock: StockRow,
  wantedMicro: number,
): never {
  return refuse('inventory.reservedByOthers', {
    item: itemText(reader, place.itemId),
    wanted: text(wantedMicro),
    available: text(stock.availableMicro),
    reserved: text(stock.reservedMicro),
    documents: holdersText(reader, place.warehouseId, place.itemId),
  })
}

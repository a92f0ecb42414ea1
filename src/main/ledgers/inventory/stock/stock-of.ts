import type { Reader } from '../../../kernel/db'
import { stockQueries } from './stock-queries'
import { stockStore } from '../movements/stock-store'
import type { StockStatus } from '../tables'

export interface Stock {
  readonly onHandMicro: number
  /** On hand and ours: what the value is for. */
  readonly ownMicro: number
  readonly availableMicro: number
  readonly reservedMicro: number
  /** available less reserved */
  readonly freeMicro: number
  readonly valueMinor: number
}

const NONE: Stock = {
  onHandMicro: 0,
  ownMicro: 0,
  availableMicro: 0,
  reservedMicro: 0,
  freeMicro: 0,
  valueMinor: 0,
}

export function stockOf(reader: Reader, warehouseId: number, itemId: number): Stock {
  const row = stockStore.findStock(reader, warehouseId, itemId)
  if (row === undefined) return NONE
  const { consignedMicro, ...stock } = row
  return {
    ...stock,
    ownMicro: row.onHandMicro - consignedMicro,
    freeMicro: row.availableMicro - row.reservedMicro,
  }
}

export interface PickableStock {
  readonly binId: number
  readonly lotId: number
  readonly lotCode: string | null
  readonly expiresOn: string | null
  /** what no pick has been promised yet */
  readonly freeMicro: number
}

/** Available stock that a pick may be promised, first expired first, then by bin. */
export function pickable(reader: Reader, place: { warehouseId: number; itemId: number }): PickableStock[] {
  return stockQueries.pickable(reader, place)
}

export interface Balance {
  readonly lotId: number
  readonly status: StockStatus
  readonly quantityMicro: number
  readonly allocatedMicro: number
}

export function balancesInBin(reader: Reader, binId: number): (Balance & { readonly itemId: number })[] {
  return stockQueries.inBin(reader, binId)
}

export function binsOfItem(
  reader: Reader,
  warehouseId: number,
  itemId: number,
): (Balance & { readonly binId: number })[] {
  return stockQueries.ofItem(reader, warehouseId, itemId)
}

/** What all stock is worth: equals the books' stock account. */
export function stockValueMinor(reader: Reader): number {
  return stockQueries.totalValueMinor(reader)
}

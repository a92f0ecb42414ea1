import type { Reader } from '../../../kernel/db'
import { balancesInBin, type StockStatus } from '../../../ledgers/inventory'

/** What lies in a place and is promised to no pick. */
export function freeInPlace(
  reader: Reader,
  place: { readonly itemId: number; readonly binId: number; readonly lotId: number; readonly status: StockStatus },
): number {
  return balancesInBin(reader, place.binId)
    .filter((row) => row.itemId === place.itemId && row.lotId === place.lotId && row.status === place.status)
    .reduce((sum, row) => sum + row.quantityMicro - row.allocatedMicro, 0)
}

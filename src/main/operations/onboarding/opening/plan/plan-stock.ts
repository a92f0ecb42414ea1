import type { Reader } from '../../../../kernel/db'
import { openingQueries, type KnownBin } from '../opening-queries'
import { plain, type CellError } from '../tables/cells'
import type { StockRow } from '../tables/lists'

export interface PlannedStock extends StockRow {
  readonly itemId: number
  readonly warehouseId: number
  /** Undefined: the dock of the warehouse, from where it is put away. */
  readonly binId: number | undefined
}

/** Where goods may lie that nobody is working on. */
const RESTING: ReadonlySet<string> = new Set(['dock', 'storage', 'pick-face', 'staging'])

/** Goods on hand with their items, bins and lots; what is not known is told, nothing is made up. */
export function planStock(reader: Reader, rows: readonly StockRow[]): { rows: PlannedStock[]; errors: CellError[] } {
  const errors: CellError[] = []
  if (rows.length === 0) return { rows: [], errors }
  const items = new Map(openingQueries.items(reader).map((item) => [item.code.toLowerCase(), item]))
  const bins = new Map(openingQueries.bins(reader).map((bin) => [bin.code.toUpperCase(), bin]))
  const expiries = new Map(openingQueries.lots(reader).map((lot) => [`${lot.itemId} ${lot.code}`, lot.expiresOn]))
  const warehouses = openingQueries.warehouses(reader)
  const planned = rows.flatMap((stock): PlannedStock[] => {
    const fail = (column: string, code: string, value: string): void =>
      void errors.push({ row: stock.row, column, code, value })
    const item = items.get(stock.itemCode.toLowerCase())
    if (item === undefined) {
      if (stock.itemCode !== '') fail('itemCode', 'itemUnknown', stock.itemCode)
      return []
    }
    if (item.kind !== 'stock') fail('itemCode', 'notAStockItem', stock.itemCode)
    if (item.active !== 1) fail('itemCode', 'archived', stock.itemCode)
    if (item.lotTracked === 1 && stock.lot === '') fail('lot', 'missing', '')
    if (item.lotTracked !== 1 && stock.lot !== '') fail('lot', 'lotNotKept', stock.lot)
    if (stock.lot.length > 40) fail('lot', 'tooLong', stock.lot)
    if (stock.lot !== '') {
      const key = `${item.id} ${stock.lot}`
      const known = expiries.get(key) ?? undefined
      if (known !== undefined && stock.expiresOn !== undefined && known !== stock.expiresOn) {
        fail('expiresOn', 'expiryDiffers', known)
      }
      expiries.set(key, stock.expiresOn ?? known ?? null)
    }
    const place = placeOf(stock, warehouses, bins, fail)
    return place === undefined ? [] : [{ ...stock, itemId: item.id, ...place }]
  })
  return { rows: planned, errors }
}

function placeOf(
  stock: StockRow,
  warehouses: readonly { id: number; code: string; name: string }[],
  bins: ReadonlyMap<string, KnownBin>,
  fail: (column: string, code: string, value: string) => void,
): { warehouseId: number; binId: number | undefined } | undefined {
  const named =
    stock.warehouse === ''
      ? undefined
      : warehouses.find(({ code, name }) => [code, name].some((text) => plain(text) === plain(stock.warehouse)))
  if (stock.warehouse !== '' && named === undefined) {
    fail('warehouse', 'warehouseUnknown', stock.warehouse)
    return undefined
  }
  if (stock.bin === '') {
    const warehouse = named ?? (warehouses.length === 1 ? warehouses[0] : undefined)
    if (warehouse === undefined) fail('warehouse', warehouses.length === 0 ? 'noWarehouse' : 'missing', '')
    return warehouse === undefined ? undefined : { warehouseId: warehouse.id, binId: undefined }
  }
  const bin = bins.get(stock.bin.toUpperCase())
  if (bin === undefined) fail('bin', 'binUnknown', stock.bin)
  else if (!RESTING.has(bin.kind)) fail('bin', 'binNotForStock', stock.bin)
  else if (named !== undefined && bin.warehouseId !== named.id) fail('bin', 'binElsewhere', stock.bin)
  return bin === undefined ? undefined : { warehouseId: bin.warehouseId, binId: bin.id }
}

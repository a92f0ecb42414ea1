import { addDays, daysBetween, localDate } from '../../../../shared/values/date'
import { expiryProposal } from './expiry-proposal'
import { multiplyDivide } from '../../../../shared/values/integers'
import type { Reader } from '../../../kernel/db'
import {
  itemStockQueries,
  lotsExpiring,
  pageOfMovements,
  pageOfStock,
  paceOf,
  type MovementListInput,
  type StockListInput,
} from './list-queries'
import type { ListInput } from '../../../kernel/list-input'

/** Days of sales that tell how fast an item sells. */
const PACE_DAYS = 90

interface ItemColumns {
  readonly itemId: number
  readonly itemCode: string
  readonly itemName: string
  readonly baseUnit: string
}

const itemRef = (row: ItemColumns) => ({
  id: row.itemId,
  code: row.itemCode,
  name: row.itemName,
  baseUnit: row.baseUnit,
})

const binRef = (id: number | null, code: string | null) => (id === null || code === null ? null : { id, code })

const lotRef = (row: { lotId: number | null; lotCode: string | null; expiresOn: string | null }) =>
  row.lotId === null || row.lotCode === null ? null : { id: row.lotId, code: row.lotCode, expiresOn: row.expiresOn }

export function listStock(reader: Reader, input: StockListInput) {
  const { rows, total, valueMinor } = pageOfStock(reader, input)
  return {
    rows: rows.map((row) => ({
      item: itemRef(row),
      category: row.category,
      warehouseId: row.warehouseId,
      onHandMicro: row.onHandMicro,
      availableMicro: row.availableMicro,
      reservedMicro: row.reservedMicro,
      freeMicro: row.freeMicro,
      valueMinor: row.valueMinor,
      pieces: row.pieces,
    })),
    total,
    sums: { valueMinor },
  }
}

export function itemStock(reader: Reader, itemId: number) {
  const stock = itemStockQueries.stock(reader, itemId)
  const reservedMicro = Number(stock?.reservedMicro ?? 0)
  return {
    onHandMicro: Number(stock?.onHandMicro ?? 0),
    reservedMicro,
    freeMicro: Number(stock?.availableMicro ?? 0) - reservedMicro,
    valueMinor: Number(stock?.valueMinor ?? 0),
    balances: itemStockQueries.balances(reader, itemId).map((row) => ({
      bin: { id: row.binId, code: row.binCode },
      lot: lotRef(row),
      status: row.status,
      quantityMicro: row.quantityMicro,
      allocatedMicro: row.allocatedMicro,
      pieces: row.pieces,
    })),
    reservations: itemStockQueries.reservations(reader, itemId),
  }
}

export function listMovements(reader: Reader, input: MovementListInput) {
  const { rows, total } = pageOfMovements(reader, input)
  return {
    rows: rows.map((row) => ({
      id: row.id,
      postedOn: row.postedOn,
      postedAt: row.postedAt,
      item: itemRef(row),
      lot: lotRef(row),
      fromBin: binRef(row.fromBinId, row.fromBinCode),
      toBin: binRef(row.toBinId, row.toBinCode),
      quantityMicro: row.quantityMicro,
      valueMinor: row.valueMinor,
      pieces: row.pieces,
      sourceKind: row.sourceKind,
      sourceId: row.sourceId,
    })),
    total,
    sums: {},
  }
}

/** A lot is worth its part of what its item is worth: value is kept by moving average, not by lot. */
export function listExpiring(reader: Reader, input: ListInput & { readonly before: string }) {
  const today = localDate(reader.now)
  const pace = paceOf(reader, addDays(today, 0 - PACE_DAYS))
  const earlierMicro = new Map<number, number>()
  const all = lotsExpiring(reader, input.before, input.filter).map((row) => {
    const daysLeft = daysBetween(today, row.expiresOn)
    const untilGoneMicro = (earlierMicro.get(row.itemId) ?? 0) + row.quantityMicro
    // What has expired is sold to nobody: it does not stand before the next lot.
    if (daysLeft >= 0) earlierMicro.set(row.itemId, untilGoneMicro)
    const soldMicro = pace.get(row.itemId) ?? 0
    const sellsInDays = soldMicro > 0 ? Math.ceil((untilGoneMicro * PACE_DAYS) / soldMicro) : null
    return {
      item: itemRef(row),
      lot: { id: row.lotId, code: row.lotCode, expiresOn: row.expiresOn },
      quantityMicro: row.quantityMicro,
      valueMinor: multiplyDivide(row.itemValueMinor ?? 0, row.quantityMicro, row.onHandMicro ?? row.quantityMicro),
      daysLeft,
      sellsInDays,
      proposal: expiryProposal({ daysLeft, sellsInDays, hasSupplier: row.supplierId !== null }),
    }
  })
  return {
    rows: (input.descending ? all.toReversed() : all).slice(input.offset, input.offset + input.limit),
    total: all.length,
    sums: { valueMinor: all.reduce((sum, row) => sum + row.valueMinor, 0) },
  }
}

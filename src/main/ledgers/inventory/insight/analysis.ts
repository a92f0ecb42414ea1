import { addDays, daysBetween } from '../../../../shared/values/date'
import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { analysisQueries } from './analysis-queries'
import { ageBuckets, steadinessOf, valueClasses } from './classes'

export interface AnalysisInput extends ListInput {
  readonly on: string
  readonly only: 'all' | 'slow' | 'A' | 'B' | 'C'
}

const DAYS = 365
const MONTHS = 12
/** Nothing sold for so long while some is on hand: slow. */
const SLOW_DAYS = 90

function monthsUntil(day: string): string[] {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  return Array.from({ length: MONTHS }, (_, back) => {
    const count = year * 12 + month - 1 - back
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`
  })
}

function analysedItems(reader: Reader, input: AnalysisInput) {
  const after = addDays(input.on, 0 - DAYS)
  const months = monthsUntil(input.on)
  const sold = new Map<number, { quantity: Map<string, number>; quantityMicro: number; costMinor: number }>()
  for (const row of analysisQueries.sold(reader, after, input.on)) {
    const kept = sold.get(row.itemId) ?? { quantity: new Map<string, number>(), quantityMicro: 0, costMinor: 0 }
    kept.quantity.set(row.month, row.quantityMicro)
    kept.quantityMicro += row.quantityMicro
    kept.costMinor += row.costMinor
    sold.set(row.itemId, kept)
  }
  const classes = valueClasses([...sold].map(([id, { costMinor }]) => ({ id, costMinor })))
  const lastSold = new Map(analysisQueries.lastSold(reader, input.on).map((row) => [row.itemId, row.postedOn]))
  const received = new Map<number, { ageDays: number; quantityMicro: number }[]>()
  for (const { itemId, postedOn, quantityMicro } of analysisQueries.came(reader, input.on)) {
    const list = received.get(itemId) ?? []
    list.push({ ageDays: daysBetween(postedOn, input.on), quantityMicro })
    received.set(itemId, list)
  }
  return analysisQueries.items(reader, input.filter, after).map((item) => {
    const demand = sold.get(item.itemId)
    const soldMicro = Math.max(demand?.quantityMicro ?? 0, 0)
    const costMinor = Math.max(demand?.costMinor ?? 0, 0)
    const lastSoldOn = lastSold.get(item.itemId) ?? null
    const [days30 = 0, days90 = 0, days180 = 0, days365 = 0, older = 0] = ageBuckets(
      item.onHandMicro,
      received.get(item.itemId) ?? [],
    )
    return {
      item: { id: item.itemId, code: item.code, name: item.name, baseUnit: item.baseUnit },
      category: item.category,
      valueClass: classes.get(item.itemId) ?? ('C' as const),
      steadiness: steadinessOf(months.map((month) => demand?.quantity.get(month) ?? 0)),
      onHandMicro: item.onHandMicro,
      valueMinor: item.valueMinor,
      soldMicro,
      costMinor,
      lastSoldOn,
      isSlow: item.onHandMicro > 0 && (lastSoldOn === null || daysBetween(lastSoldOn, input.on) > SLOW_DAYS),
      /** how often a year's sales turn the present stock over, in hundredths */
      turnoverHundredths: item.valueMinor > 0 ? Math.round((costMinor * 100) / item.valueMinor) : null,
      daysOfStock: soldMicro > 0 ? Math.round((item.onHandMicro * DAYS) / soldMicro) : null,
      ages: { days30, days90, days180, days365, older },
    }
  })
}

/** Twelve months of every item: classes, age, last sale, turnover and how many days of sales are on hand. */
export function analyseStock(reader: Reader, input: AnalysisInput) {
  const all = analysedItems(reader, input)
  const chosen = all.filter((row) =>
    input.only === 'all' ? true : input.only === 'slow' ? row.isSlow : row.valueClass === input.only,
  )
  const sorted = sortedBy(chosen, input.sort, input.descending)
  return {
    rows: sorted.slice(input.offset, input.offset + input.limit),
    total: chosen.length,
    sums: {
      valueMinor: chosen.reduce((sum, row) => sum + row.valueMinor, 0),
      costMinor: chosen.reduce((sum, row) => sum + row.costMinor, 0),
    },
  }
}

type Row = ReturnType<typeof analysedItems>[number]

const KEYS: Readonly<Record<string, (row: Row) => number | string>> = {
  item: (row) => row.item.code,
  category: (row) => row.category,
  valueClass: (row) => row.valueClass + row.steadiness,
  onHandMicro: (row) => row.onHandMicro,
  valueMinor: (row) => row.valueMinor,
  soldMicro: (row) => row.soldMicro,
  costMinor: (row) => row.costMinor,
  lastSoldOn: (row) => row.lastSoldOn ?? '',
  turnoverHundredths: (row) => row.turnoverHundredths ?? -1,
  daysOfStock: (row) => row.daysOfStock ?? Number.MAX_SAFE_INTEGER,
}

function sortedBy(rows: Row[], sort: string | undefined, descending: boolean): Row[] {
  const key = sort === undefined ? undefined : KEYS[sort]
  const byKey = key ?? ((row: Row) => row.valueMinor)
  const sign = (sort === undefined) !== descending ? -1 : 1
  return rows.toSorted((a, b) => {
    const left = byKey(a)
    const right = byKey(b)
    if (left === right) return a.item.code < b.item.code ? -1 : 1
    return left < right ? 0 - sign : sign
  })
}

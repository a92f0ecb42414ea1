import { grouped } from '../../../kernel/grouped'
import { addDays, daysBetween } from '../../../../shared/values/date'
import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { scorecardQueries, type ReceivedRow } from './scorecard-queries'

const YEAR = 365

export interface LeadTime {
  readonly days: number
  readonly spreadDays: number
}

/** Days from order to receipt, weighed alike, with their standard deviation. */
export function leadTimeOf(receipts: readonly Pick<ReceivedRow, 'orderedOn' | 'receivedOn'>[]): LeadTime | undefined {
  if (receipts.length === 0) return undefined
  const days = receipts.map(({ orderedOn, receivedOn }) => Math.max(0, daysBetween(orderedOn, receivedOn)))
  const mean = days.reduce((sum, value) => sum + value, 0) / days.length
  const squares = days.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { days: mean, spreadDays: days.length < 2 ? 0 : Math.sqrt(squares / (days.length - 1)) }
}

/** Of the quantity that was due, what came by its day; what is late and not here is late. Hundredths of a percent. */
export function onTimeHundredths(
  receipts: readonly Pick<ReceivedRow, 'receivedOn' | 'expectedOn' | 'quantityMicro'>[],
  missingMicro: number,
): number | null {
  const came = receipts.reduce((sum, { quantityMicro }) => sum + quantityMicro, 0)
  if (came + missingMicro === 0) return null
  const inTime = receipts
    .filter(({ receivedOn, expectedOn }) => receivedOn <= expectedOn)
    .reduce((sum, { quantityMicro }) => sum + quantityMicro, 0)
  return Math.round((inTime / (came + missingMicro)) * 10_000)
}

/** Of what came, what was rejected or sent back; hundredths of a percent. */
export function rejectedHundredths(
  receipts: readonly Pick<ReceivedRow, 'quantityMicro'>[],
  rejectedMicro: number,
): number | null {
  const came = receipts.reduce((sum, { quantityMicro }) => sum + quantityMicro, 0)
  return came === 0 ? null : Math.round((rejectedMicro / came) * 10_000)
}

export function leadTimes(reader: Reader, on: string): Map<number, LeadTime> {
  const bySupplier = grouped(scorecardQueries.received(reader, addDays(on, -YEAR), on), (row) => row.supplierId)
  return new Map(
    [...bySupplier].flatMap(([supplierId, receipts]) => {
      const lead = leadTimeOf(receipts)
      return lead === undefined ? [] : [[supplierId, lead] as const]
    }),
  )
}

const rounded = (value: number): number => Math.round(value * 10) / 10

/** A year of every supplier: punctuality, lead time, accuracy, quality, prices. */
export function listScorecards(reader: Reader, input: ListInput & { readonly on: string }) {
  const after = addDays(input.on, -YEAR)
  const received = grouped(scorecardQueries.received(reader, after, input.on), (row) => row.supplierId)
  const missing = new Map(
    scorecardQueries.missing(reader, after, input.on).map((row) => [row.supplierId, row.quantityMicro]),
  )
  const closed = new Map(scorecardQueries.closed(reader, after, input.on).map((row) => [row.supplierId, row]))
  const rejected = new Map(
    scorecardQueries.rejected(reader, after, input.on).map((row) => [row.supplierId, row.quantityMicro]),
  )
  const trend = new Map(scorecardQueries.trend(reader, after, input.on).map((row) => [row.supplierId, row]))
  const all = scorecardQueries.suppliers(reader, input).map((supplier) => {
    const receipts = received.get(supplier.id) ?? []
    const lead = leadTimeOf(receipts)
    const done = closed.get(supplier.id)
    const prices = trend.get(supplier.id)
    return {
      supplier,
      orders: new Set(receipts.map(({ orderId }) => orderId)).size,
      onTimeHundredths: onTimeHundredths(receipts, missing.get(supplier.id) ?? 0),
      leadDays: lead === undefined ? null : rounded(lead.days),
      leadSpreadDays: lead === undefined ? null : rounded(lead.spreadDays),
      deliveredHundredths:
        done === undefined || done.orderedMicro === 0
          ? null
          : Math.round((done.receivedMicro / done.orderedMicro) * 10_000),
      rejectedHundredths: rejectedHundredths(receipts, rejected.get(supplier.id) ?? 0),
      priceTrendHundredths:
        prices === undefined || prices.atFirst === 0
          ? null
          : Math.round((prices.atSecond / prices.atFirst - 1) * 10_000),
      boughtMinor: receipts.reduce((sum, { valueMinor }) => sum + valueMinor, 0),
    }
  })
  type Row = (typeof all)[number]
  const keys: Readonly<Record<string, (row: Row) => number | string>> = {
    supplier: (row) => row.supplier.code,
    orders: (row) => row.orders,
    onTimeHundredths: (row) => row.onTimeHundredths ?? -1,
    leadDays: (row) => row.leadDays ?? -1,
    deliveredHundredths: (row) => row.deliveredHundredths ?? -1,
    rejectedHundredths: (row) => row.rejectedHundredths ?? -1,
    priceTrendHundredths: (row) => row.priceTrendHundredths ?? -100_000,
    boughtMinor: (row) => row.boughtMinor,
  }
  const key = keys[input.sort ?? ''] ?? ((row: Row) => 0 - row.boughtMinor)
  const sign = input.descending ? -1 : 1
  const sorted = all.toSorted((a, b) => (key(a) < key(b) ? -sign : key(a) > key(b) ? sign : 0))
  return {
    rows: sorted.slice(input.offset, input.offset + input.limit),
    total: all.length,
    sums: { boughtMinor: all.reduce((sum, row) => sum + row.boughtMinor, 0) },
  }
}

import { isBusinessDate } from '../../../../shared/values/date'
import { parseScaled } from '../../../../shared/values/format'

export const FIELDS = [
  'externalNumber',
  'customer',
  'item',
  'unit',
  'count',
  'price',
  'shipTo',
  'promisedOn',
  'note',
] as const
export type Field = (typeof FIELDS)[number]

/** Which column of the file, from 0, says what. */
export type ColumnMap = Readonly<Partial<Record<Field, number | undefined>>>

export interface TableOrder {
  readonly externalNumber: string
  readonly customer: string
  readonly shipTo: string
  readonly promisedOn: string | undefined
  readonly note: string
  readonly lines: {
    readonly item: string
    readonly unit: string
    readonly countMicro: number
    readonly priceMicro?: number
  }[]
}

export interface TableError {
  /** as people count: the first row under the head is 2 */
  readonly row: number
  readonly field: Field
  readonly problem: 'missing' | 'number' | 'date' | 'differs'
}

const MICRO_DECIMALS = 6

/** Rows with the same number are one order, wherever they stand. Pure; an order with an error in it is left out whole. */
export function tableOrders(
  rows: readonly (readonly string[])[],
  columns: ColumnMap,
): { orders: TableOrder[]; errors: TableError[] } {
  const orders = new Map<string, TableOrder>()
  const errors: TableError[] = []
  const spoiled = new Set<string>()
  for (const [at, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const text = (field: Field): string => cells[columns[field] ?? -1]?.trim() ?? ''
    const externalNumber = text('externalNumber')
    const wrong = rowErrors(text)
    for (const error of wrong) errors.push({ row: at + 2, ...error })
    const known = orders.get(externalNumber)
    const isOther = known !== undefined && text('customer') !== '' && text('customer') !== known.customer
    if (isOther) errors.push({ row: at + 2, field: 'customer', problem: 'differs' })
    if (wrong.length > 0 || isOther) {
      spoiled.add(externalNumber)
      continue
    }
    const order = known ?? {
      externalNumber,
      customer: text('customer'),
      shipTo: text('shipTo'),
      promisedOn: text('promisedOn') === '' ? undefined : day(text('promisedOn')),
      note: text('note'),
      lines: [],
    }
    const price = text('price') === '' ? undefined : scaled(text('price'))
    order.lines.push({
      item: text('item'),
      unit: text('unit'),
      countMicro: scaled(text('count')) ?? 0,
      ...(price === undefined ? {} : { priceMicro: price }),
    })
    orders.set(externalNumber, order)
  }
  return { orders: [...orders.values()].filter((order) => !spoiled.has(order.externalNumber)), errors }
}

function rowErrors(text: (field: Field) => string): Omit<TableError, 'row'>[] {
  const errors: Omit<TableError, 'row'>[] = []
  for (const field of ['externalNumber', 'customer', 'item', 'count'] as const) {
    if (text(field) === '') errors.push({ field, problem: 'missing' })
  }
  const count = scaled(text('count'))
  if (text('count') !== '' && (count === undefined || count <= 0)) errors.push({ field: 'count', problem: 'number' })
  const price = scaled(text('price'))
  if (text('price') !== '' && (price === undefined || price < 0)) errors.push({ field: 'price', problem: 'number' })
  if (text('promisedOn') !== '' && day(text('promisedOn')) === undefined)
    errors.push({ field: 'promisedOn', problem: 'date' })
  return errors
}

function scaled(text: string): number | undefined {
  const parsed = parseScaled(text, MICRO_DECIMALS)
  return parsed.ok ? parsed.value : undefined
}

/** 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日 */
function day(text: string): string | undefined {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(text)
  if (parts === null) return undefined
  const date = `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`
  return isBusinessDate(date) ? date : undefined
}

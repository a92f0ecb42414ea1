import { isBusinessDate } from '../../../shared/values/date'
import { decimalText, parseDecimal } from '../../../shared/values/integers'

/** A row as texts by column, each in the one form that its column knows: two rows are alike when their cells are. */
export type Cells = Readonly<Record<string, string>>

/** How a cell is written. `money` has the decimals of the company's currency, `share` is a percentage. */
export type CellType = 'text' | 'count' | 'money' | 'price' | 'quantity' | 'share' | 'date' | 'yesNo'

export interface Column {
  readonly name: string
  readonly type: CellType
  /** Together they name the row. */
  readonly isKey?: true
  readonly isNeeded?: true
  /** What a new row has where the file says nothing. */
  readonly whenNew?: string
}

const YES = new Set(['1', 'yes', 'y', 'true', 'x', '是', '√'])
const NO = new Set(['0', 'no', 'n', 'false', '否'])
const MOST_TEXT = 300
const DECIMALS: Readonly<Record<string, number>> = { count: 0, price: 6, quantity: 6, share: 4 }

/** The one form of a cell; undefined where it cannot be read as what its column holds. */
export function canonical(type: CellType, written: string, moneyDecimals: number): string | undefined {
  const text = written.trim()
  if (type === 'text') return text.length > MOST_TEXT ? undefined : text
  if (text === '') return ''
  if (type === 'yesNo') return YES.has(text.toLowerCase()) ? 'yes' : NO.has(text.toLowerCase()) ? 'no' : undefined
  if (type === 'date') {
    const day = text.replaceAll(/[/.]/g, '-').replaceAll(/(?<=-)(\d)(?=-|$)/g, '0$1')
    return isBusinessDate(day) ? day : undefined
  }
  const number = text.normalize('NFKC').replaceAll(',', '').replace(/%$/, '')
  const decimals = type === 'money' ? moneyDecimals : (DECIMALS[type] ?? 0)
  const value = parseDecimal(number, decimals)
  return value === undefined || value < 0 ? undefined : numberText(value, decimals)
}

/** 12.50 and 12.5 are one figure. */
function numberText(value: number, decimals: number): string {
  const text = decimalText(value, decimals)
  return decimals === 0 ? text : text.replace(/\.?0+$/, '')
}

/** A figure of the engine as a cell. */
export function cellOf(type: CellType, value: string | number | null, moneyDecimals: number): string {
  if (value === null) return ''
  if (type === 'yesNo') return value === 1 ? 'yes' : 'no'
  if (typeof value === 'string') return value
  return numberText(value, type === 'money' ? moneyDecimals : (DECIMALS[type] ?? 0))
}

/** The figure that a cell says, in the unit of its column; 0 where it is empty. */
export function figure(cells: Cells, column: Column, moneyDecimals: number): number {
  const decimals = column.type === 'money' ? moneyDecimals : (DECIMALS[column.type] ?? 0)
  return parseDecimal(cells[column.name] ?? '', decimals) ?? 0
}

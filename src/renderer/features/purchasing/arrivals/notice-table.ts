/** A supplier's table of what is in which unit: titles in either language, one row for each kind of goods. */
import { resources } from '../../../../shared/i18n'
import { parseScaled } from '../../../../shared/values/format'
import { parseDate } from '../../../../shared/values/format-date'

export const UNIT_KINDS = ['pallet', 'carton', 'tote'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export interface NoticeLine {
  readonly key: string
  readonly unitCode: string
  readonly unitKind: UnitKind
  readonly parentCode: string
  readonly item: string
  readonly lotCode: string
  readonly expiresOn: string | undefined
  readonly quantityMicro: number | undefined
  readonly orderNumber: string
}

export const NOTICE_COLUMNS = [
  'unitCode',
  'unitKind',
  'parentCode',
  'item',
  'lotCode',
  'expiresOn',
  'quantity',
  'orderNumber',
] as const
export type NoticeColumn = (typeof NOTICE_COLUMNS)[number]

export interface NoticeTable {
  readonly lines: readonly NoticeLine[]
  readonly faults: readonly { readonly row: number; readonly column: NoticeColumn; readonly value: string }[]
}

export const newLine = (): NoticeLine => ({
  key: crypto.randomUUID(),
  unitCode: '',
  unitKind: 'pallet',
  parentCode: '',
  item: '',
  lotCode: '',
  expiresOn: undefined,
  quantityMicro: undefined,
  orderNumber: '',
})

const TITLES = new Map<string, NoticeColumn>(
  NOTICE_COLUMNS.flatMap((column) =>
    [column, ...Object.values(resources).map(({ translation }) => translation.arrivals.columns[column])].map(
      (title) => [title.toLowerCase(), column] as const,
    ),
  ),
)
const KINDS = new Map<string, UnitKind>(
  UNIT_KINDS.flatMap((kind) =>
    [kind, ...Object.values(resources).map(({ translation }) => translation.warehouse.floor.unitKinds[kind])].map(
      (name) => [name.toLowerCase(), kind] as const,
    ),
  ),
)

/** The kind as people write it; nothing for a word that is none. */
export function kindOf(text: string): UnitKind | undefined {
  return KINDS.get(text.trim().toLowerCase())
}

/** The first row names the columns; a row that is empty is none. Rows without a kind are pallets, on a pallet cartons. */
export function readNotice(table: readonly (readonly string[])[], today: string): NoticeTable {
  const [head = [], ...body] = table
  const columns = head.map((title) => TITLES.get(title.trim().toLowerCase()))
  const lines: NoticeLine[] = []
  const faults: NoticeTable['faults'][number][] = []
  for (const [at, cells] of body.entries()) {
    if (cells.every((text) => text.trim() === '')) continue
    const cell = (column: NoticeColumn): string => (cells[columns.indexOf(column)] ?? '').trim()
    const fault = (column: NoticeColumn): void => void faults.push({ row: at + 2, column, value: cell(column) })
    const parentCode = cell('parentCode')
    const unitKind = cell('unitKind') === '' ? (parentCode === '' ? 'pallet' : 'carton') : kindOf(cell('unitKind'))
    const quantity = parseScaled(cell('quantity'), 6)
    const expiresOn = cell('expiresOn') === '' ? undefined : parseDate(cell('expiresOn'), today)
    if (unitKind === undefined) fault('unitKind')
    if (!quantity.ok || quantity.value <= 0) fault('quantity')
    if (cell('expiresOn') !== '' && expiresOn === undefined) fault('expiresOn')
    if (cell('unitCode') === '') fault('unitCode')
    if (cell('item') === '') fault('item')
    lines.push({
      ...newLine(),
      unitCode: cell('unitCode'),
      unitKind: unitKind ?? 'pallet',
      parentCode,
      item: cell('item'),
      lotCode: cell('lotCode'),
      expiresOn,
      quantityMicro: quantity.ok ? quantity.value : undefined,
      orderNumber: cell('orderNumber'),
    })
  }
  return { lines, faults }
}

import { parseDecimal } from '../../../../shared/values/integers'
import type { Input } from '../save-item'

/** Columns of an items table, by the names that the engine and both languages give them. */
export const COLUMNS = [
  'code',
  'name',
  'otherName',
  'kind',
  'category',
  'baseUnit',
  'packs',
  'barcodes',
  'lotTracked',
  'serialTracked',
  'brand',
  'shelfLifeDays',
  'taxCode',
  'salesPrice',
  'purchasePrice',
  'supplier',
  'weightGrams',
  'volumeMillilitres',
] as const
export type Column = (typeof COLUMNS)[number]

export interface CellError {
  readonly column: Column
  readonly code: string
  readonly value: string
}

/** A row as it was understood; a column that the file does not have is left as it is. */
export interface ReadRow {
  readonly fields: Partial<Omit<Input, 'packs' | 'supplierId'>>
  readonly supplierCode: string | undefined
  readonly packs: readonly Input['packs'][number][] | undefined
  readonly barcodes: readonly string[] | undefined
  readonly errors: readonly CellError[]
}

const YES = new Set(['1', 'yes', 'y', 'true', 'x', '是', '√'])
const NO = new Set(['', '0', 'no', 'n', 'false', '否'])
const SERVICE = new Set(['service', '服务'])
const STOCK = new Set(['', 'stock', '存货', '商品', '货品'])
const MOST_PRICE = 1_000_000_000_000_000

/** Understands one row by the columns of its file. Knows nothing of other rows or of what is kept. */
export function readRow(cells: readonly string[], columns: readonly (Column | undefined)[]): ReadRow {
  const errors: CellError[] = []
  const fields: Record<string, unknown> = {}
  let supplierCode: string | undefined
  let packs: Input['packs'] | undefined
  let barcodes: string[] | undefined
  for (const [at, column] of columns.entries()) {
    if (column === undefined) continue
    const value = (cells[at] ?? '').trim()
    const fail = (code: string): void => void errors.push({ column, code, value })
    const number = (most: number): number | undefined => {
      const parsed = wholeNumber(value)
      if (parsed === undefined || parsed > most) fail('number')
      return parsed
    }
    switch (column) {
      case 'code':
        if (value === '') fail('missing')
        else if (value.length > 40) fail('tooLong')
        fields['code'] = value
        break
      case 'name':
        if (value === '') fail('missing')
        else if (value.length > 200) fail('tooLong')
        fields['name'] = value
        break
      case 'otherName':
        if (value.length > 200) fail('tooLong')
        fields['otherName'] = value
        break
      case 'category':
      case 'brand':
        if (value.length > 60) fail('tooLong')
        fields[column] = value
        break
      case 'baseUnit':
        if (value === '') fail('missing')
        else if (value.length > 20) fail('tooLong')
        fields['baseUnit'] = value
        break
      case 'taxCode':
        if (value.length > 20) fail('tooLong')
        if (value !== '') fields['taxCode'] = value
        break
      case 'kind':
        if (SERVICE.has(value.toLowerCase())) fields['kind'] = 'service'
        else if (STOCK.has(value.toLowerCase())) fields['kind'] = 'stock'
        else fail('kind')
        break
      case 'lotTracked':
      case 'serialTracked':
        if (YES.has(value.toLowerCase())) fields[column] = true
        else if (NO.has(value.toLowerCase())) fields[column] = false
        else fail('yesNo')
        break
      case 'shelfLifeDays':
        fields['shelfLifeDays'] = value === '' || value === '0' ? null : number(20_000)
        break
      case 'weightGrams':
      case 'volumeMillilitres':
        fields[column] = value === '' ? 0 : number(1_000_000_000)
        break
      case 'salesPrice':
      case 'purchasePrice': {
        const price = value === '' ? 0 : parseDecimal(ungrouped(value), 6)
        if (price === undefined || price < 0 || price > MOST_PRICE) fail('price')
        fields[`${column}Micro`] = price
        break
      }
      case 'supplier':
        supplierCode = value
        break
      case 'barcodes':
        barcodes = barcodesOf(value)
        if (barcodes.length > 10 || barcodes.some((code) => code.length < 3 || code.length > 48)) fail('barcodes')
        break
      case 'packs': {
        packs = packsOf(value)
        if (packs === undefined) fail('packs')
      }
    }
  }
  return { fields: fields as ReadRow['fields'], supplierCode, packs, barcodes, errors }
}

const ungrouped = (value: string): string =>
  /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(value) ? value.replaceAll(',', '') : value
const wholeNumber = (value: string): number | undefined => {
  const parsed = parseDecimal(ungrouped(value), 0)
  return parsed === undefined || parsed < 0 ? undefined : parsed
}
const barcodesOf = (value: string): string[] => value.split(/[\s,;，；]+/).filter((code) => code !== '')

/** `case=12 4006381333931; pallet=480`: packs beside the base unit, with their barcodes. */
function packsOf(value: string): Input['packs'] | undefined {
  const packs: Input['packs'] = []
  for (const part of value.split(/[;；]/).map((text) => text.trim())) {
    if (part === '') continue
    const match = /^(\S{1,20})\s*=\s*(\d{1,7})((?:\s+\S{3,48})*)$/.exec(part)
    const baseQuantity = Number(match?.[2] ?? 0)
    if (match === null || baseQuantity < 2 || baseQuantity > 1_000_000 || packs.length === 9) return undefined
    packs.push({ unit: match[1] ?? '', baseQuantity, barcodes: barcodesOf(match[3] ?? '') })
  }
  return packs
}

/** An item as a row of the table, to be changed and read again. */
export function rowOf(item: Input, supplierCode: string): string[] {
  const [base, ...others] = item.packs
  const price = (micro: number): string => (micro / 1_000_000).toFixed(6).replace(/\.?0+$/, '')
  const cells: Readonly<Record<Column, string>> = {
    code: item.code,
    name: item.name,
    otherName: item.otherName,
    kind: item.kind,
    category: item.category,
    baseUnit: item.baseUnit,
    packs: others
      .map(({ unit, baseQuantity, barcodes }) => [`${unit}=${baseQuantity}`, ...barcodes].join(' '))
      .join('; '),
    barcodes: (base?.barcodes ?? []).join(' '),
    lotTracked: item.lotTracked ? 'yes' : 'no',
    serialTracked: item.serialTracked ? 'yes' : 'no',
    brand: item.brand,
    shelfLifeDays: item.shelfLifeDays === null ? '' : String(item.shelfLifeDays),
    taxCode: item.taxCode,
    salesPrice: price(item.salesPriceMicro),
    purchasePrice: price(item.purchasePriceMicro),
    supplier: supplierCode,
    weightGrams: String(item.weightGrams),
    volumeMillilitres: String(item.volumeMillilitres),
  }
  return COLUMNS.map((column) => cells[column])
}

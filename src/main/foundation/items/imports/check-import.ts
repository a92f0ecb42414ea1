import { refuse } from '../../../../shared/errors'
import type { Reader } from '../../../kernel/db'
import { partnerByCode } from '../../parties'
import { requireItem } from '../item'
import { itemStore } from '../item-store'
import type { Input } from '../save-item'
import { COLUMNS, readRow, type CellError, type Column, type ReadRow } from './item-table'

export interface PlannedRow {
  readonly itemId: number | undefined
  readonly wasActive: boolean
  readonly before: Input | undefined
  readonly after: Input
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[]
  readonly errors: readonly (CellError & { readonly row: number })[]
  readonly added: number
  readonly changed: number
  readonly same: number
}

/** Errors that are told at most; a file with more is mended step by step. */
const TOLD = 500

/** An item as it would be entered by hand. */
export function inputOf(reader: Reader, itemId: number): Input {
  const { id: _id, active: _active, ...item } = requireItem(reader, itemId)
  const codes = itemStore.barcodesOf(reader, itemId)
  return {
    ...item,
    packs: itemStore.packsOf(reader, itemId).map((pack) => ({
      unit: pack.unit,
      baseQuantity: pack.base_quantity,
      barcodes: codes.filter((code) => code.pack_id === pack.id).map((code) => code.barcode),
    })),
  }
}

/** What a table would do, row by row, and everything that is wrong with it; changes nothing. */
export function planImport(reader: Reader, table: readonly (readonly string[])[]): ImportPlan {
  const [head = [], ...body] = table
  const columns = head.map((title) => COLUMNS.find((column) => column === title))
  for (const needed of ['code', 'name'] as const) {
    if (!columns.includes(needed)) refuse('items.importColumnMissing', { column: needed }, 'rows')
  }
  const seenCodes = new Map<string, number>()
  const seenBarcodes = new Map<string, number>()
  const rows: PlannedRow[] = []
  const errors: (CellError & { row: number })[] = []
  let same = 0
  for (const [at, cells] of body.entries()) {
    const row = at + 2
    const read = readRow(cells, columns)
    const found = [...read.errors]
    const planned = found.length > 0 ? undefined : planRow(reader, read, found)
    const code = (read.fields.code ?? '').toLowerCase()
    if (code !== '' && seenCodes.has(code)) {
      found.push({ column: 'code', code: 'twice', value: String(seenCodes.get(code)) })
    }
    seenCodes.set(code, row)
    for (const barcode of planned?.after.packs.flatMap((pack) => pack.barcodes) ?? []) {
      const other = seenBarcodes.get(barcode)
      if (other !== undefined) found.push({ column: 'barcodes', code: 'barcodeTwice', value: barcode })
      seenBarcodes.set(barcode, row)
    }
    for (const error of found) if (errors.length < TOLD) errors.push({ ...error, row })
    if (planned === undefined || found.length > 0) continue
    if (planned.wasActive && JSON.stringify(planned.before) === JSON.stringify(planned.after)) same += 1
    else rows.push(planned)
  }
  const added = rows.filter((row) => row.itemId === undefined).length
  return { rows, errors, added, changed: rows.length - added, same }
}

function planRow(reader: Reader, read: ReadRow, errors: CellError[]): PlannedRow | undefined {
  const kept = itemStore.byCode(reader, read.fields.code ?? '')
  const before = kept === undefined ? undefined : inputOf(reader, kept.id)
  const fail = (column: Column, code: string, value: string): void => void errors.push({ column, code, value })
  const fields = { ...(before ?? NEW_ITEM), ...read.fields }
  if (fields.baseUnit === '') fail('baseUnit', 'missing', '')
  if (before !== undefined && before.baseUnit !== fields.baseUnit) fail('baseUnit', 'baseUnitFixed', before.baseUnit)
  if (before !== undefined && before.kind !== fields.kind) fail('kind', 'kindFixed', before.kind)
  if (fields.serialTracked && !fields.lotTracked) fail('serialTracked', 'serialNeedsLots', '')
  if (fields.shelfLifeDays !== null && !fields.lotTracked) fail('lotTracked', 'shelfLifeNeedsLots', '')
  const after: Input = {
    ...fields,
    supplierId: supplierOf(reader, read, before, fail),
    packs: packsOf(read, before, fields.baseUnit, fail),
  }
  for (const barcode of after.packs.flatMap((pack) => pack.barcodes)) {
    const taken = itemStore.barcode(reader, barcode)
    if (taken !== undefined && taken.item_id !== kept?.id) fail('barcodes', 'barcodeTaken', barcode)
  }
  return { itemId: kept?.id, wasActive: kept?.active === 1, before, after }
}

const NEW_ITEM: Input = {
  code: '',
  name: '',
  otherName: '',
  kind: 'stock',
  category: '',
  baseUnit: '',
  lotTracked: false,
  shelfLifeDays: null,
  taxCode: 'standard',
  salesPriceMicro: 0,
  purchasePriceMicro: 0,
  supplierId: null,
  weightGrams: 0,
  volumeMillilitres: 0,
  serialTracked: false,
  brand: '',
  isKit: false,
  packs: [],
}

type Fail = (column: Column, code: string, value: string) => void

function supplierOf(reader: Reader, read: ReadRow, before: Input | undefined, fail: Fail): number | null {
  if (read.supplierCode === undefined) return before?.supplierId ?? null
  if (read.supplierCode === '') return null
  const partner = partnerByCode(reader, read.supplierCode)
  if (partner?.isSupplier !== true) fail('supplier', 'supplierUnknown', read.supplierCode)
  return partner?.id ?? null
}

/** The base unit, then the other packs: those of the file, or those that are kept. */
function packsOf(read: ReadRow, before: Input | undefined, baseUnit: string, fail: Fail): Input['packs'] {
  const [keptBase, ...keptOthers] = before?.packs ?? []
  const base = {
    unit: baseUnit,
    baseQuantity: 1,
    barcodes: [...(read.barcodes ?? keptBase?.barcodes ?? [])].toSorted(),
  }
  const others = read.packs ?? keptOthers
  const units = new Set([baseUnit])
  for (const pack of others) {
    if (units.has(pack.unit)) fail('packs', 'packTwice', pack.unit)
    units.add(pack.unit)
    const kept = keptOthers.find(({ unit }) => unit === pack.unit)
    if (kept !== undefined && kept.baseQuantity !== pack.baseQuantity) fail('packs', 'packRatioFixed', pack.unit)
  }
  // A pack that documents may refer to stays, whatever the file says.
  const gone = keptOthers.filter(({ unit }) => !units.has(unit)).map((pack) => ({ ...pack, barcodes: [] }))
  return [base, ...[...others, ...gone].toSorted((a, b) => a.baseQuantity - b.baseQuantity)]
}

import { resources } from '../../../../shared/i18n'
import { formatQuantity, type Language } from '../../../../shared/values/format'
import { formatDate } from '../../../../shared/values/format-date'
import { companyProfile } from '../../../foundation/company'
import type { Reader } from '../../../kernel/db'
import { renderPaper } from '../../../kernel/paper'
import { requireWarehouse } from '../layout/bins'
import { requireUnit } from './units'
import { unitStore, type ContentRow, type Unit } from './unit-store'

function shownRow({ itemId, code, name, baseUnit, lotId, lotCode, expiresOn, status, quantityMicro }: ContentRow) {
  return {
    item: { id: itemId, code, name, baseUnit },
    lot: lotCode === null ? null : { id: lotId, code: lotCode, expiresOn },
    status,
    quantityMicro,
  }
}

/** What stands in it, however deep, each with what is in itself. */
function nested(reader: Reader, unit: Unit, depth: number): { unit: Unit; depth: number }[] {
  return unitStore
    .inside(reader, unit.id)
    .flatMap((inner) => [{ unit: inner, depth }, ...nested(reader, inner, depth + 1)])
}

/** A unit by its label, with all that is in it. */
export function getUnit(reader: Reader, input: { readonly unitScan: string }) {
  const unit = requireUnit(reader, input.unitScan)
  const { id, code, kind, binId, binCode, parentCode } = unit
  return {
    id,
    code,
    kind,
    bin: { id: binId, code: binCode },
    parentCode,
    proposedBin: unitStore.proposedBin(reader, id, binId) ?? null,
    rows: unitStore.content(reader, id).map(shownRow),
    inside: nested(reader, unit, 1).map((inner) => ({
      code: inner.unit.code,
      kind: inner.unit.kind,
      depth: inner.depth,
      rows: unitStore.content(reader, inner.unit.id).map(shownRow),
    })),
  }
}

export function listUnits(
  reader: Reader,
  input: {
    readonly warehouseId: number
    readonly filter: string
    readonly limit: number
    readonly offset: number
    readonly descending: boolean
  },
) {
  requireWarehouse(reader, input.warehouseId)
  return { ...unitStore.list(reader, { ...input, newest: !input.descending }), sums: {} }
}

/** The unit's label: its code as a barcode, and all that is in it. */
export function unitLabelPdf(
  reader: Reader,
  input: { readonly unitScan: string; readonly locale: Language },
): { fileName: string; pdf: string } {
  const unit = requireUnit(reader, input.unitScan)
  const { paper, warehouse } = resources[input.locale].translation
  const all = [unit, ...nested(reader, unit, 1).map((inner) => inner.unit)]
  const rows = all.flatMap((part) => unitStore.content(reader, part.id).map((line) => ({ part, line })))
  const pdf = renderPaper({
    sender: companyProfile(reader).name,
    title: warehouse.floor.unitKinds[unit.kind],
    number: unit.code,
    addressee: { label: warehouse.bin, name: unit.binCode, lines: [] },
    facts: [],
    columns: [
      { title: '#', share: 0.06, align: 'right' },
      { title: paper.code, share: 0.16, align: 'left' },
      { title: paper.item, share: 0.3, align: 'left' },
      { title: paper.lot, share: 0.14, align: 'left' },
      { title: paper.expiresOn, share: 0.12, align: 'left' },
      { title: paper.quantity, share: 0.1, align: 'right' },
      { title: warehouse.floor.unitIn, share: 0.12, align: 'left' },
    ],
    rows: rows.map(({ part, line }, at) => [
      String(at + 1),
      line.code,
      line.name,
      line.lotCode ?? '',
      line.expiresOn === null ? '' : formatDate(line.expiresOn, input.locale),
      `${formatQuantity(line.quantityMicro)} ${line.baseUnit}`,
      part.id === unit.id ? '' : part.code,
    ]),
    totals: [],
    remarks: [],
    signatures: [],
    pageLabel: paper.page,
  })
  return { fileName: `${unit.code}.pdf`, pdf: pdf.toString('base64') }
}

import { refuse } from '../../../shared/errors'
import { barcodesOfItems } from '../../foundation/items'
import type { Reader } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'
import { inspectionStore } from './inspection-store'
import { itemRef, partnerRef } from './plans'
import type { InspectionState } from './tables'

const SORTS: Readonly<Record<string, string>> = {
  number: 'q.id',
  state: 'q.state',
  madeAt: 'q.made_at',
  item: 'i.code',
}

const FROM = `
  FROM quality_inspection q
  JOIN v_items_item i ON i.id = q.item_id
  JOIN v_parties_partner p ON p.id = q.supplier_id
  JOIN v_warehouse_bin b ON b.id = q.bin_id
  LEFT JOIN v_inventory_lot l ON l.id = q.lot_id
  WHERE (?1 IS NULL OR q.state = ?1) AND (?2 IS NULL OR q.warehouse_id = ?2)
    AND (?3 = '' OR q.number LIKE ?4 OR i.code LIKE ?4 OR i.name LIKE ?4 OR p.name LIKE ?4 OR l.code LIKE ?4)`

interface Row {
  id: number
  number: string
  state: InspectionState
  itemId: number
  itemCode: string
  itemName: string
  baseUnit: string
  lotId: number | null
  lotCode: string | null
  expiresOn: string | null
  supplierId: number
  supplierCode: string
  supplierName: string
  binId: number
  binCode: string
  quantityMicro: number
  sampleMicro: number
  acceptedMicro: number
  rejectedMicro: number
  madeAt: string
}

interface ListInspections extends ListInput {
  readonly state?: InspectionState | undefined
  readonly warehouseId?: number | undefined
}

export function listInspections(reader: Reader, input: ListInspections) {
  const params = [input.state ?? null, input.warehouseId ?? null, input.filter, `%${input.filter}%`]
  const sort = SORTS[input.sort ?? ''] ?? 'q.id'
  const direction = input.sort === undefined || input.descending ? 'DESC' : 'ASC'
  const rows = reader.all<Row>(
    `SELECT q.id, q.number, q.state, i.id AS itemId, i.code AS itemCode, i.name AS itemName, i.base_unit AS baseUnit,
       l.id AS lotId, l.code AS lotCode, l.expires_on AS expiresOn, p.id AS supplierId, p.code AS supplierCode,
       p.name AS supplierName, b.id AS binId, b.code AS binCode, q.quantity_micro AS quantityMicro,
       q.sample_micro AS sampleMicro, q.accepted_micro AS acceptedMicro, q.rejected_micro AS rejectedMicro,
       q.made_at AS madeAt
     ${FROM} ORDER BY ${sort} ${direction}, q.id ${direction} LIMIT ?5 OFFSET ?6`,
    [...params, input.limit, input.offset],
  )
  const total = reader.first<{ total: number }>(`SELECT count(*) AS total ${FROM}`, params)?.total ?? 0
  return { rows: rows.map(shown), total, sums: {} }
}

function shown(row: Row) {
  const { itemId, itemCode, itemName, baseUnit, lotId, lotCode, expiresOn, supplierId, binId, binCode, ...rest } = row
  const { supplierCode, supplierName, ...own } = rest
  return {
    ...own,
    item: { id: itemId, code: itemCode, name: itemName, baseUnit },
    lot: lotId === null || lotCode === null ? null : { id: lotId, code: lotCode, expiresOn },
    supplier: { id: supplierId, code: supplierCode, name: supplierName },
    bin: { id: binId, code: binCode },
  }
}

const NAMES = `
  SELECT b.code AS binCode, p.name AS planName, l.code AS lotCode, l.expires_on AS expiresOn, u.name AS decidedBy,
    r.number AS receiptNumber
  FROM quality_inspection q
  JOIN v_warehouse_bin b ON b.id = q.bin_id
  JOIN quality_plan p ON p.id = q.plan_id
  LEFT JOIN v_inventory_lot l ON l.id = q.lot_id
  LEFT JOIN v_access_user u ON u.id = q.decided_by
  LEFT JOIN v_purchasing_receipt r ON r.id = q.source_id AND q.source_kind = 'purchasing.receipt'
  WHERE q.id = ?`

interface Names {
  readonly binCode: string
  readonly planName: string
  readonly lotCode: string | null
  readonly expiresOn: string | null
  readonly decidedBy: string | null
  readonly receiptNumber: string | null
}

export function getInspection(reader: Reader, input: { readonly id: number }) {
  const row = inspectionStore.byId(reader, input.id) ?? refuse('quality.inspectionUnknown', {}, 'id')
  const names = reader.first<Names>(NAMES, [row.id])
  const results = inspectionStore.results(reader, row.id)
  const { id, number, state, itemId, lotId, binId, quantityMicro, sampleMicro, acceptedMicro, rejectedMicro } = row
  return {
    id,
    number,
    state,
    planName: names?.planName ?? '',
    item: itemRef(reader, itemId),
    barcodes: [...(barcodesOfItems(reader, [itemId]).get(itemId) ?? [])],
    lot: names?.lotCode == null ? null : { id: lotId, code: names.lotCode, expiresOn: names.expiresOn },
    supplier: partnerRef(reader, row.supplierId),
    receipt: names?.receiptNumber == null ? null : { id: row.sourceId, number: names.receiptNumber },
    bin: { id: binId, code: names?.binCode ?? '' },
    quantityMicro,
    sampleMicro,
    asksPhoto: row.asksPhoto === 1,
    points: row.points.split('\n').map((text, at) => {
      const result = results.find((known) => known.position === at)
      return { text, passed: result === undefined ? null : result.passed === 1, note: result?.note ?? '' }
    }),
    photos: inspectionStore.photos(reader, id),
    acceptedMicro,
    rejectedMicro,
    rejectsTo: row.rejectsTo === '' ? null : row.rejectsTo,
    followedBy: row.followedBy,
    note: row.note,
    decidedBy: names?.decidedBy ?? null,
    decidedAt: row.decidedAt,
  }
}

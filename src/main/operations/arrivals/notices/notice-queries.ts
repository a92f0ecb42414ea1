import { refuse } from '../../../../shared/errors'
import { requireItem } from '../../../foundation/items'
import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { unitCodeOf } from '../../warehouse'
import { noticeStore, type AnnouncedUnit, type NoticeState } from './notice-store'

const LIST = `
  FROM arrivals_notice n JOIN v_parties_partner s ON s.id = n.supplier_id
  WHERE (?1 = '' OR n.number LIKE ?2 OR n.supplier_number LIKE ?2 OR s.name LIKE ?2 OR EXISTS (
      SELECT 1 FROM arrivals_unit u WHERE u.notice_id = n.id AND u.code LIKE ?2))
    AND (?3 = '' OR n.state = ?3) AND (?4 = 0 OR n.warehouse_id = ?4)`
const SORTS: Readonly<Record<string, string>> = {
  number: 'n.number',
  state: 'n.state',
  supplier: 's.name',
  expectedOn: 'n.expected_on',
}

interface Row {
  readonly id: number
  readonly number: string
  readonly state: NoticeState
  readonly supplierId: number
  readonly supplierCode: string
  readonly supplierName: string
  readonly supplierNumber: string
  readonly expectedOn: string
  readonly units: number
  readonly unitsReceived: number
}

export function listNotices(
  reader: Reader,
  input: ListInput & { readonly state?: NoticeState | undefined; readonly warehouseId?: number | undefined },
) {
  const params = [input.filter, `%${input.filter}%`, input.state ?? '', input.warehouseId ?? 0]
  const total = reader.first<{ total: number }>(`SELECT count(*) AS total ${LIST}`, params)?.total ?? 0
  const sort = SORTS[input.sort ?? ''] ?? 'n.id'
  const direction = input.sort === undefined || input.descending ? 'DESC' : 'ASC'
  const rows = reader.all<Row>(
    `SELECT n.id, n.number, n.state, s.id AS supplierId, s.code AS supplierCode, s.name AS supplierName,
       n.supplier_number AS supplierNumber, n.expected_on AS expectedOn,
       (SELECT count(*) FROM arrivals_unit u WHERE u.notice_id = n.id) AS units,
       (SELECT count(*) FROM arrivals_unit u WHERE u.notice_id = n.id AND u.unit_id IS NOT NULL) AS unitsReceived
     ${LIST} ORDER BY ${sort} ${direction}, n.id ${direction} LIMIT ?5 OFFSET ?6`,
    [...params, input.limit, input.offset],
  )
  return {
    rows: rows.map(({ supplierId, supplierCode, supplierName, ...row }) => ({
      ...row,
      supplier: { id: supplierId, code: supplierCode, name: supplierName },
    })),
    total,
    sums: {},
  }
}

function shown(reader: Reader, unit: AnnouncedUnit, parentCode: string | null) {
  return {
    code: unit.code,
    kind: unit.kind,
    parentCode,
    isReceived: unit.unitId !== null,
    lines: noticeStore.lines(reader, unit.id).map(({ itemId, lotCode, expiresOn, quantityMicro, orderNumber }) => {
      const { id, code, name, baseUnit } = requireItem(reader, itemId)
      return { item: { id, code, name, baseUnit }, lotCode, expiresOn, quantityMicro, orderNumber }
    }),
  }
}

export function getNotice(reader: Reader, input: { readonly id: number }) {
  const notice = noticeStore.byId(reader, input.id) ?? refuse('arrivals.noticeUnknown', {}, 'id')
  const { supplierId, ...rest } = notice
  const { id, code, name } = requirePartner(reader, supplierId)
  const units = noticeStore.units(reader, notice.id)
  const codeOf = (unitId: number | null): string | null => units.find((unit) => unit.id === unitId)?.code ?? null
  return {
    ...rest,
    supplier: { id, code, name },
    units: units.map((unit) => shown(reader, unit, codeOf(unit.parentId))),
    receipts: noticeStore.receipts(reader, notice.id),
  }
}

/** What a scanned label announces; nothing where no open notice names it. */
export function expectedUnit(reader: Reader, input: { readonly warehouseId: number; readonly scan: string }) {
  const unit = noticeStore.unitByCode(reader, unitCodeOf(input.scan), input.warehouseId)
  const notice = unit === undefined ? undefined : noticeStore.byId(reader, unit.noticeId)
  if (unit === undefined || notice === undefined) return { unit: null }
  return {
    unit: {
      noticeNumber: notice.number,
      supplier: requirePartner(reader, notice.supplierId).name,
      unit: shown(reader, unit, null),
      inside: noticeStore
        .inside(reader, unit.id)
        .filter((inner) => inner.unitId === null)
        .map((inner) => shown(reader, inner, unit.code)),
    },
  }
}

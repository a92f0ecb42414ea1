import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { openItemOf, settlersOf } from '../../../ledgers/accounting'
import { LANDED_COST, requireLandedCost } from './post-landed-cost'

const SORTS: Readonly<Record<string, string>> = {
  number: 'c.number',
  state: 'c.state',
  supplier: 'p.name',
  invoicedOn: 'c.invoiced_on',
  netMinor: 'c.net_minor',
}

const FROM = `
  FROM purchasing_landed_cost c JOIN v_parties_partner p ON p.id = c.supplier_id
  WHERE (?1 = '' OR c.number LIKE ?2 OR c.supplier_reference LIKE ?2 OR p.name LIKE ?2 OR p.code LIKE ?2)`

interface Row {
  id: number
  number: string
  state: string
  kind: string
  supplierId: number
  supplierCode: string
  supplierName: string
  supplierReference: string
  invoicedOn: string
  basis: string
  netMinor: number
}

export function listLandedCosts(reader: Reader, input: ListInput) {
  const params = [input.filter, `%${input.filter}%`]
  const sort = SORTS[input.sort ?? ''] ?? 'c.id'
  const direction = input.sort === undefined || input.descending ? 'DESC' : 'ASC'
  const rows = reader.all<Row>(
    `SELECT c.id, c.number, c.state, c.kind, p.id AS supplierId, p.code AS supplierCode, p.name AS supplierName,
       c.supplier_reference AS supplierReference, c.invoiced_on AS invoicedOn, c.basis, c.net_minor AS netMinor
     ${FROM} ORDER BY ${sort} ${direction}, c.id ${direction} LIMIT ?3 OFFSET ?4`,
    [...params, input.limit, input.offset],
  )
  const sums = reader.first<{ total: number; netMinor: number | null }>(
    `SELECT count(*) AS total, sum(CASE WHEN c.state = 'posted' THEN c.net_minor END) AS netMinor ${FROM}`,
    params,
  )
  return {
    rows: rows.map(({ supplierId, supplierCode, supplierName, ...row }) => ({
      ...row,
      supplier: { id: supplierId, code: supplierCode, name: supplierName },
    })),
    total: sums?.total ?? 0,
    sums: { netMinor: sums?.netMinor ?? 0 },
  }
}

const LINES = `
  SELECT l.id, r.id AS receiptId, r.number AS receiptNumber, i.id AS itemId, i.code, i.name, i.base_unit AS baseUnit,
    g.quantity_micro AS quantityMicro, l.amount_minor AS amountMinor, l.to_stock_minor AS toStockMinor,
    l.to_cost_minor AS toCostMinor
  FROM purchasing_landed_cost_line l
  JOIN purchasing_receipt_line g ON g.id = l.receipt_line_id
  JOIN purchasing_receipt r ON r.id = g.receipt_id
  JOIN v_items_item i ON i.id = l.item_id
  WHERE l.landed_cost_id = ? ORDER BY l.id`

interface LineRow {
  id: number
  receiptId: number
  receiptNumber: string
  itemId: number
  code: string
  name: string
  baseUnit: string
  quantityMicro: number
  amountMinor: number
  toStockMinor: number
  toCostMinor: number
}

interface Link {
  kind: string
  id: number
  number: string | null
  state: string
}

export function getLandedCost(reader: Reader, id: number) {
  const { supplierId, ...document } = requireLandedCost(reader, id)
  const { code, name } = requirePartner(reader, supplierId)
  const source = { kind: LANDED_COST, id }
  const link = (kind: string, target: number): Link[] =>
    reader.all<Link>('SELECT kind, id, number, state FROM v_document_link WHERE kind = ? AND id = ?', [kind, target])
  const lines = reader.all<LineRow>(LINES, [id])
  return {
    ...document,
    supplier: { id: supplierId, code, name },
    openMinor: openItemOf(reader, source)?.openMinor ?? 0,
    lines: lines.map(({ itemId, code: itemCode, name: itemName, baseUnit, ...line }) => ({
      ...line,
      item: { id: itemId, code: itemCode, name: itemName, baseUnit },
    })),
    chain: {
      from: [...new Set(lines.map(({ receiptId }) => receiptId))].flatMap((receiptId) =>
        link('purchasing.receipt', receiptId),
      ),
      to: settlersOf(reader, source).flatMap((settler) => link(settler.kind, settler.id)),
    },
  }
}

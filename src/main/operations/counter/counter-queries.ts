import { refuse } from '../../../shared/errors'
import type { Reader } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'

const SORTS: Readonly<Record<string, string>> = {
  invoiceNumber: 'v.number',
  customer: 'p.name',
  soldAt: 's.sold_at',
  grossMinor: 's.gross_minor',
}

const FROM = `
  FROM counter_sale s
  JOIN v_sales_invoice v ON v.id = s.invoice_id
  JOIN v_parties_partner p ON p.id = v.customer_id
  LEFT JOIN v_access_user u ON u.id = s.sold_by
  WHERE (?1 = '' OR v.number LIKE ?2 OR p.code LIKE ?2 OR p.name LIKE ?2) AND (?3 IS NULL OR s.sold_on = ?3)`

interface Row {
  id: number
  invoiceId: number
  invoiceNumber: string
  invoiceState: string
  partnerId: number
  code: string
  name: string
  soldOn: string
  soldAt: string
  soldBy: string | null
  grossMinor: number
  tenderedMinor: number
}

export function listSales(reader: Reader, input: ListInput & { soldOn?: string | undefined }) {
  const params = [input.filter, `%${input.filter}%`, input.soldOn ?? null]
  const direction = input.sort === undefined || input.descending ? 'DESC' : 'ASC'
  const rows = reader.all<Row>(
    `SELECT s.id, v.id AS invoiceId, v.number AS invoiceNumber, v.state AS invoiceState, p.id AS partnerId, p.code,
       p.name, s.sold_on AS soldOn, s.sold_at AS soldAt, u.name AS soldBy, s.gross_minor AS grossMinor,
       s.tendered_minor AS tenderedMinor
     ${FROM} ORDER BY ${SORTS[input.sort ?? ''] ?? 's.id'} ${direction}, s.id DESC LIMIT ?4 OFFSET ?5`,
    [...params, input.limit, input.offset],
  )
  const totals = reader.first<{ total: number; grossMinor: number }>(
    `SELECT count(*) AS total, coalesce(sum(CASE WHEN v.state = 'posted' THEN s.gross_minor END), 0) AS grossMinor ${FROM}`,
    params,
  )
  return {
    rows: rows.map(({ partnerId, code, name, soldBy, ...row }) => ({
      ...row,
      soldBy: soldBy ?? '',
      customer: { id: partnerId, code, name },
      changeMinor: row.tenderedMinor - row.grossMinor,
    })),
    total: totals?.total ?? 0,
    sums: { grossMinor: totals?.grossMinor ?? 0 },
  }
}

export interface SoldSale {
  readonly invoiceId: number
  readonly number: string
  readonly soldAt: string
  readonly soldBy: string | null
  readonly netMinor: number
  readonly taxMinor: number
  readonly grossMinor: number
  readonly tenderedMinor: number
}

const SALE = `
  SELECT v.id AS invoiceId, v.number, s.sold_at AS soldAt, u.name AS soldBy, v.net_minor AS netMinor,
    v.tax_minor AS taxMinor, s.gross_minor AS grossMinor, s.tendered_minor AS tenderedMinor
  FROM counter_sale s JOIN v_sales_invoice v ON v.id = s.invoice_id LEFT JOIN v_access_user u ON u.id = s.sold_by
  WHERE s.id = ?`

export function requireSale(reader: Reader, id: number): SoldSale {
  return reader.first<SoldSale>(SALE, [id]) ?? refuse('counter.saleUnknown', {}, 'id')
}

const LINES = `
  SELECT i.name, i.other_name AS otherName, i.base_unit AS baseUnit, l.quantity_micro AS quantityMicro,
    l.net_minor + l.tax_minor AS grossMinor
  FROM v_sales_invoice_line l JOIN v_items_item i ON i.id = l.item_id WHERE l.invoice_id = ? ORDER BY l.id`

export interface SoldLine {
  readonly name: string
  readonly otherName: string
  readonly baseUnit: string
  readonly quantityMicro: number
  readonly grossMinor: number
}

export function soldLines(reader: Reader, invoiceId: number): SoldLine[] {
  return reader.all<SoldLine>(LINES, [invoiceId])
}

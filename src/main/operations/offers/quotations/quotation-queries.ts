import { localDate } from '../../../../shared/values/date'
import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { requirePartner } from '../../../foundation/parties'
import { quotationStore, requireQuotation } from './quotation-store'

/** ?1 is today. A sent quotation is what orders and the calendar have made of it. */
const STATE = `
  CASE WHEN q.state <> 'sent' THEN q.state
    WHEN NOT EXISTS (SELECT 1 FROM offers_taken t JOIN v_sales_order o ON o.id = t.order_id
      WHERE t.quotation_id = q.id AND o.state <> 'cancelled')
    THEN CASE WHEN q.valid_until < ?1 THEN 'expired' ELSE 'sent' END
    WHEN EXISTS (SELECT 1 FROM offers_line l WHERE l.quotation_id = q.id AND l.revision = q.revision
      AND l.quantity_micro > coalesce((SELECT sum(t.quantity_micro)
        FROM offers_taken t JOIN v_sales_order o ON o.id = t.order_id
        WHERE t.line_id = l.id AND o.state <> 'cancelled'), 0))
    THEN 'partly-won' ELSE 'won' END`

const SORTS: Readonly<Record<string, string>> = {
  number: 'q.number',
  customer: 'p.name',
  quotedOn: 'q.quoted_on',
  validUntil: 'q.valid_until',
  grossMinor: 'q.gross_minor',
}

const FROM = `
  FROM offers_quotation q JOIN v_parties_partner p ON p.id = q.customer_id
  WHERE (?2 = '' OR q.number LIKE ?3 OR q.customer_reference LIKE ?3 OR p.code LIKE ?3 OR p.name LIKE ?3)
    AND (?4 IS NULL OR ?4 = ${STATE})`

interface Row {
  id: number
  number: string | null
  revision: number
  state: string
  partnerId: number
  code: string
  name: string
  quotedOn: string
  validUntil: string
  grossMinor: number
  currency: string | null
  foreignGrossMinor: number | null
}

export function listQuotations(reader: Reader, input: ListInput & { state?: string | undefined }) {
  const params = [localDate(reader.now), input.filter, `%${input.filter}%`, input.state ?? null]
  const totals = reader.first<{ total: number; grossMinor: number }>(
    `SELECT count(*) AS total, coalesce(sum(q.gross_minor), 0) AS grossMinor ${FROM}`,
    params,
  )
  const direction = input.sort === undefined || input.descending ? 'DESC' : 'ASC'
  const rows = reader.all<Row>(
    `SELECT q.id, q.number, q.revision, ${STATE} AS state, p.id AS partnerId, p.code, p.name, q.quoted_on AS quotedOn,
       q.valid_until AS validUntil, q.gross_minor AS grossMinor, q.currency,
       q.foreign_net_minor + q.foreign_tax_minor AS foreignGrossMinor
     ${FROM} ORDER BY ${SORTS[input.sort ?? ''] ?? 'q.id'} ${direction}, q.id DESC LIMIT ?5 OFFSET ?6`,
    [...params, input.limit, input.offset],
  )
  return {
    rows: rows.map(({ partnerId, code, name, ...row }) => ({ ...row, customer: { id: partnerId, code, name } })),
    total: totals?.total ?? 0,
    sums: { grossMinor: totals?.grossMinor ?? 0 },
  }
}

const NAMES = `
  SELECT l.id, i.code, i.name, i.base_unit AS baseUnit, k.unit AS packUnit, k.base_quantity AS packBaseQuantity
  FROM offers_line l JOIN v_items_item i ON i.id = l.item_id JOIN v_items_pack k ON k.id = l.pack_id
  WHERE l.quotation_id = ? AND l.revision = ?`

interface NameRow {
  id: number
  code: string
  name: string
  baseUnit: string
  packUnit: string
  packBaseQuantity: number
}

const EARLIER = `
  SELECT revision, quoted_on AS quotedOn, valid_until AS validUntil, gross_minor AS grossMinor, currency,
    foreign_net_minor + foreign_tax_minor AS foreignGrossMinor
  FROM offers_earlier WHERE quotation_id = ? ORDER BY revision DESC`

const ORDERS = `
  SELECT 'sales.order' AS kind, o.id, o.number, o.state FROM v_offers_taken t JOIN v_sales_order o ON o.id = t.order_id
  WHERE t.quotation_id = ? ORDER BY o.id`

interface Earlier {
  revision: number
  quotedOn: string
  validUntil: string
  grossMinor: number
  currency: string | null
  foreignGrossMinor: number | null
}

export function getQuotation(reader: Reader, input: { id: number }) {
  const quotation = requireQuotation(reader, input.id)
  const { customerId, ...head } = quotation
  const state = reader.first<{ state: string }>(`SELECT ${STATE} AS state FROM offers_quotation q WHERE q.id = ?2`, [
    localDate(reader.now),
    quotation.id,
  ])?.state
  const { id, code, name } = requirePartner(reader, customerId)
  const names = new Map(reader.all<NameRow>(NAMES, [quotation.id, quotation.revision]).map((row) => [row.id, row]))
  return {
    ...head,
    state: state ?? quotation.state,
    customer: { id, code, name },
    lines: quotationStore.linesOf(reader, quotation.id, quotation.revision).map(({ itemId, ...line }) => {
      const named = names.get(line.id)
      return {
        ...line,
        item: { id: itemId, code: named?.code ?? '', name: named?.name ?? '', baseUnit: named?.baseUnit ?? '' },
        packUnit: named?.packUnit ?? '',
        packBaseQuantity: named?.packBaseQuantity ?? 1,
      }
    }),
    earlier: reader.all<Earlier>(EARLIER, [quotation.id]),
    chain: {
      from: [],
      to: reader.all<{ kind: string; id: number; number: string | null; state: string }>(ORDERS, [quotation.id]),
    },
  }
}

const PAPER_LINES = `
  SELECT i.code, i.name, i.other_name AS otherName, i.base_unit AS baseUnit, l.quantity_micro AS quantityMicro,
    l.price_micro AS priceMicro, l.gross_price_micro AS grossPriceMicro, l.tax_code AS taxCode,
    l.foreign_price_micro AS foreignPriceMicro, coalesce(l.foreign_net_minor, l.net_minor) AS netMinor
  FROM offers_line l JOIN v_items_item i ON i.id = l.item_id
  WHERE l.quotation_id = ? AND l.revision = ? ORDER BY l.line_number`

export interface PaperLine {
  code: string
  name: string
  otherName: string
  baseUnit: string
  quantityMicro: number
  priceMicro: number
  grossPriceMicro: number | null
  foreignPriceMicro: number | null
  taxCode: string
  /** In the currency of the quotation. */
  netMinor: number
}

export function paperLines(reader: Reader, id: number, revision: number): PaperLine[] {
  return reader.all<PaperLine>(PAPER_LINES, [id, revision])
}

export interface PaperHead {
  readonly quotedOn: string
  readonly validUntil: string
  readonly note: string
  readonly netMinor: number
  readonly taxMinor: number
  readonly grossMinor: number
  readonly currency: string | null
  readonly foreignNetMinor: number | null
  readonly foreignTaxMinor: number | null
}

/** The head of an earlier revision; undefined where there is no such one. */
export function earlierHead(reader: Reader, id: number, revision: number): PaperHead | undefined {
  return reader.first<PaperHead>(
    `SELECT quoted_on AS quotedOn, valid_until AS validUntil, note, net_minor AS netMinor, tax_minor AS taxMinor,
       gross_minor AS grossMinor, currency, foreign_net_minor AS foreignNetMinor, foreign_tax_minor AS foreignTaxMinor
     FROM offers_earlier WHERE quotation_id = ? AND revision = ?`,
    [id, revision],
  )
}

/** ?1 is today, ?2 to ?3 the days. Amounts without tax, in the currency of the books. */
const DECIDED = `
  SELECT q.id, q.net_minor, ${STATE} AS state, q.lost_reason FROM offers_quotation q
  WHERE q.quoted_on BETWEEN ?2 AND ?3 AND ${STATE} IN ('won', 'partly-won', 'lost', 'expired')`

interface Decided {
  decided: number
  won: number
  quotedMinor: number
  orderedMinor: number
}

export const winQueries = {
  sums: (reader: Reader, { from, to }: { from: string; to: string }): Decided =>
    reader.first<Decided>(
      `WITH d AS MATERIALIZED (${DECIDED})
       SELECT count(*) AS decided, coalesce(sum(d.state IN ('won', 'partly-won')), 0) AS won,
         coalesce(sum(d.net_minor), 0) AS quotedMinor, coalesce((
           SELECT sum(o.net_minor) FROM v_offers_taken t JOIN v_sales_order o ON o.id = t.order_id
           WHERE o.state <> 'cancelled' AND t.quotation_id IN (SELECT id FROM d)), 0) AS orderedMinor
       FROM d`,
      [localDate(reader.now), from, to],
    ) ?? { decided: 0, won: 0, quotedMinor: 0, orderedMinor: 0 },
  /** Why customers did not buy, the most frequent first; null: its day passed in silence. */
  reasons: (reader: Reader, { from, to }: { from: string; to: string }) =>
    reader.all<{ reason: string | null; count: number }>(
      `WITH d AS MATERIALIZED (${DECIDED})
       SELECT lost_reason AS reason, count(*) AS count FROM d WHERE state IN ('lost', 'expired')
       GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 5`,
      [localDate(reader.now), from, to],
    ),
}

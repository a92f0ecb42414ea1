import type { ClosingCheck } from '../../ledgers/accounting'
import { FINDINGS_SHOWN } from '../../ledgers/accounting'

interface Row {
  readonly kind: string
  readonly id: number
  readonly label: string
  readonly on: string | null
  readonly amountMinor: number | null
  readonly total: number
}

/** A check that is one query: kind, id, label, "on", amountMinor, total; `@to` is the last day of the month. */
function documentCheck(of: Omit<ClosingCheck, 'find'>, sql: string): ClosingCheck {
  return {
    ...of,
    find(reader, { endsOn }) {
      const rows = reader.all<Row>(sql, [{ to: endsOn, limit: FINDINGS_SHOWN }])
      return { count: rows[0]?.total ?? 0, findings: rows.map(({ total: _total, ...finding }) => finding) }
    },
  }
}

/** 暂估: goods that lie here and in the books, and whose invoice has not come. */
const receivedNotInvoiced = documentCheck(
  { key: 'purchasing.receivedNotInvoiced', severity: 'warns', page: 'purchasing.receipts' },
  `SELECT 'purchasing.receipt' AS kind, r.id, r.number AS label, r.received_on AS "on",
     sum(l.value_minor - l.invoiced_value_minor) AS amountMinor, count(*) OVER () AS total
   FROM v_purchasing_receipt r JOIN v_purchasing_receipt_line l ON l.receipt_id = r.id
   WHERE r.state = 'posted' AND r.received_on <= @to
   GROUP BY r.id HAVING sum(l.value_minor - l.invoiced_value_minor) <> 0
   ORDER BY r.received_on, r.id LIMIT @limit`,
)

const shippedNotInvoiced = documentCheck(
  { key: 'sales.shippedNotInvoiced', severity: 'warns', page: 'sales.orders' },
  `SELECT 'sales.order' AS kind, o.id, o.number AS label, min(s.shipped_on) AS "on", NULL AS amountMinor,
     count(*) OVER () AS total
   FROM v_sales_order o JOIN v_sales_order_line l ON l.order_id = o.id
   JOIN v_shipping_shipment s ON s.order_id = o.id AND s.state = 'posted' AND s.shipped_on <= @to
   WHERE l.shipped_micro > l.invoiced_micro
   GROUP BY o.id ORDER BY min(s.shipped_on), o.id LIMIT @limit`,
)

const negativeStock = documentCheck(
  { key: 'inventory.negativeStock', severity: 'blocks', page: 'inventory.stock' },
  `SELECT 'items.item' AS kind, i.id, i.code || ' ' || i.name AS label, NULL AS "on", s.value_minor AS amountMinor,
     count(*) OVER () AS total
   FROM v_inventory_stock s JOIN v_items_item i ON i.id = s.item_id
   WHERE s.on_hand_micro < 0 AND @to <> '' ORDER BY i.code LIMIT @limit`,
)

/** Counted and not decided: what is there and what the books say are two things until somebody approves. */
const openCounts = documentCheck(
  { key: 'warehouse.openCounts', severity: 'warns', page: 'warehouse.counts' },
  `SELECT kind, id, coalesce(number, '') AS label, NULL AS "on", NULL AS amountMinor, count(*) OVER () AS total
   FROM v_document_link WHERE kind = 'warehouse.count' AND state IN ('counting', 'counted') AND @to <> ''
   ORDER BY id LIMIT @limit`,
)

export const documentChecks: readonly ClosingCheck[] = [
  receivedNotInvoiced,
  shippedNotInvoiced,
  negativeStock,
  openCounts,
]

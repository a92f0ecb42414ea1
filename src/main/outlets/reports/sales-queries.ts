import type { Reader } from '../../kernel/db'

export interface Range {
  readonly from: string
  readonly to: string
}

/** The day a document of a kind was reversed: the day of the entry that reverses its entry. */
const reversedOn = (kind: string, id: string): string => `
  (SELECT min(r.posted_on) FROM v_accounting_entry e JOIN v_accounting_entry r ON r.reverses_entry_id = e.id
   WHERE e.source_kind = '${kind}' AND e.source_id = ${id})`

/**
 * Invoices and credit notes on their day, and on the day of a reversal the same amount taken back, so that a month once
 * reported stays as it was and the report agrees with the revenue account.
 */
const turnover = `
  SELECT i.invoiced_on AS day, i.id AS invoice_id, i.kind, i.state, i.customer_id, i.net_minor, 1 AS sign
  FROM v_sales_invoice i WHERE i.invoiced_on BETWEEN @from AND @to
  UNION ALL
  SELECT day, id, kind, 'reversal', customer_id, -net_minor, -1
  FROM (SELECT i.id, i.kind, i.customer_id, i.net_minor, ${reversedOn('sales.invoice', 'i.id')} AS day
        FROM v_sales_invoice i WHERE i.state = 'reversed')
  WHERE day BETWEEN @from AND @to`

/** Cost of what was shipped less the cost of what came back, reversals on their own day. */
const costs = `
  SELECT shipped_on AS day, cost_minor FROM v_shipping_shipment_line WHERE shipped_on BETWEEN @from AND @to
  UNION ALL
  SELECT day, -cost_minor
  FROM (SELECT l.cost_minor, s.day FROM (SELECT d.id, ${reversedOn('shipping.shipment', 'd.id')} AS day
          FROM v_shipping_shipment d WHERE d.state = 'reversed') s
        CROSS JOIN v_shipping_shipment_line l ON l.shipment_id = s.id)
  WHERE day BETWEEN @from AND @to
  UNION ALL
  SELECT r.returned_on, -l.cost_minor
  FROM v_shipping_return r CROSS JOIN v_shipping_return_line l ON l.return_id = r.id
  WHERE r.returned_on BETWEEN @from AND @to
  UNION ALL
  SELECT day, cost_minor
  FROM (SELECT l.cost_minor, r.day FROM (SELECT d.id, ${reversedOn('shipping.return', 'd.id')} AS day
          FROM v_shipping_return d WHERE d.state = 'reversed') r
        CROSS JOIN v_shipping_return_line l ON l.return_id = r.id)
  WHERE day BETWEEN @from AND @to`

const SALES_BY_MONTH = `
  SELECT substr(day, 1, 7) AS month, sum(kind = 'invoice' AND state = 'posted') AS invoices, sum(net_minor) AS netMinor,
    -sum(CASE kind WHEN 'credit-note' THEN net_minor ELSE 0 END) AS creditedMinor
  FROM (${turnover}) GROUP BY month ORDER BY month`

const COST_BY_MONTH = `
  SELECT substr(day, 1, 7) AS month, sum(cost_minor) AS costMinor FROM (${costs}) GROUP BY month ORDER BY month`

const SALES_BY_DAY = `SELECT day, sum(net_minor) AS amountMinor FROM (${turnover}) GROUP BY day ORDER BY day`

const COST_BY_DAY = `SELECT day, sum(cost_minor) AS amountMinor FROM (${costs}) GROUP BY day ORDER BY day`

const SALES_BY_CUSTOMER = `
  SELECT p.id AS partnerId, p.code, p.name, t.netMinor
  FROM (SELECT customer_id, sum(net_minor) AS netMinor FROM (${turnover}) GROUP BY customer_id) t
  JOIN v_parties_partner p ON p.id = t.customer_id
  ORDER BY t.netMinor DESC, p.code LIMIT @limit`

const SALES_BY_ITEM = `
  SELECT i.id AS itemId, i.code, i.name, t.quantityMicro, t.netMinor
  FROM (SELECT l.item_id, sum(d.sign * l.quantity_micro) AS quantityMicro, sum(d.sign * l.net_minor) AS netMinor
        FROM (${turnover}) d CROSS JOIN v_sales_invoice_line l ON l.invoice_id = d.invoice_id GROUP BY l.item_id) t
  JOIN v_items_item i ON i.id = t.item_id
  ORDER BY t.netMinor DESC, i.code LIMIT @limit`

export interface DayAmount {
  readonly day: string
  readonly amountMinor: number
}

export const salesQueries = {
  salesByMonth: (reader: Reader, range: Range) =>
    reader.all<{ month: string; invoices: number; netMinor: number; creditedMinor: number }>(SALES_BY_MONTH, [range]),
  costByMonth: (reader: Reader, range: Range) =>
    reader.all<{ month: string; costMinor: number }>(COST_BY_MONTH, [range]),
  salesByDay: (reader: Reader, range: Range) => reader.all<DayAmount>(SALES_BY_DAY, [range]),
  costByDay: (reader: Reader, range: Range) => reader.all<DayAmount>(COST_BY_DAY, [range]),
  salesByCustomer: (reader: Reader, range: Range, limit: number) =>
    reader.all<{ partnerId: number; code: string; name: string; netMinor: number }>(SALES_BY_CUSTOMER, [
      { ...range, limit },
    ]),
  salesByItem: (reader: Reader, range: Range, limit: number) =>
    reader.all<{ itemId: number; code: string; name: string; quantityMicro: number; netMinor: number }>(SALES_BY_ITEM, [
      { ...range, limit },
    ]),
}

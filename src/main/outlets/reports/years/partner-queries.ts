import type { Reader } from '../../../kernel/db'

const SOLD = `
  SELECT substr(invoiced_on, 1, 7) AS month, sum(net_minor) AS netMinor FROM v_sales_invoice
  WHERE customer_id = ?1 AND state = 'posted' AND invoiced_on BETWEEN ?2 AND ?3 GROUP BY month`

/** Bought by invoices that stand, the suppliers' credit notes taken off. */
const BOUGHT = `
  SELECT month, sum(net) AS netMinor FROM (
    SELECT substr(invoiced_on, 1, 7) AS month, net_minor AS net FROM v_purchasing_invoice
    WHERE supplier_id = ?1 AND state = 'posted' AND invoiced_on BETWEEN ?2 AND ?3
    UNION ALL
    SELECT substr(credited_on, 1, 7), -abs(net_minor) FROM v_purchasing_credit
    WHERE supplier_id = ?1 AND state = 'posted' AND credited_on BETWEEN ?2 AND ?3) GROUP BY month`

/** What is to their credit counts against what is overdue, as on the owner's page. */
const OPEN = `
  SELECT role, sum(open_minor) AS openMinor,
    max(0, sum(CASE WHEN open_minor < 0 OR due_on < ?2 THEN open_minor ELSE 0 END)) AS overdueMinor
  FROM v_accounting_open_item WHERE partner_id = ?1 AND open_minor <> 0 GROUP BY role`

const OPEN_ORDERS = `
  SELECT 'sales.order' AS kind, o.id AS documentId, o.number, t.gross_minor AS grossMinor, o.promised_on AS dueOn
  FROM v_sales_order o JOIN v_sales_order_total t ON t.id = o.id
  WHERE o.customer_id = ?1 AND o.state IN ('confirmed', 'partly-shipped', 'shipped')
  UNION ALL
  SELECT 'purchasing.order', o.id, o.number, t.gross_minor, o.expected_on
  FROM v_purchasing_order o JOIN v_purchasing_order_total t ON t.id = o.id
  WHERE o.supplier_id = ?1 AND o.state IN ('confirmed', 'partly-received', 'received')
  ORDER BY 5 LIMIT 10`

const LAST_PAPERS = `
  SELECT 'sales.invoice' AS kind, id AS documentId, number, gross_minor AS grossMinor, invoiced_on AS "on"
  FROM v_sales_invoice WHERE customer_id = ?1 AND state = 'posted'
  UNION ALL
  SELECT 'purchasing.invoice', id, number, gross_minor, invoiced_on
  FROM v_purchasing_invoice WHERE supplier_id = ?1 AND state = 'posted'
  UNION ALL
  SELECT 'treasury.payment', id, number, amount_minor, paid_on
  FROM v_treasury_payment WHERE partner_id = ?1 AND state = 'posted'
  ORDER BY 5 DESC, 2 DESC LIMIT 10`

interface Paper {
  readonly kind: string
  readonly documentId: number
  readonly number: string
  readonly grossMinor: number
}
interface Month {
  readonly month: string
  readonly netMinor: number
}

export const partnerQueries = {
  sold: (reader: Reader, partnerId: number, from: string, to: string) => reader.all<Month>(SOLD, [partnerId, from, to]),
  bought: (reader: Reader, partnerId: number, from: string, to: string) =>
    reader.all<Month>(BOUGHT, [partnerId, from, to]),
  open: (reader: Reader, partnerId: number, on: string) =>
    reader.all<{ role: string; openMinor: number; overdueMinor: number }>(OPEN, [partnerId, on]),
  openOrders: (reader: Reader, partnerId: number) =>
    reader.all<Paper & { dueOn: string | null }>(OPEN_ORDERS, [partnerId]),
  lastPapers: (reader: Reader, partnerId: number) => reader.all<Paper & { on: string }>(LAST_PAPERS, [partnerId]),
}

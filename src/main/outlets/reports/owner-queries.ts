import type { Reader } from '../../kernel/db'
import type { DayAmount, Range } from './sales-queries'

export type LedgerFigure = 'cash' | 'stock'

const ROLES: Readonly<Record<LedgerFigure, string>> = { cash: `'cash', 'bank'`, stock: `'stock'` }

const accountsOf = (figure: LedgerFigure): string =>
  `SELECT account_id FROM v_accounting_role WHERE role IN (${ROLES[figure]})`

/** The last period start on or before a day: up to there turnover per period is kept. */
const PERIOD_START = `SELECT max(starts_on) AS startsOn FROM v_accounting_period WHERE starts_on <= @on`

const balanceBefore = (figure: LedgerFigure): string => `
  SELECT coalesce(sum(b.debit_minor - b.credit_minor), 0) AS amountMinor
  FROM v_accounting_balance b JOIN v_accounting_period p ON p.id = b.period_id
  WHERE b.account_id IN (${accountsOf(figure)}) AND p.ends_on < @on`

// Entries of the days first, then their few lines: the order is forced, statistics may not be there.
const turnoverByDay = (figure: LedgerFigure): string => `
  SELECT e.posted_on AS day, sum(l.debit_minor - l.credit_minor) AS amountMinor
  FROM v_accounting_entry e CROSS JOIN v_accounting_line l ON l.entry_id = e.id
  WHERE e.posted_on BETWEEN @from AND @to AND +l.account_id IN (${accountsOf(figure)})
  GROUP BY e.posted_on`

const DUE = `
  SELECT coalesce(sum(open_minor), 0) AS amountMinor FROM v_accounting_open_item
  WHERE role = @role AND open_minor <> 0 AND due_on <= @until`

/** Per customer what is overdue less what is to their credit. */
const OVERDUE = `
  SELECT count(*) AS customers, coalesce(sum(overdue), 0) AS amountMinor, min(oldest) AS oldestDueOn
  FROM (SELECT sum(CASE WHEN open_minor < 0 OR due_on < @on THEN open_minor ELSE 0 END) AS overdue,
          min(CASE WHEN open_minor > 0 THEN due_on END) AS oldest
        FROM v_accounting_open_item WHERE role = 'receivable' AND open_minor <> 0 GROUP BY partner_id)
  WHERE overdue > 0`

const OVERDUE_OPEN = `
  SELECT due_on AS after, sum(open_minor) AS amount FROM v_accounting_open_item
  WHERE role = 'receivable' AND open_minor <> 0 AND amount_minor > 0 AND due_on < @to GROUP BY due_on`

/** What was still open between the due day and the day it was settled. */
const OVERDUE_SETTLED = `
  SELECT o.due_on AS after, s.settled_on AS until, sum(s.amount_minor) AS amount
  FROM v_accounting_settlement s CROSS JOIN v_accounting_open_item o ON o.id = s.open_item_id
  WHERE s.settled_on > @from AND o.role = 'receivable' AND o.amount_minor > 0 AND o.due_on < s.settled_on
  GROUP BY o.due_on, s.settled_on`

const LATE_ORDERS = `
  SELECT count(*) AS count, coalesce(sum(net_minor), 0) AS amountMinor, min(promised_on) AS oldestPromisedOn
  FROM v_sales_order WHERE state IN ('confirmed', 'partly-shipped') AND promised_on < @on`

const LATE_OPEN = `
  SELECT promised_on AS after, count(*) AS amount FROM v_sales_order
  WHERE state IN ('confirmed', 'partly-shipped') AND promised_on < @to GROUP BY promised_on`

const LATE_SHIPPED = `
  SELECT promised_on AS after, until, count(*) AS amount
  FROM (SELECT o.promised_on, max(s.shipped_on) AS until
        FROM v_shipping_shipment s CROSS JOIN v_sales_order o ON o.id = s.order_id
        WHERE s.shipped_on > @from AND s.state = 'posted' AND o.state IN ('shipped', 'closed')
          AND o.promised_on < s.shipped_on
        GROUP BY o.id)
  GROUP BY promised_on, until`

const EXPIRING = `
  SELECT l.id AS lotId, l.code AS lotCode, l.expires_on AS expiresOn, i.name AS itemName,
    sum(b.quantity_micro) AS quantityMicro, s.on_hand_micro AS onHandMicro, s.value_minor AS valueMinor
  FROM v_inventory_balance b
  JOIN v_inventory_lot l ON l.id = b.lot_id
  JOIN v_inventory_stock s ON s.warehouse_id = b.warehouse_id AND s.item_id = b.item_id
  JOIN v_items_item i ON i.id = b.item_id
  WHERE b.lot_id <> 0 AND b.quantity_micro > 0 AND l.expires_on <= @until
  GROUP BY l.id, b.warehouse_id ORDER BY l.expires_on, l.id`

/** Nothing free, although it was invoiced since the day: its last invoice line is one probe from the end of its index. */
const SOLD_OUT = `
  SELECT count(*) AS count, min(i.name) AS itemName
  FROM (SELECT item_id FROM v_inventory_stock GROUP BY item_id HAVING sum(available_micro - reserved_micro) = 0) s
  JOIN v_items_item i ON i.id = s.item_id
  WHERE i.active = 1
    AND (SELECT v.invoiced_on FROM v_sales_invoice_line l JOIN v_sales_invoice v ON v.id = l.invoice_id
         WHERE l.item_id = s.item_id ORDER BY l.id DESC LIMIT 1) >= @since`

const WAITING = `
  SELECT count(DISTINCT source_id) AS count, min(due_on) AS firstDueOn FROM v_warehouse_demand
  WHERE released_micro + withdrawn_micro < quantity_micro AND due_on BETWEEN @from AND @to`

const UNMATCHED = `
  SELECT count(DISTINCT r.id) AS count, coalesce(sum(l.value_minor - l.invoiced_value_minor), 0) AS amountMinor,
    min(r.received_on) AS oldestOn
  FROM v_purchasing_receipt_line l JOIN v_purchasing_receipt r ON r.id = l.receipt_id
  WHERE l.invoiced_micro < l.quantity_micro AND r.state = 'posted' AND r.terms <> 'consigned'
    AND r.received_on < @before`

/** A count or amount that stood on the days after `after` and, where given, before `until`. */
export interface Standing {
  readonly after: string
  readonly until?: string
  readonly amount: number
}

export interface ExpiringLot {
  readonly lotId: number
  readonly lotCode: string
  readonly expiresOn: string
  readonly itemName: string
  readonly quantityMicro: number
  readonly onHandMicro: number
  readonly valueMinor: number
}

export interface Overdue {
  readonly customers: number
  readonly amountMinor: number
  readonly oldestDueOn: string | null
}
export interface LateOrders {
  readonly count: number
  readonly amountMinor: number
  readonly oldestPromisedOn: string | null
}
interface Unmatched {
  readonly count: number
  readonly amountMinor: number
  readonly oldestOn: string | null
}

const BALANCE_BEFORE = { cash: balanceBefore('cash'), stock: balanceBefore('stock') }
const TURNOVER_BY_DAY = { cash: turnoverByDay('cash'), stock: turnoverByDay('stock') }

/** An aggregate without GROUP BY: it always answers one row. */
function one<Row>(reader: Reader, text: string, params: object): Row {
  return reader.first<Row>(text, [params]) as Row
}

export const ownerQueries = {
  periodStart: (reader: Reader, on: string): string =>
    one<{ startsOn: string | null }>(reader, PERIOD_START, { on }).startsOn ?? on,
  /** `on` is the first day of a period. */
  balanceBefore: (reader: Reader, figure: LedgerFigure, on: string): number =>
    one<{ amountMinor: number }>(reader, BALANCE_BEFORE[figure], { on }).amountMinor,
  turnoverByDay: (reader: Reader, figure: LedgerFigure, range: Range) =>
    reader.all<DayAmount>(TURNOVER_BY_DAY[figure], [range]),
  dueMinor: (reader: Reader, role: 'receivable' | 'payable', until: string): number =>
    one<{ amountMinor: number }>(reader, DUE, { role, until }).amountMinor,
  overdue: (reader: Reader, on: string) => one<Overdue>(reader, OVERDUE, { on }),
  overdueStanding: (reader: Reader, range: Range): Standing[] => [
    ...reader.all<Standing>(OVERDUE_OPEN, [{ to: range.to }]),
    ...reader.all<Standing>(OVERDUE_SETTLED, [{ from: range.from }]),
  ],
  lateOrders: (reader: Reader, on: string) => one<LateOrders>(reader, LATE_ORDERS, { on }),
  lateStanding: (reader: Reader, range: Range): Standing[] => [
    ...reader.all<Standing>(LATE_OPEN, [{ to: range.to }]),
    ...reader.all<Standing>(LATE_SHIPPED, [{ from: range.from }]),
  ],
  expiring: (reader: Reader, until: string) => reader.all<ExpiringLot>(EXPIRING, [{ until }]),
  soldOut: (reader: Reader, since: string) =>
    one<{ count: number; itemName: string | null }>(reader, SOLD_OUT, { since }),
  waiting: (reader: Reader, range: Range) => one<{ count: number; firstDueOn: string | null }>(reader, WAITING, range),
  unmatched: (reader: Reader, before: string) => one<Unmatched>(reader, UNMATCHED, { before }),
}

import type { Reader } from '../../../kernel/db'

// By day and order of posting: the index on the day serves it, and nothing is sorted.
const LINES = `
  SELECT CASE WHEN l.currency IS NULL THEN '' ELSE l.currency || ' ' || l.foreign_minor || ' ' END || json_array(e.id, e.voucher_type, e.number, e.posted_on, e.source_kind, e.source_id, e.memo,
    e.reverses_entry_id, l.line_number, a.code, l.debit_minor, l.credit_minor, l.partner_id, l.item_id,
    l.quantity_micro, l.cash_flow_item, l.memo, l.department_id, l.project_id, l.person_id) AS row
  FROM accounting_period p
  JOIN accounting_entry e ON e.posted_on BETWEEN p.starts_on AND p.ends_on
  CROSS JOIN accounting_line l ON l.entry_id = e.id
  JOIN accounting_account a ON a.id = l.account_id
  WHERE p.id = ?
  ORDER BY e.posted_on, e.id, l.line_number`

const TURNOVER = `
  SELECT a.code, b.debit_minor AS debitMinor, b.credit_minor AS creditMinor
  FROM accounting_balance b JOIN accounting_account a ON a.id = b.account_id
  WHERE b.period_id = ? AND (b.debit_minor <> 0 OR b.credit_minor <> 0) ORDER BY a.code`

export const sealQueries = {
  *linesOf(reader: Reader, periodId: number): Generator<string> {
    for (const { row } of reader.each<{ row: string }>(LINES, [periodId])) yield row
  },
  turnoverOf: (reader: Reader, periodId: number) =>
    reader.all<{ code: string; debitMinor: number; creditMinor: number }>(TURNOVER, [periodId]),
}

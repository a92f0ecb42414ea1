import { parseScaled } from '../../../shared/values/format'
import { currencyDecimalsOf } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import { condition, ORDER, type LedgerLine, type LineFilter } from './line-queries'

interface Found {
  readonly total: number
  readonly debitMinor: number
  readonly creditMinor: number
}

/** A line that was looked for, with what all lines of the span up to it come to. */
export interface FoundLine extends LedgerLine {
  readonly runningMinor: number
}

/** Lines of a ledger whose text, voucher, document or partner holds what is looked for, or whose amount is that. */
export function searchLines(reader: Reader, filter: LineFilter, text: string, page: { offset: number; limit: number }) {
  const { where, values } = condition(filter, filter)
  const amount = parseScaled(text, currencyDecimalsOf(reader))
  const amountMinor = amount.ok ? amount.value : null
  const like = `%${text}%`
  // Every line counts for the balance, those that are found are shown.
  const matching = `
    FROM (SELECT l.*, sum(l.debit_minor - l.credit_minor) OVER (${ORDER}) AS running
          FROM v_accounting_line l WHERE ${where}) l
    JOIN v_accounting_entry e ON e.id = l.entry_id
    LEFT JOIN v_parties_partner p ON p.id = l.partner_id
    LEFT JOIN v_document_link d ON d.kind = e.source_kind AND d.id = e.source_id
    WHERE coalesce(l.memo, e.memo) LIKE ? OR e.voucher_type || '-' || e.number LIKE ? OR p.name LIKE ? OR p.code LIKE ?
      OR d.number LIKE ? OR l.debit_minor = ? OR l.credit_minor = ?`
  const bound = [...values, like, like, like, like, like, amountMinor, amountMinor]
  const lines = reader.all<FoundLine>(
    `SELECT l.entry_id AS entryId, l.line_number AS lineNumber, l.account_id AS accountId,
       e.voucher_type || '-' || e.number AS label, l.posted_on AS postedOn, coalesce(l.memo, e.memo) AS memo,
       e.source_kind AS sourceKind, e.source_id AS sourceId, l.partner_id AS partnerId, p.name AS partnerName,
       l.department_id AS departmentId, l.project_id AS projectId, l.person_id AS personId,
       l.debit_minor AS debitMinor, l.credit_minor AS creditMinor, l.running AS runningMinor
     ${matching} ${ORDER} LIMIT ? OFFSET ?`,
    [...bound, page.limit, page.offset],
  )
  const { total, ...sums } = reader.first<Found>(
    `SELECT count(*) AS total, coalesce(sum(l.debit_minor), 0) AS debitMinor,
       coalesce(sum(l.credit_minor), 0) AS creditMinor ${matching}`,
    bound,
  )!
  return { lines, total, sums }
}

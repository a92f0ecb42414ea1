import type { Reader } from '../../kernel/db'
import { CARRY_OVER } from '../../ledgers/accounting'

export interface Actual {
  readonly accountId: number
  /** 1 to 12 */
  readonly month: number
  /** credit less debit */
  readonly minor: number
}

/**
 * What profit and loss accounts earned by month, without the vouchers that empty them. With a department only its lines;
 * `0`: those that name none.
 */
export function actualsBetween(
  reader: Reader,
  span: { readonly from: string; readonly to: string; readonly departmentId?: number | undefined },
): Actual[] {
  const { from, to, departmentId } = span
  const which =
    departmentId === undefined ? '' : departmentId === 0 ? 'AND l.department_id IS NULL' : 'AND l.department_id = @of'
  return reader.all<Actual>(
    `SELECT l.account_id AS accountId, CAST(substr(l.posted_on, 6, 2) AS INTEGER) AS month,
       sum(l.credit_minor - l.debit_minor) AS minor
     FROM v_accounting_account a
     JOIN v_accounting_line l ON l.account_id = a.id AND l.posted_on >= @from AND l.posted_on <= @to
     JOIN v_accounting_entry e ON e.id = l.entry_id AND e.source_kind <> '${CARRY_OVER}'
     WHERE a.kind IN ('revenue', 'expense') ${which}
     GROUP BY l.account_id, month HAVING sum(l.credit_minor - l.debit_minor) <> 0`,
    [departmentId === undefined || departmentId === 0 ? { from, to } : { from, to, of: departmentId }],
  )
}

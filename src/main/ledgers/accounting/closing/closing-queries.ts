import { compiler, statement, type Reader } from '../../../kernel/db'
import type { AccountingTables } from '../tables'

const db = compiler<AccountingTables>()

/** What profit and loss accounts moved between two months, both included; accounts at zero left out. */
const resultBetween = statement((p: { from: string; to: string }) =>
  db
    .selectFrom('accounting_account as a')
    .innerJoin('accounting_balance as b', 'b.account_id', 'a.id')
    .innerJoin('accounting_period as p', 'p.id', 'b.period_id')
    .where('a.kind', 'in', ['revenue', 'expense'])
    .where('p.starts_on', '>=', p.from)
    .where('p.ends_on', '<=', p.to)
    .groupBy('a.id')
    .orderBy('a.code')
    .having((e) => e(e.fn.sum('b.debit_minor'), '<>', e.fn.sum('b.credit_minor')))
    .select((e) => [
      'a.id as accountId',
      'a.kind',
      e.fn.sum<number>('b.debit_minor').as('debitMinor'),
      e.fn.sum<number>('b.credit_minor').as('creditMinor'),
    ]),
)

const balanceOfRole = statement((p: { role: string; to: string }) =>
  db
    .selectFrom('accounting_role as r')
    .innerJoin('accounting_balance as b', 'b.account_id', 'r.account_id')
    .innerJoin('accounting_period as p', 'p.id', 'b.period_id')
    .where('r.role', '=', p.role)
    .where('p.ends_on', '<=', p.to)
    .groupBy('r.account_id')
    .select((e) => [
      'r.account_id as accountId',
      e.fn.sum<number>('b.debit_minor').as('debitMinor'),
      e.fn.sum<number>('b.credit_minor').as('creditMinor'),
    ]),
)

const OPEN_ON_ROLE = `
  SELECT e.source_kind AS kind, e.source_id AS id, sum(l.debit_minor - l.credit_minor) AS amountMinor,
    min(e.posted_on) AS "on",
    coalesce((SELECT d.number FROM v_document_link d WHERE d.kind = e.source_kind AND d.id = e.source_id),
      e.voucher_type || '-' || e.number) AS label
  FROM accounting_role r
  JOIN accounting_line l ON l.account_id = r.account_id AND l.posted_on <= @to
  JOIN accounting_entry e ON e.id = l.entry_id
  WHERE r.role = @role
  GROUP BY e.source_kind, e.source_id HAVING sum(l.debit_minor - l.credit_minor) <> 0
  ORDER BY min(e.posted_on) LIMIT @limit`

const NEGATIVE_CASH = `
  SELECT a.id, a.code AS label, sum(b.debit_minor) - sum(b.credit_minor) AS amountMinor
  FROM accounting_account a JOIN accounting_balance b ON b.account_id = a.id
  JOIN accounting_period p ON p.id = b.period_id
  WHERE a.cash_kind <> '' AND p.ends_on <= ?
  GROUP BY a.id HAVING sum(b.debit_minor) < sum(b.credit_minor) ORDER BY a.code`

const DRAFTS = `
  SELECT id, memo AS label, posted_on AS "on", amount_minor AS amountMinor, count(*) OVER () AS total
  FROM accounting_draft WHERE posted_on <= ? ORDER BY posted_on, id LIMIT ?`

const DUE = `
  SELECT 'accounting.template' AS kind, id, name AS label, next_on AS "on" FROM accounting_template
  WHERE next_on IS NOT NULL AND next_on <= @to
  UNION ALL
  SELECT 'accounting.entry', e.id, e.voucher_type || '-' || e.number || ' ' || e.memo, d.due_on
  FROM accounting_reversal_due d JOIN accounting_entry e ON e.id = d.entry_id WHERE d.due_on <= @to
  ORDER BY 4 LIMIT @limit`

interface Row {
  readonly kind: string
  readonly id: number
  readonly label: string
  readonly on: string
  readonly amountMinor: number
}

export const closingQueries = {
  resultBetween: (reader: Reader, from: string, to: string) => resultBetween.all(reader, { from, to }),
  balanceOfRole: (reader: Reader, role: string, to: string) => balanceOfRole.first(reader, { role, to }),
  /** Credit less debit that the entries of one source made on an account. */
  creditedBy: (reader: Reader, sourceKind: string, sourceId: number, accountId: number): number =>
    reader.first<{ minor: number }>(
      `SELECT coalesce(sum(l.credit_minor - l.debit_minor), 0) AS minor
       FROM accounting_entry e JOIN accounting_line l ON l.entry_id = e.id
       WHERE e.source_kind = ? AND e.source_id = ? AND l.account_id = ?`,
      [sourceKind, sourceId, accountId],
    )?.minor ?? 0,
  /** Documents whose postings on the account of a role have not come back to zero by a day. */
  openOnRole: (reader: Reader, role: string, to: string, limit: number) =>
    reader.all<Row>(OPEN_ON_ROLE, [{ role, to, limit }]),
  negativeCash: (reader: Reader, to: string) => reader.all<Omit<Row, 'kind' | 'on'>>(NEGATIVE_CASH, [to]),
  draftsUpTo: (reader: Reader, to: string, limit: number) =>
    reader.all<Omit<Row, 'kind'> & { readonly total: number }>(DRAFTS, [to, limit]),
  dueUpTo: (reader: Reader, to: string, limit: number) => reader.all<Omit<Row, 'amountMinor'>>(DUE, [{ to, limit }]),
}

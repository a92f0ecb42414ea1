import type { Reader } from '../../../kernel/db'

const OF_OPENING = `
  (e.source_kind = 'onboarding.opening' AND e.source_id = ?1
    OR e.source_kind = 'treasury.payment' AND e.posted_on = ?2
      AND e.source_id IN (SELECT payment_id FROM onboarding_opening_payment WHERE opening_id = ?1))`

const amount = (row: { amountMinor: number | null } | undefined): number => Number(row?.amountMinor ?? 0)

export const reportQueries = {
  /** Debits less credits by account: as the trial balance had it, and as the entries of the opening have it. */
  byAccount: (reader: Reader, id: number, opensOn: string) =>
    reader.all<{
      accountCode: string
      zh: string
      en: string
      roles: string
      importedMinor: number
      ledgerMinor: number
    }>(
      `SELECT a.code AS accountCode, a.name_zh AS zh, a.name_en AS en,
         coalesce((SELECT group_concat(r.role, ' ') FROM v_accounting_role r WHERE r.account_id = a.id), '') AS roles,
         sum(imported) AS importedMinor, sum(posted) AS ledgerMinor
       FROM (SELECT account_id, debit_minor - credit_minor AS imported, 0 AS posted
             FROM onboarding_opening_line WHERE opening_id = ?1
             UNION ALL
             SELECT l.account_id, 0, l.debit_minor - l.credit_minor
             FROM v_accounting_entry e JOIN v_accounting_line l ON l.entry_id = e.id WHERE ${OF_OPENING})
       JOIN v_accounting_account a ON a.id = account_id
       GROUP BY a.id HAVING sum(imported) <> 0 OR sum(posted) <> 0 ORDER BY a.code`,
      [id, opensOn],
    ),
  openItems: (reader: Reader, id: number, role: string): number =>
    amount(
      reader.first(
        `SELECT sum(amount_minor) AS amountMinor FROM v_accounting_open_item
         WHERE source_kind = 'onboarding.opening' AND source_id = ? AND role = ?`,
        [id, role],
      ),
    ),
  advances: (reader: Reader, id: number, direction: 'in' | 'out'): number =>
    amount(
      reader.first(
        `SELECT sum(m.amount_minor) AS amountMinor FROM onboarding_opening_payment o
         JOIN v_treasury_payment m ON m.id = o.payment_id WHERE o.opening_id = ? AND m.direction = ?`,
        [id, direction],
      ),
    ),
  stockValue: (reader: Reader, id: number): number =>
    amount(
      reader.first('SELECT sum(value_minor) AS amountMinor FROM onboarding_opening_stock WHERE opening_id = ?', [id]),
    ),
  lines: (reader: Reader, id: number) =>
    reader.all<{
      row: number
      code: string
      name: string
      debitMinor: number
      creditMinor: number
      accountCode: string
    }>(
      `SELECT l.row_number AS row, l.code, l.name, l.debit_minor AS debitMinor, l.credit_minor AS creditMinor,
         a.code AS accountCode
       FROM onboarding_opening_line l JOIN v_accounting_account a ON a.id = l.account_id
       WHERE l.opening_id = ? ORDER BY l.row_number`,
      [id],
    ),
}

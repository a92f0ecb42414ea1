import type { Reader } from '../../kernel/db'
import { grouped } from '../../kernel/grouped'
import { CARRY_OVER } from '../../ledgers/accounting'

export interface Moved {
  readonly accountId: number
  readonly minor: number
}

export interface PartnerBalance {
  readonly accountId: number
  readonly partnerId: number | null
  readonly partnerName: string | null
  readonly minor: number
}

export interface ResultFilter {
  readonly departmentId?: number | undefined
  readonly projectId?: number | undefined
}

/** Debit less credit of every account at the end of a day. Whole months are kept; only the last one is added up. */
const BALANCES = `
  SELECT accountId, sum(minor) AS minor FROM (
    SELECT b.account_id AS accountId, b.debit_minor - b.credit_minor AS minor
    FROM v_accounting_period p JOIN v_accounting_balance b ON b.period_id = p.id WHERE p.ends_on <= ?1
    UNION ALL
    SELECT l.account_id, l.debit_minor - l.credit_minor
    FROM v_accounting_account a JOIN v_accounting_line l ON l.account_id = a.id
      AND l.posted_on > coalesce((SELECT max(ends_on) FROM v_accounting_period WHERE ends_on <= ?1), '0001-01-01')
      AND l.posted_on <= ?1
  ) GROUP BY accountId HAVING sum(minor) <> 0`

const places = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

export const statementQueries = {
  balances: (reader: Reader, on: string): ReadonlyMap<number, number> =>
    new Map(reader.all<Moved>(BALANCES, [on]).map(({ accountId, minor }) => [accountId, minor])),

  /** What accounts stand at with each partner; lines that name none are one partner more. */
  byPartner: (reader: Reader, accountIds: readonly number[], on: string): PartnerBalance[] =>
    accountIds.length === 0
      ? []
      : reader.all<PartnerBalance>(
          `SELECT l.accountId, l.partnerId, p.name AS partnerName, l.minor
           FROM (SELECT account_id AS accountId, partner_id AS partnerId, sum(debit_minor - credit_minor) AS minor
                 FROM v_accounting_line WHERE account_id IN (${places(accountIds)}) AND posted_on <= ?
                 GROUP BY account_id, partner_id HAVING sum(debit_minor - credit_minor) <> 0) l
           LEFT JOIN v_parties_partner p ON p.id = l.partnerId
           ORDER BY l.accountId, p.code`,
          [...accountIds, on],
        ),

  /**
   * What profit and loss accounts earned (credit less debit) between two days, the vouchers that empty them left out:
   * those are few, and taken off what is kept or added up.
   */
  results(reader: Reader, from: string, to: string, filter: ResultFilter): ReadonlyMap<number, number> {
    const { departmentId, projectId } = filter
    const rows = reader.all<Moved>(
      `SELECT l.account_id AS accountId, sum(l.credit_minor - l.debit_minor) AS minor
       FROM v_accounting_account a JOIN v_accounting_line l ON l.account_id = a.id
       WHERE a.kind IN ('revenue', 'expense') AND l.posted_on >= ?1 AND l.posted_on <= ?2
         AND (?3 IS NULL OR l.department_id = ?3) AND (?4 IS NULL OR l.project_id = ?4)
       GROUP BY l.account_id`,
      [from, to, departmentId ?? null, projectId ?? null],
    )
    const sums = new Map(rows.map(({ accountId, minor }) => [accountId, minor]))
    if (departmentId !== undefined || projectId !== undefined) return sums
    return withoutCarryOver(reader, from, to, sums)
  },

  /** Code and name of a department or project. */
  nameOf: (reader: Reader, id: number | undefined): string | undefined =>
    id === undefined
      ? undefined
      : reader.first<{ name: string }>(`SELECT code || ' ' || name AS name FROM v_accounting_dimension WHERE id = ?`, [
          id,
        ])?.name,

  /** What each department or project earned; values without a line are left out. Carrying over names none of them. */
  resultsByDimension(reader: Reader, dimension: 'department' | 'project', from: string, to: string) {
    const rows = reader.all<Moved & { readonly id: number; readonly name: string }>(
      `SELECT d.id, d.code || ' ' || d.name AS name, l.account_id AS accountId,
         sum(l.credit_minor - l.debit_minor) AS minor
       FROM v_accounting_dimension d
       JOIN v_accounting_line l ON l.${dimension}_id = d.id
       JOIN v_accounting_account a ON a.id = l.account_id AND a.kind IN ('revenue', 'expense')
       WHERE d.dimension = '${dimension}' AND l.posted_on >= ? AND l.posted_on <= ?
       GROUP BY d.id, l.account_id ORDER BY d.code`,
      [from, to],
    )
    return [...grouped(rows, ({ id }) => id)].map(([id, own]) => ({
      id,
      name: own[0]?.name ?? '',
      results: new Map(own.map(({ accountId, minor }) => [accountId, minor])),
    }))
  },

  /** Whole months, from what is kept. */
  resultsOfMonths(reader: Reader, from: string, to: string): ReadonlyMap<number, number> {
    const rows = reader.all<Moved>(
      `SELECT b.account_id AS accountId, sum(b.credit_minor - b.debit_minor) AS minor
       FROM v_accounting_period p JOIN v_accounting_balance b ON b.period_id = p.id
       JOIN v_accounting_account a ON a.id = b.account_id
       WHERE a.kind IN ('revenue', 'expense') AND p.starts_on >= ?1 AND p.ends_on <= ?2 GROUP BY b.account_id`,
      [from, to],
    )
    return withoutCarryOver(reader, from, to, new Map(rows.map(({ accountId, minor }) => [accountId, minor])))
  },

  isMonthInUse: (reader: Reader, periodId: number): boolean =>
    reader.first('SELECT 1 FROM v_accounting_balance WHERE period_id = ? LIMIT 1', [periodId]) !== undefined,

  /** No period is cut by these days. */
  areWholeMonths: (reader: Reader, from: string, to: string): boolean =>
    reader.first<{ cut: number }>(
      `SELECT count(*) AS cut FROM v_accounting_period
       WHERE starts_on <= ?2 AND ends_on >= ?1 AND (starts_on < ?1 OR ends_on > ?2)`,
      [from, to],
    )?.cut === 0,

  /** Whether a profit and loss account is not carried over at the end of a day. */
  holdsResults: (reader: Reader, on: string): boolean =>
    reader.first(
      `SELECT 1 FROM (${BALANCES}) b JOIN v_accounting_account a ON a.id = b.accountId
       WHERE a.kind IN ('revenue', 'expense') LIMIT 1`,
      [on],
    ) !== undefined,

  /** What the vouchers that empty profit and loss accounts put on an account, credit less debit. */
  carried: (reader: Reader, accountId: number, from: string, to: string): number =>
    reader.first<{ minor: number }>(
      `SELECT coalesce(sum(l.credit_minor - l.debit_minor), 0) AS minor
       FROM v_accounting_line l JOIN v_accounting_entry e ON e.id = l.entry_id
       WHERE e.source_kind = '${CARRY_OVER}' AND l.account_id = ? AND l.posted_on >= ? AND l.posted_on <= ?`,
      [accountId, from, to],
    )?.minor ?? 0,

  /** Money in less money out by row of the cash-flow statement; null is money that changed its place. */
  cashByItem: (reader: Reader, from: string, to: string) =>
    reader.all<{ item: string | null; minor: number }>(
      `SELECT l.cash_flow_item AS item, sum(l.debit_minor - l.credit_minor) AS minor
       FROM v_accounting_account a JOIN v_accounting_line l ON l.account_id = a.id
       WHERE a.cash_kind <> '' AND l.posted_on >= ? AND l.posted_on <= ? GROUP BY l.cash_flow_item`,
      [from, to],
    ),

  cashLines(reader: Reader, input: { item: string; from: string; to: string; offset: number; limit: number }) {
    const where = `a.cash_kind <> '' AND l.cash_flow_item = ? AND l.posted_on >= ? AND l.posted_on <= ?`
    const values = [input.item, input.from, input.to]
    const rows = reader.all<{
      entryId: number
      label: string
      postedOn: string
      memo: string
      accountCode: string
      amountMinor: number
    }>(
      `SELECT e.id AS entryId, e.voucher_type || '-' || e.number AS label, e.posted_on AS postedOn,
         coalesce(l.memo, e.memo) AS memo, a.code AS accountCode, l.debit_minor - l.credit_minor AS amountMinor
       FROM v_accounting_account a JOIN v_accounting_line l ON l.account_id = a.id
       JOIN v_accounting_entry e ON e.id = l.entry_id
       WHERE ${where} ORDER BY l.posted_on, l.entry_id, l.line_number LIMIT ? OFFSET ?`,
      [...values, input.limit, input.offset],
    )
    const sums = reader.first<{ total: number; amountMinor: number }>(
      `SELECT count(*) AS total, coalesce(sum(l.debit_minor - l.credit_minor), 0) AS amountMinor
       FROM v_accounting_account a JOIN v_accounting_line l ON l.account_id = a.id WHERE ${where}`,
      values,
    )!
    return { rows, total: sums.total, sums: { amountMinor: sums.amountMinor } }
  },
}

function withoutCarryOver(
  reader: Reader,
  from: string,
  to: string,
  sums: Map<number, number>,
): ReadonlyMap<number, number> {
  const carried = reader.all<Moved>(
    `SELECT l.account_id AS accountId, sum(l.credit_minor - l.debit_minor) AS minor
     FROM v_accounting_period p
     JOIN v_accounting_entry e ON e.source_kind = '${CARRY_OVER}' AND e.source_id = p.id
       AND e.posted_on >= ? AND e.posted_on <= ?
     JOIN v_accounting_line l ON l.entry_id = e.id
     GROUP BY l.account_id`,
    [from, to],
  )
  for (const { accountId, minor } of carried) sums.set(accountId, (sums.get(accountId) ?? 0) - minor)
  return sums
}

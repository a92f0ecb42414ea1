import type { Reader } from '../../kernel/db'

/** Lines of some accounts in a span of days, perhaps only those that name a partner, an item, a department. */
export interface LineFilter {
  readonly ids: readonly number[]
  readonly from: string
  readonly to: string
  readonly partnerId?: number | undefined
  readonly itemId?: number | undefined
  readonly departmentId?: number | undefined
  readonly projectId?: number | undefined
  readonly personId?: number | undefined
}

export interface LedgerLine {
  readonly entryId: number
  readonly lineNumber: number
  readonly accountId: number
  readonly label: string
  readonly postedOn: string
  readonly memo: string
  readonly sourceKind: string
  readonly sourceId: number
  readonly partnerId: number | null
  readonly partnerName: string | null
  readonly departmentId: number | null
  readonly projectId: number | null
  readonly personId: number | null
  readonly debitMinor: number
  readonly creditMinor: number
}

interface Sums {
  readonly total: number
  readonly debitMinor: number
  readonly creditMinor: number
}

const COLUMN_OF = {
  partnerId: 'partner_id',
  itemId: 'item_id',
  departmentId: 'department_id',
  projectId: 'project_id',
  personId: 'person_id',
} as const

const isNarrowed = (filter: LineFilter): boolean =>
  Object.keys(COLUMN_OF).some((field) => filter[field as keyof typeof COLUMN_OF] !== undefined)

/** The condition and what it binds. One account reads its index in order; several are merged by their days. */
export function condition(filter: LineFilter, { from, to }: { from: string; to: string }) {
  const parts = [`l.account_id IN (${filter.ids.map(() => '?').join(', ')})`, 'l.posted_on >= ?', 'l.posted_on <= ?']
  const values: (string | number)[] = [...filter.ids, from, to]
  for (const [field, column] of Object.entries(COLUMN_OF)) {
    const value = filter[field as keyof typeof COLUMN_OF]
    if (value === undefined) continue
    parts.push(`l.${column} = ?`)
    values.push(value)
  }
  return { where: parts.join(' AND '), values }
}

/** No period is cut by the span. */
const areWholeMonths = (reader: Reader, { from, to }: LineFilter): boolean =>
  reader.first<{ cut: number }>(
    `SELECT count(*) AS cut FROM v_accounting_period
     WHERE starts_on <= ?2 AND ends_on >= ?1 AND (starts_on < ?1 OR ends_on > ?2)`,
    [from, to],
  )?.cut === 0

export const ORDER = 'ORDER BY l.posted_on, l.entry_id, l.line_number'

const FIRST_DAY = '0001-01-01'

export const lineQueries = {
  page(reader: Reader, filter: LineFilter, offset: number, limit: number): LedgerLine[] {
    const { where, values } = condition(filter, filter)
    // The page is found on the index alone; only its rows are then completed.
    return reader.all<LedgerLine>(
      `SELECT l.entry_id AS entryId, l.line_number AS lineNumber, l.account_id AS accountId,
         e.voucher_type || '-' || e.number AS label, l.posted_on AS postedOn, coalesce(l.memo, e.memo) AS memo,
         e.source_kind AS sourceKind, e.source_id AS sourceId, l.partner_id AS partnerId, p.name AS partnerName,
         l.department_id AS departmentId, l.project_id AS projectId, l.person_id AS personId,
         l.debit_minor AS debitMinor, l.credit_minor AS creditMinor
       FROM (SELECT l.* FROM v_accounting_line l WHERE ${where} ${ORDER} LIMIT ? OFFSET ?) l
       JOIN v_accounting_entry e ON e.id = l.entry_id
       LEFT JOIN v_parties_partner p ON p.id = l.partner_id
       ${ORDER}`,
      [...values, limit, offset],
    )
  },

  /** Of whole months the amounts are kept, and the lines are counted on their index alone. */
  sums(reader: Reader, filter: LineFilter): Sums {
    const { where, values } = condition(filter, filter)
    if (!isNarrowed(filter) && areWholeMonths(reader, filter)) {
      const kept = reader.first<Sums>(
        `SELECT (SELECT count(*) FROM v_accounting_line l WHERE ${where}) AS total,
           coalesce(sum(b.debit_minor), 0) AS debitMinor, coalesce(sum(b.credit_minor), 0) AS creditMinor
         FROM v_accounting_balance b JOIN v_accounting_period p ON p.id = b.period_id
         WHERE b.account_id IN (${filter.ids.map(() => '?').join(', ')}) AND p.starts_on >= ? AND p.ends_on <= ?`,
        [...values, ...filter.ids, filter.from, filter.to],
      )
      return kept!
    }
    return reader.first<Sums>(
      `SELECT count(*) AS total, coalesce(sum(l.debit_minor), 0) AS debitMinor,
         coalesce(sum(l.credit_minor), 0) AS creditMinor
       FROM v_accounting_line l WHERE ${where}`,
      values,
    )!
  },

  /** Debit less credit of the first lines of the span. */
  balanceOfFirst(reader: Reader, filter: LineFilter, lines: number): number {
    if (lines === 0) return 0
    const { where, values } = condition(filter, filter)
    return (
      reader.first<{ balance: number | null }>(
        `SELECT sum(d) AS balance FROM (SELECT l.debit_minor - l.credit_minor AS d
           FROM v_accounting_line l WHERE ${where} ${ORDER} LIMIT ?)`,
        [...values, lines],
      )?.balance ?? 0
    )
  },

  /** Balance at the end of the day before the span: whole months from kept turnover, the rest from the lines. */
  openingMinor(reader: Reader, filter: LineFilter): number {
    const before = (from: string, to: string): number => {
      const { where, values } = condition(filter, { from, to })
      return (
        reader.first<{ balance: number | null }>(
          `SELECT sum(l.debit_minor - l.credit_minor) AS balance FROM v_accounting_line l
           WHERE ${where} AND l.posted_on < ?`,
          [...values, filter.from],
        )?.balance ?? 0
      )
    }
    if (isNarrowed(filter)) return before(FIRST_DAY, filter.from)
    const kept = reader.first<{ balance: number | null }>(
      `SELECT sum(b.debit_minor - b.credit_minor) AS balance
       FROM v_accounting_balance b JOIN v_accounting_period p ON p.id = b.period_id
       WHERE b.account_id IN (${filter.ids.map(() => '?').join(', ')}) AND p.ends_on < ?`,
      [...filter.ids, filter.from],
    )
    const monthStart = `${filter.from.slice(0, 7)}-01`
    return (kept?.balance ?? 0) + (monthStart === filter.from ? 0 : before(monthStart, filter.from))
  },

  byDay(reader: Reader, filter: LineFilter) {
    const { where, values } = condition(filter, filter)
    return reader.all<{ on: string; debitMinor: number; creditMinor: number }>(
      `SELECT l.posted_on AS "on", sum(l.debit_minor) AS debitMinor, sum(l.credit_minor) AS creditMinor
       FROM v_accounting_line l WHERE ${where} GROUP BY l.posted_on ORDER BY l.posted_on`,
      values,
    )
  },

  /** By month, from the first of January of the span's first year on. */
  byMonth(reader: Reader, filter: LineFilter) {
    const from = `${filter.from.slice(0, 4)}-01-01`
    if (!isNarrowed(filter)) {
      return reader.all<{ month: string; debitMinor: number; creditMinor: number }>(
        `SELECT substr(p.starts_on, 1, 7) AS month, sum(b.debit_minor) AS debitMinor, sum(b.credit_minor) AS creditMinor
         FROM v_accounting_balance b JOIN v_accounting_period p ON p.id = b.period_id
         WHERE b.account_id IN (${filter.ids.map(() => '?').join(', ')}) AND p.starts_on >= ? AND p.starts_on <= ?
         GROUP BY p.id ORDER BY p.starts_on`,
        [...filter.ids, from, filter.to],
      )
    }
    const { where, values } = condition(filter, { from, to: filter.to })
    return reader.all<{ month: string; debitMinor: number; creditMinor: number }>(
      `SELECT substr(l.posted_on, 1, 7) AS month, sum(l.debit_minor) AS debitMinor, sum(l.credit_minor) AS creditMinor
       FROM v_accounting_line l WHERE ${where} GROUP BY month ORDER BY month`,
      values,
    )
  },

  /** Code of the account that carries the most on the other side of a line's entry. */
  counterpart: (reader: Reader, line: LedgerLine): string | null =>
    reader.first<{ code: string }>(
      `SELECT a.code FROM v_accounting_line o JOIN v_accounting_account a ON a.id = o.account_id
       WHERE o.entry_id = ? AND o.account_id <> ? AND (o.debit_minor <> 0) <> (? <> 0)
       ORDER BY abs(o.debit_minor + o.credit_minor) DESC LIMIT 1`,
      [line.entryId, line.accountId, line.debitMinor],
    )?.code ?? null,

  // Asked for one document at a time: joined, the view would be built whole for every page.
  documentNumber: (reader: Reader, kind: string, id: number): string | null =>
    reader.first<{ number: string | null }>('SELECT number FROM v_document_link WHERE kind = ? AND id = ?', [kind, id])
      ?.number ?? null,
}

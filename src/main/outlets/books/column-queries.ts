import type { Reader } from '../../kernel/db'
import type { LineFilter } from './line-queries'

const VALUES = {
  department: { column: 'department_id', view: 'v_accounting_dimension' },
  project: { column: 'project_id', view: 'v_accounting_dimension' },
  person: { column: 'person_id', view: 'v_accounting_dimension' },
  partner: { column: 'partner_id', view: 'v_parties_partner' },
} as const

const places = (ids: readonly number[]): string => ids.map(() => '?').join(', ')

/** What each column of a multi-column ledger adds up to over the span. */
export const columnQueries = {
  byAccount(reader: Reader, { ids, from, to }: LineFilter): ReadonlyMap<number, number> {
    const rows = reader.all<{ id: number; balanceMinor: number }>(
      `SELECT account_id AS id, sum(debit_minor - credit_minor) AS balanceMinor FROM v_accounting_line
       WHERE account_id IN (${places(ids)}) AND posted_on >= ? AND posted_on <= ? GROUP BY account_id`,
      [...ids, from, to],
    )
    return new Map(rows.map(({ id, balanceMinor }) => [id, balanceMinor]))
  },

  byDimension(reader: Reader, dimension: keyof typeof VALUES, { ids, from, to }: LineFilter) {
    const { column, view } = VALUES[dimension]
    return reader.all<{ key: string; name: string; balanceMinor: number }>(
      `SELECT coalesce(CAST(l.${column} AS TEXT), '') AS key, coalesce(v.name, '') AS name,
         sum(l.debit_minor - l.credit_minor) AS balanceMinor
       FROM v_accounting_line l LEFT JOIN ${view} v ON v.id = l.${column}
       WHERE l.account_id IN (${places(ids)}) AND l.posted_on >= ? AND l.posted_on <= ?
       GROUP BY l.${column} ORDER BY v.code`,
      [...ids, from, to],
    )
  },
}

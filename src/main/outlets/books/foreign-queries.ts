import type { Reader } from '../../kernel/db'
import type { listAccounts } from '../../ledgers/accounting'

type Account = ReturnType<typeof listAccounts>[number]

export interface ForeignAmount {
  readonly currency: string
  readonly foreignMinor: number
}

const ANY: ReadonlySet<string> = new Set(['receivable', 'payable', 'advance-from-customer', 'advance-to-supplier'])

/** Accounts that may hold foreign lines: those kept in a currency, and those of partners. */
export const mayBeForeign = (accounts: readonly Account[]): boolean =>
  accounts.some(({ currency, roles }) => currency !== null || roles.some((role) => ANY.has(role)))

interface Line {
  readonly entryId: number
  readonly lineNumber: number
}

const keyOf = ({ entryId, lineNumber }: Line): string => `${entryId} ${lineNumber}`

export const foreignQueries = {
  /** The foreign side of the lines of a page, read at once. */
  ofLines(reader: Reader, lines: readonly Line[]): (line: Line) => ForeignAmount | undefined {
    const ids = [...new Set(lines.map(({ entryId }) => entryId))]
    const rows = reader.all<Line & ForeignAmount>(
      `SELECT entry_id AS entryId, line_number AS lineNumber, currency, foreign_minor AS foreignMinor
       FROM v_accounting_foreign_line WHERE entry_id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(ids)],
    )
    const found = new Map(rows.map((row) => [keyOf(row), row]))
    return (line) => found.get(keyOf(line))
  },

  /** What accounts of one currency hold in it before a day. */
  balanceBefore: (reader: Reader, ids: readonly number[], on: string): number =>
    reader.first<{ balance: number | null }>(
      `SELECT sum(f.foreign_minor) AS balance FROM v_accounting_line l
       JOIN v_accounting_foreign_line f ON f.entry_id = l.entry_id AND f.line_number = l.line_number
       WHERE l.account_id IN (${ids.map(() => '?').join(', ')}) AND l.posted_on < ?`,
      [...ids, on],
    )?.balance ?? 0,

  /** The same of the first lines from a day on. */
  balanceOfFirst: (reader: Reader, ids: readonly number[], from: string, lines: number): number =>
    lines === 0
      ? 0
      : (reader.first<{ balance: number | null }>(
          `SELECT sum(f.foreign_minor) AS balance FROM (
             SELECT l.entry_id, l.line_number FROM v_accounting_line l
             WHERE l.account_id IN (${ids.map(() => '?').join(', ')}) AND l.posted_on >= ?
             ORDER BY l.posted_on, l.entry_id, l.line_number LIMIT ?) l
           JOIN v_accounting_foreign_line f ON f.entry_id = l.entry_id AND f.line_number = l.line_number`,
          [...ids, from, lines],
        )?.balance ?? 0),

  /** Opening and closing of every account that is kept in a foreign currency. */
  balances: (reader: Reader, from: string, to: string) =>
    reader.all<{ accountId: number; openingMinor: number; closingMinor: number }>(
      `SELECT a.id AS accountId, sum(CASE WHEN l.posted_on < ?1 THEN f.foreign_minor ELSE 0 END) AS openingMinor,
         sum(f.foreign_minor) AS closingMinor
       FROM v_accounting_account a CROSS JOIN v_accounting_line l ON l.account_id = a.id AND l.posted_on <= ?2
       CROSS JOIN v_accounting_foreign_line f ON f.entry_id = l.entry_id AND f.line_number = l.line_number
       WHERE a.currency IS NOT NULL GROUP BY a.id`,
      [from, to],
    ),
}

import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { BankLine } from '../imports/statement-store'
import type { BankingDatabase } from '../tables'

const db = compiler<BankingDatabase>()

export type MatchedBy = 'book' | 'payment' | 'entry' | 'transfer'

const lineColumns = [
  'id',
  'statement_id as statementId',
  'account_id as accountId',
  'booked_on as bookedOn',
  'amount_minor as amountMinor',
  'counterparty',
  'counterparty_number as counterpartyNumber',
  'text',
  'bank_reference as bankReference',
  'fingerprint',
  'match_id as matchId',
] as const

const findLine = statement((p: { id: number }) =>
  db.selectFrom('banking_line').where('id', '=', p.id).select(lineColumns),
)
const openLines = statement((p: { accountId: number }) =>
  db
    .selectFrom('banking_line')
    .where('account_id', '=', p.accountId)
    .where('match_id', 'is', null)
    .orderBy('booked_on')
    .orderBy('id')
    .limit(5000)
    .select(lineColumns),
)
const insertMatch = statement(
  (p: {
    accountId: number
    how: MatchedBy
    confidence: number
    sourceKind: string | null
    sourceId: number | null
    matchedBy: number
    matchedAt: string
  }) =>
    db.insertInto('banking_match').values({
      account_id: p.accountId,
      how: p.how,
      confidence: p.confidence,
      source_kind: p.sourceKind,
      source_id: p.sourceId,
      matched_by: p.matchedBy,
      matched_at: p.matchedAt,
    }),
)
const setMatch = statement((p: { id: number; matchId: number }) =>
  db.updateTable('banking_line').where('id', '=', p.id).where('match_id', 'is', null).set({ match_id: p.matchId }),
)
const freeLines = statement((p: { matchId: number }) =>
  db.updateTable('banking_line').where('match_id', '=', p.matchId).set({ match_id: null }),
)
const insertBookLine = statement((p: { entryId: number; lineNumber: number; matchId: number }) =>
  db.insertInto('banking_book_line').values({ entry_id: p.entryId, line_number: p.lineNumber, match_id: p.matchId }),
)
const freeBookLines = statement((p: { matchId: number }) =>
  db.deleteFrom('banking_book_line').where('match_id', '=', p.matchId),
)
const removeMatch = statement((p: { matchId: number }) => db.deleteFrom('banking_match').where('id', '=', p.matchId))
const findMatch = statement((p: { id: number }) =>
  db
    .selectFrom('banking_match')
    .where('id', '=', p.id)
    .select(['id', 'how', 'confidence', 'source_kind as sourceKind', 'source_id as sourceId']),
)
const linesOfMatch = statement((p: { id: number }) =>
  db.selectFrom('banking_line').where('match_id', '=', p.id).orderBy('id').select(lineColumns),
)

/** Of the books on a bank's account, and no match has them. */
const freeOfBooks = () =>
  db
    .selectFrom('v_treasury_account as t')
    .innerJoin('v_accounting_money_line as l', 'l.account_id', 't.account_id')
    .innerJoin('v_accounting_entry as e', 'e.id', 'l.entry_id')
    .leftJoin('banking_book_line as m', (join) =>
      join.onRef('m.entry_id', '=', 'l.entry_id').onRef('m.line_number', '=', 'l.line_number'),
    )
    .where('m.match_id', 'is', null)
    // What a month's end adds to a foreign account is nothing in its currency, and no bank shows it.
    .where('l.money_minor', '<>', sql.lit(0))
    // An entry and its reversal that the bank never saw cancel each other out.
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM v_accounting_entry r WHERE r.reverses_entry_id = e.id
        AND NOT EXISTS (SELECT 1 FROM banking_book_line b WHERE b.entry_id = r.id))`,
    )
    .where(
      sql<boolean>`(e.reverses_entry_id IS NULL
        OR EXISTS (SELECT 1 FROM banking_book_line b WHERE b.entry_id = e.reverses_entry_id))`,
    )

export interface BookLine {
  readonly entryId: number
  readonly lineNumber: number
  readonly postedOn: string
  readonly amountMinor: number
  readonly memo: string
  readonly sourceKind: string
  readonly sourceId: number
  readonly number: string
  readonly partnerName: string
}

const bookColumns = [
  'l.entry_id as entryId',
  'l.line_number as lineNumber',
  'l.posted_on as postedOn',
  'l.money_minor as amountMinor',
  'e.memo',
  'e.source_kind as sourceKind',
  'e.source_id as sourceId',
  sql<string>`coalesce(d.number, e.voucher_type || '-' || e.number)`.as('number'),
  sql<string>`coalesce(p.name, '')`.as('partnerName'),
] as const

const withNames = () =>
  freeOfBooks()
    .leftJoin('v_document_link as d', (join) =>
      join.onRef('d.kind', '=', 'e.source_kind').onRef('d.id', '=', 'e.source_id'),
    )
    .leftJoin('v_parties_partner as p', 'p.id', 'l.partner_id')

const bookLines = statement((p: { accountId: number; from: string; to: string }) =>
  withNames()
    .where('t.id', '=', p.accountId)
    .where('l.posted_on', '>=', p.from)
    .where('l.posted_on', '<=', p.to)
    .orderBy('l.posted_on')
    .orderBy('l.entry_id')
    .limit(5000)
    .select(bookColumns),
)
const bookLinesOfAmount = statement((p: { accountId: number; from: string; to: string; amountMinor: number }) =>
  withNames()
    .where('t.id', '=', p.accountId)
    .where('l.posted_on', '>=', p.from)
    .where('l.posted_on', '<=', p.to)
    .where('l.money_minor', '=', p.amountMinor)
    .orderBy('l.posted_on')
    .limit(50)
    .select(bookColumns),
)
const bookLine = statement((p: { entryId: number; lineNumber: number; accountId: number }) =>
  freeOfBooks()
    .where('t.id', '=', p.accountId)
    .where('l.entry_id', '=', p.entryId)
    .where('l.line_number', '=', p.lineNumber)
    .select(['l.posted_on as postedOn', 'l.money_minor as amountMinor']),
)
const lineOfSource = statement((p: { accountId: number; sourceKind: string; sourceId: number; amountMinor: number }) =>
  freeOfBooks()
    .where('t.id', '=', p.accountId)
    .where('e.source_kind', '=', p.sourceKind)
    .where('e.source_id', '=', p.sourceId)
    .where('l.money_minor', '=', p.amountMinor)
    .select(['l.entry_id as entryId', 'l.line_number as lineNumber']),
)
const balance = statement((p: { accountId: number; to: string }) =>
  db
    .selectFrom('v_treasury_account as t')
    .innerJoin('v_accounting_money_line as l', 'l.account_id', 't.account_id')
    .where('t.id', '=', p.accountId)
    .where('l.posted_on', '<=', p.to)
    .select(sql<number>`coalesce(sum(l.money_minor), 0)`.as('balanceMinor')),
)
const firstStatement = statement((p: { accountId: number }) =>
  db
    .selectFrom('banking_statement')
    .where('account_id', '=', p.accountId)
    .orderBy('from_on')
    .orderBy('id')
    .limit(sql.lit(1))
    .select(['from_on as fromOn', 'opening_minor as openingMinor']),
)
const bankMoved = statement((p: { accountId: number; to: string }) =>
  db
    .selectFrom('banking_line')
    .where('account_id', '=', p.accountId)
    .where('booked_on', '<=', p.to)
    .select(sql<number>`coalesce(sum(amount_minor), 0)`.as('amountMinor')),
)

export const matchStore = {
  findLine: (reader: Reader, id: number): BankLine | undefined => findLine.first(reader, { id }),
  /** Oldest first. */
  openLines: (reader: Reader, accountId: number): BankLine[] => openLines.all(reader, { accountId }),
  insertMatch: (
    tx: Tx,
    match: {
      accountId: number
      how: MatchedBy
      confidence: number
      sourceKind: string | null
      sourceId: number | null
      matchedBy: number
    },
  ): number => insertMatch.run(tx, { ...match, matchedAt: tx.now.toISOString() }).id,
  /** False where another match has it. */
  setMatch: (tx: Tx, id: number, matchId: number): boolean => setMatch.run(tx, { id, matchId }).changes === 1,
  insertBookLine: (tx: Tx, line: { entryId: number; lineNumber: number; matchId: number }): void => {
    insertBookLine.run(tx, line)
  },
  undo: (tx: Tx, matchId: number): void => {
    freeLines.run(tx, { matchId })
    freeBookLines.run(tx, { matchId })
    removeMatch.run(tx, { matchId })
  },
  findMatch: (reader: Reader, id: number) => findMatch.first(reader, { id }),
  linesOfMatch: (reader: Reader, id: number): BankLine[] => linesOfMatch.all(reader, { id }),
  bookLines: (reader: Reader, accountId: number, from: string, to: string): BookLine[] =>
    bookLines.all(reader, { accountId, from, to }),
  bookLinesOfAmount: (
    reader: Reader,
    wish: { accountId: number; from: string; to: string; amountMinor: number },
  ): BookLine[] => bookLinesOfAmount.all(reader, wish),
  bookLine: (reader: Reader, accountId: number, entryId: number, lineNumber: number) =>
    bookLine.first(reader, { accountId, entryId, lineNumber }),
  lineOfSource: (
    reader: Reader,
    wish: { accountId: number; sourceKind: string; sourceId: number; amountMinor: number },
  ) => lineOfSource.first(reader, wish),
  bookBalance: (reader: Reader, accountId: number, to: string): number =>
    Number(balance.first(reader, { accountId, to })?.balanceMinor ?? 0),
  firstStatement: (reader: Reader, accountId: number) => firstStatement.first(reader, { accountId }),
  bankMovedMinor: (reader: Reader, accountId: number, to: string): number =>
    Number(bankMoved.first(reader, { accountId, to })?.amountMinor ?? 0),
}

import { sql } from 'kysely'
import { compiler, statement, type Reader } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'
import type { BankingDatabase } from './tables'

const db = compiler<BankingDatabase>()

export interface LineListInput extends ListInput {
  readonly accountId: number
  readonly state: 'open' | 'matched' | 'any'
}

const SORTS = {
  bookedOn: 'l.booked_on',
  amountMinor: 'l.amount_minor',
  counterparty: 'l.counterparty',
  text: 'l.text',
} as const

function filtered(input: LineListInput) {
  let query = db.selectFrom('banking_line as l').where('l.account_id', '=', input.accountId)
  if (input.state === 'open') query = query.where('l.match_id', 'is', null)
  if (input.state === 'matched') query = query.where('l.match_id', 'is not', null)
  if (input.filter === '') return query
  const like = `%${input.filter}%`
  return query.where((e) =>
    e.or([e('l.counterparty', 'like', like), e('l.text', 'like', like), e('l.bank_reference', 'like', like)]),
  )
}

export function listLines(reader: Reader, input: LineListInput) {
  const direction = input.descending ? 'desc' : 'asc'
  const rows = reader.query(
    filtered(input)
      .leftJoin('banking_match as m', 'm.id', 'l.match_id')
      .leftJoin('v_document_link as d', (join) =>
        join.onRef('d.kind', '=', 'm.source_kind').onRef('d.id', '=', 'm.source_id'),
      )
      .select([
        'l.id',
        'l.booked_on as bookedOn',
        'l.amount_minor as amountMinor',
        'l.counterparty',
        'l.counterparty_number as counterpartyNumber',
        'l.text',
        'l.bank_reference as bankReference',
        'm.how',
        'm.confidence',
        'm.source_kind as sourceKind',
        'm.source_id as sourceId',
        'd.number as sourceNumber',
      ])
      .orderBy(SORTS[input.sort as keyof typeof SORTS] ?? 'l.booked_on', direction)
      .orderBy('l.id', direction)
      .limit(input.limit)
      .offset(input.offset),
  )
  const [sums] = reader.query(
    filtered(input).select((e) => [
      e.fn.countAll<number>().as('total'),
      e.fn.sum<number | null>('l.amount_minor').as('amountMinor'),
    ]),
  )
  return { rows, total: Number(sums?.total ?? 0), sums: { amountMinor: Number(sums?.amountMinor ?? 0) } }
}

interface InAndOut {
  readonly inMinor: number
  readonly outMinor: number
}

/** A match counts on a day only when all of it, of the bank and of the books, has happened by then. */
const isWhole = (matchId: string, asOf: unknown) => sql<boolean>`(${sql.raw(matchId)} IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM banking_line k WHERE k.match_id = ${sql.raw(matchId)} AND k.booked_on > ${asOf})
  AND NOT EXISTS (SELECT 1 FROM banking_book_line b JOIN v_accounting_entry e ON e.id = b.entry_id
    WHERE b.match_id = ${sql.raw(matchId)} AND e.posted_on > ${asOf}))`

const onlyBank = statement((p: { accountId: number; asOf: string }) =>
  db
    .selectFrom('banking_line as l')
    .where('l.account_id', '=', p.accountId)
    .where('l.booked_on', '<=', p.asOf)
    .where((e) => e.not(isWhole('l.match_id', p.asOf)))
    .select([
      sql<number>`coalesce(sum(max(l.amount_minor, 0)), 0)`.as('inMinor'),
      sql<number>`coalesce(sum(max(-l.amount_minor, 0)), 0)`.as('outMinor'),
    ]),
)

const ofBooks = (accountId: number) =>
  db
    .selectFrom('v_treasury_account as t')
    .innerJoin('v_accounting_money_line as l', 'l.account_id', 't.account_id')
    .leftJoin('banking_book_line as m', (join) =>
      join.onRef('m.entry_id', '=', 'l.entry_id').onRef('m.line_number', '=', 'l.line_number'),
    )
    .where('t.id', '=', accountId)

const onlyBooks = statement((p: { accountId: number; from: string; asOf: string }) =>
  ofBooks(p.accountId)
    .where('l.posted_on', '>=', p.from)
    .where('l.posted_on', '<=', p.asOf)
    .where((e) => e.not(isWhole('m.match_id', p.asOf)))
    .select([
      sql<number>`coalesce(sum(max(l.money_minor, 0)), 0)`.as('inMinor'),
      sql<number>`coalesce(sum(max(-l.money_minor, 0)), 0)`.as('outMinor'),
    ]),
)
const matchedBefore = statement((p: { accountId: number; from: string; asOf: string }) =>
  ofBooks(p.accountId)
    .where('l.posted_on', '<', p.from)
    .where(isWhole('m.match_id', p.asOf))
    .select(sql<number>`coalesce(sum(l.money_minor), 0)`.as('amountMinor')),
)
const lastStatement = statement((p: { accountId: number; asOf: string }) =>
  db
    .selectFrom('banking_statement')
    .where('account_id', '=', p.accountId)
    .where('to_on', '<=', p.asOf)
    .where('closing_minor', 'is not', null)
    .orderBy('to_on', 'desc')
    .orderBy('id', 'desc')
    .limit(sql.lit(1))
    .select(['to_on as toOn', 'closing_minor as closingMinor']),
)

interface InAndOut {
  readonly inMinor: number
  readonly outMinor: number
}

export const lineQueries = {
  /** What the bank knows by a day and the books don't. */
  onlyBank: (reader: Reader, accountId: number, asOf: string): InAndOut =>
    read(onlyBank.first(reader, { accountId, asOf })),
  onlyBooks: (reader: Reader, accountId: number, from: string, asOf: string): InAndOut =>
    read(onlyBooks.first(reader, { accountId, from, asOf })),
  /** Of the books before the first statement, and on a statement since: what was outstanding at the start. */
  matchedBefore: (reader: Reader, accountId: number, from: string, asOf: string): number =>
    Number(matchedBefore.first(reader, { accountId, from, asOf })?.amountMinor ?? 0),
  lastStatement: (reader: Reader, accountId: number, asOf: string) => lastStatement.first(reader, { accountId, asOf }),
}

const read = (row: InAndOut | undefined): InAndOut => ({
  inMinor: Number(row?.inMinor ?? 0),
  outMinor: Number(row?.outMinor ?? 0),
})

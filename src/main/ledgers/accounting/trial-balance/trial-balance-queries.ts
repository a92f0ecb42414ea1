import { sql } from 'kysely'
import { compiler, statement, type Reader } from '../../../kernel/db'
import type { AccountingTables } from '../tables'

const db = compiler<AccountingTables>()

export interface Turnover {
  readonly accountId: number
  readonly debitMinor: number
  readonly creditMinor: number
}

/** Whole months, from the kept turnover. */
const ofPeriods = statement((p: { from: string; to: string }) =>
  db
    .selectFrom('accounting_balance as b')
    .innerJoin('accounting_period as p', 'p.id', 'b.period_id')
    .where('p.starts_on', '>=', p.from)
    .where('p.ends_on', '<=', p.to)
    .groupBy('b.account_id')
    .select((e) => [
      'b.account_id as accountId',
      e.fn.sum<number>('b.debit_minor').as('debitMinor'),
      e.fn.sum<number>('b.credit_minor').as('creditMinor'),
    ]),
)

/** Some days of a month, from the lines. */
const ofDays = statement((p: { from: string; to: string }) =>
  db
    .selectFrom('accounting_entry as e')
    .innerJoin('accounting_line as l', 'l.entry_id', 'e.id')
    .where('e.posted_on', '>=', p.from)
    .where('e.posted_on', '<=', p.to)
    .groupBy('l.account_id')
    .select((e) => [
      'l.account_id as accountId',
      e.fn.sum<number>('l.debit_minor').as('debitMinor'),
      e.fn.sum<number>('l.credit_minor').as('creditMinor'),
    ]),
)

/** Periods that a span of dates cuts: one that starts before `from`, one that ends after `to`, or one that does both. */
const cutPeriods = statement((p: { from: string; to: string }) =>
  db
    .selectFrom('accounting_period')
    .where('starts_on', '<=', p.to)
    .where('ends_on', '>=', p.from)
    .where(sql<boolean>`(starts_on < ${p.from} OR ends_on > ${p.to})`)
    .orderBy('starts_on')
    .select(['starts_on as startsOn', 'ends_on as endsOn']),
)

export const trialBalanceQueries = {
  ofPeriods: (reader: Reader, from: string, to: string): Turnover[] => ofPeriods.all(reader, { from, to }),
  ofDays: (reader: Reader, from: string, to: string): Turnover[] => ofDays.all(reader, { from, to }),
  cutPeriods: (reader: Reader, from: string, to: string) => cutPeriods.all(reader, { from, to }),
}

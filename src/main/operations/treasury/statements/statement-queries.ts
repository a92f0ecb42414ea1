import { sql } from 'kysely'
import { compiler, statement, type Reader } from '../../../kernel/db'
import type { TreasuryDatabase } from '../tables'

const db = compiler<TreasuryDatabase>()

/** The accounts on which a partner's dealings stand: owed, owing and paid in advance. */
const partnerLines = () =>
  db
    .selectFrom('v_accounting_role as r')
    .innerJoin('v_accounting_money_line as l', 'l.account_id', 'r.account_id')
    .innerJoin('v_accounting_entry as e', 'e.id', 'l.entry_id')
    .where('r.role', 'in', ['receivable', 'payable', 'advance-from-customer', 'advance-to-supplier'])

interface OfPartner {
  readonly partnerId: number
  /** null: the currency of the books */
  readonly currency: string | null
}

/** Both sides sign what they dealt in: a foreign line counts in its currency, and what a month's end adds is nothing there. */
const linesIn = (p: OfPartner) =>
  partnerLines()
    .where('l.partner_id', '=', p.partnerId)
    .where(sql<boolean>`l.currency IS ${p.currency}`)

const currencies = statement((p: { partnerId: number }) =>
  partnerLines()
    .where('l.partner_id', '=', p.partnerId)
    .groupBy('l.currency')
    .orderBy('l.currency')
    .select('l.currency'),
)

const before = statement((p: OfPartner & { from: string }) =>
  linesIn(p)
    .where('e.posted_on', '<', p.from)
    .select(sql<number>`coalesce(sum(l.money_minor), 0)`.as('balanceMinor')),
)

const within = statement((p: OfPartner & { from: string; to: string }) =>
  linesIn(p)
    .leftJoin('v_document_link as d', (join) =>
      join.onRef('d.kind', '=', 'e.source_kind').onRef('d.id', '=', 'e.source_id'),
    )
    .where('e.posted_on', '>=', p.from)
    .where('e.posted_on', '<=', p.to)
    .groupBy('e.id')
    .having(sql<boolean>`sum(l.money_minor) <> 0`)
    .orderBy('e.posted_on')
    .orderBy('e.id')
    .select([
      'e.posted_on as postedOn',
      'e.source_kind as sourceKind',
      'e.source_id as sourceId',
      sql<string>`coalesce(d.number, e.voucher_type || '-' || e.number)`.as('number'),
      'e.memo as text',
      sql<number>`sum(l.money_minor)`.as('amountMinor'),
    ]),
)

export const statementQueries = {
  /** Currencies in which we ever dealt with the partner, that of the books (null) first. */
  currencies: (reader: Reader, partnerId: number): (string | null)[] =>
    currencies.all(reader, { partnerId }).map(({ currency }) => currency),
  /** What the partner owed us (below zero: what we owed) before a day. */
  balanceBefore: (reader: Reader, of: OfPartner & { from: string }): number =>
    Number(before.first(reader, of)?.balanceMinor ?? 0),
  /** One row an entry, advances that items took left out: they change nothing between us. */
  within: (reader: Reader, of: OfPartner & { from: string; to: string }) => within.all(reader, of),
}

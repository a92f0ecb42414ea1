import { sql } from 'kysely'
import { compiler, statement, type Reader } from '../../../kernel/db'
import type { TreasuryDatabase } from '../tables'

const db = compiler<TreasuryDatabase>()

/** The accounts on which a partner's dealings stand: owed, owing and paid in advance. */
const partnerLines = () =>
  db
    .selectFrom('v_accounting_role as r')
    .innerJoin('v_accounting_line as l', 'l.account_id', 'r.account_id')
    .innerJoin('v_accounting_entry as e', 'e.id', 'l.entry_id')
    .where('r.role', 'in', ['receivable', 'payable', 'advance-from-customer', 'advance-to-supplier'])

const before = statement((p: { partnerId: number; from: string }) =>
  partnerLines()
    .where('l.partner_id', '=', p.partnerId)
    .where('e.posted_on', '<', p.from)
    .select(sql<number>`coalesce(sum(l.debit_minor - l.credit_minor), 0)`.as('balanceMinor')),
)

const within = statement((p: { partnerId: number; from: string; to: string }) =>
  partnerLines()
    .leftJoin('v_document_link as d', (join) =>
      join.onRef('d.kind', '=', 'e.source_kind').onRef('d.id', '=', 'e.source_id'),
    )
    .where('l.partner_id', '=', p.partnerId)
    .where('e.posted_on', '>=', p.from)
    .where('e.posted_on', '<=', p.to)
    .groupBy('e.id')
    .having(sql<boolean>`sum(l.debit_minor - l.credit_minor) <> 0`)
    .orderBy('e.posted_on')
    .orderBy('e.id')
    .select([
      'e.posted_on as postedOn',
      'e.source_kind as sourceKind',
      'e.source_id as sourceId',
      sql<string>`coalesce(d.number, e.voucher_type || '-' || e.number)`.as('number'),
      'e.memo as text',
      sql<number>`sum(l.debit_minor - l.credit_minor)`.as('amountMinor'),
    ]),
)

export const statementQueries = {
  /** What the partner owed us (below zero: what we owed) before a day. */
  balanceBefore: (reader: Reader, partnerId: number, from: string): number =>
    Number(before.first(reader, { partnerId, from })?.balanceMinor ?? 0),
  /** One row an entry, advances that items took left out: they change nothing between us. */
  within: (reader: Reader, partnerId: number, from: string, to: string) => within.all(reader, { partnerId, from, to }),
}

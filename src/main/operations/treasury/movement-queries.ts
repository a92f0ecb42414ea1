import { sql } from 'kysely'
import { compiler, type Reader } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'
import type { TreasuryDatabase } from './tables'

const db = compiler<TreasuryDatabase>()

export interface MovementListInput extends ListInput {
  readonly kind: 'any' | 'transfer' | 'cashEntry' | 'netting' | 'writeOff'
}

const SORTS = { number: 'number', happenedOn: 'happenedOn', amountMinor: 'amountMinor', state: 'state' } as const

/** Transfers, other receipts and payments (money out below zero), nettings, write-offs. */
function movements() {
  const transfers = db
    .selectFrom('treasury_transfer as t')
    .innerJoin('treasury_account as f', 'f.id', 't.from_id')
    .innerJoin('treasury_account as o', 'o.id', 't.to_id')
    .select([
      't.id',
      sql<string>`'transfer'`.as('kind'),
      't.number',
      't.state',
      't.transferred_on as happenedOn',
      sql<string>`f.name || ' → ' || o.name || CASE WHEN t.reference = '' THEN '' ELSE ' · ' || t.reference END`.as(
        'text',
      ),
      't.amount_minor as amountMinor',
    ])
  const cashEntries = db
    .selectFrom('treasury_cash_entry as c')
    .innerJoin('treasury_account as a', 'a.id', 'c.account_id')
    .select([
      'c.id',
      sql<string>`'cashEntry'`.as('kind'),
      'c.number',
      'c.state',
      'c.entered_on as happenedOn',
      sql<string>`a.name || CASE WHEN c.counterparty = '' THEN '' ELSE ' · ' || c.counterparty END
        || CASE WHEN c.note = '' THEN '' ELSE ' · ' || c.note END`.as('text'),
      sql<number>`CASE WHEN c.direction = 'in' THEN c.amount_minor ELSE -c.amount_minor END`.as('amountMinor'),
    ])
  const nettings = db
    .selectFrom('treasury_netting as n')
    .innerJoin('v_parties_partner as p', 'p.id', 'n.partner_id')
    .select([
      'n.id',
      sql<string>`'netting'`.as('kind'),
      'n.number',
      'n.state',
      'n.netted_on as happenedOn',
      'p.name as text',
      'n.amount_minor as amountMinor',
    ])
  const writeOffs = db
    .selectFrom('treasury_write_off as w')
    .innerJoin('v_parties_partner as p', 'p.id', 'w.partner_id')
    .select([
      'w.id',
      sql<string>`'writeOff'`.as('kind'),
      'w.number',
      'w.state',
      'w.written_on as happenedOn',
      sql<string>`p.name || CASE WHEN w.note = '' THEN '' ELSE ' · ' || w.note END`.as('text'),
      sql<number>`w.receivable_minor - w.payable_minor`.as('amountMinor'),
    ])
  return transfers.unionAll(cashEntries).unionAll(nettings).unionAll(writeOffs)
}

export function listMovements(reader: Reader, input: MovementListInput) {
  let query = db.selectFrom(movements().as('m'))
  if (input.kind !== 'any') query = query.where('kind', '=', input.kind)
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    query = query.where((e) => e.or([e('number', 'like', like), e('text', 'like', like)]))
  }
  const direction = input.sort === undefined || input.descending ? 'desc' : 'asc'
  const rows = reader.query(
    query
      .select(['id', 'kind', 'number', 'state', 'happenedOn', 'text', 'amountMinor'])
      .orderBy(SORTS[input.sort as keyof typeof SORTS] ?? 'happenedOn', direction)
      .orderBy('number', direction)
      .limit(input.limit)
      .offset(input.offset),
  )
  const total = Number(reader.query(query.select((e) => e.fn.countAll<number>().as('total')))[0]?.total ?? 0)
  return { rows, total, sums: {} }
}

import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import type { TreasuryDatabase } from '../tables'

const db = compiler<TreasuryDatabase>()

export interface DunningLevel {
  readonly level: number
  readonly daysOverdue: number
  readonly text: string
}

const levels = statement((_p: object) =>
  db.selectFrom('treasury_dunning_level').orderBy('level').select(['level', 'days_overdue as daysOverdue', 'text']),
)
const setLevel = statement((p: DunningLevel) =>
  db
    .insertInto('treasury_dunning_level')
    .values({ level: p.level, days_overdue: p.daysOverdue, text: p.text })
    .onConflict((conflict) => conflict.column('level').doUpdateSet({ days_overdue: p.daysOverdue, text: p.text })),
)
const overdueOf = statement((p: { partnerId: number; asOf: string }) =>
  db
    .selectFrom('v_accounting_open_item')
    .where('partner_id', '=', p.partnerId)
    .where('role', '=', 'receivable')
    .where('open_minor', '>', sql.lit(0))
    .where('due_on', '<', p.asOf)
    .orderBy('due_on')
    .orderBy('id')
    .select([
      'id',
      'document_number as documentNumber',
      'posted_on as postedOn',
      'due_on as dueOn',
      'open_minor as openMinor',
      'currency',
      'foreign_open_minor as foreignOpenMinor',
      sql<number>`cast(julianday(${p.asOf}) - julianday(due_on) AS INTEGER)`.as('daysOverdue'),
    ]),
)
const insertLetter = statement(
  (p: {
    number: string
    partnerId: number
    level: number
    sentOn: string
    amountMinor: number
    note: string
    createdBy: number
    createdAt: string
  }) =>
    db.insertInto('treasury_dunning_letter').values({
      number: p.number,
      partner_id: p.partnerId,
      level: p.level,
      sent_on: p.sentOn,
      amount_minor: p.amountMinor,
      note: p.note,
      created_by: p.createdBy,
      created_at: p.createdAt,
    }),
)
interface NewItem {
  readonly letterId: number
  readonly openItemId: number
  readonly level: number
  readonly openMinor: number
  readonly foreignMinor: number | null
}
const insertItem = statement((p: NewItem) =>
  db.insertInto('treasury_dunning_item').values({
    letter_id: p.letterId,
    open_item_id: p.openItemId,
    level: p.level,
    open_minor: p.openMinor,
    foreign_minor: p.foreignMinor,
  }),
)
const letter = statement((p: { id: number }) =>
  db
    .selectFrom('treasury_dunning_letter')
    .where('id', '=', p.id)
    .select([
      'id',
      'number',
      'partner_id as partnerId',
      'level',
      'sent_on as sentOn',
      'amount_minor as amountMinor',
      'note',
    ]),
)
const itemsOf = statement((p: { id: number }) =>
  db
    .selectFrom('treasury_dunning_item as d')
    .innerJoin('v_accounting_open_item as i', 'i.id', 'd.open_item_id')
    .where('d.letter_id', '=', p.id)
    .orderBy('i.due_on')
    .orderBy('i.id')
    .select([
      'i.document_number as documentNumber',
      'i.posted_on as postedOn',
      'i.due_on as dueOn',
      'd.level',
      'd.open_minor as openMinor',
      'i.currency',
      'd.foreign_minor as foreignMinor',
    ]),
)
/** What a customer is late with in other currencies. */
const overdueAbroad = statement((p: { partnerId: number; asOf: string }) =>
  db
    .selectFrom('v_accounting_open_item')
    .where('partner_id', '=', p.partnerId)
    .where('role', '=', 'receivable')
    .where('open_minor', '>', sql.lit(0))
    .where('due_on', '<', p.asOf)
    .where('currency', 'is not', null)
    .groupBy('currency')
    .orderBy('currency')
    .select((e) => ['currency', e.fn.sum<number>('foreign_open_minor').as('amountMinor')])
    .$narrowType<{ currency: string }>(),
)
const lastLetter = statement((p: { partnerId: number }) =>
  db
    .selectFrom('treasury_dunning_letter')
    .where('partner_id', '=', p.partnerId)
    .orderBy('id', 'desc')
    .limit(1)
    .select(['level', 'sent_on as sentOn']),
)

const SORTS = { partner: 'p.name', overdueMinor: 'overdueMinor', daysOverdue: 'daysOverdue' } as const

function overdue({ asOf, filter }: ListInput & { readonly asOf: string }) {
  const like = `%${filter}%`
  return db
    .selectFrom('v_accounting_open_item as i')
    .innerJoin('v_parties_partner as p', 'p.id', 'i.partner_id')
    .where('i.role', '=', 'receivable')
    .where('i.open_minor', '>', sql.lit(0))
    .where('i.due_on', '<', asOf)
    .where((e) => e.or([e('p.name', 'like', like), e('p.code', 'like', like)]))
}

export const dunningStore = {
  levels: (reader: Reader): DunningLevel[] => levels.all(reader, {}),
  setLevel: (tx: Tx, level: DunningLevel): void => {
    setLevel.run(tx, level)
  },
  overdueOf: (reader: Reader, partnerId: number, asOf: string) => overdueOf.all(reader, { partnerId, asOf }),
  insertLetter: (
    tx: Tx,
    row: { number: string; partnerId: number; level: number; sentOn: string; amountMinor: number; note: string },
    createdBy: number,
  ): number => insertLetter.run(tx, { ...row, createdBy, createdAt: tx.now.toISOString() }).id,
  insertItem: (tx: Tx, item: NewItem): void => {
    insertItem.run(tx, item)
  },
  letter: (reader: Reader, id: number) => letter.first(reader, { id }),
  itemsOf: (reader: Reader, id: number) => itemsOf.all(reader, { id }),
  overdueAbroad: (reader: Reader, partnerId: number, asOf: string) => overdueAbroad.all(reader, { partnerId, asOf }),
  lastLetter: (reader: Reader, partnerId: number) => lastLetter.first(reader, { partnerId }),
  page(reader: Reader, input: ListInput & { readonly asOf: string }) {
    const direction = input.sort === undefined || input.descending ? 'desc' : 'asc'
    const rows = reader.query(
      overdue(input)
        .groupBy('i.partner_id')
        .select([
          'i.partner_id as partnerId',
          'p.code as partnerCode',
          'p.name as partnerName',
          sql<number>`sum(i.open_minor)`.as('overdueMinor'),
          sql<number>`count(*)`.as('itemCount'),
          sql<number>`cast(max(julianday(${input.asOf}) - julianday(i.due_on)) AS INTEGER)`.as('daysOverdue'),
        ])
        .orderBy(SORTS[input.sort as keyof typeof SORTS] ?? 'daysOverdue', direction)
        .orderBy('i.partner_id')
        .limit(input.limit)
        .offset(input.offset),
    )
    const [sums] = reader.query(
      overdue(input).select([
        sql<number>`count(DISTINCT i.partner_id)`.as('total'),
        sql<number>`coalesce(sum(i.open_minor), 0)`.as('overdueMinor'),
      ]),
    )
    return { rows, total: Number(sums?.total ?? 0), overdueMinor: Number(sums?.overdueMinor ?? 0) }
  },
}

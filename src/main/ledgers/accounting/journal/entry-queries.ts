import { sql } from 'kysely'
import { compiler, statement, type Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import type { AccountingDatabase } from '../tables'

const db = compiler<AccountingDatabase>()

export interface EntryListInput extends ListInput {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly accountCode?: string | undefined
}

const SORTS = { postedOn: 'e.posted_on', memo: 'e.memo', label: 'e.id' } as const

function filtered(input: EntryListInput) {
  let query = db.selectFrom('accounting_entry as e')
  if (input.from !== undefined) query = query.where('e.posted_on', '>=', input.from)
  if (input.to !== undefined) query = query.where('e.posted_on', '<=', input.to)
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    query = query.where((e) =>
      e.or([e('e.memo', 'like', like), e(sql<string>`e.voucher_type || '-' || e.number`, 'like', like)]),
    )
  }
  if (input.accountCode !== undefined) {
    const code = input.accountCode
    query = query.where('e.id', 'in', (e) =>
      e
        .selectFrom('accounting_line as l')
        .innerJoin('accounting_account as a', 'a.id', 'l.account_id')
        .where('a.code', '=', code)
        .select('l.entry_id'),
    )
  }
  return query
}

const isWhole = (input: EntryListInput): boolean =>
  input.filter === '' && input.from === undefined && input.to === undefined && input.accountCode === undefined

const allDebits = statement((_p: object) =>
  db.selectFrom('accounting_balance').select((e) => e.fn.sum<number | null>('debit_minor').as('amountMinor')),
)

const entryColumns = [
  'e.id',
  'e.voucher_type as voucherType',
  'e.number',
  'e.posted_on as postedOn',
  'e.memo',
  'e.source_kind as sourceKind',
  'e.source_id as sourceId',
  'e.reverses_entry_id as reversesEntryId',
  'e.attachments',
] as const

const sourceNumber = statement((p: { kind: string; id: number }) =>
  db.selectFrom('v_document_link').where('kind', '=', p.kind).where('id', '=', p.id).select('number'),
)

const entry = statement((p: { id: number }) =>
  db.selectFrom('accounting_entry as e').where('e.id', '=', p.id).select(entryColumns),
)

const entriesOf = statement((p: { kind: string; id: number }) =>
  db
    .selectFrom('accounting_entry as e')
    .where('e.source_kind', '=', p.kind)
    .where('e.source_id', '=', p.id)
    .orderBy('e.id')
    .select(entryColumns),
)

const reversalsOf = statement((p: { kind: string; id: number }) =>
  db
    .selectFrom('accounting_entry as o')
    .innerJoin('accounting_entry as e', 'e.reverses_entry_id', 'o.id')
    .where('o.source_kind', '=', p.kind)
    .where('o.source_id', '=', p.id)
    .where((e) =>
      e.or([e('e.source_kind', '<>', e.ref('o.source_kind')), e('e.source_id', '<>', e.ref('o.source_id'))]),
    )
    .orderBy('e.id')
    .select(entryColumns),
)

const lines = statement((p: { entryId: number }) =>
  db
    .selectFrom('accounting_line as l')
    .innerJoin('accounting_account as a', 'a.id', 'l.account_id')
    .leftJoin('v_parties_partner as p', 'p.id', 'l.partner_id')
    .leftJoin('v_items_item as i', 'i.id', 'l.item_id')
    .where('l.entry_id', '=', p.entryId)
    .orderBy('l.line_number')
    .select([
      'a.code as accountCode',
      'a.name_zh as zh',
      'a.name_en as en',
      'l.debit_minor as debitMinor',
      'l.credit_minor as creditMinor',
      'l.currency',
      'l.foreign_minor as foreignMinor',
      'l.memo',
      'l.partner_id as partnerId',
      'p.name as partnerName',
      'l.item_id as itemId',
      'i.name as itemName',
      'l.quantity_micro as quantityMicro',
      'l.department_id as departmentId',
      'l.project_id as projectId',
      'l.person_id as personId',
      'l.cash_flow_item as cashFlowItem',
    ]),
)

/** Who had it in hand, what took it back, and when it will take itself back. */
const surroundings = statement((p: { id: number }) =>
  db
    .selectFrom('accounting_entry as e')
    .leftJoin('v_access_user as b', 'b.id', 'e.posted_by')
    .leftJoin('v_access_user as p', 'p.id', 'e.prepared_by')
    .leftJoin('v_access_user as r', 'r.id', 'e.reviewed_by')
    .leftJoin('accounting_entry as o', 'o.reverses_entry_id', 'e.id')
    .leftJoin('accounting_reversal_due as d', 'd.entry_id', 'e.id')
    .where('e.id', '=', p.id)
    .select([
      'b.name as postedBy',
      'p.name as preparedBy',
      'r.name as reviewedBy',
      'o.id as reversedByEntryId',
      'd.due_on as reversesOn',
    ]),
)

export const entryQueries = {
  /** A page of entries, newest first unless sorted, each with what it debits in all. */
  page(reader: Reader, input: EntryListInput) {
    const sort = SORTS[input.sort as keyof typeof SORTS] ?? 'e.posted_on'
    const direction = input.sort === undefined || input.descending ? 'desc' : 'asc'
    const rows = reader.query(
      filtered(input)
        .select(entryColumns)
        .orderBy(sort, direction)
        .orderBy('e.id', direction)
        .limit(input.limit)
        .offset(input.offset),
    )
    if (rows.length === 0) return []
    const ids = rows.map(({ id }) => id)
    const amounts = reader.query(
      db
        .selectFrom('accounting_line')
        .where('entry_id', 'in', ids)
        .groupBy('entry_id')
        .select((e) => ['entry_id as id', e.fn.sum<number>('debit_minor').as('amountMinor')]),
    )
    const amountOf = new Map(amounts.map(({ id, amountMinor }) => [id, amountMinor]))
    return rows.map((entry) => ({ entry, amountMinor: amountOf.get(entry.id) ?? 0 }))
  },
  count: (reader: Reader, input: EntryListInput): number =>
    Number(reader.query(filtered(input).select((e) => e.fn.countAll<number>().as('total')))[0]?.total ?? 0),
  sumMinor(reader: Reader, input: EntryListInput): number {
    if (isWhole(input)) return Number(allDebits.first(reader, {})?.amountMinor ?? 0)
    const sum = filtered(input)
      .innerJoin('accounting_line as s', 's.entry_id', 'e.id')
      .select((e) => e.fn.sum<number | null>('s.debit_minor').as('amountMinor'))
    return Number(reader.query(sum)[0]?.amountMinor ?? 0)
  },
  entry: (reader: Reader, id: number) => entry.first(reader, { id }),
  entriesOf: (reader: Reader, kind: string, id: number) => entriesOf.all(reader, { kind, id }),
  /** Reversals of a document's entries that another document made. */
  reversalsOf: (reader: Reader, kind: string, id: number) => reversalsOf.all(reader, { kind, id }),
  lines: (reader: Reader, entryId: number) => lines.all(reader, { entryId }),
  surroundings(reader: Reader, id: number) {
    const found = surroundings.first(reader, { id })
    const postedBy = found?.postedBy ?? ''
    return {
      postedBy,
      preparedBy: found?.preparedBy ?? postedBy,
      reviewedBy: found?.reviewedBy ?? null,
      reversedByEntryId: found?.reversedByEntryId ?? null,
      reversesOn: found?.reversesOn ?? null,
    }
  },
  sourceNumber: (reader: Reader, kind: string, id: number): string | null =>
    sourceNumber.first(reader, { kind, id })?.number ?? null,
}

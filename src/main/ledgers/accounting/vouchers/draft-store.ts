import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import type { AccountingDatabase } from '../tables'
import type { VoucherLineInput } from './voucher-lines'

const db = compiler<AccountingDatabase>()

export interface DraftFields {
  readonly word: string
  readonly postedOn: string
  readonly memo: string
  readonly attachments: number
  readonly lines: readonly VoucherLineInput[]
  readonly reversesOn: string | null
  readonly templateId: number | null
}

export interface StoredDraft extends DraftFields {
  readonly id: number
  readonly state: 'draft' | 'reviewed'
  readonly amountMinor: number
  readonly preparedBy: number
  readonly reviewedBy: number | null
}

type Row = Omit<DraftFields, 'lines'> & { readonly content: string; readonly amountMinor: number }

const values = (p: Row) => ({
  word: p.word,
  posted_on: p.postedOn,
  memo: p.memo,
  attachments: p.attachments,
  content: p.content,
  amount_minor: p.amountMinor,
  reverses_on: p.reversesOn,
  template_id: p.templateId,
})

const insert = statement((p: Row & { preparedBy: number; changedAt: string }) =>
  db.insertInto('accounting_draft').values({ ...values(p), prepared_by: p.preparedBy, changed_at: p.changedAt }),
)
const update = statement((p: Row & { id: number; preparedBy: number; changedAt: string }) =>
  db
    .updateTable('accounting_draft')
    .where('id', '=', p.id)
    .set({ ...values(p), prepared_by: p.preparedBy, changed_at: p.changedAt, state: 'draft', reviewed_by: null }),
)
const review = statement((p: { id: number; state: 'draft' | 'reviewed'; reviewedBy: number | null }) =>
  db.updateTable('accounting_draft').where('id', '=', p.id).set({ state: p.state, reviewed_by: p.reviewedBy }),
)
const remove = statement((p: { id: number }) => db.deleteFrom('accounting_draft').where('id', '=', p.id))
const find = statement((p: { id: number }) => db.selectFrom('accounting_draft').where('id', '=', p.id).selectAll())

const SORTS = { postedOn: 'd.posted_on', memo: 'd.memo', amountMinor: 'd.amount_minor', state: 'd.state' } as const

function filtered({ filter }: ListInput) {
  const query = db.selectFrom('accounting_draft as d')
  return filter === '' ? query : query.where('d.memo', 'like', `%${filter}%`)
}

const row = (draft: DraftFields): Row => {
  const { lines, ...fields } = draft
  return {
    ...fields,
    content: JSON.stringify(lines),
    amountMinor: lines.reduce((sum, line) => sum + line.debitMinor, 0),
  }
}

export const draftStore = {
  insert: (tx: Tx, draft: DraftFields, preparedBy: number): number =>
    insert.run(tx, { ...row(draft), preparedBy, changedAt: tx.now.toISOString() }).id,
  /** What is changed needs a new review. */
  update: (tx: Tx, id: number, draft: DraftFields, preparedBy: number): void => {
    update.run(tx, { ...row(draft), id, preparedBy, changedAt: tx.now.toISOString() })
  },
  review: (tx: Tx, id: number, reviewedBy: number | null): void => {
    review.run(tx, { id, state: reviewedBy === null ? 'draft' : 'reviewed', reviewedBy })
  },
  remove: (tx: Tx, id: number): void => {
    remove.run(tx, { id })
  },
  find(reader: Reader, id: number): StoredDraft | undefined {
    const found = find.first(reader, { id })
    if (found === undefined) return undefined
    return {
      id: found.id,
      state: found.state,
      word: found.word,
      postedOn: found.posted_on,
      memo: found.memo,
      attachments: found.attachments,
      lines: JSON.parse(found.content) as VoucherLineInput[],
      reversesOn: found.reverses_on,
      templateId: found.template_id,
      amountMinor: found.amount_minor,
      preparedBy: found.prepared_by,
      reviewedBy: found.reviewed_by,
    }
  },
  /** Code and name of the partners and items that lines name. */
  namesBehind(reader: Reader, lines: readonly VoucherLineInput[]) {
    const idsOf = (field: 'partnerId' | 'itemId'): number[] =>
      lines.flatMap((line) => (line[field] === undefined ? [] : [line[field]]))
    const columns = ['id', sql<string>`code || ' ' || name`.as('text')] as const
    return {
      partners: reader.query(db.selectFrom('v_parties_partner').where('id', 'in', idsOf('partnerId')).select(columns)),
      items: reader.query(db.selectFrom('v_items_item').where('id', 'in', idsOf('itemId')).select(columns)),
    }
  },
  page(reader: Reader, input: ListInput) {
    const direction = input.descending ? 'desc' : 'asc'
    return reader.query(
      filtered(input)
        .leftJoin('v_access_user as p', 'p.id', 'd.prepared_by')
        .leftJoin('v_access_user as r', 'r.id', 'd.reviewed_by')
        .select([
          'd.id',
          'd.state',
          'd.word',
          'd.posted_on as postedOn',
          'd.memo',
          'd.attachments',
          'd.amount_minor as amountMinor',
          'p.name as preparedBy',
          'r.name as reviewedBy',
        ])
        .orderBy(SORTS[input.sort as keyof typeof SORTS] ?? 'd.posted_on', direction)
        .orderBy('d.id', direction)
        .limit(input.limit)
        .offset(input.offset),
    )
  },
  sums(reader: Reader, input: ListInput): { total: number; amountMinor: number } {
    const [sums] = reader.query(
      filtered(input).select((e) => [
        e.fn.countAll<number>().as('total'),
        e.fn.sum<number | null>('d.amount_minor').as('amountMinor'),
      ]),
    )
    return { total: Number(sums?.total ?? 0), amountMinor: sums?.amountMinor ?? 0 }
  },
}

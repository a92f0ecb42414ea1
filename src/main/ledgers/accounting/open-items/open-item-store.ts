import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { AccountingTables } from '../tables'

const db = compiler<AccountingTables>()

export interface OpenItem {
  readonly id: number
  readonly role: string
  readonly partnerId: number
  readonly documentNumber: string
  readonly sourceKind: string
  readonly sourceId: number
  readonly postedOn: string
  readonly dueOn: string
  /** In the currency of the books; for a foreign item at the rate of its document. */
  readonly amountMinor: number
  readonly openMinor: number
  /** Set together: the item in its own currency. */
  readonly currency: string | null
  readonly foreignMinor: number | null
  readonly foreignOpenMinor: number | null
}

type NewItem = Omit<OpenItem, 'id' | 'openMinor' | 'foreignOpenMinor'>

const columns = [
  'id',
  'role',
  'partner_id as partnerId',
  'document_number as documentNumber',
  'source_kind as sourceKind',
  'source_id as sourceId',
  'posted_on as postedOn',
  'due_on as dueOn',
  'amount_minor as amountMinor',
  'open_minor as openMinor',
  'currency',
  'foreign_minor as foreignMinor',
  'foreign_open_minor as foreignOpenMinor',
] as const

const insertItem = statement((p: NewItem) =>
  db.insertInto('accounting_open_item').values({
    role: p.role,
    partner_id: p.partnerId,
    source_kind: p.sourceKind,
    source_id: p.sourceId,
    document_number: p.documentNumber,
    posted_on: p.postedOn,
    due_on: p.dueOn,
    amount_minor: p.amountMinor,
    open_minor: p.amountMinor,
    currency: p.currency,
    foreign_minor: p.foreignMinor,
    foreign_open_minor: p.foreignMinor,
  }),
)

const findItem = statement((p: { id: number }) =>
  db.selectFrom('accounting_open_item').where('id', '=', p.id).select(columns),
)
const itemOfSource = statement((p: { kind: string; id: number }) =>
  db.selectFrom('accounting_open_item').where('source_kind', '=', p.kind).where('source_id', '=', p.id).select(columns),
)

// Only towards zero, never beyond it, and only an item of this partner, role and time: one statement, no read before.
interface SettleParams {
  readonly id: number
  readonly role: string
  readonly partnerId: number
  readonly settledOn: string
  readonly amountMinor: number
}
const settle = statement((p: SettleParams) =>
  db
    .updateTable('accounting_open_item')
    .where('id', '=', p.id)
    .where('role', '=', p.role)
    .where('partner_id', '=', p.partnerId)
    .where('posted_on', '<=', p.settledOn)
    .where('currency', 'is', null)
    .where(
      sql<boolean>`((amount_minor > 0 AND ${p.amountMinor} > 0 AND ${p.amountMinor} <= open_minor)
        OR (amount_minor < 0 AND ${p.amountMinor} < 0 AND ${p.amountMinor} >= open_minor))`,
    )
    .set({ open_minor: sql<number>`open_minor - ${p.amountMinor}` }),
)
// A foreign item is settled in its currency; what that is in the books was taken from the item just before.
const settleForeign = statement((p: SettleParams & { foreignMinor: number }) =>
  db
    .updateTable('accounting_open_item')
    .where('id', '=', p.id)
    .where('role', '=', p.role)
    .where('partner_id', '=', p.partnerId)
    .where('posted_on', '<=', p.settledOn)
    .where(
      sql<boolean>`((foreign_minor > 0 AND ${p.foreignMinor} > 0 AND ${p.foreignMinor} <= foreign_open_minor)
        OR (foreign_minor < 0 AND ${p.foreignMinor} < 0 AND ${p.foreignMinor} >= foreign_open_minor))`,
    )
    .set({
      open_minor: sql<number>`open_minor - ${p.amountMinor}`,
      foreign_open_minor: sql<number>`foreign_open_minor - ${p.foreignMinor}`,
    }),
)
const reopen = statement((p: { id: number; amountMinor: number; foreignMinor: number | null }) =>
  db
    .updateTable('accounting_open_item')
    .where('id', '=', p.id)
    .set({
      open_minor: sql<number>`open_minor + ${p.amountMinor}`,
      foreign_open_minor: sql<number | null>`foreign_open_minor + ${p.foreignMinor}`,
    }),
)

interface NewSettlement {
  readonly openItemId: number
  readonly sourceKind: string
  readonly sourceId: number
  readonly settledOn: string
  readonly amountMinor: number
  readonly foreignMinor: number | null
}
const insertSettlement = statement((p: NewSettlement) =>
  db.insertInto('accounting_settlement').values({
    open_item_id: p.openItemId,
    source_kind: p.sourceKind,
    source_id: p.sourceId,
    settled_on: p.settledOn,
    amount_minor: p.amountMinor,
    foreign_minor: p.foreignMinor,
  }),
)

const settledBySource = statement((p: { kind: string; id: number }) =>
  db
    .selectFrom('accounting_settlement')
    .where('source_kind', '=', p.kind)
    .where('source_id', '=', p.id)
    .groupBy('open_item_id')
    .having((e) => e.fn.sum('amount_minor'), '<>', 0)
    .select((e) => [
      'open_item_id as openItemId',
      e.fn.sum<number>('amount_minor').as('amountMinor'),
      e.fn.sum<number | null>('foreign_minor').as('foreignMinor'),
    ]),
)
/** What a document holds settled, with the documents of the items. */
const settledLines = statement((p: { kind: string; id: number }) =>
  db
    .selectFrom('accounting_settlement as s')
    .innerJoin('accounting_open_item as i', 'i.id', 's.open_item_id')
    .where('s.source_kind', '=', p.kind)
    .where('s.source_id', '=', p.id)
    .groupBy('i.id')
    .having((e) => e.fn.sum('s.amount_minor'), '<>', 0)
    .orderBy('i.role', 'desc')
    .orderBy('i.posted_on')
    .orderBy('i.id')
    .select((e) => [
      'i.document_number as documentNumber',
      'i.role',
      'i.source_kind as sourceKind',
      'i.source_id as sourceId',
      'i.currency',
      e.fn.sum<number>('s.amount_minor').as('amountMinor'),
      e.fn.sum<number | null>('s.foreign_minor').as('foreignMinor'),
    ]),
)
const settlersOf = statement((p: { openItemId: number }) =>
  db
    .selectFrom('accounting_settlement')
    .where('open_item_id', '=', p.openItemId)
    .groupBy(['source_kind', 'source_id'])
    .having((e) => e.fn.sum('amount_minor'), '<>', 0)
    .select((e) => ['source_kind as kind', 'source_id as id', e.fn.sum<number>('amount_minor').as('amountMinor')]),
)
const openBalance = statement((p: { role: string; partnerId: number }) =>
  db
    .selectFrom('accounting_open_item')
    .where('partner_id', '=', p.partnerId)
    .where('role', '=', p.role)
    .where('open_minor', '<>', sql.lit(0))
    .select((e) => e.fn.sum<number | null>('open_minor').as('openMinor')),
)

const HELD = 'SELECT reason FROM accounting_open_item_hold WHERE open_item_id = ?'

export const openItemStore = {
  /** Why an item may not be settled; undefined where it may. */
  heldReason: (reader: Reader, id: number): string | undefined => reader.first<{ reason: string }>(HELD, [id])?.reason,
  hold: (tx: Tx, id: number, reason: string): void => {
    tx.run('INSERT INTO accounting_open_item_hold (open_item_id, reason) VALUES (?, ?)', [id, reason])
  },
  release: (tx: Tx, id: number): boolean =>
    tx.run('DELETE FROM accounting_open_item_hold WHERE open_item_id = ?', [id]).changes === 1,
  insert: (tx: Tx, item: NewItem): number => insertItem.run(tx, item).id,
  find: (reader: Reader, id: number): OpenItem | undefined => findItem.first(reader, { id }),
  ofSource: (reader: Reader, kind: string, id: number): OpenItem | undefined =>
    itemOfSource.first(reader, { kind, id }),
  allOfSource: (reader: Reader, kind: string, id: number): OpenItem[] => itemOfSource.all(reader, { kind, id }),
  /** False when the item is another partner's, of another role, of a later day, or less is open. */
  settle: (tx: Tx, item: SettleParams): boolean => settle.run(tx, item).changes === 1,
  settleForeign: (tx: Tx, item: SettleParams & { foreignMinor: number }): boolean =>
    settleForeign.run(tx, item).changes === 1,
  reopen: (tx: Tx, id: number, amountMinor: number, foreignMinor: number | null): void => {
    reopen.run(tx, { id, amountMinor, foreignMinor })
  },
  insertSettlement: (tx: Tx, row: NewSettlement): void => {
    insertSettlement.run(tx, row)
  },
  settledBySource: (reader: Reader, kind: string, id: number) => settledBySource.all(reader, { kind, id }),
  settledLines: (reader: Reader, kind: string, id: number) => settledLines.all(reader, { kind, id }),
  /** Documents that still hold a part of an item settled. */
  settlersOf: (reader: Reader, openItemId: number) => settlersOf.all(reader, { openItemId }),
  openBalance: (reader: Reader, role: string, partnerId: number): number =>
    Number(openBalance.first(reader, { role, partnerId })?.openMinor ?? 0),
}

import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { TreasuryTables } from '../tables'

const db = compiler<TreasuryTables>()

export interface NewPayment {
  readonly number: string
  readonly direction: 'in' | 'out'
  readonly partnerId: number
  readonly paidOn: string
  readonly method: 'bank' | 'cash'
  readonly amountMinor: number
  readonly unappliedMinor: number
  readonly reference: string
  readonly note: string
  readonly accountId: number | null
  readonly noteId: number | null
  readonly refundsId: number | null
  readonly differenceMinor: number
  /** Set together: the money in the currency of its account, and what of it is left as an advance. */
  readonly currency: string | null
  readonly rateMicro: number | null
  readonly foreignMinor: number | null
  readonly foreignUnappliedMinor: number | null
}

export interface StoredPayment extends NewPayment {
  readonly id: number
  readonly state: 'posted' | 'reversed'
}

const insert = statement((p: NewPayment & { createdBy: number; createdAt: string }) =>
  db.insertInto('treasury_payment').values({
    number: p.number,
    direction: p.direction,
    state: 'posted',
    partner_id: p.partnerId,
    paid_on: p.paidOn,
    method: p.method,
    amount_minor: p.amountMinor,
    unapplied_minor: p.unappliedMinor,
    reference: p.reference,
    note: p.note,
    account_id: p.accountId,
    note_id: p.noteId,
    refunds_id: p.refundsId,
    difference_minor: p.differenceMinor,
    currency: p.currency,
    rate_micro: p.rateMicro,
    foreign_minor: p.foreignMinor,
    foreign_unapplied_minor: p.foreignUnappliedMinor,
    created_by: p.createdBy,
    created_at: p.createdAt,
  }),
)
const find = statement((p: { id: number }) =>
  db
    .selectFrom('treasury_payment')
    .where('id', '=', p.id)
    .select([
      'id',
      'number',
      'direction',
      'state',
      'partner_id as partnerId',
      'paid_on as paidOn',
      'method',
      'amount_minor as amountMinor',
      'unapplied_minor as unappliedMinor',
      'reference',
      'note',
      'account_id as accountId',
      'note_id as noteId',
      'refunds_id as refundsId',
      'difference_minor as differenceMinor',
      'currency',
      'rate_micro as rateMicro',
      'foreign_minor as foreignMinor',
      'foreign_unapplied_minor as foreignUnappliedMinor',
    ]),
)
export interface NewApplication {
  readonly paymentId: number
  readonly openItemId: number
  readonly amountMinor: number
  readonly discountMinor: number
  readonly writeOffMinor: number
  readonly exchangeMinor: number
  readonly foreignMinor: number | null
}
const insertApplication = statement((p: NewApplication) =>
  db.insertInto('treasury_application').values({
    payment_id: p.paymentId,
    open_item_id: p.openItemId,
    amount_minor: p.amountMinor,
    discount_minor: p.discountMinor,
    write_off_minor: p.writeOffMinor,
    exchange_minor: p.exchangeMinor,
    foreign_minor: p.foreignMinor,
  }),
)
const refunded = statement((p: { id: number }) =>
  db
    .selectFrom('treasury_payment')
    .where('refunds_id', '=', p.id)
    .where('state', '=', 'posted')
    .select((e) => e.fn.sum<number | null>('amount_minor').as('amountMinor')),
)
const takeFromAdvance = statement((p: { id: number; amountMinor: number; foreignMinor: number | null }) =>
  db
    .updateTable('treasury_payment')
    .where('id', '=', p.id)
    .set({
      unapplied_minor: sql<number>`unapplied_minor - ${p.amountMinor}`,
      foreign_unapplied_minor: sql<number | null>`foreign_unapplied_minor - ${p.foreignMinor}`,
    }),
)
const markReversed = statement((p: { id: number }) =>
  db.updateTable('treasury_payment').where('id', '=', p.id).set({ state: 'reversed' }),
)

export const paymentStore = {
  insert: (tx: Tx, payment: NewPayment, createdBy: number): number =>
    insert.run(tx, { ...payment, createdBy, createdAt: tx.now.toISOString() }).id,
  find: (reader: Reader, id: number): StoredPayment | undefined => find.first(reader, { id }),
  insertApplication: (tx: Tx, application: NewApplication): void => {
    insertApplication.run(tx, application)
  },
  /** What of an advance was given back. */
  refundedMinor: (reader: Reader, id: number): number => Number(refunded.first(reader, { id })?.amountMinor ?? 0),
  /** In the books, and of a foreign advance in its currency. */
  takeFromAdvance: (tx: Tx, id: number, amountMinor: number, foreignMinor: number | null): void => {
    takeFromAdvance.run(tx, { id, amountMinor, foreignMinor })
  },
  markReversed: (tx: Tx, id: number): void => {
    markReversed.run(tx, { id })
  },
}

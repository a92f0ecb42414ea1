import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../kernel/db'
import type { TreasuryTables } from './tables'

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
    ]),
)
const insertApplication = statement((p: { paymentId: number; openItemId: number; amountMinor: number }) =>
  db
    .insertInto('treasury_application')
    .values({ payment_id: p.paymentId, open_item_id: p.openItemId, amount_minor: p.amountMinor }),
)
const takeFromAdvance = statement((p: { id: number; amountMinor: number }) =>
  db
    .updateTable('treasury_payment')
    .where('id', '=', p.id)
    .set({ unapplied_minor: sql<number>`unapplied_minor - ${p.amountMinor}` }),
)
const markReversed = statement((p: { id: number }) =>
  db.updateTable('treasury_payment').where('id', '=', p.id).set({ state: 'reversed' }),
)

export const paymentStore = {
  insert: (tx: Tx, payment: NewPayment, createdBy: number): number =>
    insert.run(tx, { ...payment, createdBy, createdAt: tx.now.toISOString() }).id,
  find: (reader: Reader, id: number): StoredPayment | undefined => find.first(reader, { id }),
  insertApplication: (tx: Tx, paymentId: number, openItemId: number, amountMinor: number): void => {
    insertApplication.run(tx, { paymentId, openItemId, amountMinor })
  },
  takeFromAdvance: (tx: Tx, id: number, amountMinor: number): void => {
    takeFromAdvance.run(tx, { id, amountMinor })
  },
  markReversed: (tx: Tx, id: number): void => {
    markReversed.run(tx, { id })
  },
}

import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { TreasuryDatabase } from '../tables'

const db = compiler<TreasuryDatabase>()

const insert = statement(
  (p: {
    number: string
    partnerId: number
    nettedOn: string
    amountMinor: number
    note: string
    createdBy: number
    createdAt: string
  }) =>
    db.insertInto('treasury_netting').values({
      number: p.number,
      partner_id: p.partnerId,
      netted_on: p.nettedOn,
      amount_minor: p.amountMinor,
      note: p.note,
      created_by: p.createdBy,
      created_at: p.createdAt,
    }),
)
const find = statement((p: { id: number }) =>
  db
    .selectFrom('treasury_netting')
    .where('id', '=', p.id)
    .select([
      'id',
      'number',
      'state',
      'partner_id as partnerId',
      'netted_on as nettedOn',
      'amount_minor as amountMinor',
      'note',
    ]),
)
const markReversed = statement((p: { id: number }) =>
  db.updateTable('treasury_netting').where('id', '=', p.id).set({ state: 'reversed' }),
)

export const nettingStore = {
  insert: (
    tx: Tx,
    netting: { number: string; partnerId: number; nettedOn: string; amountMinor: number; note: string },
    createdBy: number,
  ): number => insert.run(tx, { ...netting, createdBy, createdAt: tx.now.toISOString() }).id,
  find: (reader: Reader, id: number) => find.first(reader, { id }),
  markReversed: (tx: Tx, id: number): void => {
    markReversed.run(tx, { id })
  },
}

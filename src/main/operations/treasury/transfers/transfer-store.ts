import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { TreasuryDatabase } from '../tables'

const db = compiler<TreasuryDatabase>()

export interface NewTransfer {
  readonly number: string
  readonly fromId: number
  readonly toId: number
  readonly transferredOn: string
  readonly amountMinor: number
  readonly feeMinor: number
  readonly reference: string
  readonly note: string
}

const insert = statement((p: NewTransfer & { createdBy: number; createdAt: string }) =>
  db.insertInto('treasury_transfer').values({
    number: p.number,
    from_id: p.fromId,
    to_id: p.toId,
    transferred_on: p.transferredOn,
    amount_minor: p.amountMinor,
    fee_minor: p.feeMinor,
    reference: p.reference,
    note: p.note,
    created_by: p.createdBy,
    created_at: p.createdAt,
  }),
)
const find = statement((p: { id: number }) =>
  db
    .selectFrom('treasury_transfer as t')
    .innerJoin('treasury_account as f', 'f.id', 't.from_id')
    .innerJoin('treasury_account as o', 'o.id', 't.to_id')
    .where('t.id', '=', p.id)
    .select([
      't.id',
      't.number',
      't.state',
      't.from_id as fromId',
      'f.name as fromName',
      't.to_id as toId',
      'o.name as toName',
      't.transferred_on as transferredOn',
      't.amount_minor as amountMinor',
      't.fee_minor as feeMinor',
      't.reference',
      't.note',
    ]),
)
// Which amounts moved in foreign currencies: out of an account below zero.
const foreign = statement((p: { id: number }) =>
  db
    .selectFrom('v_accounting_entry as e')
    .innerJoin('v_accounting_foreign_line as f', 'f.entry_id', 'e.id')
    .where('e.source_kind', '=', 'treasury.transfer')
    .where('e.source_id', '=', p.id)
    .where('e.reverses_entry_id', 'is', null)
    .orderBy('f.line_number')
    .select(['f.currency', 'f.foreign_minor as amountMinor']),
)
const markReversed = statement((p: { id: number }) =>
  db.updateTable('treasury_transfer').where('id', '=', p.id).set({ state: 'reversed' }),
)

export const transferStore = {
  insert: (tx: Tx, transfer: NewTransfer, createdBy: number): number =>
    insert.run(tx, { ...transfer, createdBy, createdAt: tx.now.toISOString() }).id,
  find: (reader: Reader, id: number) => find.first(reader, { id }),
  foreign: (reader: Reader, id: number) => foreign.all(reader, { id }),
  markReversed: (tx: Tx, id: number): void => {
    markReversed.run(tx, { id })
  },
}

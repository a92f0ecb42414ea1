import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { TreasuryDatabase, WriteOffKind } from '../tables'

const db = compiler<TreasuryDatabase>()

interface NewWriteOff {
  readonly number: string
  readonly partnerId: number
  readonly kind: WriteOffKind
  readonly writtenOn: string
  readonly receivableMinor: number
  readonly payableMinor: number
  readonly note: string
}

const insert = statement((p: NewWriteOff & { createdBy: number; createdAt: string }) =>
  db.insertInto('treasury_write_off').values({
    number: p.number,
    partner_id: p.partnerId,
    kind: p.kind,
    written_on: p.writtenOn,
    receivable_minor: p.receivableMinor,
    payable_minor: p.payableMinor,
    note: p.note,
    created_by: p.createdBy,
    created_at: p.createdAt,
  }),
)
const find = statement((p: { id: number }) =>
  db
    .selectFrom('treasury_write_off')
    .where('id', '=', p.id)
    .select([
      'id',
      'number',
      'state',
      'partner_id as partnerId',
      'kind',
      'written_on as writtenOn',
      'receivable_minor as receivableMinor',
      'payable_minor as payableMinor',
      'note',
    ]),
)
const markReversed = statement((p: { id: number }) =>
  db.updateTable('treasury_write_off').where('id', '=', p.id).set({ state: 'reversed' }),
)

export const writeOffStore = {
  insert: (tx: Tx, writeOff: NewWriteOff, createdBy: number): number =>
    insert.run(tx, { ...writeOff, createdBy, createdAt: tx.now.toISOString() }).id,
  find: (reader: Reader, id: number) => find.first(reader, { id }),
  markReversed: (tx: Tx, id: number): void => {
    markReversed.run(tx, { id })
  },
}

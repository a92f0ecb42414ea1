import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { AccountingTables } from '../tables'

const db = compiler<AccountingTables>()

const insert = statement((p: { entryId: number; dueOn: string }) =>
  db.insertInto('accounting_reversal_due').values({ entry_id: p.entryId, due_on: p.dueOn }),
)
const remove = statement((p: { entryId: number }) =>
  db.deleteFrom('accounting_reversal_due').where('entry_id', '=', p.entryId),
)
const dueUpTo = statement((p: { on: string }) =>
  db
    .selectFrom('accounting_reversal_due as d')
    .innerJoin('accounting_entry as e', 'e.id', 'd.entry_id')
    .where('d.due_on', '<=', p.on)
    .orderBy('d.due_on')
    .orderBy('e.id')
    .select([
      'e.id',
      'e.voucher_type as voucherType',
      'e.number',
      'e.posted_on as postedOn',
      'e.memo',
      'e.source_id as sourceId',
      'd.due_on as dueOn',
    ]),
)

/** Vouchers that take themselves back when their day has come. */
export const dueStore = {
  insert: (tx: Tx, entryId: number, dueOn: string): void => {
    insert.run(tx, { entryId, dueOn })
  },
  remove: (tx: Tx, entryId: number): void => {
    remove.run(tx, { entryId })
  },
  upTo: (reader: Reader, on: string) => dueUpTo.all(reader, { on }),
}

import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { TreasuryDatabase } from '../tables'

const db = compiler<TreasuryDatabase>()

export interface NewCashEntry {
  readonly number: string
  readonly direction: 'in' | 'out'
  readonly accountId: number
  readonly enteredOn: string
  readonly amountMinor: number
  readonly counterparty: string
  readonly reference: string
  readonly note: string
}

const insert = statement((p: NewCashEntry & { createdBy: number; createdAt: string }) =>
  db.insertInto('treasury_cash_entry').values({
    number: p.number,
    direction: p.direction,
    account_id: p.accountId,
    entered_on: p.enteredOn,
    amount_minor: p.amountMinor,
    counterparty: p.counterparty,
    reference: p.reference,
    note: p.note,
    created_by: p.createdBy,
    created_at: p.createdAt,
  }),
)
const insertLine = statement(
  (p: { entryId: number; lineNumber: number; ledgerAccountId: number; amountMinor: number; text: string }) =>
    db.insertInto('treasury_cash_entry_line').values({
      entry_id: p.entryId,
      line_number: p.lineNumber,
      ledger_account_id: p.ledgerAccountId,
      amount_minor: p.amountMinor,
      text: p.text,
    }),
)
const find = statement((p: { id: number }) =>
  db
    .selectFrom('treasury_cash_entry as c')
    .innerJoin('treasury_account as a', 'a.id', 'c.account_id')
    .where('c.id', '=', p.id)
    .select([
      'c.id',
      'c.number',
      'c.direction',
      'c.state',
      'c.account_id as accountId',
      'a.name as accountName',
      'c.entered_on as enteredOn',
      'c.amount_minor as amountMinor',
      'c.counterparty',
      'c.reference',
      'c.note',
    ]),
)
const lines = statement((p: { id: number }) =>
  db
    .selectFrom('treasury_cash_entry_line as l')
    .innerJoin('v_accounting_account as a', 'a.id', 'l.ledger_account_id')
    .where('l.entry_id', '=', p.id)
    .orderBy('l.line_number')
    .select(['a.code as accountCode', 'a.name_zh as zh', 'a.name_en as en', 'l.amount_minor as amountMinor', 'l.text']),
)
const markReversed = statement((p: { id: number }) =>
  db.updateTable('treasury_cash_entry').where('id', '=', p.id).set({ state: 'reversed' }),
)

export const cashEntryStore = {
  insert: (tx: Tx, entry: NewCashEntry, createdBy: number): number =>
    insert.run(tx, { ...entry, createdBy, createdAt: tx.now.toISOString() }).id,
  insertLine: (
    tx: Tx,
    line: { entryId: number; lineNumber: number; ledgerAccountId: number; amountMinor: number; text: string },
  ): void => {
    insertLine.run(tx, line)
  },
  find: (reader: Reader, id: number) => find.first(reader, { id }),
  lines: (reader: Reader, id: number) => lines.all(reader, { id }),
  markReversed: (tx: Tx, id: number): void => {
    markReversed.run(tx, { id })
  },
}

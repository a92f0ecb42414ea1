import type { Reader, Tx } from '../../../kernel/db'

export interface StoredTransferOut {
  readonly id: number
  readonly number: string
  readonly state: 'posted' | 'reversed'
  readonly transferredOn: string
  readonly amountMinor: number
  readonly reason: string
  readonly accountCode: string
  readonly note: string
}

const SELECT = `
  SELECT t.id, t.number, t.state, t.transferred_on AS transferredOn, t.amount_minor AS amountMinor, t.reason, t.note,
    a.code AS accountCode
  FROM tax_transfer_out t JOIN v_accounting_account a ON a.id = t.account_id`

export const transferOutStore = {
  insert: (
    tx: Tx,
    row: {
      number: string
      transferredOn: string
      amountMinor: number
      reason: string
      accountId: number
      note: string
      by: number
    },
  ): number =>
    tx.run(
      `INSERT INTO tax_transfer_out
         (number, transferred_on, amount_minor, reason, account_id, note, created_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.number,
        row.transferredOn,
        row.amountMinor,
        row.reason,
        row.accountId,
        row.note,
        row.by,
        tx.now.toISOString(),
      ],
    ).id,
  list: (reader: Reader): StoredTransferOut[] =>
    reader.all<StoredTransferOut>(`${SELECT} ORDER BY t.id DESC LIMIT 500`),
  find: (reader: Reader, id: number) => reader.first<StoredTransferOut>(`${SELECT} WHERE t.id = ?`, [id]),
  markReversed: (tx: Tx, id: number): void => {
    tx.run(`UPDATE tax_transfer_out SET state = 'reversed' WHERE id = ?`, [id])
  },
}

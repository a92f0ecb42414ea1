import type { Reader, Tx } from '../../../kernel/db'
import type { Part } from './parts'

export interface StoredTable {
  readonly part: Part
  readonly fileName: string
  readonly rows: readonly (readonly string[])[]
}

export interface StoredOpening {
  readonly id: number
  readonly number: string
  readonly state: 'posted' | 'reversed'
  readonly opensOn: string
  readonly postedAt: string
  readonly undoneAt: string | null
}

const COLUMNS = `id, number, state, opens_on AS opensOn, posted_at AS postedAt, undone_at AS undoneAt`

export const openingStore = {
  tables: (reader: Reader): StoredTable[] =>
    reader
      .all<{ part: Part; fileName: string; content: string }>(
        'SELECT part, file_name AS fileName, content FROM onboarding_table',
      )
      .map(({ part, fileName, content }) => ({ part, fileName, rows: JSON.parse(content) as string[][] })),
  putTable: (tx: Tx, { part, fileName, rows }: StoredTable): void => {
    tx.run(
      `INSERT INTO onboarding_table (part, file_name, content, read_at) VALUES (?1, ?2, ?3, ?4)
       ON CONFLICT (part) DO UPDATE SET file_name = ?2, content = ?3, read_at = ?4`,
      [part, fileName, JSON.stringify(rows), tx.now.toISOString()],
    )
  },
  dropTable: (tx: Tx, part: Part): void => {
    tx.run('DELETE FROM onboarding_table WHERE part = ?', [part])
  },
  mapping: (reader: Reader): ReadonlyMap<string, string> =>
    new Map(
      reader
        .all<{ code: string; accountCode: string }>('SELECT code, account_code AS accountCode FROM onboarding_mapping')
        .map(({ code, accountCode }) => [code, accountCode]),
    ),
  map: (tx: Tx, code: string, accountCode: string | null): void => {
    tx.run('DELETE FROM onboarding_mapping WHERE code = ?', [code])
    if (accountCode === null) return
    tx.run('INSERT INTO onboarding_mapping (code, account_code) VALUES (?, ?)', [code, accountCode])
  },
  openings: (reader: Reader) => reader.all<StoredOpening>(`SELECT ${COLUMNS} FROM onboarding_opening ORDER BY id DESC`),
  find: (reader: Reader, id: number) =>
    reader.first<StoredOpening>(`SELECT ${COLUMNS} FROM onboarding_opening WHERE id = ?`, [id]),
  insert: (tx: Tx, number: string, opensOn: string, by: number): number =>
    tx.run('INSERT INTO onboarding_opening (number, opens_on, posted_by, posted_at) VALUES (?, ?, ?, ?)', [
      number,
      opensOn,
      by,
      tx.now.toISOString(),
    ]).id,
  markUndone: (tx: Tx, id: number): void => {
    tx.run(`UPDATE onboarding_opening SET state = 'reversed', undone_at = ? WHERE id = ?`, [tx.now.toISOString(), id])
  },
  insertLine: (
    tx: Tx,
    openingId: number,
    line: {
      row: number
      code: string
      name: string
      debitMinor: number
      creditMinor: number
      accountId: number
    },
  ): void => {
    tx.run(
      `INSERT INTO onboarding_opening_line
         (opening_id, row_number, code, name, debit_minor, credit_minor, account_id) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [openingId, line.row, line.code, line.name, line.debitMinor, line.creditMinor, line.accountId],
    )
  },
  insertStock: (
    tx: Tx,
    openingId: number,
    line: { row: number; itemId: number; lotId: number; binId: number; quantityMicro: number; valueMinor: number },
  ): void => {
    tx.run(
      `INSERT INTO onboarding_opening_stock
         (opening_id, row_number, item_id, lot_id, bin_id, quantity_micro, value_minor) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [openingId, line.row, line.itemId, line.lotId, line.binId, line.quantityMicro, line.valueMinor],
    )
  },
  insertPayment: (tx: Tx, openingId: number, paymentId: number): void => {
    tx.run('INSERT INTO onboarding_opening_payment (opening_id, payment_id) VALUES (?, ?)', [openingId, paymentId])
  },
  paymentsOf: (reader: Reader, openingId: number): number[] =>
    reader
      .all<{ id: number }>(
        'SELECT payment_id AS id FROM onboarding_opening_payment WHERE opening_id = ? ORDER BY payment_id DESC',
        [openingId],
      )
      .map(({ id }) => id),
  binsOf: (reader: Reader, openingId: number): number[] =>
    reader
      .all<{ id: number }>('SELECT DISTINCT bin_id AS id FROM onboarding_opening_stock WHERE opening_id = ?', [
        openingId,
      ])
      .map(({ id }) => id),
}

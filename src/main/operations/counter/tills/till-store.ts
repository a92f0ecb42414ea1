import { refuse } from '../../../../shared/errors'
import type { Reader, Tx } from '../../../kernel/db'

export interface Till {
  readonly id: number
  readonly number: string
  readonly state: 'open' | 'closed'
  readonly accountId: number
  readonly station: string
  readonly openedOn: string
  readonly openedAt: string
  readonly openedBy: number
  readonly floatMinor: number
  readonly openingDifferenceMinor: number
  readonly openingEntryId: number
  readonly closedOn: string | null
  readonly closedAt: string | null
  readonly closedBy: number | null
  readonly allowedBy: number | null
  readonly expectedMinor: number | null
  readonly countedMinor: number | null
  readonly takenMinor: number | null
  readonly transferId: number | null
  readonly reason: string
  readonly closingEntryId: number | null
}

/** Pieces of one note or coin. */
export interface Pieces {
  readonly faceMinor: number
  readonly pieces: number
}

const COLUMNS = `
  id, number, state, account_id AS accountId, station, opened_on AS openedOn, opened_at AS openedAt,
  opened_by AS openedBy, float_minor AS floatMinor, opening_difference_minor AS openingDifferenceMinor,
  opening_entry_id AS openingEntryId, closed_on AS closedOn, closed_at AS closedAt, closed_by AS closedBy,
  allowed_by AS allowedBy, expected_minor AS expectedMinor, counted_minor AS countedMinor, taken_minor AS takenMinor,
  transfer_id AS transferId, reason, closing_entry_id AS closingEntryId`

const LAST_ENTRY = 'SELECT coalesce(max(id), 0) AS id FROM v_accounting_entry'
/** By the lines and not by the balances: those of a back-dated day count as well. */
const BALANCE = `
  SELECT coalesce(sum(l.debit_minor - l.credit_minor), 0) AS minor
  FROM v_treasury_account t JOIN v_accounting_balance l ON l.account_id = t.account_id WHERE t.id = ?`

export const tillStore = {
  byId: (reader: Reader, id: number): Till | undefined =>
    reader.first<Till>(`SELECT ${COLUMNS} FROM counter_till WHERE id = ?`, [id]),
  openAt: (reader: Reader, accountId: number): Till | undefined =>
    reader.first<Till>(`SELECT ${COLUMNS} FROM counter_till WHERE account_id = ? AND state = 'open'`, [accountId]),
  /** Whether the cash of this account was ever counted in: from then on it is sold at with an open till alone. */
  isKept: (reader: Reader, accountId: number): boolean =>
    reader.first('SELECT 1 AS one FROM counter_till WHERE account_id = ? LIMIT 1', [accountId]) !== undefined,
  pieces: (reader: Reader, id: number, moment: 'opening' | 'closing'): Pieces[] =>
    reader.all<Pieces>(
      `SELECT face_minor AS faceMinor, pieces FROM counter_till_piece
       WHERE till_id = ? AND moment = ? ORDER BY face_minor DESC`,
      [id, moment],
    ),
  lastEntryId: (reader: Reader): number => reader.first<{ id: number }>(LAST_ENTRY, [])?.id ?? 0,
  balanceMinor: (reader: Reader, accountId: number): number =>
    Number(reader.first<{ minor: number }>(BALANCE, [accountId])?.minor ?? 0),
  open: (
    tx: Tx,
    till: Pick<
      Till,
      'number' | 'accountId' | 'station' | 'openedOn' | 'openedBy' | 'floatMinor' | 'openingDifferenceMinor'
    >,
  ): number =>
    tx.run(
      `INSERT INTO counter_till (number, account_id, station, opened_on, opened_at, opened_by, float_minor,
         opening_difference_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        till.number,
        till.accountId,
        till.station,
        till.openedOn,
        tx.now.toISOString(),
        till.openedBy,
        till.floatMinor,
        till.openingDifferenceMinor,
      ],
    ).id,
  /** The books up to here are those of before. */
  begin(tx: Tx, id: number): void {
    tx.run('UPDATE counter_till SET opening_entry_id = ? WHERE id = ?', [tillStore.lastEntryId(tx), id])
  },
  close(
    tx: Tx,
    id: number,
    end: {
      readonly closedOn: string
      readonly closedBy: number
      readonly allowedBy: number | null
      readonly expectedMinor: number
      readonly countedMinor: number
      readonly takenMinor: number
      readonly transferId: number | null
      readonly reason: string
      readonly closingEntryId: number
    },
  ): void {
    tx.run(
      `UPDATE counter_till SET state = 'closed', closed_on = ?, closed_at = ?, closed_by = ?, allowed_by = ?,
         expected_minor = ?, counted_minor = ?, taken_minor = ?, transfer_id = ?, reason = ?, closing_entry_id = ?
       WHERE id = ?`,
      [
        end.closedOn,
        tx.now.toISOString(),
        end.closedBy,
        end.allowedBy,
        end.expectedMinor,
        end.countedMinor,
        end.takenMinor,
        end.transferId,
        end.reason,
        end.closingEntryId,
        id,
      ],
    )
  },
  writePieces(tx: Tx, id: number, moment: 'opening' | 'closing', counted: readonly Pieces[]): void {
    for (const { faceMinor, pieces } of counted) {
      tx.run('INSERT INTO counter_till_piece (till_id, moment, face_minor, pieces) VALUES (?, ?, ?, ?)', [
        id,
        moment,
        faceMinor,
        pieces,
      ])
    }
  },
}

export function requireTill(reader: Reader, id: number): Till {
  return tillStore.byId(reader, id) ?? refuse('counter.tillUnknown', {}, 'id')
}

import { refuse } from '../../../shared/errors'
import type { Reader, Tx } from '../../kernel/db'

export type Direction = 'in' | 'out'

export interface NewDeposit {
  readonly number: string
  readonly direction: Direction
  readonly orderId: number
  readonly partnerId: number
  readonly askedOn: string
  readonly dueOn: string
  readonly amountMinor: number
  readonly reference: string
}

export interface DepositRow extends NewDeposit {
  readonly id: number
  readonly state: 'asked' | 'paid' | 'cancelled'
  readonly taxMinor: number
  readonly taxBackMinor: number
  readonly paymentId: number | null
}

const COLUMNS = `
  id, number, state, direction, order_id AS orderId, partner_id AS partnerId, asked_on AS askedOn, due_on AS dueOn,
  amount_minor AS amountMinor, tax_minor AS taxMinor, tax_back_minor AS taxBackMinor, reference,
  payment_id AS paymentId`

const BY_ID = `SELECT ${COLUMNS} FROM deposits_deposit WHERE id = ?`
const BY_PAYMENT = `SELECT ${COLUMNS} FROM deposits_deposit WHERE payment_id = ?`
const PAID_OF_ORDER = `
  SELECT ${COLUMNS} FROM deposits_deposit WHERE direction = ? AND order_id = ? AND state = 'paid' ORDER BY id`
const ASKED_OF_ORDER = `
  SELECT coalesce(sum(amount_minor), 0) AS amountMinor FROM deposits_deposit
  WHERE direction = ? AND order_id = ? AND state <> 'cancelled'`

/** An order as deposits see it; amounts in the currency of the books. */
export interface DepositOrder {
  readonly id: number
  readonly number: string | null
  readonly state: string
  readonly partnerId: number
  readonly taxMinor: number
  readonly grossMinor: number
  readonly currency: string | null
}

const ORDER: Readonly<Record<Direction, string>> = {
  in: `SELECT id, number, state, partner_id AS partnerId, tax_minor AS taxMinor, gross_minor AS grossMinor, currency
    FROM v_sales_order_total WHERE id = ?`,
  out: `SELECT id, number, state, partner_id AS partnerId, tax_minor AS taxMinor, gross_minor AS grossMinor, currency
    FROM v_purchasing_order_total WHERE id = ?`,
}

interface Advance {
  readonly state: string
  readonly paidOn: string
  readonly leftMinor: number
}

const ADVANCE = `
  SELECT state, paid_on AS paidOn, unapplied_minor AS leftMinor FROM v_treasury_payment WHERE id = ?`

export function requireDeposit(reader: Reader, id: number): DepositRow {
  return reader.first<DepositRow>(BY_ID, [id]) ?? refuse('deposits.depositUnknown', {}, 'id')
}

export const depositStore = {
  order: (reader: Reader, direction: Direction, id: number): DepositOrder | undefined =>
    reader.first<DepositOrder>(ORDER[direction], [id]),
  askedMinor: (reader: Reader, direction: Direction, orderId: number): number =>
    Number(reader.first<{ amountMinor: number }>(ASKED_OF_ORDER, [direction, orderId])?.amountMinor ?? 0),
  paidOf: (reader: Reader, direction: Direction, orderId: number): DepositRow[] =>
    reader.all<DepositRow>(PAID_OF_ORDER, [direction, orderId]),
  byPayment: (reader: Reader, paymentId: number): DepositRow | undefined =>
    reader.first<DepositRow>(BY_PAYMENT, [paymentId]),
  advance: (reader: Reader, paymentId: number): Advance | undefined => reader.first<Advance>(ADVANCE, [paymentId]),
  insert: (tx: Tx, row: NewDeposit, by: number): number =>
    tx.run(
      `INSERT INTO deposits_deposit (number, state, direction, order_id, partner_id, asked_on, due_on, amount_minor,
         reference, created_by, created_at) VALUES (?, 'asked', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.number,
        row.direction,
        row.orderId,
        row.partnerId,
        row.askedOn,
        row.dueOn,
        row.amountMinor,
        row.reference,
        by,
        tx.now.toISOString(),
      ],
    ).id,
  paid(tx: Tx, id: number, paymentId: number, taxMinor: number): void {
    tx.run(`UPDATE deposits_deposit SET state = 'paid', payment_id = ?, tax_minor = ? WHERE id = ?`, [
      paymentId,
      taxMinor,
      id,
    ])
  },
  /** Its payment was taken back: it is asked for as before. */
  unpaid(tx: Tx, id: number): void {
    tx.run(
      `UPDATE deposits_deposit SET state = 'asked', payment_id = NULL, tax_minor = 0, tax_back_minor = 0 WHERE id = ?`,
      [id],
    )
  },
  taxBack(tx: Tx, id: number, taxBackMinor: number): void {
    tx.run('UPDATE deposits_deposit SET tax_back_minor = ? WHERE id = ?', [taxBackMinor, id])
  },
  cancel(tx: Tx, id: number): void {
    tx.run(`UPDATE deposits_deposit SET state = 'cancelled' WHERE id = ?`, [id])
  },
}

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
  /** In the currency of the books: at the order's rate, and once it is paid what the money was worth. */
  readonly amountMinor: number
  /** Of an order in another currency: that, and the amount in it. */
  readonly currency: string | null
  readonly foreignMinor: number | null
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
  amount_minor AS amountMinor, currency, foreign_minor AS foreignMinor, tax_minor AS taxMinor, tax_back_minor AS taxBackMinor, reference,
  payment_id AS paymentId`

const BY_ID = `SELECT ${COLUMNS} FROM deposits_deposit WHERE id = ?`
const BY_PAYMENT = `SELECT ${COLUMNS} FROM deposits_deposit WHERE payment_id = ?`
const PAID_OF_ORDER = `
  SELECT ${COLUMNS} FROM deposits_deposit WHERE direction = ? AND order_id = ? AND state = 'paid' ORDER BY id`
const ASKED_OF_ORDER = `
  SELECT coalesce(sum(coalesce(foreign_minor, amount_minor)), 0) AS amountMinor FROM deposits_deposit
  WHERE direction = ? AND order_id = ? AND state <> 'cancelled'`

/** An order as deposits see it; amounts in the currency of the books, and of a foreign one its whole in its own. */
export interface DepositOrder {
  readonly id: number
  readonly number: string | null
  readonly state: string
  readonly partnerId: number
  readonly taxMinor: number
  readonly grossMinor: number
  readonly currency: string | null
  readonly foreignGrossMinor: number | null
}

const ORDER: Readonly<Record<Direction, string>> = {
  in: `SELECT id, number, state, partner_id AS partnerId, tax_minor AS taxMinor, gross_minor AS grossMinor, currency,
      foreign_gross_minor AS foreignGrossMinor
    FROM v_sales_order_total WHERE id = ?`,
  out: `SELECT id, number, state, partner_id AS partnerId, tax_minor AS taxMinor, gross_minor AS grossMinor, currency,
      foreign_gross_minor AS foreignGrossMinor
    FROM v_purchasing_order_total WHERE id = ?`,
}

interface Advance {
  readonly state: string
  readonly paidOn: string
  readonly amountMinor: number
  readonly leftMinor: number
  readonly currency: string | null
  readonly foreignLeftMinor: number | null
}

const ADVANCE = `
  SELECT p.state, p.paid_on AS paidOn, p.amount_minor AS amountMinor, p.unapplied_minor AS leftMinor, f.currency,
    f.foreign_unapplied_minor AS foreignLeftMinor
  FROM v_treasury_payment p JOIN v_treasury_payment_abroad f ON f.id = p.id WHERE p.id = ?`

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
         currency, foreign_minor, reference, created_by, created_at)
       VALUES (?, 'asked', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.number,
        row.direction,
        row.orderId,
        row.partnerId,
        row.askedOn,
        row.dueOn,
        row.amountMinor,
        row.currency,
        row.foreignMinor,
        row.reference,
        by,
        tx.now.toISOString(),
      ],
    ).id,
  paid(tx: Tx, id: number, paid: { paymentId: number; amountMinor: number; taxMinor: number }): void {
    tx.run(`UPDATE deposits_deposit SET state = 'paid', payment_id = ?, amount_minor = ?, tax_minor = ? WHERE id = ?`, [
      paid.paymentId,
      paid.amountMinor,
      paid.taxMinor,
      id,
    ])
  },
  /** Its payment was taken back: it is asked for as before. */
  unpaid(tx: Tx, id: number, amountMinor: number): void {
    tx.run(
      `UPDATE deposits_deposit SET state = 'asked', payment_id = NULL, amount_minor = ?, tax_minor = 0,
         tax_back_minor = 0 WHERE id = ?`,
      [amountMinor, id],
    )
  },
  taxBack(tx: Tx, id: number, taxBackMinor: number): void {
    tx.run('UPDATE deposits_deposit SET tax_back_minor = ? WHERE id = ?', [taxBackMinor, id])
  },
  cancel(tx: Tx, id: number): void {
    tx.run(`UPDATE deposits_deposit SET state = 'cancelled' WHERE id = ?`, [id])
  },
}

import { refuse } from '../../../../shared/errors'
import type { Reader, Tx } from '../../../kernel/db'
import type { Rhythm } from './next-day'

export interface StandingHead extends Rhythm {
  readonly name: string
  readonly customerId: number
  readonly warehouseId: number
  readonly note: string
  readonly nextOn: string | null
  readonly untilOn: string | null
  readonly leadDays: number
  readonly active: boolean
  /** Prices typed here; those of the lists are without. */
  readonly pricesIncludeTax: boolean
  /** What its prices and its orders are in; null: the currency of the books. */
  readonly currency: string | null
}

export interface StandingLine {
  readonly itemId: number
  readonly packId: number
  readonly quantityMicro: number
  /** null: by the price lists of the day. */
  readonly priceMicro: number | null
}

export interface StandingRow extends Omit<StandingHead, 'active' | 'pricesIncludeTax'> {
  readonly id: number
  readonly active: number
  readonly pricesIncludeTax: number
}

const values = (head: StandingHead): unknown[] => [
  head.name,
  head.customerId,
  head.warehouseId,
  head.note,
  head.rhythm,
  head.every,
  head.monthDay,
  head.nextOn,
  head.untilOn,
  head.leadDays,
  head.active ? 1 : 0,
  head.pricesIncludeTax ? 1 : 0,
  head.currency,
]

const MADE = `
  SELECT o.id, o.number, o.state FROM offers_standing_made m JOIN v_sales_order o ON o.id = m.order_id
  WHERE m.standing_id = ? AND m.due_on = ?`

export const standingStore = {
  insert: (tx: Tx, head: StandingHead, by: number): number =>
    tx.run(
      `INSERT INTO offers_standing (name, customer_id, warehouse_id, note, rhythm, every, month_day, next_on, until_on,
         lead_days, active, prices_include_tax, currency, created_by, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [...values(head), by, tx.now.toISOString()],
    ).id,
  change(tx: Tx, id: number, head: StandingHead): void {
    tx.run(
      `UPDATE offers_standing SET name = ?, customer_id = ?, warehouse_id = ?, note = ?, rhythm = ?, every = ?,
         month_day = ?, next_on = ?, until_on = ?, lead_days = ?, active = ?, prices_include_tax = ?, currency = ?
       WHERE id = ?`,
      [...values(head), id],
    )
  },
  writeLines(tx: Tx, id: number, lines: readonly StandingLine[]): void {
    tx.run('DELETE FROM offers_standing_line WHERE standing_id = ?', [id])
    for (const [at, { itemId, packId, quantityMicro, priceMicro }] of lines.entries()) {
      tx.run(
        `INSERT INTO offers_standing_line (standing_id, line_number, item_id, pack_id, quantity_micro, price_micro)
         VALUES (?, ?, ?, ?, ?, ?)`,
        [id, at + 1, itemId, packId, quantityMicro, priceMicro],
      )
    }
  },
  linesOf: (reader: Reader, id: number) =>
    reader.all<StandingLine>(
      `SELECT item_id AS itemId, pack_id AS packId, quantity_micro AS quantityMicro, price_micro AS priceMicro
       FROM offers_standing_line WHERE standing_id = ? ORDER BY line_number`,
      [id],
    ),
  /** The order made for a day, while it is there. */
  madeOn: (reader: Reader, id: number, dueOn: string) =>
    reader.first<{ id: number; number: string | null; state: string }>(MADE, [id, dueOn]),
  made(tx: Tx, made: { orderId: number; standingId: number; dueOn: string }): void {
    tx.run('INSERT INTO offers_standing_made (order_id, standing_id, due_on) VALUES (?, ?, ?)', [
      made.orderId,
      made.standingId,
      made.dueOn,
    ])
  },
  /** Without a next day it has come to its end. */
  moveOn(tx: Tx, id: number, nextOn: string | null): void {
    tx.run(
      'UPDATE offers_standing SET next_on = ?2, active = CASE WHEN ?2 IS NULL THEN 0 ELSE active END WHERE id = ?1',
      [id, nextOn],
    )
  },
}

export function requireStanding(reader: Reader, id: number): StandingRow {
  return (
    reader.first<StandingRow>(
      `SELECT id, name, customer_id AS customerId, warehouse_id AS warehouseId, note, rhythm, every,
         month_day AS monthDay, next_on AS nextOn, until_on AS untilOn, lead_days AS leadDays, active,
         prices_include_tax AS pricesIncludeTax, currency
       FROM offers_standing WHERE id = ?`,
      [id],
    ) ?? refuse('offers.standingUnknown', {}, 'id')
  )
}

import type { Migration } from '../kernel/db'

const LINES = ['sales_order_line', 'sales_invoice_line', 'purchasing_order_line', 'purchasing_invoice_line'] as const

/** A document's prices may be entered with the tax that they include; every other price is without it, as before. */
export const pricesWithTax: Migration = {
  version: 226,
  name: 'prices-with-tax',
  sql: LINES.map((table) => `ALTER TABLE ${table} ADD COLUMN gross_price_micro INTEGER;`).join('\n'),
}

import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runChecks } from '../../src/main/outlets/reports'
import { checks } from '../../src/main/rooms'
import { openTestCompany } from '../support/company'
import { twoMonths, type TwoMonths } from '../support/two-months'

let history: TwoMonths

beforeEach(() => {
  history = twoMonths()
})

afterEach(() => history.company.close())

/** Changes the file behind the program's back, as a damaged disk or a curious person would. */
function tamper(sql: string): void {
  const database = new Database(history.company.path)
  try {
    database.pragma('foreign_keys = OFF')
    const guards = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as { name: string }[]
    for (const { name } of guards) database.exec(`DROP TRIGGER "${name}"`)
    database.exec(sql)
  } finally {
    database.close()
  }
}

const failing = (): string[] => {
  const { ok, checks: results } = runChecks(history.company.reader, checks)
  const broken = results.filter((result) => !result.ok)
  expect(ok).toBe(broken.length === 0)
  return broken.map(({ name, detail }) => `${name}: ${detail}`)
}

describe('verify', () => {
  it('proves every check on real rows, and says where there is none', () => {
    const progress: string[] = []
    const result = runChecks(history.company.reader, checks, (done, total, name) =>
      progress.push(`${done}/${total} ${name}`),
    )
    expect(result.checks.filter((check) => !check.ok)).toEqual([])
    expect(result.ok).toBe(true)
    const idle = result.checks.filter(({ examined }) => examined === 0)
    expect(idle.every(({ detail }) => detail === 'nothing to examine')).toBe(true)
    expect(result.checks.length - idle.length).toBeGreaterThan(25)
    expect(progress.at(-1)).toBe(`${checks.length}/${checks.length} `)
    expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length)
  })

  it('says of a company without documents that there was nothing to examine', () => {
    const empty = openTestCompany()
    const { ok, checks: results } = runChecks(empty.reader, checks)
    expect(ok).toBe(true)
    expect(results.find(({ name }) => name === 'inventory.valueEqualsStockAccount')).toEqual({
      name: 'inventory.valueEqualsStockAccount',
      ok: true,
      examined: 0,
      detail: 'nothing to examine',
    })
    empty.close()
  })

  // Each kind of damage, and the words of the check that must find it.
  const damages: readonly (readonly [damage: string, sql: string, found: string])[] = [
    [
      'a stock value that the books do not know',
      `UPDATE inventory_movement SET value_minor = value_minor + 1 WHERE source_kind = 'shipping.shipment' AND source_id = 1 AND to_bin_id IS NULL`,
      'inventory.valueEqualsStockAccount: shipping.shipment SH-2026-000001: -10000 on the account, -10001 in the stock ledger',
    ],
    [
      'a shipment that moved more than it says',
      `UPDATE shipping_shipment_line SET quantity_micro = 9000000 WHERE id = 1`,
      'inventory.documentsEqualMovements: shipping.shipment SH-2026-000001, BOLT: -10000000 moved, worth -10000; the document says -9000000',
    ],
    [
      'a movement without a document',
      `INSERT INTO inventory_movement (posted_on, posted_at, warehouse_id, item_id, from_bin_id, from_status, quantity_micro, value_minor, source_kind, source_id)
       SELECT posted_on, posted_at, warehouse_id, item_id, to_bin_id, to_status, 1000000, 0, 'unknown', 7 FROM inventory_movement WHERE to_bin_id IS NOT NULL LIMIT 1`,
      'inventory.documentsEqualMovements: unknown 7, BOLT: -1000000 moved',
    ],
    [
      'an invoice that was raised after it was posted',
      `UPDATE sales_invoice SET net_minor = net_minor + 100, gross_minor = gross_minor + 100 WHERE id = 2`,
      'sales.revenueEqualsInvoices: sales.invoice SI-2026-000002: -10000 on the account, -10100 in its lines',
    ],
    [
      'an open item of another amount than its invoice',
      `UPDATE accounting_open_item SET amount_minor = amount_minor + 1, open_minor = open_minor + 1 WHERE document_number = 'SI-2026-000002'`,
      'accounting.openItemsEqualInvoices: sales.invoice SI-2026-000002: 11301 opened, 11300 on the invoice',
    ],
    [
      'a document that was removed',
      `DELETE FROM sales_invoice WHERE id = 2`,
      'company.documentNumbersGapless: SI-2026: 3 numbers taken, 2 documents numbered 1 to 3',
    ],
    [
      'a number given twice and one never',
      `UPDATE shipping_shipment SET number = 'SH-2026-000009' WHERE id = 2`,
      'company.documentNumbersGapless: SH-2026: 3 numbers taken, 3 documents numbered 1 to 9',
    ],
    [
      'a reference to nothing',
      `UPDATE sales_invoice_line SET item_id = 999 WHERE id = 1`,
      'file.foreignKeys: sales_invoice_line row 1 refers to no row of items_item',
    ],
    [
      'an entry out of balance',
      `UPDATE accounting_line SET debit_minor = debit_minor + 1 WHERE entry_id = 1 AND line_number = 1`,
      'accounting.entriesBalance: entry 记-1',
    ],
    [
      'a lost piece in a bin',
      `UPDATE inventory_balance SET quantity_micro = quantity_micro - 1000000 WHERE quantity_micro > 1000000 AND allocated_micro = 0`,
      'inventory.balancesFollowMovements: ',
    ],
    [
      'goods received that vanished from GRNI',
      `UPDATE purchasing_receipt_line SET value_minor = value_minor - 1 WHERE id = 1`,
      'purchasing.grniEqualsReceivedNotInvoiced: GR-2026-000001',
    ],
    [
      'a payment kept twice as an advance',
      `UPDATE treasury_payment SET unapplied_minor = 1 WHERE id = 1`,
      'treasury.advancesFromCustomersEqualAccount: RC-2026-000001',
    ],
    ['an altered trail', `UPDATE audit_entry SET user_name = 'Nobody' WHERE id = 5`, 'audit hash chain: entry 5'],
  ]

  it.each(damages)('finds %s', (_damage, sql, found) => {
    tamper(sql)
    expect(failing().join('\n')).toContain(found)
  })

  it('reports a table that cannot be read instead of ending', () => {
    tamper('DROP TABLE warehouse_recount; DROP TABLE shipping_return_line')
    const broken = failing()
    expect(broken.some((line) => line.includes('shipping_return_line'))).toBe(true)
  })
})

import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createDemo, firstDayOf } from '../../../src/main/edge/demo'
import { checks, openCompany } from '../../../src/main/rooms'
import { runChecks } from '../../../src/main/outlets/reports'

const folder = mkdtempSync(join(tmpdir(), 'kontor-demo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Hashes of passwords are salted, and each company has an identity of its own: they differ by design. */
const SALTED = new Set(['access_user', 'backup_company'])

/** Every row of every table, as text, table by table. */
function contentOf(path: string): Map<string, string> {
  const database = new Database(path, { readonly: true })
  try {
    const tables = database
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_entry%'`,
      )
      .all()
    return new Map(
      tables
        .filter(({ name }) => !SALTED.has(name))
        .map(({ name }) => [name, JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).raw().all())]),
    )
  } finally {
    database.close()
  }
}

function differing(a: string, b: string): string[] {
  const other = contentOf(b)
  return [...contentOf(a)].filter(([table, rows]) => other.get(table) !== rows).map(([table]) => table)
}

function broken(path: string): string[] {
  const company = openCompany(path, { mode: 'read' })
  try {
    return runChecks(company.file.reader, checks)
      .checks.filter((check) => !check.ok)
      .map((check) => `${check.name}: ${check.detail}`)
  } finally {
    company.close()
  }
}

describe('the demonstration company', () => {
  const path = join(folder, 'demo.kontor')

  it('plays section 3 of the trading day, and every invariant holds', async () => {
    const result = await createDemo(path, { days: 12, seed: 7 })
    expect(result.days).toBe(12)
    expect(result.scans).toBeGreaterThan(1000)
    for (const kind of [
      'purchasing.order',
      'purchasing.receipt',
      'purchasing.invoice',
      'sales.order',
      'warehouse.wave',
      'shipping.shipment',
      'sales.invoice',
      'shipping.return',
      'sales.credit-note',
      'warehouse.count',
      'warehouse.adjustment',
      'treasury.payment',
      'accounting.voucher',
    ]) {
      expect(result.documents[kind], kind).toBeGreaterThan(0)
    }
    expect(broken(path)).toEqual([])
  }, 120_000)

  it('has the size that is promised', () => {
    const company = openCompany(path, { mode: 'read' })
    const count = (sql: string): number => company.file.reader.first<{ count: number }>(sql)?.count ?? 0
    try {
      expect(count('SELECT count(*) AS count FROM items_item')).toBeGreaterThanOrEqual(300)
      expect(count('SELECT count(*) AS count FROM parties_partner WHERE is_customer = 1')).toBe(60)
      expect(count('SELECT count(*) AS count FROM parties_partner WHERE is_supplier = 1')).toBe(20)
      expect(count('SELECT count(DISTINCT aisle) AS count FROM warehouse_bin WHERE aisle > 0')).toBe(10)
      expect(count('SELECT count(*) AS count FROM inventory_lot WHERE expires_on IS NOT NULL')).toBeGreaterThan(100)
      expect(count('SELECT count(*) AS count FROM items_barcode')).toBe(
        count('SELECT count(*) AS count FROM items_pack'),
      )
    } finally {
      company.close()
    }
  })

  it('is the same from the same seed, in one go or continued, and another from another', async () => {
    const again = join(folder, 'again.kontor')
    await createDemo(again, { days: 5, seed: 7 })
    await createDemo(again, { days: 7 })
    expect(differing(path, again)).toEqual([])
    const other = join(folder, 'other.kontor')
    await createDemo(other, { days: 2, seed: 8 })
    expect(differing(path, other)).toContain('sales_order_line')
  }, 120_000)

  it('refuses another seed and a real company', async () => {
    await expect(createDemo(path, { days: 1, seed: 9 })).rejects.toMatchObject({ code: 'demo.otherSeed' })
    await expect(createDemo(path, { days: 1, pack: 'generic' })).rejects.toMatchObject({ code: 'demo.otherPack' })
  })

  it('speaks English and keeps generic books where asked', async () => {
    const generic = join(folder, 'generic.kontor')
    await createDemo(generic, { days: 2, pack: 'generic' })
    expect(broken(generic)).toEqual([])
    const company = openCompany(generic, { mode: 'read' })
    try {
      const item = company.file.reader.first<{ name: string; other_name: string }>(
        'SELECT name, other_name FROM items_item',
      )
      expect(item).toEqual({ name: 'Northeast pearl rice 2.5 kg', other_name: '东北珍珠米 2.5千克' })
    } finally {
      company.close()
    }
  }, 60_000)
})

describe('days that end today', () => {
  it.each([
    [1, '2026-11-20', '2026-11-20'], // a Friday
    [1, '2026-11-22', '2026-11-20'], // a Sunday: the Friday before
    [5, '2026-11-20', '2026-11-16'],
    [6, '2026-11-20', '2026-11-13'],
    [30, '2026-11-22', '2026-10-12'],
  ])('%d trading days up to %s begin on %s', (days, last, first) => {
    expect(firstDayOf(days, last)).toBe(first)
  })
})

import Database from 'better-sqlite3'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { replayRetail } from '../../../src/main/edge/replay'

const folder = mkdtempSync(join(tmpdir(), 'kontor-replay-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const madeUp = resolve(import.meta.dirname, '../../support/made-up-retail.csv')
const realYear =
  process.env['KONTOR_ONLINE_RETAIL'] ?? resolve(import.meta.dirname, '../../../../shared/data/online-retail.csv.gz')

/** Document lines that a line of the file may end in. */
function documentLines(path: string): number {
  const database = new Database(path, { readonly: true })
  try {
    const count = (sql: string): number => database.prepare<[], { count: number }>(sql).get()?.count ?? 0
    return (
      count('SELECT count(*) AS count FROM sales_order_line') +
      count('SELECT count(*) AS count FROM shipping_return_line') +
      count(`SELECT count(*) AS count FROM accounting_entry WHERE source_kind = 'accounting.voucher'`) +
      // One line of the file may be taken from several bins.
      count('SELECT count(*) AS count FROM (SELECT DISTINCT adjustment_id, item_id FROM warehouse_adjustment_line)')
    )
  } finally {
    database.close()
  }
}

describe('a made-up file with each kind of dirt', () => {
  const path = join(folder, 'made-up.kontor')

  it('ends every line in one document line or in the reject report', async () => {
    const result = await replayRetail(path, madeUp, { verify: true })
    expect(result.verification?.checks.filter((check) => !check.ok)).toEqual([])
    expect(result.differences).toEqual([])
    expect(result.ok).toBe(true)
    expect(result.lines).toBe(33)
    expect(result.rejects.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '20 quantityNotUnderstood',
      '21 quantityZero',
      '22 priceNotUnderstood',
      '23 dateNotUnderstood',
      '24 noInvoiceNumber',
      '25 noStockCode',
      '26 pricedNegative',
      '27 priceBelowZero',
      '28 creditOfPositive',
      '29 serviceAdjusted',
      '30 wrongColumns',
      '31 journalOfNothing',
    ])
    expect(documentLines(path)).toBe(result.lines - result.rejected)
  })

  it('adds up to what the lines say, each rounded by itself', async () => {
    const result = await replayRetail(join(folder, 'again.kontor'), madeUp, { verify: false })
    // 6 and 2 at 2.55, twice 12 at 0.855, postage 18, 144 at 1.25, 12.345, 5, less 2.55 = 253.72 on the first day;
    // 24.75 less 37.50, 13.32 and 110.62, and 10.62, 16.67 on the second.
    expect(result.salesByMonth).toEqual({ '2010-12': '144.32', '2011-01': '0.01' })
    expect(result.salesNet).toBe('144.33')
    expect(result.documents).toMatchObject({
      'sales.order': 7,
      'sales.credit-note': 4,
      'warehouse.adjustment': 2,
      'accounting.voucher': 2,
    })
  })

  it('stops after the day that is asked for, and refuses a file that is none', async () => {
    const day = await replayRetail(join(folder, 'day.kontor'), madeUp, { until: '2010-12-01', verify: true })
    expect(day).toMatchObject({ ok: true, lines: 10, rejected: 0 })
    await expect(
      replayRetail(join(folder, 'none.kontor'), import.meta.filename, { verify: false }),
    ).rejects.toMatchObject({
      code: 'replay.columnsMissing',
    })
    expect(existsSync(join(folder, 'none.kontor'))).toBe(false)
  })
})

describe.skipIf(!existsSync(realYear))('the real year', () => {
  it('agrees with the file to the cent over its first eight trading days', async () => {
    const path = join(folder, 'year.kontor')
    const result = await replayRetail(path, realYear, { until: '2010-12-09', verify: true })
    expect(result.verification?.checks.filter((check) => !check.ok)).toEqual([])
    expect(result).toMatchObject({ ok: true, rejected: 0, lines: 22_523, salesNet: '377488.45' })
    expect(documentLines(path)).toBe(result.lines)
  }, 600_000)
})

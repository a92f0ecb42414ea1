import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundle } from '../support/bundle'
import { brokenChecks, openTestCompany, refusalOf, type TestCompany } from '../support/company'
import { addSupplies, type Supplies } from '../support/supplies'
import { draftOrder, stockUp } from '../support/warehouse-day'

/** The write-ahead log reaches this long before it is folded back into the file. */
const LOG_KIBIBYTES = 700

function stocked(): { company: TestCompany; supplies: Supplies } {
  const company = openTestCompany()
  const supplies = addSupplies(company)
  stockUp(company, supplies, [
    { item: supplies.bolt, pieces: 400 },
    { item: supplies.tea, pieces: 400, lotCode: 'L0', expiresOn: '2027-01-31' },
  ])
  return { company, supplies }
}

describe('a file that may not grow', () => {
  it('refuses with the reason, changes nothing, and goes on when there is room again', () => {
    const { company, supplies } = stocked()
    const pages = company.reader.first<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0
    company.reader.first(`PRAGMA max_page_count = ${pages + 2}`)
    const order = (): number => draftOrder(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    const refusal = refusalOf(() => {
      for (let tries = 0; tries < 1000; tries += 1) order()
    })
    expect(refusal.code).toBe('app.diskFull')
    const orders = company.reader.first('SELECT count(*) AS count, max(id) AS last FROM sales_order')
    expect(refusalOf(order).code).toBe('app.diskFull')
    expect(company.reader.first('SELECT count(*) AS count, max(id) AS last FROM sales_order')).toEqual(orders)
    expect(brokenChecks(company.reader)).toEqual([])

    company.reader.first(`PRAGMA max_page_count = ${pages + 1000}`)
    const id = order()
    company.bookkeeper.sales.confirmOrder({ id })
    company.reopen()
    expect(brokenChecks(company.reader)).toEqual([])
    company.close()
  })
})

describe.skipIf(process.platform === 'win32')('an engine whose disk fills up', () => {
  let program = ''
  beforeAll(async () => {
    program = await bundle('tests/support/busy-engine.ts')
  })

  /** Runs the engine under a limit on the size of each file it writes, as a full disk limits them all. */
  function workUntilFull(
    path: string,
    kibibytes: number,
  ): Promise<{ key?: string; answer?: unknown; ended?: string }[]> {
    const limited = `ulimit -f ${kibibytes}; exec "$0" "$@"`
    const child = spawn('bash', ['-c', limited, process.execPath, program, path, 'full'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const lines: { key?: string; answer?: unknown; ended?: string }[] = []
    createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line) as object))
    return new Promise((resolve) => child.once('close', () => resolve(lines)))
  }

  it('says so, keeps what it acknowledged, and leaves sound books', async () => {
    const { company } = stocked()
    company.company.close()
    const lines = await workUntilFull(company.path, LOG_KIBIBYTES)
    company.reopen()
    expect(lines.at(-1)).toEqual({ ended: 'app.diskFull' })
    const acknowledged = lines.filter((line) => line.key !== undefined)
    expect(acknowledged.length).toBeGreaterThan(0)
    for (const { key, answer } of acknowledged) {
      const kept = company.reader.first<{ answer: string }>('SELECT answer FROM kernel_answer WHERE key = ?', [key])
      expect(JSON.parse(kept?.answer ?? 'null'), key).toEqual(answer)
    }
    expect(brokenChecks(company.reader)).toEqual([])
    company.close()
  }, 120_000)
})

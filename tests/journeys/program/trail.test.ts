import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Connection, type HeavyReader } from '../../../src/main/edge/wire'
import { bundle } from '../../support/bundle'
import { brokenChecks, openTestCompany, PASSWORD, type TestCompany } from '../../support/company'
import { addSupplies } from '../../support/supplies'
import { stockUp } from '../../support/warehouse-day'

interface Line {
  readonly procedure: string
  readonly userName: string
  readonly detail: string
}
const trailOf = (company: TestCompany, subjectKind: string, subjectId: number): Line[] =>
  company.owner.audit.listEntries({ subjectKind, subjectId, limit: 50 }).rows

it('a paper stands in the trail of what it is about, and reading alone leaves nothing', () => {
  const company = openTestCompany()
  const supplies = addSupplies(company)
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
  const { customerId } = supplies
  const dates = { from: '2026-03-01', to: '2026-03-31', locale: 'en' as const }
  company.bookkeeper.treasury.statementPdf({ partnerId: customerId, ...dates })
  expect(trailOf(company, 'parties.partner', customerId)[0]).toMatchObject({
    procedure: 'treasury.statementPdf',
    userName: 'Bookkeeper',
  })

  // Reading alone leaves nothing behind.
  const before = company.owner.audit.listEntries({}).total
  company.owner.items.listItems({})
  expect(company.owner.audit.listEntries({}).total).toBe(before)
  expect(brokenChecks(company.reader)).toEqual([])
  company.close()
})

it('so does what was answered on the connection that only reads', async () => {
  const company = openTestCompany({ now: new Date().toISOString() })
  const token = company.owner.access.signIn({ login: 'owner', password: PASSWORD, station: 'desk' }).token
  const place = { read: () => token, keep: () => undefined, forget: () => undefined }
  const beside = { call: async () => ({ columns: [], rows: [], total: 0 }) } as unknown as HeavyReader
  await new Connection(company.company, beside, place, 'desk').call('items.exportItems', { offset: 0 })
  const newest = company.owner.audit.listEntries({ limit: 1 }).rows[0]
  expect(newest).toMatchObject({ procedure: 'items.exportItems', userName: 'Owner', outcome: 'done' })
  expect(brokenChecks(company.reader)).toEqual([])
  company.close()
})

it('an export by the command line stands there too', async () => {
  const company = openTestCompany()
  const folder = mkdtempSync(join(tmpdir(), 'kontor-trail-'))
  company.company.close()
  const program = await bundle('src/main/cli.ts')
  for (const args of [
    ['journal', '--format', 'csv', '--out', join(folder, 'journal.csv')],
    ['everything', '--out', join(folder, 'everything')],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [program, 'export', company.path, ...args], {
      encoding: 'utf8',
    })
    expect(status, stderr).toBe(0)
  }
  company.reopen()
  const exports = company.owner.audit.listEntries({ filter: 'recordExport' }).rows
  expect(exports.map(({ userName, detail }) => [userName, JSON.parse(detail)])).toMatchObject([
    [expect.any(String), { what: 'everything', format: 'folder' }],
    [expect.any(String), { what: 'journal', format: 'csv' }],
  ])
  company.close()
  rmSync(folder, { recursive: true, force: true })
})

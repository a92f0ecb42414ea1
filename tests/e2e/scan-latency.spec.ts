import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { openPty, SimulatedScanner } from '../../src/main/edge/simulators'
import { commandLineActor } from '../../src/main/foundation/access'
import { createCompanyFile, openCompany } from '../../src/main/rooms'
import { profileById } from '../../src/shared/devices/profiles'
import { clientOf, type TestCompany } from '../support/company'
import { OWNER } from '../support/first-company'
import { freshFolder, openPage, openProgram, signIn } from '../support/launch'
import { addSupplies } from '../support/supplies'
import { pickAll, release, sell, stockUp } from '../support/warehouse-day'

/**
 * From the byte on the wire of a serial scanner to the committed scan and the changed screen: the figures of
 * docs/performance.md. KONTOR_SCANS=500 takes more of them.
 */
const SCANS = Number(process.env['KONTOR_SCANS'] ?? 40)
/** Longer than the time in which the same code is the same pull of the trigger. */
const PAUSE_MS = 300
const BARCODE = '4006381333931'

const now = (): number => performance.timeOrigin + performance.now()

/** A company with an order that is picked and waits to be packed, and a scanner at this computer. */
function preparePacking(path: string, port: string): void {
  createCompanyFile(path)
  const company = openCompany(path, { mode: 'write' })
  const client = clientOf(() => company, commandLineActor('test'))
  client.company.establish({
    name: 'Harbour Street Trading',
    pack: 'generic',
    currency: 'EUR',
    locale: 'en',
    login: OWNER.login,
    userName: OWNER.name,
    password: OWNER.password,
    startsOn: '2026-01-01',
  })
  const everybody = { owner: client, clerk: client, bookkeeper: client } as unknown as TestCompany
  const supplies = addSupplies(everybody)
  stockUp(everybody, supplies, [{ item: supplies.bolt, pieces: SCANS + 10 }])
  const orderId = sell(everybody, supplies, [{ item: supplies.bolt, pieces: SCANS + 10 }])
  pickAll(everybody, release(everybody, supplies, [orderId]))
  const profile = profileById('scanner-serial')
  if (profile === undefined) throw new Error('no profile')
  client.devices.addDevice({
    station: hostname(),
    name: 'Scanner',
    profile,
    address: { transport: 'serial', path: port },
  })
  company.close()
}

test('a scan from the wire to the screen', async () => {
  test.setTimeout(120_000 + SCANS * 3000)
  const folder = freshFolder()
  const path = join(folder, 'packing.kontor')
  const wire = await openPty(join(folder, 'scanner'))
  preparePacking(path, wire.address)
  const floor = bareCommit(join(folder, 'floor.db'))
  const program = await openProgram({ company: path })
  const { page, t } = program
  await signIn(page, t, OWNER.login, OWNER.password)
  await expect(page.getByRole('banner')).toBeVisible()
  await openPage(page, t, 'warehouse.station.title', 'warehouse')
  await page.getByRole('button', { name: new RegExp(`^${t('warehouse.station.tasks.pack')}`) }).click()
  await page.getByRole('button', { name: /Corner Shop/ }).click()
  await expect(page.getByRole('heading', { name: t('warehouse.station.scanToPack') })).toBeVisible()
  await page.evaluate(() => {
    const left = (): string => document.querySelector('.k-station-gathered li b')?.textContent ?? ''
    const seen: { text: string; at: number }[] = []
    Object.assign(window, { seen })
    let last = left()
    new MutationObserver(() => {
      const text = left()
      if (text === last) return
      last = text
      seen.push({ text, at: performance.timeOrigin + performance.now() })
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  const scanner = new SimulatedScanner(wire)
  const [scans, commits]: [number[], number[]] = [[], []]
  for (let at = 0; at < SCANS; at++) {
    const begun = now()
    scanner.scan(BARCODE)
    const seen = await page.waitForFunction(
      (count) => (window as unknown as { seen: { at: number }[] }).seen[count]?.at,
      at,
      { polling: 20 },
    )
    scans.push(Number(await seen.jsonValue()) - begun)
    commits.push(floor.commit())
    await page.waitForTimeout(PAUSE_MS)
  }
  const texts = await page.evaluate(() =>
    (window as unknown as { seen: { text: string }[] }).seen.map(({ text }) => text),
  )
  // Each scan took one piece, none was lost and none came twice.
  expect(texts.map((text) => Number.parseInt(text, 10))).toEqual(
    Array.from({ length: SCANS }, (_, at) => SCANS + 9 - at),
  )
  console.log(
    JSON.stringify({
      scans: SCANS,
      scan: figures(scans),
      commit: figures(commits),
      ratio: { median: quotient(scans, commits, 0.5), p99: quotient(scans, commits, 0.99) },
    }),
  )
  floor.close()
  await program.close()
  await wire.close()
  rmSync(folder, { recursive: true, force: true })
})

/** One row made durable by plain better-sqlite3: what the disk itself takes. */
function bareCommit(path: string): { commit(): number; close(): void } {
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE scan (id INTEGER PRIMARY KEY, code TEXT NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO scan (code) VALUES (?)')
  return {
    commit() {
      const begun = performance.now()
      insert.run(BARCODE)
      return performance.now() - begun
    },
    close: () => void database.close(),
  }
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
const rounded = (value: number): number => Math.round(value * 100) / 100
const figures = (values: readonly number[]) => ({ median: rounded(at(values, 0.5)), p99: rounded(at(values, 0.99)) })
const quotient = (a: readonly number[], b: readonly number[], share: number): number =>
  rounded(at(a, share) / at(b, share))

import { closeSync, copyFileSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FullCheck } from '../../src/main/edge/schedule'
import { openDatabase } from '../../src/main/kernel/db'
import { openCompany } from '../../src/main/rooms'
import { bundle } from '../support/bundle'
import { openTestCompany } from '../support/company'

const folder = mkdtempSync(join(tmpdir(), 'kontor-full-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let script: URL
beforeAll(async () => {
  script = pathToFileURL(await bundle('src/main/reader.ts'))
}, 120_000)

const DAY = 86_400_000

describe('a full check', () => {
  it('is made when none was made yet, once a week, and whenever somebody asks', async () => {
    const company = openTestCompany()
    let now = company.clock().getTime()
    const check = new FullCheck(company.company, { script, now: () => now })
    expect(company.owner.health.state({})).toMatchObject({ checkedAt: null, isSound: true })
    expect(await check.look()).toBe(true)
    expect(company.owner.health.state({})).toMatchObject({ checkedAt: expect.any(String), isSound: true, problems: [] })
    expect(await check.look()).toBe(false)
    now += 7 * DAY
    expect(await check.look()).toBe(true)
    now -= 7 * DAY
    company.owner.health.checkNow({})
    await expect.poll(() => company.owner.health.state({}).isAsked, { timeout: 20_000 }).toBe(false)
    await check.stop()
    company.close()
  }, 60_000)

  it('names the proof that does not hold, and tells at once of a page that can not be read', async () => {
    const company = openTestCompany()
    const path = join(folder, 'spoiled.kontor')
    company.company.close()
    copyFileSync(company.path, path)
    company.reopen()
    const probe = openDatabase(path, { readonly: true })
    const page = probe
      .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'devices_device'")
      .pluck()
      .get() as number
    const bytes = Number(probe.pragma('page_size', { simple: true }))
    probe.close()
    const spoiled = openCompany(path, { mode: 'write' })
    // The disk gives out while the company is open.
    const disk = openSync(path, 'r+')
    writeSync(disk, Buffer.alloc(bytes, 0xa5), 0, bytes, (page - 1) * bytes)
    closeSync(disk)
    let told = 0
    const check = new FullCheck(spoiled, { script, onDamaged: () => (told += 1) })
    expect(await check.look()).toBe(true)
    expect(told).toBe(1)
    const state = spoiled.file.reader.first<{ problems: string }>('SELECT problems FROM health_check')
    expect(JSON.parse(state?.problems ?? '[]')).toContain('file')
    await check.stop()
    spoiled.close()
    company.close()
  }, 60_000)
})

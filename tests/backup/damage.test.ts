import Database from 'better-sqlite3'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { exportEverything, salvageCompany } from '../../src/main/edge/damage'
import { csvCell } from '../../src/main/edge/damage/leave-store'
import { openCompany } from '../../src/main/rooms'
import { openTestCompany, refusalOf } from '../support/company'
import { addSupplies } from '../support/supplies'
import { stockUp } from '../support/warehouse-day'

const folder = mkdtempSync(join(tmpdir(), 'kontor-damage-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A company with goods and movements, closed, its log written back. */
function usedCompany(name: string): string {
  const company = openTestCompany()
  const supplies = addSupplies(company)
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 40 }])
  const path = join(folder, name)
  company.company.file.snapshot(() => undefined)
  company.company.close()
  copyFileSync(company.path, path)
  company.reopen()
  company.close()
  return path
}

function rootPageOf(path: string, table: string): { page: number; bytes: number } {
  const file = new Database(path, { readonly: true })
  try {
    const page = file.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) as number
    return { page, bytes: Number(file.pragma('page_size', { simple: true })) }
  } finally {
    file.close()
  }
}

function spoilPage(path: string, { page, bytes }: { page: number; bytes: number }): void {
  const content = readFileSync(path)
  content.fill(0xa5, (page - 1) * bytes, page * bytes)
  writeFileSync(path, content)
}

describe('a damaged company file', () => {
  it('is not opened for writing, and stays as it is', () => {
    const path = usedCompany('spoiled.kontor')
    spoilPage(path, rootPageOf(path, 'items_item'))
    const before = readFileSync(path)
    expect(refusalOf(() => openCompany(path, { mode: 'write' })).code).toBe('company.fileDamaged')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('that was cut off is known as such', () => {
    const path = usedCompany('cut.kontor')
    truncateSync(path, statSync(path).size - 8192)
    expect(refusalOf(() => openCompany(path, { mode: 'write' })).code).toBe('company.fileDamaged')
  })

  it('gives what can be read of it, and a list of what is lost', () => {
    const path = usedCompany('salvage.kontor')
    const whole = new Database(path, { readonly: true })
    const movements = whole.prepare('SELECT count(*) FROM inventory_movement').pluck().get()
    const audited = Number(whole.prepare('SELECT count(*) FROM audit_entry').pluck().get())
    whole.close()
    spoilPage(path, rootPageOf(path, 'items_item'))
    const damagedBytes = readFileSync(path)
    const to = join(folder, 'salvaged.kontor')
    const result = salvageCompany(path, to)
    expect(result.lost.map(({ table }) => table)).toEqual(['items_item'])
    expect(result.broken).not.toEqual([])
    expect(result.rows).toBeGreaterThan(audited)
    expect(readFileSync(path).equals(damagedBytes)).toBe(true)
    const saved = new Database(to, { readonly: true })
    expect(saved.prepare('SELECT count(*) FROM inventory_movement').pluck().get()).toBe(movements)
    saved.close()
    expect(refusalOf(() => salvageCompany(path, to)).code).toBe('company.fileExists')
  })

  it('loses nothing where nothing is damaged', () => {
    const path = usedCompany('whole.kontor')
    expect(salvageCompany(path, join(folder, 'whole-again.kontor'))).toMatchObject({ lost: [], broken: [] })
  })
})

describe('leaving', () => {
  it('gives every table, the journal, the file and the attachments, and no secret', async () => {
    const path = usedCompany('leaving.kontor')
    const file = new Database(path)
    const picture = Buffer.from('89504e470d0a1a0a00', 'hex')
    file
      .prepare(
        `INSERT INTO items_image (item_id, mime, picture, thumbnail, added_at)
         SELECT id, 'image/png', @picture, @picture, '2026-03-02T08:00:00.000Z' FROM items_item LIMIT 1`,
      )
      .run({ picture })
    file.close()
    const out = join(folder, 'everything')
    const left = await exportEverything(path, out)
    expect(left.tables).toBeGreaterThan(30)
    const users = readFileSync(join(out, 'tables/access_user.csv'), 'utf8')
    expect(users).toMatch(/^\uFEFFid,login,/)
    expect(users).not.toContain('scrypt$')
    const [, row = ''] = readFileSync(join(out, 'tables/items_image.csv'), 'utf8').split('\r\n')
    const [named = ''] = /content\/items_image-picture-\d+\.png/.exec(row) ?? []
    expect(readFileSync(join(out, 'tables', named))).toEqual(picture)
    for (const name of ['journal.txt', 'journal.csv', 'company.sqlite']) expect(existsSync(join(out, name))).toBe(true)
    const copy = new Database(join(out, 'company.sqlite'), { readonly: true })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    copy.close()
    await expect(exportEverything(path, out)).rejects.toMatchObject({ code: 'company.fileExists' })
  })

  it.each([
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['+1', '"\'+1"'],
    ['@SUM(A1)', '"\'@SUM(A1)"'],
    ['-5', '"\'-5"'],
    [-5n, '-5'],
    ['plain', 'plain'],
    ['two\nlines', '"two\nlines"'],
    [null, ''],
  ])('a spreadsheet never takes %s for a formula', (value, cell) => {
    expect(csvCell(value)).toBe(cell)
  })
})

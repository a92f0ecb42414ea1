import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openCompany } from '../../src/main/rooms'
import { brokenChecks } from '../support/company'

// A demonstration company of some days from each form that the company file has had; the number is that of its steps.
const folder = join(import.meta.dirname, '../support/older-files')
const files = readdirSync(folder).filter((name) => name.endsWith('.kontor.gz'))

describe('a company file of an older program', () => {
  test.each(files)('%s is brought up to date, holds every proof, and stays as it was beside the new one', (name) => {
    const work = mkdtempSync(join(tmpdir(), 'kontor-test-older-'))
    const path = join(work, 'company.kontor')
    const original = join(work, 'original')
    writeFileSync(path, gunzipSync(readFileSync(join(folder, name))))
    copyFileSync(path, original)
    const company = openCompany(path, { mode: 'write' })
    expect(brokenChecks(company.file.reader)).toEqual([])
    company.close()
    const kept = `${path}.before-${Number.parseInt(name, 10)}`
    expect(existsSync(kept)).toBe(true)
    expect(readFileSync(kept).equals(readFileSync(original))).toBe(true)
    rmSync(work, { recursive: true, force: true })
  })

  test('there are some', () => expect(files.length).toBeGreaterThan(0))
})

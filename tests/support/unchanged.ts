/** What is refused leaves every table as it was. */
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { Reader } from '../../src/main/kernel/db'
import { refusalOf, type TestCompany } from './company'

/** A digest of every row of every table but the trail, which tells of refusals too. */
export function contentOf(reader: Reader): string {
  const digest = createHash('sha256')
  const tables = reader.all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'audit_%' ORDER BY name`,
  )
  for (const { name } of tables) digest.update(name).update(JSON.stringify(reader.all(`SELECT * FROM ${name}`)))
  return digest.digest('hex')
}

export const lastInTrail = (reader: Reader) =>
  reader.first<{ outcome: string; code: string | null }>(
    'SELECT outcome, refusal_code AS code FROM audit_entry ORDER BY id DESC LIMIT 1',
  )

/** Refused with this code, nothing has changed, and the trail tells that it was tried. */
export function expectRefused({ reader }: TestCompany, code: string, act: () => unknown): void {
  const before = contentOf(reader)
  expect(refusalOf(act).code).toBe(code)
  expect(contentOf(reader)).toBe(before)
  expect(lastInTrail(reader)).toEqual({ outcome: 'refused', code })
}

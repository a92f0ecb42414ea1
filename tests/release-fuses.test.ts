import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

// Where Electron's binary keeps its fuses: this text, the version of the list, its length, one character each.
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const NINE_FUSES_AS_DELIVERED = '101000011'

const folder = mkdtempSync(join(tmpdir(), 'kontor-fuses-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fuses = (...args: string[]) =>
  spawnSync(process.execPath, [resolve(import.meta.dirname, '../.setup/fuses.mjs'), ...args], { encoding: 'utf8' })

test('a release has its fuses set, and an Electron as delivered is told apart', () => {
  const executable = join(folder, 'electron')
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 9]), Buffer.from(NINE_FUSES_AS_DELIVERED)])
  writeFileSync(executable, Buffer.concat([Buffer.alloc(4096), wire, Buffer.alloc(4096)]))

  const before = fuses(executable)
  expect(before.status).toBe(1)
  expect(before.stdout).toMatch(/RunAsNode.*EnableNodeOptionsEnvironmentVariable.*OnlyLoadAppFromAsar/)

  const set = fuses(executable, '--set')
  expect(set.stderr).toBe('')
  expect(set.status).toBe(0)
  expect(fuses(executable).status).toBe(0)
})

/**
 * The calls into the print spooler of Windows, as far as they can be tried without Windows: laid out and called by koffi
 * against a library of the same functions. The real winspool.drv has not been called by any test.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import koffi from 'koffi'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkWindowsQueue, printOnWindows, spoolerTypes } from '../../src/main/edge/devices/transports/windows-spooler'

const folder = mkdtempSync(join(tmpdir(), 'kontor-winspool-'))
const library = join(folder, 'winspool.so')
const spool = join(folder, 'spool')
const isBuilt =
  process.platform === 'linux' &&
  spawnSync('cc', ['-shared', '-fPIC', '-o', library, join(import.meta.dirname, '../support/winspool.c')]).status === 0

beforeAll(() => {
  process.env['KONTOR_SPOOL'] = spool
})
afterAll(() => {
  delete process.env['KONTOR_SPOOL']
  rmSync(folder, { recursive: true, force: true })
})

test('the structures lie as winspool.h has them', () => {
  const { document, info } = spoolerTypes(koffi)
  const word = koffi.sizeof('void *')
  expect(koffi.sizeof(document)).toBe(3 * word)
  expect(koffi.offsetof(document, 'pDatatype')).toBe(2 * word)
  expect([koffi.offsetof(info, 'Attributes'), koffi.offsetof(info, 'Status')]).toEqual([13 * word, 13 * word + 20])
  expect(koffi.sizeof(info)).toBe(13 * word + 32)
})

describe.skipIf(!isBuilt)('a queue of Windows (needs a C compiler to stand in for it)', () => {
  test('takes a job byte for byte, as raw data', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 31) % 256)
    await printOnWindows('标签 Zebra', bytes, library)
    const [head, end] = [Buffer.from('Kontor RAW]'), Buffer.from('[end]')]
    const spooled = readFileSync(spool)
    const from = spooled.indexOf(head) + head.length
    expect(from).toBeGreaterThan(head.length)
    expect(spooled.subarray(-end.length)).toEqual(end)
    expect(Buffer.compare(spooled.subarray(from, -end.length), bytes)).toBe(0)
  })

  test('that is not there, is unplugged, has no paper or stops taking says which', async () => {
    const saysOf = (work: Promise<void>): Promise<string> =>
      work.then(
        () => 'done',
        (error: { code: string }) => error.code,
      )
    expect(await saysOf(checkWindowsQueue('Labels', library))).toBe('done')
    expect(await saysOf(checkWindowsQueue('absent', library))).toBe('devices.queueUnknown')
    expect(await saysOf(checkWindowsQueue('off', library))).toBe('devices.offlineFault')
    expect(await saysOf(checkWindowsQueue('empty', library))).toBe('devices.paperFault')
    expect(await saysOf(printOnWindows('torn', new Uint8Array(100), library))).toBe('devices.failed')
    // It ends what it began: a queue left open would hold up everybody's jobs.
    expect(readFileSync(spool, 'latin1').endsWith('[end]')).toBe(true)
  })
})

import Database from 'better-sqlite3'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle } from '../../support/bundle'

const folder = mkdtempSync(join(tmpdir(), 'kontor-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let program = ''
const company = join(folder, 'demo.kontor')
beforeAll(async () => {
  program = await bundle('src/main/cli.ts')
  expect(json(['demo', company, '--days', '6', '--seed', '3']).answer).toMatchObject({ days: 6 })
}, 120_000)

function kontor(args: readonly string[], options: { input?: string; env?: Record<string, string> } = {}) {
  const { input = '', env = {} } = options
  return spawnSync(process.execPath, [program, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '', ...env },
  })
}

/** With `--json`: standard output is one object and nothing else, standard error is empty. */
function json(args: readonly string[], options?: Parameters<typeof kontor>[1]) {
  const { stdout, stderr, status } = kontor([...args, '--json'], options)
  expect(stderr).toBe('')
  expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  return { answer: JSON.parse(stdout) as Record<string, unknown>, status }
}

describe('what goes wrong', () => {
  it('is one object with a code and a text, and a status', () => {
    const missing = json(['verify', join(folder, 'none.kontor')])
    expect(missing.status).toBe(1)
    expect(missing.answer).toMatchObject({ ok: false, error: { code: 'company.fileMissing' } })
    expect(json(['report', company, 'weather'])).toMatchObject({
      status: 2,
      answer: { ok: false, error: { code: 'cli.usage' } },
    })
    expect(json(['demo', company, '--days', 'many'])).toMatchObject({
      status: 2,
      answer: { error: { code: 'cli.usage' } },
    })
    expect(json(['fly']).answer).toMatchObject({ ok: false, error: { code: 'cli.usage' } })
    expect(json([]).answer).toMatchObject({ ok: false, error: { code: 'cli.usage' } })
  })

  it('is said in the language of the person', () => {
    const chinese = kontor(['verify', join(folder, 'none.kontor')], { env: { LANG: 'zh_CN.UTF-8' } })
    expect(chinese.stderr).toMatch(/找不到文件/)
    expect(chinese.stdout).toBe('')
    expect(kontor(['verify', join(folder, 'none.kontor'), '--lang', 'zh-CN']).stderr).toBe(chinese.stderr)
    expect(kontor(['--help'], { env: { LANG: 'zh_CN.UTF-8' } }).stdout).toMatch(/演示账套/)
  })

  it('refuses to play demonstration days in a file that is no company', () => {
    const text = join(folder, 'letter.kontor')
    writeFileSync(text, 'Dear reader')
    expect(json(['demo', text]).answer).toMatchObject({ error: { code: 'company.notACompanyFile' } })
    expect(readFileSync(text, 'utf8')).toBe('Dear reader')
  })
})

describe('verify', () => {
  it('proves a sound company, names how much each check has seen', () => {
    const { answer, status } = json(['verify', company])
    const checks = answer['checks'] as { name: string; ok: boolean; examined: number; detail: string }[]
    expect(status).toBe(0)
    expect(answer['ok']).toBe(true)
    expect(checks.length).toBeGreaterThan(30)
    for (const check of checks.filter(({ examined }) => examined === 0)) expect(check.detail).toBe('nothing to examine')
    expect(checks.filter(({ examined }) => examined > 0).length).toBeGreaterThan(30)
    const text = kontor(['verify', company])
    expect(text.stdout).toMatch(/Everything holds\.\n$/)
    expect(text.stderr).toMatch(/Checking .* 100 %/)
  })

  it('finds one changed row, and fails', () => {
    const damaged = join(folder, 'damaged.kontor')
    const source = new Database(company, { readonly: true })
    source.prepare('VACUUM INTO ?').run(damaged)
    source.close()
    const database = new Database(damaged)
    database.prepare('UPDATE inventory_stock SET value_minor = value_minor + 1 WHERE item_id = 1').run()
    database.close()
    const { answer, status } = json(['verify', damaged])
    expect(status).toBe(1)
    const failed = (answer['checks'] as { name: string; ok: boolean }[]).filter((check) => !check.ok)
    expect(failed.map(({ name }) => name)).toContain('inventory.valueFollowsMovements')
  })
})

describe('reports and exports', () => {
  const REPORTS = [
    'trial-balance',
    'balance-sheet',
    'income-statement',
    'cash-flow',
    'ledger',
    'aging',
    'stock-on-hand',
  ]
  it.each([...REPORTS, 'receivables', 'payables', 'sales-by-month'])('prints %s', (report) => {
    const { answer, status } = json(['report', company, report])
    expect(status).toBe(0)
    expect((answer['rows'] as unknown[]).length).toBeGreaterThan(0)
    expect(kontor(['report', company, report]).stdout.split('\n').length).toBeGreaterThan(4)
  })

  it('writes the journal for hledger and as CSV', () => {
    const hledger = kontor(['export', company, 'journal', '--format', 'hledger'])
    expect(hledger.status).toBe(0)
    expect(hledger.stdout).toMatch(/^commodity /m)
    expect(hledger.stdout).toMatch(/^account /m)
    expect(json(['export', company, 'journal', '--format', 'hledger']).answer).toMatchObject({ text: hledger.stdout })
    const file = join(folder, 'journal.csv')
    expect(json(['export', company, 'journal', '--format', 'csv', '--out', file]).answer).toMatchObject({ file })
    expect(readFileSync(file, 'utf8').split('\n').length).toBeGreaterThan(100)
    if (spawnSync('hledger', ['--version']).error !== undefined) return
    expect(spawnSync('hledger', ['check', '--strict', '-f', '-'], { input: hledger.stdout }).status).toBe(0)
  })
})

describe('scans and batches', () => {
  it('reads one scan a line', () => {
    const { stdout } = kontor(['barcode', '--json'], {
      input: ']C10105901234123457172612311010L1\n4006381333931\nnothing\n',
    })
    const readings = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { ok: boolean })
    expect(readings).toHaveLength(3)
    expect(readings.slice(0, 2).map(({ ok }) => ok)).toEqual([true, true])
  })

  it('takes a lot alone where it may be one of several codes: for a company, as its screens do', () => {
    const input = '(10)LOT\n]C110LOT\n'
    const okOf = (args: readonly string[]): boolean[] =>
      kontor(['barcode', ...args, '--json'], { input })
        .stdout.trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { ok: boolean }).ok)
    expect(okOf([])).toEqual([false, false])
    expect(okOf(['--part'])).toEqual([true, true])
    expect(okOf([company])).toEqual([true, true])
  })

  it('forms batches for one instance', () => {
    const instance = join(folder, 'instance.json')
    const orders = [[[0, 1, 1]], [[1, 3, 1]], [[0, 2, 1]]]
    writeFileSync(
      instance,
      JSON.stringify({ id: 'three', capacity: 2, aisles: 2, aisle_gap: 5, aisle_length: 10, orders }),
    )
    const { answer } = json(['batch', instance, '--seconds', '1'])
    expect(answer).toMatchObject({ id: 'three' })
    expect((answer['batches'] as number[][]).flat().toSorted()).toEqual([0, 1, 2])
  })

  it('takes a part of a second, and an instance on several lines or the first of many', () => {
    const written = { id: 'one', capacity: 2, aisles: 2, aisle_gap: 5, aisle_length: 10, orders: [[[1, 4, 1]]] }
    const path = join(folder, 'written.json')
    const lengths = [
      JSON.stringify(written, null, 2),
      `\uFEFF${JSON.stringify(written)}\r\n${JSON.stringify({ ...written, id: 'two' })}\n`,
    ].map((text) => {
      writeFileSync(path, text)
      return json(['batch', path, '--seconds', '0.2', '--routing', 's-shape']).answer
    })
    expect(lengths).toMatchObject([
      { id: 'one', batches: [[0]], length: 18 },
      { id: 'one', batches: [[0]], length: 18 },
    ])
    writeFileSync(path, JSON.stringify({ ...written, orders: [] }))
    expect(json(['batch', path]).answer).toMatchObject({ batches: [], length: 0 })
  })

  it.each([
    ['{"id": "x"', [], 'batch.notAnInstance', 1],
    [{ orders: [[[0, 1, 3]]] }, [], 'batch.orderTooBig', 1],
    [{ orders: [[[7, 1, 1]]] }, [], 'batch.cannotBeWalked', 1],
    [{ aisles: 1e9 }, [], 'batch.cannotBeWalked', 1],
    [{ capacity: '2' }, [], 'batch.cannotBeWalked', 1],
    [{}, ['--seconds', '0'], 'cli.usage', 2],
    [{}, ['--routing', 'crow'], 'cli.usage', 2],
  ])('says what is wrong with an instance: %j %j', (change, more, code, status) => {
    const path = join(folder, 'wrong.json')
    const written = { id: 'x', capacity: 2, aisles: 2, aisle_gap: 5, aisle_length: 10, orders: [[[0, 1, 1]]] }
    writeFileSync(path, typeof change === 'string' ? change : JSON.stringify({ ...written, ...change }))
    expect(json(['batch', path, ...more])).toMatchObject({ status, answer: { ok: false, error: { code } } })
    expect(json(['batch', join(folder, 'nowhere.json')]).answer).toMatchObject({
      error: { code: 'batch.fileUnreadable', params: { reason: 'ENOENT' } },
    })
  })
})

describe('host', () => {
  it('serves the company on this machine alone until it is told to stop', async () => {
    const child = spawn(process.execPath, [program, 'host', company, '--port', '0', '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = new Promise<number | null>((done) => child.once('close', done))
    try {
      const line = await new Promise<string>((done) =>
        child.stdout.once('data', (data: Buffer) => done(data.toString())),
      )
      const { address } = JSON.parse(line) as { address: string }
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      const document = (await (await fetch(`${address}/api/openapi.json`)).json()) as { openapi: string; paths: object }
      expect(document.openapi).toMatch(/^3\./)
      expect(Object.keys(document.paths).length).toBeGreaterThan(100)
      expect(json(['demo', company, '--days', '1']).answer).toMatchObject({ error: { code: 'company.fileInUse' } })
      // Reports and proofs stand beside it.
      expect(json(['verify', company]).status).toBe(0)
    } finally {
      child.kill('SIGTERM')
    }
    expect(await ended).toBe(0)
    expect(existsSync(resolve(`${company}-wal`))).toBe(false)
  })
})

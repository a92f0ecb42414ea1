import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { LogFile, supportText } from '../../src/main/edge/support'
import { alsoLogTo, log } from '../../src/main/kernel/log'
import { bundle } from '../support/bundle'
import { openTestCompany, PASSWORD, refusalOf, type TestCompany } from '../support/company'
import { addSupplies } from '../support/supplies'
import { stockUp } from '../support/warehouse-day'

const SECRETS = ['open sesame 4711', 'seven quiet herons', '246813', PASSWORD]
const folder = mkdtempSync(join(tmpdir(), 'kontor-secrets-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lines: string[] = []
alsoLogTo((line) => lines.push(line))

/** Everything that a company file says about who and how much. */
function privateWords(company: TestCompany): string[] {
  return [
    'Corner Shop',
    'Northern Supplies',
    'Bookkeeper',
    'Test Trading',
    company.owner.items.listItems({}).rows[0]?.name ?? '',
  ]
}

describe('a log', () => {
  it('holds no secret that somebody hands to it, nor what a library hangs on an error', () => {
    const error = Object.assign(
      new Error(
        'request to https://user:open sesame@nas/ failed'.replace('open sesame', SECRETS[0]?.replaceAll(' ', '') ?? ''),
      ),
      {
        config: { headers: { authorization: SECRETS[1] } },
      },
    )
    log.error(
      { password: SECRETS[0], input: { pin: SECRETS[2], deep: { passphrase: SECRETS[1] } }, err: error },
      'it failed',
    )
    const line = lines.at(-1) ?? ''
    expect(line).toContain('it failed')
    expect(line).toContain('//nas/ failed')
    for (const secret of SECRETS) expect(line).not.toContain(secret)
    expect(line).not.toContain('opensesame')
  })

  it('of a program at its most talkative holds none after sign-ins, wrong keys and a target that fails', async () => {
    const company = openTestCompany()
    refusalOf(() => company.owner.access.signIn({ login: 'owner', password: SECRETS[0] ?? '', station: 'desk' }))
    refusalOf(() => company.owner.access.signInByBadge({ badge: 'BADGE-001', pin: SECRETS[2] ?? '', station: 'desk' }))
    company.company.close()
    const server = createServer((_request, response) => response.writeHead(500).end('no'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    server.unref()
    const program = await bundle('src/main/cli.ts')
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [program, 'backup', company.path, '--to', `webdav://user@127.0.0.1:${port}/kontor`, '--json'],
      {
        encoding: 'utf8',
        timeout: 60_000,
        env: {
          ...process.env,
          KONTOR_LOG: 'trace',
          KONTOR_PASSPHRASE: SECRETS[1],
          KONTOR_TARGET_USER: 'user',
          KONTOR_TARGET_SECRET: SECRETS[0],
        },
      },
    )
    server.close()
    for (const secret of SECRETS) for (const said of [stdout, stderr, ...lines]) expect(said).not.toContain(secret)
    company.reopen()
    const trail = company.owner.audit.listEntries({ limit: 200 }).rows.map(({ detail }) => detail)
    for (const secret of SECRETS) expect(trail.join('\n')).not.toContain(secret)
    company.close()
  }, 90_000)
})

describe('a support text', () => {
  it('comes from the command line too, and the trail keeps that it was made', async () => {
    const company = openTestCompany()
    company.company.close()
    const program = await bundle('src/main/cli.ts')
    const { stdout } = spawnSync(process.execPath, [program, 'support', company.path, '--json'], { encoding: 'utf8' })
    const { text } = JSON.parse(stdout) as { text: string }
    expect(text).toContain('proofsThatHold')
    expect(text).not.toContain('Test Trading')
    company.reopen()
    expect(company.owner.audit.listEntries({ filter: 'recordExport' }).rows[0]?.detail).toContain('support')
    company.close()
  }, 60_000)

  it('says how the file stands, and tells neither names nor amounts', () => {
    const company = openTestCompany()
    const supplies = addSupplies(company)
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
    company.company.file.tx.within(new Date(), () =>
      company.company.file.tx.run('UPDATE inventory_stock SET on_hand_micro = 987654321'),
    )
    const { text, hidden } = company.owner.health.supportFacts({})
    const file = new LogFile(join(folder, 'logs/kontor.log'))
    file.add(
      JSON.stringify({
        level: 50,
        time: 1,
        err: { message: "no row for 'Corner Shop' worth 12345.67", stack: 'at x (/home/ada/engine.js:10:2)' },
        msg: 'it failed for Corner Shop',
      }),
    )
    file.add('Node said something about 客户 12345.67')
    const whole = supportText({ program: '1.0.0', facts: text, hidden, logLines: file.last(10), backups: [] })
    expect(whole).toContain('proofsBroken')
    expect(whole).toContain('engine.js:10:2')
    expect(JSON.parse(text)).toMatchObject({ file: { journalMode: 'wal' }, proofsBroken: [expect.any(String)] })
    for (const word of [...privateWords(company), '12345.67', '987654321', '客户', 'ada'])
      expect(whole, word).not.toContain(word)
    company.close()
  })

  it('keeps the newest lines of a log that has become long', () => {
    const path = join(folder, 'long.log')
    const file = new LogFile(path)
    for (let at = 0; at < 30; at += 1) file.add(`${at} ${'x'.repeat(100_000)}`)
    expect(file.last(2).map((line) => line.split(' ')[0])).toEqual(['28', '29'])
    expect(readFileSync(path).length + readFileSync(`${path}.before`).length).toBeLessThan(2_400_000)
  })
})

import { mkdtempSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startHost, type Host } from '../../src/main/edge/host'
import { contract } from '../../src/shared/contracts'
import type { ProcedureMeta } from '../../src/shared/contracts/procedure'
import { openTestCompany, PASSWORD, type TestCompany } from '../support/company'

// A script in the page of a browser can do what its session can: every procedure is tried by whoever lacks its right.

let company: TestCompany
let host: Host
let cookie = ''
let rights: ReadonlySet<string>
const folder = mkdtempSync(join(tmpdir(), 'kontor-page-'))

beforeAll(async () => {
  company = openTestCompany({ now: new Date().toISOString() })
  company.owner.access.addUser({ login: 'sam', name: 'Sam', role: 'salesperson', password: PASSWORD })
  writeFileSync(join(folder, 'index.html'), '<p>Kontor</p>')
  host = await startHost({ company: company.company, rendererFolder: folder, port: 0 })
  const signIn = { login: 'sam', password: PASSWORD, station: 'browser', idempotencyKey: 'sign-in-1' }
  const answer = await post('access/signIn', signIn)
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  rights = new Set(((await (await post('access/me', {})).json()) as { rights: string[] }).rights)
})
afterAll(async () => {
  await host.close()
  company.close()
})

const post = (path: string, body: object): Promise<Response> =>
  fetch(`${host.address}/api/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: cookie },
    body: JSON.stringify(body),
  })

const procedures = Object.entries(contract).flatMap(([room, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]) => {
    const { meta } = (procedure as { '~orpc': { meta: ProcedureMeta } })['~orpc']
    return { name: `${room}/${verb}`, right: meta.right, kind: meta.kind }
  }),
)

/** A path as it is written, which `fetch` would tidy up. */
function rawGet(path: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(host.address)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers: { Cookie: cookie } }, (response) => {
      let body = ''
      response.on('data', (piece: Buffer) => (body += piece.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
}

describe('a hostile script with the session of a salesperson', () => {
  it('is refused every procedure whose right that person has not, and changes nothing', async () => {
    const beyond = procedures.filter(({ right }) => !rights.has(right))
    expect(beyond.length).toBeGreaterThan(100)
    const open: string[] = []
    for (const { name, kind } of beyond) {
      const response = await post(name, kind === 'command' ? { idempotencyKey: `hostile-${name}`.slice(0, 60) } : {})
      const body = (await response.json()) as { data?: { code?: string } }
      // A command may be lent by somebody beside; without that word it is refused the same.
      if (response.status !== 403 || body.data?.code !== 'access.rightMissing') open.push(`${name} ${response.status}`)
    }
    expect(open).toEqual([])
    const done = company.owner.audit.listEntries({ filter: 'hostile', outcome: 'done', limit: 10 }).rows
    expect(done).toEqual([])
  }, 60_000)

  it('is answered nothing at all without a session, or with one that it made up', async () => {
    const mine = cookie
    for (const forged of ['', `${mine.split('=')[0]}=${'a'.repeat(43)}`, 'kontor=1']) {
      cookie = forged
      for (const { name, right } of procedures) {
        if (right === 'public') continue
        const { status } = await post(name, { idempotencyKey: 'hostile-nobody' })
        expect(status, name).toBe(401)
      }
    }
    cookie = mine
  }, 60_000)

  it('reads no file but those of the page', async () => {
    for (const path of [
      '/../../../../etc/passwd',
      '/..%2f..%2f..%2fetc%2fpasswd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/....//....//etc/passwd',
      '/index.html%00.png',
      '//etc/passwd',
      `/${company.path}`,
      '/\\..\\..\\windows\\win.ini',
    ]) {
      const { body } = await rawGet(path)
      expect(body, path).not.toMatch(/root:|SQLite format/)
    }
  })
})

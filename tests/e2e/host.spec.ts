import { expect, test } from '@playwright/test'
import { request } from 'node:http'
import { join } from 'node:path'
import { createFirstCompany, OWNER } from '../support/first-company'
import { HttpClient, hostCompany, type RunningHost } from '../support/host'
import { freshFolder, openBrowser, openPage, signIn, signOut, words } from '../support/launch'

// The same page and procedures in a browser: what is let in, and what is not.
const company = join(freshFolder(), 'host.kontor')
let host: RunningHost

test.beforeAll(async () => {
  createFirstCompany(company)
  host = await hostCompany(company)
})
test.afterAll(() => host.close())

/** A request whose Host or Origin header is not the browser's own. */
function ask(path: string, headers: Record<string, string>): Promise<number | undefined> {
  const { hostname, port } = new URL(host.address)
  return new Promise((resolve, reject) => {
    request(
      { hostname, port, path, method: 'POST', headers: { 'Content-Type': 'application/json', ...headers } },
      (response) => {
        response.resume()
        resolve(response.statusCode)
      },
    )
      .on('error', reject)
      .end('{}')
  })
}

test('every procedure is in the OpenAPI document', async () => {
  const document = (await (await fetch(`${host.address}/api/openapi.json`)).json()) as {
    openapi: string
    paths: object
  }
  expect(document.openapi).toMatch(/^3\./)
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining(['/sales/confirmOrder', '/items/listItems', '/access/signIn']),
  )
  expect(Object.keys(document.paths).length).toBeGreaterThan(80)
})

test('a session is a cookie that page scripts cannot read; without it nothing is answered', async () => {
  const client = new HttpClient(host.address)
  expect((await client.call('items.listItems', { limit: 1, offset: 0 })).status).toBe(401)
  const signedIn = await client.signIn(OWNER.login, OWNER.password)
  expect(signedIn.status).toBe(200)
  expect(signedIn.setCookie).toContain('HttpOnly')
  expect(signedIn.setCookie).toContain('SameSite=Strict')
  expect(signedIn.body['token']).toBe('')
  expect((await client.call('items.listItems', { limit: 1, offset: 0 })).status).toBe(200)
  await client.command('access.signOut', {})
  expect((await client.call('items.listItems', { limit: 1, offset: 0 })).status).toBe(401)
})

test('another site, and a foreign name for this address, are refused', async () => {
  const { host: own } = new URL(host.address)
  expect(await ask('/api/company/status', { Host: own })).toBe(200)
  expect(await ask('/api/company/status', { Host: own, Origin: 'https://example.com' })).toBe(403)
  expect(await ask('/rpc/company/status', { Host: own, Origin: 'http://localhost:1' })).toBe(403)
  expect(await ask('/api/company/status', { Host: 'kontor.example.com' })).toBe(403)
})

test('guessing is slowed', async () => {
  const statuses: number[] = []
  const client = new HttpClient(host.address)
  for (let attempt = 0; attempt < 6; attempt += 1)
    statuses.push((await client.signIn('guessed', `wrong password ${attempt}`)).status)
  expect(statuses[0]).toBe(401)
  expect(statuses.at(-1)).toBe(429)
})

test('what is committed is told at once over server-sent events', async () => {
  const client = new HttpClient(host.address)
  await client.signIn(OWNER.login, OWNER.password)
  const stop = new AbortController()
  const response = await fetch(`${host.address}/api/live/watch`, {
    method: 'POST',
    headers: { Cookie: client.cookie, 'Content-Type': 'application/json' },
    body: '{}',
    signal: stop.signal,
  })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const since = Date.now()
  await client.command('parties.addPartner', {
    code: 'L1',
    name: 'Told at once',
    isCustomer: true,
    isSupplier: false,
    paymentTermsDays: 30,
    creditLimitMinor: null,
    minimumRemainingLifeDays: 0,
    taxNumber: '',
    phone: '',
    email: '',
    address: '',
  })
  let heard = ''
  while (!heard.includes('parties.')) heard += new TextDecoder().decode((await reader.read()).value)
  expect(Date.now() - since).toBeLessThan(2000)
  stop.abort()
})

test('the program works in a browser, and two windows see each other’s work', async () => {
  const t = words('en')
  const browser = await openBrowser([host.address, host.address])
  const [one, two] = browser.pages
  if (one === undefined || two === undefined) throw new Error('two windows were asked for')
  await signIn(one, t, OWNER.login, OWNER.password)
  await expect(one.getByRole('banner')).toBeVisible()
  // One browser, one session: the other window is signed in by the same cookie.
  await two.reload()
  await openPage(one, t, 'parties.lists.supplier', 'parties')
  await openPage(two, t, 'parties.lists.supplier', 'parties')
  await expect(two.getByRole('tabpanel').getByRole('heading', { name: t('parties.lists.supplier') })).toBeVisible()

  await one
    .getByRole('tabpanel')
    .getByRole('button', { name: t('parties.new') })
    .first()
    .click()
  const form = one.getByRole('tabpanel')
  await form.getByLabel(t('parties.code'), { exact: true }).fill('S77')
  await form.getByLabel(t('parties.name'), { exact: true }).fill('Seen by both')
  await form.getByRole('checkbox', { name: t('parties.supplier') }).check()
  await form.getByRole('button', { name: t('app.save') }).click()
  await expect(one.getByRole('heading', { name: 'Seen by both' })).toBeVisible()
  await expect(two.getByRole('gridcell', { name: 'Seen by both' })).toBeVisible({ timeout: 2000 })

  await signOut(one, t, OWNER.name)
  await expect(one.getByLabel(t('app.signIn.login'))).toBeVisible()
  expect(await one.evaluate(() => document.cookie)).toBe('')
  expect(browser.complaints).toEqual([])
  await browser.close()
})

import { expect, test } from '@playwright/test'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createFirstCompany, OWNER } from '../support/first-company'
import { freshFolder, openProgram, openPage, picture, signIn, type Program } from '../support/launch'

let program: Program
const company = join(freshFolder(), 'walls.kontor')

test.beforeAll(async () => {
  createFirstCompany(company)
  program = await openProgram({ company })
  await signIn(program.page, program.t, OWNER.login, OWNER.password)
  await expect(program.page.getByRole('banner')).toBeVisible()
})
test.afterAll(() => program.close())

test('the page has nothing of Node and sees only the doors that the preload opened', async () => {
  const seen = await program.page.evaluate(() => ({
    require: typeof (window as { require?: unknown }).require,
    process: typeof (window as { process?: unknown }).process,
    module: typeof (window as { module?: unknown }).module,
    buffer: typeof (window as { Buffer?: unknown }).Buffer,
    doors: Object.keys((window as { kontor?: object }).kontor ?? {}).toSorted(),
    origin: location.origin,
  }))
  expect(seen).toEqual({
    require: 'undefined',
    process: 'undefined',
    module: 'undefined',
    buffer: 'undefined',
    doors: ['backup', 'connect', 'connectDevices', 'openDemo', 'openOwn', 'station', 'update'],
    origin: 'kontor://app',
  })
  const settings = await program.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): object }
    return contents.getLastWebPreferences()
  })
  expect(settings).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false })
})

test('the content security policy stops inline scripts, eval and foreign resources', async () => {
  const result = await program.page.evaluate(async () => {
    const breaches: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => breaches.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.wasInjected = true'
    document.body.append(script)
    const holder = document.createElement('div')
    holder.innerHTML = '<img src="x:" onerror="window.wasInjected = true">'
    document.body.append(holder)
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
    await new Promise((resolve) => setTimeout(resolve, 300))
    for (const element of [script, holder, frame]) element.remove()
    let evaluated = 'refused'
    try {
      // oxlint-disable-next-line no-new-func -- it is what must not work
      evaluated = String(new Function('return 1')())
    } catch {
      // as it must be
    }
    return { injected: 'wasInjected' in window, evaluated, breaches }
  })
  expect(result.injected).toBe(false)
  expect(result.evaluated).toBe('refused')
  expect(result.breaches).toEqual(expect.arrayContaining(['script-src-elem', 'script-src-attr', 'frame-src']))
  // These were ours.
  program.complaints.length = 0
})

test('a company that is open here is refused to a second program, in words', async () => {
  const second = await openProgram({ company })
  await expect(second.page.getByRole('heading', { name: second.t('app.start.failed') })).toBeVisible()
  await expect(second.page.getByText(second.t('refusals.company.fileInUse', { file: company }))).toBeVisible()
  await picture(second, 'company-in-use')
  await second.close()
})

test('an engine that is killed comes back with everything that it acknowledged, and nobody signs in again', async () => {
  const { app, page, t } = program
  const save = async (code: string, name: string): Promise<void> => {
    await openPage(page, t, 'parties.lists.customer', 'parties')
    await page
      .getByRole('button', { name: t('parties.new') })
      .first()
      .click()
    const partner = page.getByRole('tabpanel')
    await partner.getByLabel(t('parties.code'), { exact: true }).fill(code)
    await partner.getByLabel(t('parties.name'), { exact: true }).fill(name)
    await partner.getByRole('button', { name: t('app.save') }).click()
  }
  await save('C1', 'Acknowledged Ltd')
  await expect(page.getByRole('heading', { name: 'Acknowledged Ltd' })).toBeVisible()

  const pid = await app.evaluate(
    ({ app: program }) => program.getAppMetrics().find((metric) => metric.name === 'Kontor engine')?.pid,
  )
  if (pid === undefined) throw new Error('there is no engine process')
  process.kill(pid, 'SIGKILL')
  await expect
    .poll(() =>
      app.evaluate(
        ({ app: program }) => program.getAppMetrics().find((metric) => metric.name === 'Kontor engine')?.pid,
      ),
    )
    .not.toBe(pid)

  await save('C2', 'Saved while the engine was away')
  await expect(page.getByRole('heading', { name: 'Saved while the engine was away' })).toBeVisible()
  await openPage(page, t, 'parties.lists.customer', 'parties')
  await expect(page.getByRole('gridcell', { name: 'Acknowledged Ltd' })).toBeVisible()
  expect(program.complaints).toEqual([])
})

// The last one: Playwright waits for a navigation that was refused as if it were still under way.
test('a foreign page, a new window and a permission are refused', async () => {
  const { app, page } = program
  let visits = 0
  const foreign = createServer((_request, response) => {
    visits += 1
    response.end('foreign')
  })
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`
  try {
    await page.evaluate((url) => location.assign(url), address)
    expect(await page.evaluate((url) => window.open(url) === null, address)).toBe(true)
    await page.evaluate((url) => {
      const link = document.createElement('a')
      link.href = url
      link.target = '_blank'
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
    expect(
      await page.evaluate(
        (url) =>
          fetch(url).then(
            () => 'fetched',
            () => 'refused',
          ),
        address,
      ),
    ).toBe('refused')
    await page.waitForTimeout(500)
    expect(page.url()).toBe('kontor://app/')
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(visits).toBe(0)
  } finally {
    foreign.close()
  }
  const permissions = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    camera: (await navigator.permissions.query({ name: 'camera' as PermissionName })).state,
    microphone: (await navigator.permissions.query({ name: 'microphone' as PermissionName })).state,
    clipboard: await navigator.clipboard.readText().then(
      () => 'granted',
      (error: Error) => error.name,
    ),
    place: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        (error) => resolve(error.code),
      ),
    ),
  }))
  expect(permissions).toEqual({
    notifications: 'denied',
    camera: 'granted',
    microphone: 'denied',
    clipboard: 'NotAllowedError',
    place: 1,
  })
})

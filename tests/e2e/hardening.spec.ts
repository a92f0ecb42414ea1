import { expect, test } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createFirstCompany, OWNER } from '../support/first-company'
import { inCompany } from '../support/demo-company'
import { freshFolder, openProgram, openPage, picture, signIn, signOut, type Program } from '../support/launch'

const CLERK = { login: 'sam', name: 'Sam', password: 'nine blue herons' }
let program: Program
const company = join(freshFolder(), 'walls.kontor')

test.beforeAll(async () => {
  createFirstCompany(company)
  inCompany(company, (client) => client.access.addUser({ ...CLERK, role: 'salesperson' }))
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
    doors: ['backup', 'connect', 'connectDevices', 'keep', 'openDemo', 'openOwn', 'station', 'update'],
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

test('a script that runs in the page reaches no file, no port, and nothing beyond the rights of who sits there', async () => {
  const { app, page, t } = program
  await signOut(page, t, OWNER.name)
  await signIn(page, t, CLERK.login, CLERK.password)
  await expect(page.getByRole('tabpanel')).toBeVisible()
  const secret = join(program.folder, 'secret.txt')
  writeFileSync(secret, 'of this PC')
  const tried = await page.evaluate(async (path) => {
    const door = (window as unknown as { kontor: Record<string, (verb: string, input: unknown) => Promise<unknown>> })
      .kontor
    const outcome = (work: () => unknown): Promise<string> =>
      Promise.resolve()
        .then(work)
        .then(
          (answer) => JSON.stringify(answer) ?? 'undefined',
          (error: Error) => `refused: ${error.name}`,
        )
    const channels = (name: string): Promise<string> =>
      outcome(() => (window as unknown as Record<string, { send?: unknown } | undefined>)[name]?.send ?? 'nothing')
    return {
      file: await outcome(() => fetch(`file://${path}`).then((answer) => answer.text())),
      scheme: await outcome(() => fetch('kontor://app/../../../../etc/passwd').then((answer) => answer.status)),
      encoded: await outcome(() =>
        fetch('kontor://app/%2e%2e/%2e%2e/%2e%2e/etc/passwd').then((answer) => answer.status),
      ),
      otherHost: await outcome(() => fetch('kontor://elsewhere/index.html').then((answer) => answer.status)),
      node: await outcome(() => import(/* @vite-ignore */ `node:${'fs'}`)),
      ipc: await channels('ipcRenderer'),
      electron: await channels('electron'),
      worker: await outcome(() => String(new Worker('data:text/javascript,postMessage(1)'))),
      shared: typeof SharedArrayBuffer,
      // Each verb that the shell knows, and some that it does not.
      verbs: await Promise.all(
        [
          ['backup', 'snapshotsOf', { id: 'x' }],
          ['backup', 'add', { url: 'file:///tmp/x', user: '', secret: '', passphrase: 'p', everyMinutes: 5 }],
          ['backup', 'openBeside', { path: '/etc/passwd' }],
          ['backup', 'useFrom', { path }],
          [
            'backup',
            'bringBack',
            { url: 'file:///tmp', user: '', secret: '', passphrase: '', recoveryKey: '', name: '' },
          ],
          ['backup', 'leave', null],
          ['backup', 'support', null],
          ['backup', 'salvage', null],
          ['backup', 'useSalvaged', null],
          ['backup', 'lookUp', { id: 'x', name: 'x', text: 'x' }],
          ['backup', 'constructor', null],
          ['backup', '__proto__', null],
          ['update', 'install', { withoutBackup: true }],
          ['update', 'follow', { channel: 'beta' }],
          ['update', 'toString', null],
        ].map(async ([room, verb, input]) => {
          const reply = (await door[String(room)]?.(String(verb), input)) as { refusal?: { code: string } } | undefined
          return `${String(verb)}: ${reply?.refusal?.code ?? JSON.stringify(reply)}`
        }),
      ),
    }
  }, secret)
  expect(tried.file).toMatch(/^refused/)
  expect(tried.scheme).toMatch(/404|refused/)
  expect(tried.encoded).toMatch(/404|refused/)
  expect(tried.otherHost).toMatch(/404|refused/)
  expect(tried.node).toMatch(/^refused/)
  expect([tried.ipc, tried.electron]).toEqual(['"nothing"', '"nothing"'])
  expect(tried.shared).toBe('undefined')
  for (const answer of tried.verbs) {
    expect(answer).toMatch(/: (access\.rightMissing|app\.unknownProcedure)$/)
  }

  // Ports of this PC: the page's own policy lets it speak to none, the engine's door is not one.
  let visits = 0
  const other = createServer((_request, response) => {
    visits += 1
    response.setHeader('Access-Control-Allow-Origin', '*').end('other')
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const spoken = await page.evaluate(async (to) => {
    const socket = await new Promise((resolve) => {
      try {
        const opened = new WebSocket(`ws://127.0.0.1:${to}`)
        opened.addEventListener('open', () => resolve('open'))
        opened.addEventListener('error', () => resolve('refused'))
      } catch {
        resolve('refused')
      }
    })
    const image = await new Promise((resolve) => {
      const picture = new Image()
      picture.addEventListener('load', () => resolve('loaded'))
      picture.addEventListener('error', () => resolve('refused'))
      picture.src = `http://127.0.0.1:${to}/x.png`
    })
    return { socket, image, beacon: navigator.sendBeacon(`http://127.0.0.1:${to}/`, 'x') }
  }, port)
  expect([spoken.socket, spoken.image]).toEqual(['refused', 'refused'])
  await page.waitForTimeout(300)
  expect(visits).toBe(0)
  other.close()

  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  // These were ours.
  program.complaints.length = 0
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

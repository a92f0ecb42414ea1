import { expect, test, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { electronArguments, freshFolder, openPage, signIn, words } from '../support/launch'
import { NOT_PACKAGED, packagedProgram, pageOf, repack } from '../support/packaged'

// The programs come and go while the test runs: there is no page left to trace at its end.
test.use({ trace: 'off', screenshot: 'off' })

const PASSWORD = 'seven grey geese'
const t = words('en')

// An engine that can't open the company: what a release with a broken migration does.
const BROKEN_ENGINE = `process.parentPort.on('message', ({ data }) => {
  if (data.kind === 'open') process.parentPort.postMessage(
    { kind: 'failed', refusal: { code: 'app.unexpected', params: { reference: 'open' } } })
})`

test('an update is signed, whole, installed when asked for; one that can not open the company goes back', async () => {
  test.skip(packagedProgram === undefined, NOT_PACKAGED)
  test.skip(process.platform !== 'linux', 'elsewhere the installer of the system replaces the program')
  const folder = freshFolder()
  const served = join(folder, 'served')
  const at = (...parts: string[]): string => join(folder, ...parts)
  const server = createServer((request, response) => {
    const path = join(served, basename(new URL(request.url ?? '/', 'http://localhost').pathname))
    if (existsSync(path)) createReadStream(path).pipe(response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const maker = generateKeyPairSync('ed25519')
  const stranger = generateKeyPairSync('ed25519')
  const release = { url, publicKey: maker.publicKey.export({ type: 'spki', format: 'pem' }) }

  /** What stands for an AppImage: one file that starts the program of its version. */
  const image = (version: string): string => {
    const args = [...electronArguments(), '--remote-debugging-port=0', `--user-data=${at('person')}`, '--lang=en-US']
    return `#!/bin/sh\n# Kontor ${version}\nexport APPIMAGE="$(readlink -f "$0")"\nexec ${at(version, 'kontor')} ${args.join(' ')}\n`
  }
  const publish = (version: string, key: KeyObject): void => {
    const name = `Kontor-${version}-linux-x64.AppImage`
    const bytes = Buffer.from(image(version))
    const sha512 = createHash('sha512').update(bytes).digest('base64')
    writeFileSync(join(served, name), bytes)
    const files = `files:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${bytes.length}\n`
    writeFileSync(
      join(served, 'latest-linux.yml'),
      `version: ${version}\n${files}path: ${name}\nsha512: ${sha512}\nreleaseDate: '2026-01-01T00:00:00.000Z'\n`,
    )
    const notes = { en: `What is new in ${version}`, 'zh-CN': `${version} 的新内容` }
    const payload = Buffer.from(JSON.stringify({ version, notes, files: [{ name, sha512 }] }))
    const signature = sign(null, payload, key).toString('base64')
    writeFileSync(join(served, 'release.json'), JSON.stringify({ payload: payload.toString('base64'), signature }))
  }
  const press = (page: Page, key: string) => page.getByRole('button', { name: t(`backup.updates.${key}`) }).click()
  const openUpdates = async (page: Page): Promise<void> => {
    await expect(page.getByRole('banner')).toBeVisible()
    await openPage(page, t, 'backup.updates.title', 'backup')
  }
  const runs = (page: Page, version: string) =>
    expect(page.getByText(t('backup.updates.runs', { version }))).toBeVisible()

  await test.step('three versions are packed', async () => {
    mkdirSync(served)
    await repack(packagedProgram ?? '', at('0.1.0'), '0.1.0', release)
    await repack(packagedProgram ?? '', at('0.2.0'), '0.2.0', release)
    await repack(packagedProgram ?? '', at('0.3.0'), '0.3.0', release, (archive) =>
      writeFileSync(join(archive, 'out/main/engine.js'), BROKEN_ENGINE),
    )
  })
  writeFileSync(at('Kontor.AppImage'), image('0.1.0'), { mode: 0o755 })
  spawn(at('Kontor.AppImage'), {
    stdio: 'ignore',
    env: { ...process.env, KONTOR_OPEN_DOWNLOADS: 'no', LANGUAGE: 'en', TZ: 'UTC', XDG_CACHE_HOME: at('cache') },
  })

  await test.step('a stranger’s release and a torn download are refused; the real one is installed', async () => {
    const window = await pageOf(at('person'))
    const { page } = window
    await page.getByLabel(t('app.firstRun.name')).fill('Harbour Street Trading')
    await page.getByLabel(t('app.firstRun.userName')).fill('Owner')
    await page.getByLabel(t('app.signIn.password'), { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: t('app.firstRun.create') }).click()
    await openUpdates(page)
    await runs(page, '0.1.0')

    publish('0.2.0', stranger.privateKey)
    await press(page, 'check')
    await expect(page.getByText(t('refusals.updates.notGenuine'))).toBeVisible()

    publish('0.2.0', maker.privateKey)
    await press(page, 'check')
    await expect(page.getByText('What is new in 0.2.0')).toBeVisible()
    truncateSync(join(served, 'Kontor-0.2.0-linux-x64.AppImage'), 40)
    await press(page, 'load')
    await expect(page.getByText(t('refusals.updates.broken'))).toBeVisible()

    publish('0.2.0', maker.privateKey)
    await press(page, 'load')
    await expect(page.getByText(t('backup.updates.ready'))).toBeVisible()
    rmSync(at('person/DevToolsActivePort'))
    await press(page, 'install')
  })

  await test.step('the new version runs with the same company; the next one fails and this one is back', async () => {
    const { page } = await pageOf(at('person'))
    await signIn(page, t, 'owner', PASSWORD)
    await openUpdates(page)
    await runs(page, '0.2.0')
    expect(readFileSync(at('Kontor.AppImage'), 'utf8')).toContain('# Kontor 0.2.0')

    publish('0.3.0', maker.privateKey)
    await press(page, 'check')
    await press(page, 'load')
    await expect(page.getByText(t('backup.updates.ready'))).toBeVisible()
    rmSync(at('person/DevToolsActivePort'))
    await press(page, 'install')
    await expect.poll(() => readFileSync(at('person/updates/updates.json'), 'utf8')).toContain('"returnedFrom":"0.3.0"')
  })

  await test.step('the version before says what happened, and does not offer that one again', async () => {
    const { page, quit } = await pageOf(at('person'))
    await signIn(page, t, 'owner', PASSWORD)
    await openUpdates(page)
    await runs(page, '0.2.0')
    await expect(page.getByText(t('refusals.updates.returned', { from: '0.3.0', to: '0.2.0' }))).toBeVisible()
    await press(page, 'check')
    await expect(page.getByText(t('backup.updates.current'))).toBeVisible()
    await quit()
  })
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

import { chromium, expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { freshFolder, listenForComplaints, openPage, packagedProgram, words } from '../support/launch'

// With its fuses set nobody can attach to the main process: the page is reached as a browser's is.
test('the packaged program makes a company, reads its books, prints and finds devices', async () => {
  const packaged = packagedProgram()
  test.skip(packaged === undefined, 'nothing is packaged: npm test packages first, by hand npm run package')
  const folder = freshFolder()
  const { executablePath, args } = packaged as NonNullable<typeof packaged>
  const program = spawn(
    executablePath,
    [...args, '--remote-debugging-port=0', `--user-data=${folder}`, '--lang=en-US'],
    { stdio: 'ignore', env: { ...process.env, KONTOR_OPEN_DOWNLOADS: 'no', LANGUAGE: 'en', TZ: 'UTC' } },
  )
  const ended = new Promise((resolve) => program.once('exit', resolve))
  const portFile = join(folder, 'DevToolsActivePort')
  await expect.poll(() => existsSync(portFile)).toBe(true)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(portFile, 'utf8').split('\n')[0]}`)
  const [context] = browser.contexts()
  await expect.poll(() => context?.pages().length).toBe(1)
  const [page] = context?.pages() ?? []
  if (page === undefined) throw new Error('the packaged program shows no page')
  const complaints: string[] = []
  listenForComplaints(page, complaints)
  const t = words('en')

  await page.getByLabel(t('app.firstRun.name')).fill('Harbour Street Trading')
  await page.getByLabel(t('app.firstRun.userName')).fill('Owner')
  await page.getByLabel(t('app.signIn.password'), { exact: true }).fill('seven grey geese')
  await page.getByRole('button', { name: t('app.firstRun.create') }).click()
  await expect(page.getByRole('banner').getByText('Harbour Street Trading')).toBeVisible()

  await test.step('a report comes from the reader beside the engine, and prints with its font', async () => {
    await openPage(page, t, 'statements.titles.balance-sheet', 'books')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'PDF' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
  })

  await test.step('the devices process runs with its drivers', async () => {
    await openPage(page, t, 'devices.title', 'devices')
    await expect(page.getByRole('heading', { name: t('devices.used') })).toBeVisible()
    await page.getByRole('button', { name: t('devices.findAgain') }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  expect(complaints).toEqual([])
  await browser.close()
  program.kill()
  await ended
  rmSync(folder, { recursive: true, force: true })
})

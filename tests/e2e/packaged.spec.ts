import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { electronArguments, freshFolder, openPage, words } from '../support/launch'
import { NOT_PACKAGED, packagedProgram, pageOf } from '../support/packaged'

// The programs come and go while the test runs: there is no page left to trace at its end.
test.use({ trace: 'off', screenshot: 'off' })

test('the packaged program makes a company, reads its books, prints and finds devices', async () => {
  test.skip(packagedProgram === undefined, NOT_PACKAGED)
  const folder = freshFolder()
  spawn(
    packagedProgram ?? '',
    [...electronArguments(), '--remote-debugging-port=0', `--user-data=${folder}`, '--lang=en-US'],
    { stdio: 'ignore', env: { ...process.env, KONTOR_OPEN_DOWNLOADS: 'no', LANGUAGE: 'en', TZ: 'UTC' } },
  )
  const { page, complaints, quit } = await pageOf(folder)
  const t = words('en')

  await page.getByLabel(t('app.firstRun.name')).fill('Harbour Street Trading')
  await page.getByLabel(t('app.firstRun.userName')).fill('Owner')
  await page.getByLabel(t('app.signIn.password'), { exact: true }).fill('seven grey geese')
  await page.getByRole('button', { name: t('app.firstRun.create') }).click()
  await expect(page.getByRole('banner').getByText('Harbour Street Trading')).toBeVisible()

  await test.step('a report comes from the reader beside the engine, and prints with its font', async () => {
    await openPage(page, t, 'statements.titles.balance-sheet', 'books')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: t('statements.pdf') }).click()
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
  })

  await test.step('the devices process runs with its drivers', async () => {
    await openPage(page, t, 'devices.title', 'devices')
    await expect(page.getByRole('heading', { name: t('devices.used') })).toBeVisible()
    await page.getByRole('button', { name: t('devices.findAgain') }).click()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  expect(complaints).toEqual([])
  await quit()
  rmSync(folder, { recursive: true, force: true })
})

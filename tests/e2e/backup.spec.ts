import { expect, test } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { freshFolder, openPage, openProgram, picture, signIn } from '../support/launch'

const PASSWORD = 'seven grey geese'
const PASSPHRASE = 'five slow barges'

test('a backup is set up, its recovery key tried, and a new computer brought to life by it alone', async () => {
  test.setTimeout(300_000)
  const folder = freshFolder()
  const target = pathToFileURL(join(mkdtempSync(join(tmpdir(), 'kontor-drive-')), 'Kontor backup')).href
  let recoveryKey = ''

  await test.step('on the old computer', async () => {
    const program = await openProgram({ folder })
    const { page, t } = program
    await page.getByLabel(t('app.firstRun.name')).fill('Harbour Street Trading')
    await page.getByLabel(t('app.firstRun.userName')).fill('Owner')
    await page.getByLabel(t('app.signIn.password'), { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: t('app.firstRun.create') }).click()
    await expect(page.getByRole('banner').getByText(t('backup.badge.none'))).toBeVisible()
    await openPage(page, t, 'backup.title', 'backup')
    await picture(program, 'backup-none')
    await page.getByRole('button', { name: t('backup.add') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('backup.address')).fill(target)
    await dialog.getByRole('button', { name: t('backup.connect') }).click()
    await dialog.getByLabel(t('backup.passphrase'), { exact: true }).fill(PASSPHRASE)
    await dialog.getByLabel(t('backup.again')).fill(PASSPHRASE)
    await picture(program, 'backup-add')
    await dialog.getByRole('button', { name: t('backup.begin') }).click()
    await expect(page.locator('.k-recovery-key')).toBeVisible({ timeout: 30_000 })
    recoveryKey = (await page.locator('.k-recovery-key').textContent()) ?? ''
    await picture(program, 'backup-recovery-key')
    await page.getByRole('button', { name: t('backup.haveIt') }).click()
    await page.getByRole('textbox', { name: t('backup.recoveryKey') }).fill(`${recoveryKey.slice(0, -1)}?`)
    await page
      .getByRole('button', { name: t('backup.try'), exact: true })
      .last()
      .click()
    await expect(page.getByText(t('refusals.backup.recoveryKeyMistyped'))).toBeVisible()
    await page
      .getByRole('textbox', { name: t('backup.recoveryKey') })
      .fill(recoveryKey.toLowerCase().replaceAll('-', ' '))
    await page
      .getByRole('button', { name: t('backup.try'), exact: true })
      .last()
      .click()
    await expect(
      page.getByRole('status').filter({ hasText: t('backup.confirmed', { checks: '' }).slice(0, 8) }),
    ).toBeVisible({
      timeout: 60_000,
    })
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('app.close') })
      .last()
      .click()
    await expect(page.getByText(t('backup.states.good'), { exact: true })).toBeVisible({ timeout: 30_000 })
    await picture(program, 'backup-good')
    expect(program.complaints).toEqual([])
    await program.close()
  })

  await test.step('on a new computer', async () => {
    const program = await openProgram()
    const { page, t } = program
    await page.getByRole('button', { name: t('backup.bringBack.link') }).click()
    await page.getByLabel(t('backup.address')).fill(target)
    await page.getByPlaceholder(/^XXXX-/).fill(recoveryKey)
    await page.getByRole('button', { name: t('backup.bringBack.find') }).click()
    await expect(page.getByText('Harbour Street Trading')).toBeVisible({ timeout: 30_000 })
    await picture(program, 'backup-bring-back')
    await page.getByRole('button', { name: t('backup.bringBack.do') }).click()
    await expect(page.getByRole('heading', { name: 'Harbour Street Trading' })).toBeVisible({ timeout: 60_000 })
    await signIn(page, t, 'owner', PASSWORD)
    await expect(page.getByRole('banner').getByText('Harbour Street Trading')).toBeVisible()
    expect(program.complaints).toEqual([])
    await program.close()
  })
})

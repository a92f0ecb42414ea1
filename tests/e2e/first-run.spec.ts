import { expect, test } from '@playwright/test'
import { openPage, openProgram, picture, scan, signIn, signOut, type Program } from '../support/launch'

const PASSWORD = 'seven grey geese'

async function createCompany(program: Program, name: string, person: string): Promise<void> {
  const { page, t } = program
  await expect(page.getByRole('heading', { name: t('app.firstRun.title') })).toBeVisible()
  await picture(program, `first-run-${program.language}`)
  await page.getByLabel(t('app.firstRun.name')).fill(name)
  await page.getByLabel(t('app.firstRun.userName')).fill(person)
  await page.getByLabel(t('app.signIn.password'), { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: t('app.firstRun.create') }).click()
  await expect(page.getByRole('banner').getByText(name)).toBeVisible()
}

test('a company is created in Chinese with the accounts of small enterprises', async () => {
  const program = await openProgram({ language: 'zh-CN' })
  const { page, t } = program
  await createCompany(program, '青禾商贸有限公司', '负责人')
  await expect(page.getByRole('navigation', { name: t('app.railLabel') })).toContainText(t('app.rooms.sales'))
  await signOut(page, t, '负责人')
  await expect(page.getByRole('heading', { name: '青禾商贸有限公司' })).toBeVisible()
  expect(program.complaints).toEqual([])
  await program.close()
})

test('a company is created in English; sign-in by password, by badge and PIN; a wrong password is refused', async () => {
  const program = await openProgram({ language: 'en' })
  const { page, t } = program
  await createCompany(program, 'Harbour Street Trading', 'Owner')

  await test.step('the owner gives a clerk a badge', async () => {
    await openPage(page, t, 'access.users', 'access')
    await page.getByRole('button', { name: t('access.newUser') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('access.name'), { exact: true }).fill('Clerk')
    await dialog.getByLabel(t('access.login')).fill('clerk')
    await dialog.getByLabel(t('app.signIn.pin'), { exact: true }).fill('2580')
    await dialog.getByLabel(t('access.badge'), { exact: true }).focus()
    await scan(page, 'KONTOR-CLERK-1')
    await expect(dialog.getByLabel(t('access.badge'), { exact: true })).toHaveValue('KONTOR-CLERK-1')
    await picture(program, 'new-user')
    await dialog.getByRole('button', { name: t('app.save') }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('cell', { name: t('access.hasBadge') })).toBeVisible()
  })
  await signOut(page, t, 'Owner')

  await test.step('a wrong password is refused in words', async () => {
    await signIn(page, t, 'owner', 'not the password')
    await expect(page.getByText(t('refusals.access.signInFailed'))).toBeVisible()
    await picture(program, 'sign-in-refused')
  })
  await signIn(page, t, 'owner', PASSWORD)
  await expect(page.getByRole('banner')).toBeVisible()
  await signOut(page, t, 'Owner')

  await test.step('a scanned badge switches to badge and PIN', async () => {
    await expect(page.getByRole('heading', { name: 'Harbour Street Trading' })).toBeVisible()
    await scan(page, 'KONTOR-CLERK-1')
    await expect(page.getByLabel(t('app.signIn.badge'), { exact: true })).toHaveValue('KONTOR-CLERK-1')
    await page.keyboard.type('2580')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('tabpanel', { name: t('warehouse.station.title') })).toBeVisible()
  })
  await program.close()
})

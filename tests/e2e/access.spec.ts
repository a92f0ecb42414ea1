import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import { createFirstCompany, OWNER } from '../support/first-company'
import { inCompany } from '../support/demo-company'
import { freshFolder, openPage, openProgram, picture, scan, search, signIn, type Program } from '../support/launch'

const HOSTILE_NAME = '<img src="x:" onerror="window.wasRun = true"><script>window.wasRun = true</script>'
const CLERK_PASSWORD = 'nine blue herons'
const company = join(freshFolder(), 'access.kontor')
let program: Program

test.beforeAll(async () => {
  createFirstCompany(company)
  inCompany(company, (client) => {
    const clerk = { login: 'clerk', name: 'Clerk', role: 'clerk', password: CLERK_PASSWORD }
    client.access.addUser({ ...clerk, badge: 'KONTOR-CLERK-1', pin: '2580' })
    client.parties.addPartner({
      code: 'EVIL',
      name: HOSTILE_NAME,
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
  })
  program = await openProgram({ company })
  await signIn(program.page, program.t, OWNER.login, OWNER.password)
  await expect(program.page.getByRole('banner')).toBeVisible()
})
test.afterAll(() => program.close())

test('a place locks and goes on where it was', async () => {
  const { page, t } = program
  await openPage(page, t, 'access.rolesTitle', 'access')
  await page.getByRole('button', { name: t('access.newRole') }).click()
  const dialog = page.getByRole('dialog', { name: t('access.newRole') })
  await dialog.getByLabel(t('access.roleName')).fill('Half typed')
  await dialog.getByRole('button', { name: t('app.cancel') }).click()
  await page.keyboard.press('Control+l')
  const lock = page.getByRole('dialog', { name: t('app.lock.title') })
  await expect(lock).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(lock).toBeVisible()
  await picture(program, 'locked')
  await lock.getByLabel(t('app.lock.secret')).fill('wrong')
  await lock.getByRole('button', { name: t('app.lock.goOn') }).click()
  await expect(lock.getByText(t('refusals.access.signInFailed'))).toBeVisible()
  await lock.getByLabel(t('app.lock.secret')).fill(OWNER.password)
  await lock.getByRole('button', { name: t('app.lock.goOn') }).click()
  await expect(lock).toBeHidden()
  await expect(page.getByRole('heading', { name: t('access.rolesTitle') })).toBeVisible()
  await picture(program, 'roles')
})

test('a name made of HTML is text wherever it stands', async () => {
  const { page, t } = program
  const palette = await search(page, t, 'EVIL')
  await expect(palette).toContainText('<img')
  await page.keyboard.press('Escape')
  await openPage(page, t, 'parties.lists.customer', 'parties')
  await expect(page.getByRole('gridcell', { name: HOSTILE_NAME })).toBeVisible()
  expect(await page.evaluate(() => 'wasRun' in window)).toBe(false)
})

test('a badge changes hands by its PIN', async () => {
  const { page, t } = program
  await scan(page, 'KONTOR-CLERK-1')
  const change = page.getByRole('dialog', { name: t('app.lock.switch') })
  await change.getByLabel(t('app.signIn.pin'), { exact: true }).fill('2580')
  await change.getByRole('button', { name: t('app.signIn.do') }).click()
  await expect(change).toBeHidden()
  // A clerk begins at the station, which has the whole window.
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('tabpanel')).toBeVisible()
})

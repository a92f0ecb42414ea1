import { expect, test } from '@playwright/test'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Language } from '../../src/shared/values/format'
import { inCompany } from '../support/demo-company'
import { createFirstCompany, OWNER } from '../support/first-company'
import { freshFolder, openPage, openProgram, signIn } from '../support/launch'
import { lookAt } from '../support/look'

const LANGUAGES = ['zh-CN', 'en'] as const satisfies Language[]
const PARTNER = {
  code: 'C7',
  name: 'Lighthouse Café',
  isCustomer: true,
  isSupplier: false,
  paymentTermsDays: 30,
  creditLimitMinor: null,
  minimumRemainingLifeDays: 0,
  taxNumber: '',
  phone: '0571-4433',
  email: '',
  address: 'Pier 4',
}
const folderDialog = (chosen: string) =>
  [
    ({ dialog }: { dialog: { showOpenDialog: unknown } }, path: string) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
    },
    chosen,
  ] as const

for (const language of LANGUAGES) {
  test(`the day’s page says how safe the company is; an old value is looked up, support is asked for, everything is taken along, ${language}`, async () => {
    test.setTimeout(300_000)
    const company = join(freshFolder(), 'company.kontor')
    createFirstCompany(company)
    let partnerId = 0
    inCompany(company, (client) => {
      partnerId = client.parties.addPartner(PARTNER).id
    })
    const program = await openProgram({ language, company, size: { width: 1366, height: 768 } })
    const { page, t } = program
    await signIn(page, t, OWNER.login, OWNER.password)
    await expect(page.getByRole('banner')).toBeVisible()

    await test.step('no backup: what is wrong and what to do', async () => {
      await openPage(page, t, 'reports.owner.title', 'reports')
      await expect(page.getByText(t('backup.safety.none.title'))).toBeVisible()
      await lookAt(program, `${language}-safety-none`)
    })

    await test.step('a place with a limit of the line', async () => {
      await openPage(page, t, 'backup.title', 'backup')
      await page.getByRole('button', { name: t('backup.add') }).click()
      const dialog = page.getByRole('dialog')
      const drive = pathToFileURL(join(mkdtempSync(join(tmpdir(), 'kontor-drive-')), 'Kontor backup')).href
      await dialog.getByLabel(t('backup.address')).fill(drive)
      await dialog.getByRole('button', { name: t('backup.connect') }).click()
      await dialog.getByLabel(t('backup.passphrase'), { exact: true }).fill('five slow barges')
      await dialog.getByLabel(t('backup.again')).fill('five slow barges')
      await dialog.getByRole('button', { name: t('backup.begin') }).click()
      await expect(page.locator('.k-recovery-key')).toBeVisible({ timeout: 30_000 })
      await page.getByRole('button', { name: t('backup.haveIt') }).click()
      await page.getByRole('button', { name: t('backup.later') }).click()
      await expect(page.getByText(t('backup.states.good'), { exact: true })).toBeVisible({ timeout: 60_000 })
      await page.getByLabel(t('backup.limit')).click()
      await page.getByText(t('backup.limits.1000'), { exact: true }).last().click()
      await expect
        .poll(() => readFileSync(join(program.folder, 'backup-targets.json'), 'utf8'))
        .toContain('"limitKilobytes": 1000')
      await lookAt(program, `${language}-backup-file`)
    })

    await test.step('then and now of a partner', async () => {
      await openPage(page, t, 'parties.lists.customer', 'parties')
      await page.getByRole('gridcell', { name: PARTNER.name }).dblclick()
      const form = page.getByRole('tabpanel')
      await form.getByLabel(t('parties.phone'), { exact: true }).fill('000')
      await form.getByRole('button', { name: t('app.save') }).click()
      await openPage(page, t, 'backup.title', 'backup')
      await page.getByRole('button', { name: t('backup.snapshots') }).click()
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('backup.lookUp.title') })
        .first()
        .click()
      await page.getByRole('searchbox', { name: t('backup.lookUp.search') }).fill('Lighthouse')
      await page.getByRole('button', { name: t('backup.lookUp.find') }).click()
      await page.getByRole('button', { name: new RegExp(PARTNER.name) }).click({ timeout: 60_000 })
      const row = page.getByRole('row').filter({ hasText: t('backup.lookUp.fields.phone') })
      await expect(row).toContainText('0571-4433')
      await expect(row).toContainText('000')
      await page.getByRole('button', { name: `${t('backup.lookUp.copy')}: ${t('backup.lookUp.fields.phone')}` }).click()
      expect(await program.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('0571-4433')
      await lookAt(program, `${language}-look-up`)
      expect(partnerId).toBeGreaterThan(0)
    })

    await test.step('the support text is read before it leaves, and tells no name', async () => {
      await openPage(page, t, 'backup.support.title', 'backup')
      await page.getByRole('button', { name: t('backup.support.make') }).click()
      const text = page.getByRole('textbox', { name: t('backup.support.text') })
      await expect(text).toHaveValue(/proofsThatHold/, { timeout: 60_000 })
      const value = await text.inputValue()
      expect(value).toContain('== Log ==')
      for (const word of [PARTNER.name, PARTNER.phone, OWNER.name, program.folder]) expect(value).not.toContain(word)
      const saved = join(freshFolder(), 'support.txt')
      await program.app.evaluate(({ session }, path) => {
        session.defaultSession.once('will-download', (_event, item) => item.setSavePath(path))
      }, saved)
      await page.getByRole('button', { name: t('backup.support.save') }).click()
      await expect.poll(() => existsSync(saved) && readFileSync(saved, 'utf8')).toBe(value)
      await lookAt(program, `${language}-support`)
    })

    await test.step('a full check, and everything as a folder', async () => {
      const out = freshFolder()
      await program.app.evaluate(...(folderDialog(out) as unknown as Parameters<typeof program.app.evaluate>))
      await openPage(page, t, 'backup.title', 'backup')
      await page.getByRole('button', { name: t('backup.file.checkNow') }).click()
      await expect(page.getByText(t('backup.file.sound'))).toBeVisible({ timeout: 60_000 })
      await page.getByRole('button', { name: t('backup.file.leave') }).click()
      await expect(page.getByRole('status').filter({ hasText: out })).toBeVisible({ timeout: 60_000 })
      const [folder = ''] = readdirSync(out)
      for (const name of ['company.sqlite', 'journal.csv', 'journal.txt', 'tables/parties_partner.csv'])
        expect(existsSync(join(out, folder, name)), name).toBe(true)
    })

    expect(program.complaints).toEqual([])
    await program.close()
  })
}

for (const language of LANGUAGES) {
  test(`a damaged company is not opened; what can be read is saved with a list of what is lost, ${language}`, async () => {
    const company = join(freshFolder(), 'company.kontor')
    createFirstCompany(company)
    inCompany(company, (client) => client.parties.addPartner(PARTNER))
    const content = readFileSync(company)
    const page0 = content.readUInt16BE(16)
    // A page in the middle of a table: an address stands in it.
    const at = content.indexOf(PARTNER.address)
    content.fill(0xa5, Math.floor(at / page0) * page0, (Math.floor(at / page0) + 1) * page0)
    writeFileSync(company, content)
    const program = await openProgram({ language, company, size: { width: 1366, height: 768 } })
    const { page, t } = program
    await expect(page.getByText(t('refusals.company.fileDamaged', { file: company }))).toBeVisible()
    await page.getByRole('button', { name: t('backup.salvage.do') }).click()
    const result = page.getByRole('status', { name: t('backup.salvage.do') })
    await expect(result).toContainText(/nothing could be read|rows are lost|完全无法读出|：丢失/, { timeout: 60_000 })
    await lookAt(program, `${language}-salvage`)
    await page.getByRole('button', { name: t('backup.salvage.use') }).click()
    await signIn(page, t, OWNER.login, OWNER.password)
    await expect(page.getByRole('banner')).toBeVisible()
    expect(readdirSync(join(company, '..')).some((name) => name.includes('replaced'))).toBe(true)
    await program.close()
  })
}

import { expect, test } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeWorkbook } from '../../src/shared/tables'
import type { Language } from '../../src/shared/values/format'
import { inCompany, proofsOf } from '../support/demo-company'
import { createFirstCompany, OWNER } from '../support/first-company'
import { freshFolder, openProgram, signIn, type Program } from '../support/launch'
import { barriersOf, faultsOf } from '../support/look'

const NO_PARTNER = {
  isCustomer: true,
  isSupplier: false,
  paymentTermsDays: 30,
  creditLimitMinor: null,
  minimumRemainingLifeDays: 0,
  taxNumber: '',
  phone: '',
  email: '',
  address: '',
}

async function workbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const [head = [], ...body] = rows
  return Buffer.from(await writeWorkbook([{ name: 'x', columns: head.map((title) => ({ title })), rows: body }]))
}

async function choose({ page, t }: Program, part: string, rows: readonly (readonly string[])[]): Promise<void> {
  const row = page.getByRole('row', { name: t(`opening.parts.${part}`) })
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    row.getByRole('button', { name: new RegExp(`${t('opening.choose')}|${t('opening.replace')}`) }).click(),
  ])
  await chooser.setFiles({ name: `${part}.xlsx`, mimeType: 'application/xlsx', buffer: await workbook(rows) })
  await expect(row.getByRole('cell', { name: `${part}.xlsx` })).toBeVisible()
}

async function look({ page, language }: Program, name: string): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
  expect(await barriersOf(page)).toEqual([])
  const album = process.env['KONTOR_ALBUM']
  if (album === undefined) return
  mkdirSync(album, { recursive: true })
  await page.screenshot({ path: join(album, `${name}-${language}.png`) })
}

const BALANCES = {
  'zh-CN': [
    ['科目编码', '科目名称', '期末借方余额', '期末贷方余额'],
    ['1002', '银行存款', '58800.5', ''],
    ['1122', '应收账款', '12300', ''],
    ['1601', '固定资产', '24000', ''],
    ['1602', '累计折旧', '', '3600'],
    ['4001', '实收资本', '', '80000'],
    ['4104', '利润分配', '', '11500.5'],
  ],
  en: [
    ['Account code', 'Account name', 'Closing debit', 'Closing credit'],
    ['1010', 'Bank', '58800.50', ''],
    ['1100', 'Accounts receivable', '12300', ''],
    ['9500', 'Machines', '24000', ''],
    ['1590', 'Accumulated depreciation', '', '3600'],
    ['3000', 'Share capital', '', '80000'],
    ['3200', 'Retained earnings', '', '11500.50'],
  ],
} satisfies Record<Language, string[][]>

for (const language of ['zh-CN', 'en'] as const) {
  test(`the balances of old books are brought, corrected, posted and proved, ${language}`, async () => {
    const file = join(freshFolder(), 'company.kontor')
    createFirstCompany(file, language === 'zh-CN' ? { name: '青禾商贸有限公司', pack: 'cn-sbe' } : {})
    inCompany(file, (client) =>
      client.parties.addPartner({ ...NO_PARTNER, code: 'C1', name: '街角便利店 Corner Shop' }),
    )
    const program = await openProgram({ language, company: file, size: { width: 1366, height: 768 } })
    const { page, t } = program
    await signIn(page, t, OWNER.login, OWNER.password)
    await page.getByRole('button', { name: t('opening.firstSteps.do') }).click()
    await expect(page.getByRole('heading', { name: t('opening.title') })).toBeVisible()
    await look(program, 'opening-empty')

    await choose(program, 'trial-balance', BALANCES[language])
    const year = new Date().getUTCFullYear()
    const [kind = ''] = [t('opening.examples.receivable')]
    const title = (name: string): string => t(`opening.columns.open-items.${name}`)
    const head = ['kind', 'partnerCode', 'document', 'dueOn', 'amount'].map(title)
    await choose(program, 'open-items', [head, [kind, 'C1', 'INV-1', `${year}-01-31`, '12000']])
    await look(program, 'opening-differs')
    if (language === 'en') {
      // Nothing is called so here: the bookkeeper says where it goes, by the keyboard.
      const field = page.getByRole('combobox', { name: t('opening.chooseFor', { account: '9500 Machines' }) })
      await field.focus()
      await page.keyboard.type('1500')
      await page.keyboard.press('Enter')
      await expect(page.getByText(t('opening.reasons.chosen'))).toBeVisible()
    }
    await expect(page.getByRole('button', { name: t('opening.post') })).toBeDisabled()
    const items = [
      [kind, 'C1', 'INV-1', `${year}-01-31`, '12000'],
      [kind, 'C2', 'INV-2', `${year}-02-28`, '300'],
    ]
    await choose(program, 'open-items', [head, ...items])
    await expect(page.getByRole('button', { name: t('opening.post') })).toBeEnabled()
    await look(program, 'opening-ready')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(t('opening.equal'))).toBeVisible()
    await look(program, 'opening-report')
    expect(program.complaints).toEqual([])
    await program.close()
    expect(proofsOf(file)).toEqual([])
  })
}

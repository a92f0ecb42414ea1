import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import type { Language } from '../../src/shared/values/format'
import { createDemoCompany, DEMO_PASSWORD, inCompany } from '../support/demo-company'
import { freshFolder, openPage, openProgram, search, signIn } from '../support/launch'
import { lookAt } from '../support/look'

const company = join(freshFolder(), 'demo.kontor')
const ITEM = {
  otherName: '',
  kind: 'stock' as const,
  category: '',
  baseUnit: '件',
  lotTracked: false,
  shelfLifeDays: null,
  taxCode: 'standard',
  supplierId: null,
  weightGrams: 0,
  volumeMillilitres: 0,
  salesPriceMicro: 12_000_000,
  purchasePriceMicro: 7_000_000,
}

test.beforeAll(async () => {
  await createDemoCompany(company, 2)
  inCompany(company, (client) => {
    for (const [code, barcode] of [
      ['TWICE-1', '9520000009991'],
      ['TWICE-2', '9520000009984'],
    ] as const) {
      const packs = [{ unit: '件', baseQuantity: 1, barcodes: [barcode] }]
      client.items.addItem({ ...ITEM, packs, code, name: `Stapler ${code}` })
    }
  })
})

for (const language of ['zh-CN', 'en'] as const satisfies Language[]) {
  test(`a table is tried, mended, read in and taken back; what was entered twice is merged, ${language}`, async () => {
    test.setTimeout(120_000)
    const program = await openProgram({ language, company, size: { width: 1366, height: 768 } })
    const { page, t } = program
    await signIn(page, t, 'owner', DEMO_PASSWORD)
    await expect(page.getByRole('banner')).toBeVisible()

    await openPage(page, t, 'imports.title', 'items')
    const panel = page.getByRole('tabpanel').filter({ visible: true })
    const file = (rows: string[]) => ({
      name: 'partners.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([`code,name,isCustomer`, ...rows].join('\n')),
    })
    const choose = panel.locator('input[type="file"]')
    await choose.setInputFiles(file([`NEW-${language},New shop,yes`, `NEW-2,,perhaps`]))
    const problems = panel.getByRole('table', { name: t('imports.problem') })
    await expect(problems).toContainText(t('refusals.imports.cell.yesNo'))
    await lookAt(program, `${language}-tables`)
    await choose.setInputFiles(file([`NEW-${language},New shop,yes`]))
    await panel.getByRole('button', { name: t('imports.do'), exact: true }).click()
    await panel.getByRole('button', { name: t('imports.undo'), exact: true }).click()
    await expect(panel.getByText(t('imports.undone'))).toBeVisible()

    const palette = await search(page, t, 'TWICE-2')
    await palette.getByRole('option').first().click()
    await page.getByRole('button', { name: t('duplicates.open') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t('duplicates.into')).fill('TWICE-1')
    await page.getByTitle('TWICE-1 Stapler TWICE-1').click()
    await expect(dialog.getByText(t('duplicates.what.archive'))).toBeVisible()
    await lookAt(program, `${language}-merge`)
    await dialog.getByRole('button', { name: t('duplicates.do'), exact: true }).click()
    await expect(dialog).toHaveCount(0)
    const twice = page.getByRole('region', { name: t('duplicates.title.item') })
    await expect(twice).toContainText(t('duplicates.mergedInto'))
    await lookAt(program, `${language}-merged`)
    await twice.getByRole('button', { name: t('duplicates.undo') }).click()
    await expect(twice.getByRole('button', { name: t('duplicates.open') })).toBeVisible()
    expect(program.complaints).toEqual([])
    await program.close()
  })
}

import { expect, test } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readTable } from '../../src/shared/tables'
import { inCompany } from '../support/demo-company'
import { createFirstCompany, OWNER } from '../support/first-company'
import { freshFolder, openPage, openProgram, search, signIn, type Program } from '../support/launch'

// A hundred thousand items in one list, and search by the initials of their pinyin.
const COUNT = 100_000
const folder = freshFolder()
const company = join(folder, 'large.kontor')
const downloads = join(folder, 'downloads')
let program: Program

test.beforeAll(async () => {
  test.setTimeout(240_000)
  createFirstCompany(company, { name: '万品批发', pack: 'cn-sbe' })
  const item = {
    otherName: '',
    kind: 'stock' as const,
    category: '',
    baseUnit: '件',
    lotTracked: false,
    shelfLifeDays: null,
    taxCode: 'standard',
    purchasePriceMicro: 5_000_000,
    supplierId: null,
    weightGrams: 0,
    volumeMillilitres: 0,
    packs: [{ unit: '件', baseQuantity: 1, barcodes: [] }],
  }
  inCompany(company, (client, group) =>
    group(() => {
      client.items.addItem({ ...item, code: 'RICE', name: '东北珍珠米', salesPriceMicro: 9_900_000 })
      for (let number = 1; number < COUNT; number += 1) {
        const code = `G${String(number).padStart(6, '0')}`
        client.items.addItem({ ...item, code, name: `商品 ${code}`, salesPriceMicro: (number % 9973) * 10_000 })
      }
    }),
  )
  program = await openProgram({ language: 'zh-CN', company })
  await program.app.evaluate(({ session }, path) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(`${path}/${item.getFilename()}`))
  }, downloads)
  await signIn(program.page, program.t, OWNER.login, OWNER.password)
  await expect(program.page.getByRole('banner')).toBeVisible()
})
test.afterAll(() => program.close())

test('Ctrl+K finds an item by pinyin initials', async () => {
  const { page, t } = program
  const palette = await search(page, t, 'dbzzm')
  await expect(palette.getByRole('option', { name: /东北珍珠米/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tabpanel').getByRole('heading', { name: '东北珍珠米' })).toBeVisible()
})

test('a list of 100,000 items scrolls and filters', async () => {
  const { page, t } = program
  await openPage(page, t, 'app.rooms.items', 'items')
  const list = page.getByRole('tabpanel')
  const grid = list.getByRole('grid')
  await expect(list.getByText('100,000')).toBeVisible()
  await expect(list.getByRole('gridcell', { name: 'G000001', exact: true })).toBeVisible()
  expect(await grid.getByRole('row').count()).toBeLessThan(120)

  await test.step('to the end and back, by key', async () => {
    await grid.getByRole('gridcell', { name: 'G000001', exact: true }).click()
    await page.keyboard.press('Control+End')
    await expect(list.getByText('RICE')).toBeVisible()
    await page.keyboard.press('Control+Home')
    await expect(list.getByRole('gridcell', { name: 'G000001', exact: true })).toBeVisible()
  })
  await test.step('the wheel, faster than pages arrive', async () => {
    await grid.getByRole('gridcell', { name: 'G000001', exact: true }).hover()
    for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, 2400)
    expect(await grid.getByRole('row').count()).toBeLessThan(120)
  })
  await test.step('what it scrolled to is loaded', async () => {
    await expect(grid.getByRole('gridcell', { name: /^G00[2-5]\d{3}$/ }).first()).toBeVisible()
  })
  await test.step('filter', async () => {
    await list.getByRole('textbox', { name: t('items.filterHint') }).fill('G099998')
    await expect(grid.getByRole('gridcell', { name: 'G099998', exact: true })).toBeVisible()
    await expect(grid.getByRole('gridcell', { name: 'G000001', exact: true })).toBeHidden()
  })
  await test.step('what is seen is saved as a workbook', async () => {
    await list.getByRole('textbox', { name: t('items.filterHint') }).fill('G0999')
    await expect(list.getByText(t('ui.list.rows', { count: 100 }))).toBeVisible()
    await list.getByRole('button', { name: t('ui.list.export') }).click()
    await page.getByRole('menuitem', { name: t('ui.list.exportAs.excel') }).click()
    const file = join(downloads, `${t('app.rooms.items')}.xlsx`)
    await expect(async () => {
      const rows = await readTable(readFileSync(file), 'items.xlsx')
      expect(rows).toHaveLength(101)
      expect(rows[1]).toEqual(expect.arrayContaining(['G099900', '商品 G099900', '1.7']))
    }).toPass({ timeout: 10_000 })
  })
  await test.step('a view is kept under a name', async () => {
    await list.getByRole('button', { name: t('app.views.title') }).click()
    await page.getByRole('textbox', { name: t('app.views.name') }).fill('0999')
    await page.getByRole('button', { name: t('app.views.save') }).click()
    await list.getByRole('textbox', { name: t('items.filterHint') }).fill('RICE')
    await expect(list.getByText(t('ui.list.rows', { count: 1 }))).toBeVisible()
    await list.getByRole('button', { name: t('app.views.title') }).click()
    await page.getByRole('button', { name: '0999', exact: true }).click()
    await expect(list.getByText(t('ui.list.rows', { count: 100 }))).toBeVisible()
  })
  await test.step('a long export shows how far it is, and can be stopped', async () => {
    await list.getByRole('textbox', { name: t('items.filterHint') }).fill('')
    await expect(list.getByText('100,000')).toBeVisible()
    await list.getByRole('button', { name: t('ui.list.export') }).click()
    await page.getByRole('menuitem', { name: t('ui.list.exportAs.csv') }).click()
    await list.getByRole('button', { name: t('ui.progress.cancel') }).click()
    await expect(list.getByRole('progressbar')).toHaveCount(0)
    expect(readdirSync(downloads)).toEqual([`${t('app.rooms.items')}.xlsx`])
  })
  await test.step('F1 says what the page is for', async () => {
    await page.keyboard.press('F1')
    const dialog = page.getByRole('dialog', { name: t('app.help.open') })
    await expect(dialog).toContainText(t('help.items.items').split('\n')[0] ?? '?')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })
  expect(program.complaints).toEqual([])
})

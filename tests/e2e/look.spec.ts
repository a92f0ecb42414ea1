import { expect, test, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../src/shared/values/format'
import { createDemoCompany, DEMO_PASSWORD, inCompany } from '../support/demo-company'
import { createFirstCompany, OWNER } from '../support/first-company'
import { freshFolder, openPage, openProgram, picture, resize, search, signIn, type Program } from '../support/launch'
import { barriersOf, faultsOf } from '../support/look'

const DESK = { width: 1366, height: 768 }
const WIDE = { width: 1920, height: 1080 }
const LONG_NAME = 'Donaudampfschifffahrtsgesellschaftskapitänsmützen'
const NO_ITEM = {
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
  packs: [{ unit: '件', baseQuantity: 1, barcodes: [] }],
}
const NO_PARTNER = {
  isCustomer: true,
  isSupplier: false,
  paymentTermsDays: 30,
  minimumRemainingLifeDays: 0,
  taxNumber: '',
  phone: '',
  email: '',
  address: '',
}
const folder = freshFolder()
const demo = join(folder, 'demo.kontor')
const empty = join(folder, 'empty.kontor')

test.beforeAll(async () => {
  await createDemoCompany(demo, 6)
  inCompany(demo, (client) => {
    client.items.addItem({
      ...NO_ITEM,
      code: 'LONG-0001',
      name: LONG_NAME,
      salesPriceMicro: 1_234_567_890_000,
      purchasePriceMicro: 1_034_567_890_000,
    })
    client.parties.addPartner({
      ...NO_PARTNER,
      code: 'LONG-C',
      name: `${LONG_NAME} Handelsgesellschaft`,
      creditLimitMinor: 98_765_432_100,
    })
  })
  createFirstCompany(empty)
})

/** Every page of the menu, by the palette, which lists them all. */
async function pagesOf(page: Page): Promise<string[]> {
  await page.keyboard.press('Control+k')
  const options = page.getByRole('option')
  await expect(options.first()).toBeVisible()
  const names = await options.allInnerTexts()
  await page.keyboard.press('Escape')
  return names.map((name) => name.replaceAll(/\s*\n\s*/g, ' ').trim())
}

async function goTo({ page, t }: Program, name: string): Promise<void> {
  const [title = ''] = name.split(' ')
  const palette = await search(page, t, title)
  await palette.getByRole('option', { name, exact: true }).click()
}

/** Pages load by themselves; what is still busy would be a picture of nothing. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('[role="tabpanel"]:not([hidden]) [aria-busy="true"]')).toHaveCount(0)
  await page.waitForTimeout(120)
}

async function lookAt(program: Program, name: string, faults: string[], sizes = [DESK, WIDE]): Promise<void> {
  const { app, page } = program
  for (const size of sizes) {
    await resize(app, size)
    await settled(page)
    const at = `${name} ${size.width}`
    for (const fault of await faultsOf(page)) faults.push(`${at}: ${fault}`)
    if (size === sizes[0]) for (const barrier of await barriersOf(page)) faults.push(`${at}: ${barrier}`)
    const album = process.env['KONTOR_ALBUM']
    if (album !== undefined) {
      mkdirSync(album, { recursive: true })
      await page.screenshot({ path: join(album, `${at.replaceAll(/[^\p{L}\d]+/gu, '-')}.png`) })
    }
  }
}

async function walk(program: Program, label: string, opensDocuments: boolean, sizes = [DESK, WIDE]): Promise<string[]> {
  const { page } = program
  const faults: string[] = []
  for (const name of await pagesOf(page)) {
    await goTo(program, name)
    await lookAt(program, `${label} ${name}`, faults, sizes)
    const rows = page.getByRole('tabpanel').getByRole('grid').getByRole('row')
    if (opensDocuments && (await rows.count()) > 1) {
      const before = await page.getByRole('tab').count()
      await rows.nth(1).dblclick()
      if ((await page.getByRole('tab').count()) > before) {
        await lookAt(program, `${label} ${name} document`, faults, sizes)
        const details = page.getByRole('tabpanel').getByRole('button', { name: program.t('ui.document.details') })
        if ((await details.count()) > 0) {
          await details.click()
          await lookAt(program, `${label} ${name} details`, faults, [DESK])
        }
        await page.keyboard.press('Control+w')
      }
      // A row that is changed at its place opens a dialog instead.
      const dialog = page.getByRole('dialog')
      if ((await dialog.count()) > 0) {
        await lookAt(program, `${label} ${name} dialog`, faults, [DESK])
        await page.keyboard.press('Escape')
        await expect(dialog).toHaveCount(0)
      }
    }
    await page.keyboard.press('Control+w')
  }
  return faults
}

async function appearance(program: Program, look: 'light' | 'dark'): Promise<void> {
  const { page } = program
  await page.evaluate((value) => localStorage.setItem('kontor.appearance', JSON.stringify(value)), look)
  await page.reload()
  await expect(page.getByRole('banner')).toBeVisible()
}

for (const [language, look] of [
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const satisfies [Language, 'light' | 'dark'][]) {
  test(`every page with a business in it, ${language}, ${look}`, async () => {
    test.setTimeout(600_000)
    const program = await openProgram({ language, company: demo, size: DESK })
    await signIn(program.page, program.t, 'owner', DEMO_PASSWORD)
    await expect(program.page.getByRole('banner')).toBeVisible()
    await appearance(program, look)
    await openPage(program.page, program.t, 'reports.owner.title', 'reports')
    await settled(program.page)
    await picture(program, `owner-${language}`)
    expect(await walk(program, language, true)).toEqual([])
    expect(program.complaints).toEqual([])
    await program.close()
  })
}

test('every page of an empty company says what belongs there', async () => {
  const program = await openProgram({ language: 'zh-CN', company: empty, size: DESK })
  await signIn(program.page, program.t, OWNER.login, OWNER.password)
  await expect(program.page.getByRole('banner')).toBeVisible()
  expect(await walk(program, 'empty zh-CN', false, [DESK])).toEqual([])
  expect(program.complaints).toEqual([])
  await program.close()
})

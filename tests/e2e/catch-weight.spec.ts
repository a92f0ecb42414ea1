import { expect, test, type Page } from '@playwright/test'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { openTcp, SimulatedScale } from '../../src/main/edge/simulators'
import { commandLineActor } from '../../src/main/foundation/access'
import { createCompanyFile, openCompany } from '../../src/main/rooms'
import { profileById } from '../../src/shared/devices/profiles'
import { clientOf, type TestCompany } from '../support/company'
import { proofsOf } from '../support/demo-company'
import { OWNER } from '../support/first-company'
import { freshFolder, openPage, openProgram, scan, signIn } from '../support/launch'
import { lookAt } from '../support/look'
import { addSupplies, ITEM, order, PIECE } from '../support/supplies'
import { putAllAway, sell } from '../support/warehouse-day'

const GTIN = '95012345678903'
const KG = PIECE
/** A label of one wheel with its weight, as a scanner sends it. */
const label = (grams: number): string => `]C101${GTIN}3103${String(grams).padStart(6, '0')}`

/** Wheels of cheese on the shelf, some still to come, some ordered; a scale at this computer. */
async function prepare(path: string, locale: 'zh-CN' | 'en'): Promise<SimulatedScale> {
  const wire = await openTcp(0)
  createCompanyFile(path)
  const company = openCompany(path, { mode: 'write' })
  const client = clientOf(() => company, commandLineActor('test'))
  client.company.establish({
    name: 'Harbour Street Trading',
    pack: 'generic',
    currency: 'EUR',
    locale,
    login: OWNER.login,
    userName: OWNER.name,
    password: OWNER.password,
    startsOn: '2026-01-01',
  })
  const everybody = { owner: client, clerk: client, bookkeeper: client } as unknown as TestCompany
  const supplies = addSupplies(everybody)
  const packs = [{ unit: 'kg', baseQuantity: 1, barcodes: [GTIN] }]
  const name = locale === 'en' ? 'Mountain cheese' : '高山奶酪'
  const { id } = client.items.addItem({ ...ITEM, code: 'CHEESE', name, baseUnit: 'kg', packs })
  const unit = locale === 'en' ? 'wheel' : '轮'
  client.items.setCatchWeight({ itemId: id, terms: { unit, nominalMicro: 5 * KG, tolerancePercent: 10 } })
  const cheese = { id, packId: client.items.getItem({ id }).packs[0]!.id }
  const buy = (kilograms: number) =>
    order(client, supplies, [{ item: cheese, pieces: kilograms, priceMicro: 8_000_000 }])
  const [first] = [buy(30), buy(20)]
  client.purchasing.receiveGoods({
    orderId: first.id,
    receivedOn: '2026-03-02',
    lines: [{ orderLineId: first.lineIds[0]!, quantityMicro: 30_300_000, pieces: 6 }],
  })
  putAllAway(everybody, supplies)
  sell(everybody, supplies, [{ item: cheese, pieces: 15 }])
  const profile = profileById('mt-sics')!
  const address = { transport: 'tcp', host: '127.0.0.1', port: Number(wire.address.split(':')[1]) } as const
  client.devices.addDevice({ station: hostname(), name: 'Scale', profile, address })
  company.close()
  return new SimulatedScale('mt-sics', wire)
}

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()

for (const language of ['en', 'zh-CN'] as const) {
  test(`goods that are paid by weight come in, are picked and counted with the scale, ${language}`, async () => {
    test.setTimeout(240_000)
    const path = join(freshFolder(), 'wheels.kontor')
    const scale = await prepare(path, language)
    const program = await openProgram({ language, company: path, size: { width: 1366, height: 768 } })
    const { page, t } = program
    await signIn(page, t, OWNER.login, OWNER.password)
    await expect(page.getByRole('banner')).toBeVisible()
    const instruction = page.getByRole('heading', { level: 2 })
    const wheels = language === 'en' ? 'wheel' : '轮'
    const asks = (key: string, params = {}) => expect(instruction).toHaveText(t(`warehouse.station.${key}`, params))
    const byScale = async (grams: number): Promise<void> => {
      scale.put(grams)
      const weight = `${(grams / 1000).toFixed(3)} kg`
      const take = page.getByRole('button', { name: new RegExp(t('warehouse.station.takeWeight', { weight })) })
      await expect(async () => {
        await take.click({ timeout: 1000 })
        await expect(take).toHaveCount(0, { timeout: 1000 })
      }).toPass({ timeout: 20_000 })
    }

    await test.step('come in: the scale fills the weight, the clerk counts', async () => {
      await openPage(page, t, 'warehouse.station.title', 'warehouse')
      await press(page, new RegExp(`^${t('warehouse.station.tasks.receive')}`))
      await press(page, /Northern Supplies/)
      await scan(page, label(5120))
      await expect(page.getByText(/5\.12\s+kg · 1\s+/).first()).toBeVisible()
      await scan(page, GTIN)
      await asks('enterWeight')
      // The green has faded.
      await page.waitForTimeout(1500)
      await lookAt(program, `${language}-catch-weight-receive`)
      await byScale(10_150)
      await asks('enterPieces', { unit: wheels })
      await lookAt(program, `${language}-catch-weight-pieces`)
      await scan(page, 'KONTOR:CONFIRM')
      await expect(page.getByText(/10\.15\s+kg · 2\s+/).first()).toBeVisible()
      await press(page, t('warehouse.station.postReceipt', { count: 2 }))
      await press(page, t('warehouse.station.toHome'))
    })

    await test.step('are picked by label and by the scale', async () => {
      await scan(page, 'KONTOR:WAVE')
      await scan(page, 'KONTOR:CONFIRM')
      await expect(instruction).toContainText('WV-')
      await scan(page, 'KONTOR:CONFIRM')
      await asks('scanBin')
      await lookAt(program, `${language}-catch-weight-pick`)
      await scan(page, await page.locator('.k-station-where strong').innerText())
      await scan(page, label(4980))
      // The same bin: the next pick needs its goods only.
      await asks('scanGoodsToPick')
      await scan(page, GTIN)
      await asks('enterWeight')
      await byScale(10_300)
      await scan(page, 'KONTOR:CONFIRM')
      await expect(page.getByText(t('warehouse.station.batchDone')).first()).toBeVisible()
    })

    await test.step('show their pieces at the desk', async () => {
      await openPage(page, t, 'inventory.stock', 'inventory')
      await expect(page.getByText(new RegExp(`9\\s+${wheels}`)).first()).toBeVisible()
      await lookAt(program, `${language}-catch-weight-stock`)
      await page.locator('[role="tabpanel"]:not([hidden])').getByText('CHEESE').first().dblclick()
      await expect(page.getByRole('heading', { name: t('items.catchWeight.title') })).toBeVisible()
      await page.getByRole('heading', { name: t('items.catchWeight.title') }).scrollIntoViewIfNeeded()
      await lookAt(program, `${language}-catch-weight-item`)
    })
    expect(program.complaints).toEqual([])
    await program.close()
    scale.stop()
    expect(proofsOf(path)).toEqual([])
  })
}

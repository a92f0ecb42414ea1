import { expect, test, type Page } from '@playwright/test'
import { readdirSync, readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { openTcp, readZpl, SimulatedPrinter, SimulatedScale, type Channel } from '../../src/main/edge/simulators'
import { commandLineActor } from '../../src/main/foundation/access'
import { createCompanyFile, openCompany } from '../../src/main/rooms'
import { profileById } from '../../src/shared/devices/profiles'
import type { Language } from '../../src/shared/values/format'
import { clientOf, type TestCompany } from '../support/company'
import { proofsOf } from '../support/demo-company'
import { OWNER } from '../support/first-company'
import { freshFolder, openPage, openProgram, scan, signIn, type Program } from '../support/launch'
import { lookAt } from '../support/look'
import { addSupplies, ITEM } from '../support/supplies'
import { pickAll, release, sell, stockUp } from '../support/warehouse-day'

const CHEESE = '6901234567892'
const BOLT = '4006381333931'

interface Prepared {
  readonly scale: SimulatedScale
  readonly printer: SimulatedPrinter
  readonly wire: Channel
  readonly bin: string
}

/** A company with cheese to receive, bolts to pack and to count, and a scale and a label printer at this computer. */
async function prepare(path: string): Promise<Prepared> {
  const [scaleWire, printerWire] = [await openTcp(0), await openTcp(0)]
  createCompanyFile(path)
  const company = openCompany(path, { mode: 'write' })
  const client = clientOf(() => company, commandLineActor('test'))
  client.company.establish({
    name: 'Harbour Street Trading',
    pack: 'generic',
    currency: 'EUR',
    locale: 'en',
    login: OWNER.login,
    userName: OWNER.name,
    password: OWNER.password,
    startsOn: '2026-01-01',
  })
  const everybody = { owner: client, clerk: client, bookkeeper: client } as unknown as TestCompany
  const supplies = addSupplies(everybody)
  stockUp(everybody, supplies, [{ item: supplies.bolt, pieces: 40 }])
  pickAll(everybody, release(everybody, supplies, [sell(everybody, supplies, [{ item: supplies.bolt, pieces: 2 }])]))
  client.warehouse.saveCartonKind({
    code: 'K1',
    name: 'Small',
    volumeMillilitres: 6000,
    maximumGrams: 20_000,
    tareGrams: 200,
  })
  const packs = [{ unit: 'kg', baseQuantity: 1, barcodes: [CHEESE] }]
  const { id: itemId } = client.items.addItem({ ...ITEM, code: 'CHEESE', name: 'Cheese', baseUnit: 'kg', packs })
  const packId = client.items.getItem({ id: itemId }).packs[0]?.id ?? 0
  const { id } = client.purchasing.saveOrder({
    supplierId: supplies.supplierId,
    warehouseId: supplies.warehouseId,
    orderedOn: '2026-03-02',
    expectedOn: '2026-03-05',
    lines: [{ itemId, packId, quantityMicro: 5_000_000, priceMicro: 8_000_000 }],
  })
  client.purchasing.confirmOrder({ id })
  const add = (name: string, profileId: string, wire: Channel): void => {
    const profile = profileById(profileId)
    if (profile === undefined) throw new Error('no profile')
    const address = { transport: 'tcp', host: '127.0.0.1', port: Number(wire.address.split(':')[1]) } as const
    client.devices.addDevice({ station: hostname(), name, profile, address })
  }
  add('Scale', 'mt-sics', scaleWire)
  add('Labels', 'zpl', printerWire)
  const bin = client.warehouse
    .listBins({ warehouseId: supplies.warehouseId })
    .rows.find(({ code }) => code.startsWith('A'))
  company.close()
  return {
    scale: new SimulatedScale('mt-sics', scaleWire),
    printer: new SimulatedPrinter('zpl', printerWire),
    wire: scaleWire,
    bin: bin?.code ?? '',
  }
}

async function enter(path: string, language: Language): Promise<Program> {
  const program = await openProgram({ language, company: path, size: { width: 1366, height: 768 } })
  await signIn(program.page, program.t, OWNER.login, OWNER.password)
  await expect(program.page.getByRole('banner')).toBeVisible()
  return program
}

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click()

for (const language of ['zh-CN', 'en'] as const satisfies Language[]) {
  test(`devices show what they do; what was printed is found and printed again, ${language}`, async () => {
    const path = join(freshFolder(), 'devices.kontor')
    const { scale, printer, wire } = await prepare(path)
    const program = await enter(path, language)
    const { page, t } = program
    await openPage(page, t, 'devices.title', 'devices')
    scale.put(1250)
    const used = page.getByRole('table', { name: t('devices.used') })
    await expect(used.getByText('1.250 kg')).toBeVisible()
    const queue = page.getByRole('region', { name: t('labels.queue.title') })
    await expect(queue).toContainText(t('labels.queue.nothing'))

    printer.faults.paperOut = true
    await page
      .getByRole('row', { name: /Labels/ })
      .getByRole('button', { name: t('devices.test') })
      .click()
    await press(page, t('labels.printTest'))
    await page.keyboard.press('Escape')
    await expect(queue).toContainText(t('labels.queue.waiting', { count: 1 }))
    await expect(queue).toContainText(t('refusals.devices.paperFault', { where: 'Labels' }))
    await lookAt(program, `${language}-devices-no-paper`)
    printer.faults.paperOut = false
    await expect(queue).toContainText(t('labels.queue.confirmed', { count: 1 }))
    expect(printer.printed).toHaveLength(1)

    await queue.getByRole('button', { name: t('labels.queue.open') }).click()
    await page.getByRole('gridcell', { name: t('labels.states.confirmed') }).click()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(t('labels.stateHints.confirmed'))
    await dialog.getByLabel(t('labels.reasonWanted')).fill('smudged')
    await lookAt(program, `${language}-print-again`)
    await dialog.getByRole('button', { name: t('labels.printAgain') }).click()
    await expect.poll(() => printer.printed.length).toBe(2)
    await expect(page.getByRole('gridcell', { name: 'smudged' })).toBeVisible()

    await openPage(page, t, 'devices.title', 'devices')
    await wire.close()
    await expect(used.getByText('1.250 kg')).toHaveCount(0)
    await lookAt(program, `${language}-devices-scale-gone`)
    expect(program.complaints).toEqual([])
    await program.close()
    await printer.kill()
  })
}

test('the weight is live where goods come in, are packed and are counted, and is taken only at rest', async () => {
  test.setTimeout(180_000)
  const path = join(freshFolder(), 'weights.kontor')
  const { scale, printer, bin } = await prepare(path)
  const program = await enter(path, 'en')
  const { page, t } = program
  const shows = (text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible()

  await test.step('goods that come in by the kilogram', async () => {
    await openPage(page, t, 'warehouse.station.title', 'warehouse')
    await press(page, new RegExp(`^${t('warehouse.station.tasks.receive')}`))
    await press(page, /Northern Supplies/)
    await scan(page, CHEESE)
    scale.put(2500, true)
    const take = page.getByRole('button', {
      name: new RegExp(t('warehouse.station.takeWeight', { weight: '2.500 kg' })),
    })
    await take.click()
    await expect(page.getByRole('alert').filter({ hasText: t('refusals.station.scaleNotAtRest') })).toBeVisible()
    scale.put(2500)
    // The red has faded.
    await page.waitForTimeout(1500)
    await lookAt(program, 'en-receive-by-weight')
    await expect(async () => {
      await take.click({ timeout: 1000 })
      await expect(take).toHaveCount(0, { timeout: 1000 })
    }).toPass()
    await shows(/2\.5\s+kg/)
    await press(page, t('warehouse.station.postReceipt', { count: 1 }))
    await press(page, t('warehouse.station.toHome'))
  })

  await test.step('a carton is weighed before it is closed', async () => {
    scale.put(0)
    await press(page, new RegExp(`^${t('warehouse.station.tasks.pack')}`))
    await press(page, /Corner Shop/)
    await press(page, /K1 Small/)
    await scan(page, BOLT)
    await scan(page, BOLT)
    const weigh = page.getByRole('heading', { name: t('warehouse.station.weighCarton') })
    await expect(async () => {
      if (!(await weigh.isVisible())) await page.keyboard.press('Enter')
      await expect(weigh).toBeVisible({ timeout: 1500 })
    }).toPass()
    // 200 g of carton and two bolts of 100 g.
    scale.put(400)
    await shows('0.400 kg')
    await lookAt(program, 'en-pack-by-weight')
    await press(page, new RegExp(t('warehouse.station.takeWeight', { weight: '0.400 kg' })))
    await shows(new RegExp(t('warehouse.station.allPacked')))
    await press(page, t('warehouse.station.toHome'))
  })

  await test.step('pieces are counted by the weight of ten of them', async () => {
    await press(page, new RegExp(`^${t('warehouse.station.tasks.count')}`))
    await scan(page, bin)
    await press(page, t('warehouse.station.startCount', { count: 1 }))
    await scan(page, bin)
    await scan(page, BOLT)
    await expect(async () => {
      scale.put(1000)
      // The scale says what lies on it a few times a second; what is sampled is what it says.
      await shows(/^\s*1\.000\s+kg\s*$/)
      await page.waitForTimeout(500)
      await press(page, new RegExp(t('warehouse.station.weighSample', { count: 10 })))
      scale.put(3700)
      await expect(page.getByRole('button', { name: /37\s+pc \(3\.700\s+kg\)/ })).toBeVisible({ timeout: 3000 })
    }).toPass({ timeout: 30_000 })
    await lookAt(program, 'en-count-by-weight')
    await press(page, /37\s+pc \(3\.700\s+kg\)/)
    await shows(/37/)
  })
  expect(bin).not.toBe('')
  expect(program.complaints).toEqual([])
  await program.close()
  await printer.kill()
  expect(proofsOf(path)).toEqual([])
})

test('an own label is kept, printed, taken out as a file, brought in again and put back as shipped', async () => {
  const folder = freshFolder()
  const path = join(folder, 'designs.kontor')
  const { printer, scale } = await prepare(path)
  const program = await enter(path, 'en')
  const { page, t } = program
  await program.app.evaluate(({ session }, target) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(`${target}/${item.getFilename()}`))
  }, folder)
  await openPage(page, t, 'labels.designer.list', 'labels')
  await page
    .getByRole('row')
    .filter({ hasText: t('labels.uses.item') })
    .getByRole('button')
    .click()
  await page.getByLabel(t('labels.designer.name'), { exact: true }).fill('Shelf edge')
  await page.getByLabel(t('labels.designer.labelHeight')).fill('35')
  await page.getByRole('button', { name: t('app.save'), exact: true }).click()
  await page.getByRole('button', { name: t('labels.designer.export') }).click()
  const exported = (): string | undefined => readdirSync(folder).find((name) => name.endsWith('.json'))
  await expect.poll(exported).toBeDefined()
  const file = join(folder, exported() ?? '')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ kontorLabel: 1, template: { height: 3500 } })

  await test.step('it is what prints', async () => {
    await openPage(page, t, 'app.rooms.items', 'items')
    await page.getByRole('gridcell', { name: 'CHEESE', exact: true }).click()
    await page.keyboard.press('Enter')
    await press(page, t('labels.print.do'))
    await lookAt(program, 'en-print-labels')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('labels.printing.print') })
      .click()
    await expect.poll(() => printer.printed.length).toBe(1)
    const [label] = readZpl(printer.printed[0] ?? new Uint8Array())
    expect(label?.picture.height).toBe(Math.round((35 * 203) / 25.4))
  })

  await test.step('the file makes the same label in another window', async () => {
    await openPage(page, t, 'labels.designer.list', 'labels')
    await page.getByLabel(t('labels.designer.import')).setInputFiles(file)
    const shown = page.getByRole('tabpanel').filter({ visible: true })
    const height = shown.getByLabel(t('labels.designer.labelHeight'))
    await expect(shown.getByLabel(t('labels.designer.name'), { exact: true })).toHaveValue('Shelf edge 2')
    await expect(height).toHaveValue('35.00')
    await shown.getByRole('button', { name: t('labels.designer.reset') }).click()
    await expect(height).not.toHaveValue('35.00')
    await shown.getByRole('button', { name: t('labels.designer.undo') }).click()
    await expect(height).toHaveValue('35.00')
  })
  expect(program.complaints).toEqual([])
  await program.close()
  scale.stop()
  await printer.kill()
})

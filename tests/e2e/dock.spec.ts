import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import { proofsOf } from '../support/demo-company'
import { OWNER } from '../support/first-company'
import { freshFolder, openPage, openProgram, scan, signIn, type Program } from '../support/launch'
import { furnishFloor, ITEMS, SSCC, type SmallFloor } from '../support/small-floor'

// What comes in without an order at hand, into units, and what becomes of it: by scanner alone.
test.describe.configure({ mode: 'serial' })

const { bolt, rice, salt, nail } = ITEMS
const folder = freshFolder()
const company = join(folder, 'dock.kontor')
let program: Program
let floor: SmallFloor

const t: Program['t'] = ((...words: Parameters<Program['t']>) => program.t(...words)) as Program['t']
const instruction = (key: string, params = {}): Promise<void> =>
  expect(program.page.getByRole('heading', { level: 2, name: t(key, params), exact: true })).toBeVisible()
const station = (key: string, params = {}): Promise<void> => instruction(`warehouse.station.${key}`, params)
const heading = () => program.page.getByRole('heading', { level: 2 })
const pull = (code: string): Promise<void> => scan(program.page, code)
const press = (key: string): Promise<void> => program.page.keyboard.press(key)
const place = () => program.page.locator('.k-station-where strong')
const choose = (name: RegExp | string): Promise<void> => program.page.getByRole('button', { name }).first().click()

async function refused(text: string | RegExp): Promise<void> {
  await expect(program.page.locator('.k-station-flood.k-station-wrong')).toBeVisible()
  await expect(program.page.getByRole('alert')).toContainText(text)
}

async function begin(task: string, first: string): Promise<void> {
  await pull(`KONTOR:${task}`)
  await station(first)
}

test.beforeAll(async () => {
  floor = furnishFloor(company)
  program = await openProgram({ language: 'en', company, folder })
  await signIn(program.page, program.t, OWNER.login, OWNER.password)
  await expect(program.page.getByRole('banner')).toBeVisible()
  await openPage(program.page, program.t, 'warehouse.station.title', 'warehouse')
})
test.afterAll(async () => {
  await program.close()
  expect(program.complaints).toEqual([])
})

test('one scan of an announced label receives the pallet, the next one puts it away whole', async () => {
  await begin('RECEIVE', 'chooseOrder')
  await pull('00095200000000000099')
  await refused('095200000000000099')
  await pull(`00${SSCC}`)
  await instruction('warehouse.floor.whatWithUnit')
  await expect(program.page.getByText(/RICE Rice · 30/)).toBeVisible()
  const to = await place().innerText()
  await pull(to)
  await expect(program.page.getByRole('status').getByText(new RegExp(to))).toBeVisible()
  await pull('KONTOR:UNDO')
  await expect(place()).toHaveText(to)
  await pull(to)
  await expect(place()).toHaveText(to)
  await begin('RECEIVE', 'chooseOrder')
  await pull(`00${SSCC}`)
  await refused(SSCC)
})

test('goods of an order go into a pallet and a carton at the dock, and from there whole to their bin', async () => {
  await begin('RECEIVE', 'chooseOrder')
  await pull(floor.boltOrder)
  await station('scanGoods')
  for (const [unit, pieces] of [
    ['pallet', 6],
    ['carton', 3],
  ] as const) {
    await press('F8')
    await instruction('arrivals.station.intoWhat')
    await choose(t('arrivals.station.newOne', { kind: t(`warehouse.floor.unitKinds.${unit}`) }))
    await station('scanGoods')
    await pull(bolt.barcode)
    await station('enterQuantity')
    await pull(`KONTOR:QTY:${pieces}`)
    await station('scanGoods')
  }
  await pull('KONTOR:CONFIRM')
  await expect(heading()).toContainText('GR-')
  await choose(t('arrivals.station.putWholeAway', { unit: 'HU-000002' }))
  await instruction('warehouse.floor.whatWithUnit')
  await pull(await place().innerText())
  await begin('PUTAWAY', 'scanGoodsToPutAway')
  // The label of the carton leads to it as well.
  await pull('HU-000003')
  await instruction('warehouse.floor.whatWithUnit')
  await pull(await place().innerText())
  await begin('PUTAWAY', 'nothingToPutAway')
})

test('goods of no known order are counted first, then their order is found', async () => {
  await begin('RECEIVE', 'chooseOrder')
  await press('F7')
  await instruction('arrivals.station.scanBlind')
  await pull('9520000099999')
  await refused('9520000099999')
  await pull(salt.barcode)
  await station('enterQuantity')
  await pull('KONTOR:QTY:7')
  await instruction('arrivals.station.scanBlind')
  await pull('KONTOR:CONFIRM')
  await instruction('arrivals.station.whoseIsIt')
  await pull(floor.saltOrder)
  // Five were ordered, of which two go to the order that waits; the two beyond are held.
  await station('scanGoodsToPutAway')
})

test('a kit is put together part by part, and what came of it is counted', async () => {
  await pull('KONTOR:MAKE')
  await instruction('stock.station.choosePlan')
  await pull(floor.plan)
  await station('scanBin')
  const from = await place().innerText()
  await pull('DOCK')
  await refused(from)
  await pull(from)
  await station('scanGoodsToMove')
  await pull(nail.barcode)
  await refused('RICE')
  await pull(rice.barcode)
  await station('howManyToMove')
  await pull('KONTOR:CONFIRM')
  await instruction('stock.station.howManyMade')
  await pull('KONTOR:QTY:3')
  await expect(heading()).toContainText('CV-')
  await expect(program.page.getByText(t('stock.station.lessCame'))).toBeVisible()
})

test('where goods are missing, others that the order takes are offered and picked on the same walk', async () => {
  await pull('KONTOR:WAVE')
  await pull('KONTOR:CONFIRM')
  await expect(heading()).toContainText('WV-')
  await pull('KONTOR:PICK')
  await station('chooseBatch')
  // The wave of all that waited is the last batch.
  await program.page.locator('.k-station-frame').getByRole('listitem').getByRole('button').last().click()
  await station('scanBin')
  while ((await program.page.locator('.k-station-what').innerText()).includes('BOLT')) await press('F4')
  await pull(await place().innerText())
  await pull('KONTOR:SHORT')
  await station('howManyThere')
  await pull('KONTOR:QTY:2')
  await station('giveInstead')
  await choose(/BOLT/)
  await station('scanBin')
  await expect(program.page.locator('.k-station-what')).toContainText('BOLT')
})

test('the books of the dock hold every proof', async () => {
  await program.app.close()
  expect(proofsOf(company)).toEqual([])
})

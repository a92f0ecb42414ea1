import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import { proofsOf } from '../support/demo-company'
import { OWNER } from '../support/first-company'
import { freshFolder, openPage, openProgram, scan, signIn, type Program } from '../support/launch'
import { furnishFloor, ITEMS, NEXT_YEAR, type SmallFloor } from '../support/small-floor'

// The floor by scanner alone: each flow, what goes wrong in it, and a window that is killed in the middle.
test.describe.configure({ mode: 'serial' })

const GS = '\u001d'
const { bolt, milk, salt, rice, nail } = ITEMS
const folder = freshFolder()
const company = join(folder, 'floor.kontor')
let program: Program
let floor: SmallFloor

const t: Program['t'] = ((...words: Parameters<Program['t']>) => program.t(...words)) as Program['t']
const heading = () => program.page.getByRole('heading', { level: 2 })
const instruction = (key: string, params = {}): Promise<void> =>
  expect(program.page.getByRole('heading', { level: 2, name: t(key, params), exact: true })).toBeVisible()
const station = (key: string, params = {}): Promise<void> => instruction(`warehouse.station.${key}`, params)
const pull = (code: string): Promise<void> => scan(program.page, code)
const press = (key: string): Promise<void> => program.page.keyboard.press(key)
const place = () => program.page.locator('.k-station-where strong')
const where = (): Promise<string> => place().innerText()
const progress = (text: RegExp): Promise<void> => expect(program.page.locator('.k-station-progress')).toHaveText(text)
const milkLabel = (expiry: string, lot: string, pieces = ''): string =>
  `010${milk.barcode}17${expiry}${pieces === '' ? '' : `30${pieces}${GS}`}10${lot}`
const SOUND = `${NEXT_YEAR.slice(2)}0531`

async function refused(text: string | RegExp): Promise<void> {
  await expect(program.page.locator('.k-station-flood.k-station-wrong')).toBeVisible()
  await expect(program.page.getByRole('alert')).toContainText(text)
}

async function begin(task: string, first: string): Promise<void> {
  await pull(`KONTOR:${task}`)
  await station(first)
}

async function takeBatch(number: string): Promise<void> {
  await begin('PICK', 'chooseBatch')
  await pull(number)
}

/** A pick as the station leads it: to the bin, then the goods. */
async function pick(code: string): Promise<void> {
  await station('scanBin')
  await pull(await where())
  await station('scanGoodsToPick')
  await pull(code)
}

async function open(): Promise<void> {
  program = await openProgram({ language: 'en', company, folder })
  await signIn(program.page, program.t, OWNER.login, OWNER.password)
}

test.beforeAll(async () => {
  floor = furnishFloor(company)
  await open()
  await expect(program.page.getByRole('banner')).toBeVisible()
  await openPage(program.page, program.t, 'warehouse.station.title', 'warehouse')
})
test.afterAll(async () => {
  await program.close()
  expect(program.complaints).toEqual([])
})

test('wrong bin, wrong item, wrong lot are refused aloud, and a code that comes twice counts once', async () => {
  await takeBatch(floor.batches.batch[0] ?? '')
  await station('scanBin')
  const bolts = await where()
  await pull(bolts === 'A02-02-1' ? 'A02-03-1' : 'A02-02-1')
  await refused(bolts)
  await pull(bolts)
  await station('scanGoodsToPick')
  await pull(milk.barcode)
  await refused('BOLT')
  await pull(`${bolt.barcode}\n${bolt.barcode}`)
  await progress(/^1/)
  await pull(bolt.barcode)
  await progress(/^2/)
  await station('scanBin')
  await pull(await where())
  await pull(milkLabel(SOUND, 'L9'))
  await refused('L1')
})

test('a killed window comes back at the same batch with every scan, and the pick goes on', async () => {
  program.app.process().kill('SIGKILL')
  await open()
  await station('scanBin')
  await progress(/^2/)
  await pull(await where())
  await pull(milkLabel(SOUND, 'L1'))
  await station('batchDone')
})

test('the batch is sorted to its orders on the wall', async () => {
  await begin('SORT', 'chooseBatch')
  await press('1')
  await station('scanToSort')
  for (const [pieces, code, slot] of [
    [3, bolt.barcode, 1],
    [2, bolt.barcode, 2],
    [2, milk.barcode, 1],
  ] as const) {
    await pull(`KONTOR:QTY:${pieces}`)
    await pull(code)
    await expect(place()).toHaveText(t('warehouse.station.wallSlot', { slot }))
  }
  await station('allSorted')
})

let carton = ''
/** An SSCC or a number of the house's own, as it stands under the name of the box. */
async function cartonCode(): Promise<string> {
  const shown = await program.page.locator('.k-station-what').innerText()
  return /\S+$/.exec(shown.trim())?.[0] ?? ''
}

test('a carton is packed, stopped at a wrong weight and shut at the right one', async () => {
  await begin('PACK', 'choosePacking')
  await pull(floor.orders[0]?.number ?? '')
  await station('whichCarton')
  await pull('BOX')
  await station('scanToPack')
  await pull(salt.barcode)
  await refused('SALT')
  await pull('KONTOR:QTY:3')
  await pull(bolt.barcode)
  await progress(/^1/)
  await pull('KONTOR:QTY:2')
  await pull(milk.barcode)
  await station('weighCarton')
  carton = await cartonCode()
  // Five pieces of 100 g and the box: 600 g.
  await pull('KONTOR:QTY:900')
  await refused('600')
  await pull('KONTOR:QTY:605')
  await station('allPacked')
})

test('it is brought to its lane, loaded and shipped with its vehicle', async () => {
  await begin('LOAD', 'chooseLoad')
  await pull(carton)
  await station('scanLane')
  await pull('STAGE')
  await station('chooseLoad')
  await press('1')
  await station('scanCartonToLoad')
  await pull('NO-SUCH-CARTON')
  await refused('NO-SUCH-CARTON')
  await pull(carton)
  await station('vehicleIsFull')
  await pull('KONTOR:CONFIRM')
  await station('scanCartonToStage')
})

test('what the customer sends back is taken in by its delivery note', async () => {
  await begin('RECEIVE', 'chooseOrder')
  await pull(`SH-${new Date().getUTCFullYear()}-000001`)
  await station('comesBack.scan')
  await pull(salt.barcode)
  await refused('SALT')
  await pull(bolt.barcode)
  await station('enterQuantity')
  await pull('KONTOR:QTY:1')
  await station('comesBack.how')
  await press('3')
  await station('comesBack.scan')
  await pull('KONTOR:CONFIRM')
  await station('comesBack.why')
  await press('1')
  await expect(heading()).toContainText('RT-')
})

test('a cart has a tote for each order: the wrong tote is refused', async () => {
  await takeBatch(floor.batches.cluster[0] ?? '')
  await station('scanEmptyTote')
  await pull('TOTE-1')
  await expect(place()).toHaveText('2')
  await pull('TOTE-2')
  await pick(bolt.barcode)
  await station('scanTote')
  const wanted = (await where()).includes('TOTE-1') ? 'TOTE-1' : 'TOTE-2'
  const other = wanted === 'TOTE-1' ? 'TOTE-2' : 'TOTE-1'
  await pull(other)
  await refused(wanted)
  await pull(wanted)
  await progress(/^1/)
  await pull(bolt.barcode)
  await station('scanTote')
  await pull(other)
  await station('batchDone')
  await begin('PACK', 'choosePacking')
  await pull('TOTE-1')
  await station('whichCarton')
})

test('an order of two zones is picked by two walks and meets at the packing place', async () => {
  expect(floor.batches.zone).toHaveLength(2)
  for (const number of floor.batches.zone) {
    await takeBatch(number)
    await station('scanBin')
    const isCold = (await where()).startsWith('A03')
    await pick(isCold ? milkLabel(SOUND, 'L1') : bolt.barcode)
    await station('batchDone')
  }
  await begin('PACK', 'choosePacking')
  await pull(floor.orders[4]?.number ?? '')
  await station('whichCarton')
  await press('F7')
  await station('scanToPack')
  await progress(/2$/)
})

test('less is there than planned: the rest waits, the bin is to be counted', async () => {
  await pull('KONTOR:WAVE')
  await pull('KONTOR:CONFIRM')
  await expect(heading()).toContainText('WV-')
  await pull('KONTOR:CONFIRM')
  await station('scanBin')
  // The nails of another order are left for the end of the walk.
  if ((await program.page.locator('.k-station-what').innerText()).includes('NAIL')) await pull('KONTOR:SKIP')
  await expect(program.page.locator('.k-station-what')).toContainText('BOLT')
  await pull(await where())
  await pull('KONTOR:SHORT')
  await station('howManyThere')
  await pull('KONTOR:QTY:2')
  await expect(program.page.locator('.k-station-what')).toContainText('NAIL')
  await pick(nail.barcode)
  await station('batchDone')
})

test('goods with a quality plan: expired is refused at the dock, sound goods are looked at and put away', async () => {
  await begin('RECEIVE', 'chooseOrder')
  await pull(floor.milkOrder)
  await station('scanGoods')
  await pull(bolt.barcode)
  await refused('BOLT')
  await pull(milkLabel('200101', 'OLD', '6'))
  await refused(/2020|expired/)
  await pull(milkLabel(`${NEXT_YEAR.slice(2)}0630`, 'L2', '6'))
  await expect(program.page.getByText(/L2 · 6/).first()).toBeVisible()
  await pull('KONTOR:CONFIRM')
  await expect(heading()).toContainText('GR-')
  await pull('KONTOR:INSPECT')
  await instruction('quality.station.choose')
  await pull(milk.barcode)
  await instruction('Cold enough')
  await press('1')
  await instruction('Packing whole')
  await press('1')
  await instruction('quality.station.decideNow')
  await pull('KONTOR:CONFIRM')
  await instruction('quality.station.nothing')
  await begin('PUTAWAY', 'scanGoodsToPutAway')
  await pull(milk.barcode)
  await station('scanBin')
  await pull('A01-01-1')
  await refused('A03')
  await press('Escape')
  await pull(await where())
  await station('nothingToPutAway')
})

test('goods that an order waits for go from the dock to it', async () => {
  await begin('RECEIVE', 'chooseOrder')
  await pull(floor.saltOrder)
  await station('scanGoods')
  await pull(salt.barcode)
  await station('enterQuantity')
  await pull('KONTOR:QTY:5')
  await station('scanGoods')
  await pull('KONTOR:CONFIRM')
  await expect(heading()).toContainText('GR-')
  await pull('KONTOR:CONFIRM')
  await station('chooseBatch')
  await press('1')
  await station('scanBin')
  expect(await where()).toBe('DOCK')
  await pick(salt.barcode)
  await station('batchDone')
  await begin('PUTAWAY', 'scanGoodsToPutAway')
  await pull(salt.barcode)
  await station('scanBin')
  await pull(await where())
  await station('nothingToPutAway')
})

test('a fixed bin is filled as planned, and something else is moved and taken back', async () => {
  await begin('MOVE', 'scanFromBin')
  const from = await where()
  await pull('A02-03-1')
  await refused(from)
  await pull(from)
  await station('scanGoodsToMove')
  await pull(rice.barcode)
  await station('scanToBin')
  await pull(from)
  await refused('A02-03-1')
  await pull('A02-03-1')
  await station('scanFromBin')
  await pull('A02-03-1')
  await station('scanGoodsToMove')
  await pull(rice.barcode)
  await station('howManyToMove')
  await pull('KONTOR:QTY:4')
  await station('scanToBin')
  await pull('A02-02-1')
  await station('scanGoodsToMove')
  await pull('KONTOR:UNDO')
  await expect(program.page.getByRole('status').getByText(/RICE/)).toBeVisible()
  await expect(program.page.getByText('RICE Rice · 10')).toBeVisible()
})

test('a bin is counted blind', async () => {
  await begin('COUNT', 'scanBinsToCount')
  await pull(floor.nailBin)
  await expect(place()).toHaveText(floor.nailBin)
  await pull('KONTOR:CONFIRM')
  await station('scanBin')
  await pull('A02-02-1')
  await refused(/A02-02-1|count/)
  await pull(floor.nailBin)
  await station('scanWhatIsThere')
  await pull(nail.barcode)
  await station('countPieces')
  await pull('KONTOR:QTY:6')
  await station('scanWhatIsThere')
  await pull('KONTOR:CONFIRM')
  await station('countDone')
})

test('the books of the floor hold every proof', async () => {
  await program.app.close()
  expect(proofsOf(company)).toEqual([])
})

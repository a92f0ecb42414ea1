import { expect, test, type Locator } from '@playwright/test'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { withCheckDigit } from '../../src/shared/values/barcodes'
import { proofsOf } from '../support/demo-company'
import { createFirstCompany, OWNER } from '../support/first-company'
import { freshFolder, openPage, openProgram, picture, scan, signIn, type Program } from '../support/launch'

// One trading day, every step by the hands of the people who do it: bookkeeper at the desk, clerk with a scanner.
test.describe.configure({ mode: 'serial' })

const LOT_SEPARATOR = '\u001d'
const TEA = {
  code: 'T100',
  name: '龙井绿茶 250克',
  barcode: withCheckDigit('952000000100'),
  caseCode: withCheckDigit('1952000000100'),
}
const CUP = { code: 'C200', name: '白瓷茶杯', barcode: withCheckDigit('952000000200') }
const SUPPLIER = { code: 'S001', name: '西湖茶业' }
const SHOP = { code: 'K001', name: '春风便利店' }
const CANTEEN = { code: 'K002', name: '和平食堂' }

const folder = freshFolder()
const company = join(folder, 'day.kontor')
const downloads = join(folder, 'downloads')
let program: Program
let orderNumbers: string[] = []
let cupBin = ''

test.beforeAll(async () => {
  createFirstCompany(company, { name: '青禾商贸', pack: 'cn-sbe' })
  program = await openProgram({ language: 'zh-CN', company, folder })
  await program.app.evaluate(({ session }, path) => {
    // After the program's own: a picture of the file for this test.
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(`${path}/${item.getFilename()}`))
  }, downloads)
  await signIn(program.page, program.t, OWNER.login, OWNER.password)
  await expect(program.page.getByRole('banner')).toBeVisible()
})
test.afterAll(async () => {
  await program.close()
  expect(program.complaints).toEqual([])
})

/** The page in front. */
const desk = (): Locator => program.page.getByRole('tabpanel')
const t: Program['t'] = ((...words: Parameters<Program['t']>) => program.t(...words)) as Program['t']
const press = (keys: string): Promise<void> => program.page.keyboard.press(keys)
/** Text goes in at once, as an input method puts it in; keys of a scanner are another matter. */
const write = (text: string): Promise<void> => program.page.keyboard.insertText(text)
const instruction = (key: string, params = {}): Promise<void> =>
  expect(
    program.page.getByRole('heading', { level: 2, name: t(`warehouse.station.${key}`, params), exact: true }),
  ).toBeVisible()
const stateOf = (state: string): Promise<void> =>
  expect(
    desk()
      .getByText(t(`app.states.${state}`))
      .first(),
  ).toBeVisible()

async function choosePartner(label: string, partner: { readonly code: string; readonly name: string }): Promise<void> {
  const field = desk().getByRole('combobox', { name: label })
  await field.fill(partner.code)
  await expect(program.page.locator('.ant-select-item-option-active')).toHaveText(`${partner.code} ${partner.name}`)
  await press('Enter')
}

/** From the head of an order into its lines, field by field. */
async function tabToLines(): Promise<void> {
  const cell = desk().locator('.k-entry-input:focus')
  for (let field = 0; field < 8 && (await cell.count()) === 0; field += 1) await press('Tab')
  await expect(cell).toBeVisible()
}

/** Types a line of an order: item, quantity, unit, price. An empty cell keeps what is there. */
async function orderLine(cells: readonly string[]): Promise<void> {
  for (const [at, cell] of cells.entries()) {
    if (cell !== '') await write(cell)
    if (at === 0) await expect(program.page.locator('.k-lookup [role="option"]').first()).toContainText(cell)
    await press('Tab')
    // The item's packs and price are fetched.
    if (at === 0) await program.page.waitForTimeout(300)
  }
}

async function toStation(task: string): Promise<void> {
  await openPage(program.page, program.t, 'warehouse.station.title', 'warehouse')
  await scan(program.page, `KONTOR:${task}`)
}

async function toDesk(): Promise<void> {
  const rail = program.page.getByRole('navigation', { name: t('app.railLabel') })
  for (let step = 0; step < 5 && (await rail.count()) === 0; step += 1) {
    await press('Escape')
    await program.page.waitForTimeout(150)
  }
  await expect(rail).toBeVisible()
}

test('goods with packs and barcodes, suppliers and customers', async () => {
  const { page } = program
  const save = async (name: string): Promise<void> => {
    await press('Control+s')
    await expect(desk().getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByText(t('ui.document.saved')).first()).toBeVisible()
  }
  await test.step('tea: lots, shelf life, a case of twelve', async () => {
    await openPage(page, t, 'app.rooms.items', 'items')
    await desk()
      .getByRole('button', { name: t('items.new') })
      .first()
      .click()
    const field = (key: string): Locator => desk().getByLabel(t(`items.${key}`), { exact: true })
    await field('code').fill(TEA.code)
    await field('name').fill(TEA.name)
    await field('salesPrice').fill('18.50')
    await field('purchasePrice').fill('12')
    await field('lotTracked').click()
    await field('shelfLife').fill('365')
    await field('baseUnit').fill('包')
    await field('barcodes').first().click()
    await scan(page, TEA.barcode)
    await desk()
      .getByRole('button', { name: t('items.addPack') })
      .click()
    await field('packUnit').last().fill('箱')
    await field('packQuantity').last().fill('12')
    await field('barcodes').last().click()
    await scan(page, TEA.caseCode)
    await expect(desk().getByText(TEA.caseCode).last()).toBeVisible()
    await save(TEA.name)
    await picture(program, 'item')
  })
  await test.step('cups: no lots', async () => {
    await openPage(page, t, 'app.rooms.items', 'items')
    await desk()
      .getByRole('button', { name: t('items.new') })
      .first()
      .click()
    const field = (key: string): Locator => desk().getByLabel(t(`items.${key}`), { exact: true })
    await field('code').fill(CUP.code)
    await field('name').fill(CUP.name)
    await field('salesPrice').fill('9.90')
    await field('purchasePrice').fill('5')
    await field('baseUnit').fill('只')
    await field('barcodes').first().click()
    await scan(page, CUP.barcode)
    await save(CUP.name)
  })
  for (const [side, partner] of [
    ['supplier', SUPPLIER],
    ['customer', SHOP],
    ['customer', CANTEEN],
  ] as const) {
    await test.step(`${side} ${partner.code}`, async () => {
      await openPage(page, t, `parties.lists.${side}`, 'parties')
      await desk()
        .getByRole('button', { name: t('parties.new') })
        .first()
        .click()
      await desk().getByLabel(t('parties.code'), { exact: true }).fill(partner.code)
      await desk().getByLabel(t('parties.name'), { exact: true }).fill(partner.name)
      if (side === 'supplier') {
        await desk()
          .getByRole('checkbox', { name: t('parties.supplier') })
          .check()
        await desk()
          .getByRole('checkbox', { name: t('parties.customer') })
          .uncheck()
      } else await desk().getByLabel(t('parties.creditLimit')).fill('5000')
      await save(partner.name)
    })
  }
})

test('a warehouse by pattern', async () => {
  const { page } = program
  await openPage(page, t, 'warehouse.new', 'warehouse')
  await desk().getByLabel(t('warehouse.name'), { exact: true }).first().fill('中心仓')
  await desk().getByLabel(t('warehouse.aisles'), { exact: true }).fill('2')
  await desk().getByLabel(t('warehouse.baysPerAisle'), { exact: true }).fill('4')
  await desk().getByLabel(t('warehouse.levels'), { exact: true }).fill('2')
  await desk()
    .getByRole('button', { name: t('warehouse.create') })
    .click()
  await expect(desk().getByRole('heading', { name: t('warehouse.bins') })).toBeVisible()
  await expect(desk().getByText('A01-01-1')).toBeVisible()
})

test('a purchase order by keyboard alone', async () => {
  const { page } = program
  await press('Control+k')
  await write(t('purchasing.newOrder'))
  await expect(page.getByRole('option', { selected: true })).toContainText(t('purchasing.newOrder'))
  await press('Enter')
  await expect(desk().getByLabel(t('purchasing.supplier'))).toBeFocused()
  await write(SUPPLIER.code)
  await expect(page.locator('.ant-select-item-option', { hasText: SUPPLIER.name })).toHaveCount(1)
  await press('Enter')
  await tabToLines()
  await orderLine([TEA.code, '20', '箱', '12'])
  await orderLine([CUP.code, '50', '', '5'])
  await press('Control+Enter')
  await stateOf('confirmed')
  // 240 x 12 and 50 x 5, and 13 % on it.
  await expect(desk().getByText('3,536.90').first()).toBeVisible()
  await picture(program, 'purchase-order')
})

test('goods are received by scan: a GS1 code says all, a plain one is asked for the rest', async () => {
  const { page } = program
  await press('Control+Enter')
  await instruction('scanGoods')
  await test.step('something else is refused in red', async () => {
    await scan(page, '4006381333931')
    await expect(page.locator('.k-station-flood.k-station-wrong')).toBeVisible()
    await expect(page.getByRole('alert')).toContainText('4006381333931')
  })
  await test.step('lot, expiry and quantity from one scan', async () => {
    await scan(page, `010${TEA.barcode}1727113030120${LOT_SEPARATOR}10L2611A`)
    await expect(page.getByText(/L2611A · 120/).first()).toBeVisible()
  })
  await test.step('a case says what it is; lot, expiry and number are asked', async () => {
    await scan(page, TEA.caseCode)
    await instruction('enterLot')
    await write('L2612B')
    await press('Enter')
    await instruction('enterExpiry')
    await write('271231')
    await press('Enter')
    await instruction('enterQuantity')
    await picture(program, 'station-receive')
    await press('Enter')
  })
  await scan(page, CUP.barcode)
  await instruction('enterQuantity')
  await write('50')
  await press('Enter')
  await instruction('scanGoods')
  await press('Enter')
  await expect(page.getByRole('heading', { level: 2 })).toContainText('GR-')
})

test('goods are put away where the program proposes, by scan', async () => {
  const { page } = program
  await press('Enter')
  for (const barcode of [TEA.barcode, TEA.barcode, CUP.barcode]) {
    await instruction('scanGoodsToPutAway')
    await scan(page, barcode)
    await instruction('scanBin')
    await picture(program, 'station-putaway')
    const bin = await page.locator('.k-station-where strong').innerText()
    if (barcode === CUP.barcode) cupBin = bin
    await scan(page, bin)
  }
  await instruction('nothingToPutAway')
  await toDesk()
})

test('the supplier’s invoice is matched and paid', async () => {
  const { page } = program
  await openPage(page, t, 'purchasing.newInvoice', 'purchasing')
  await choosePartner(t('purchasing.supplier'), SUPPLIER)
  await desk().getByLabel(t('purchasing.reference')).fill('XH-4711')
  await expect(desk().getByRole('row')).toHaveCount(4)
  await desk()
    .getByRole('button', { name: t('purchasing.postInvoice') })
    .click()
  await expect(desk().getByRole('heading', { name: /PI-/ })).toBeVisible()
  await picture(program, 'supplier-invoice')
  await desk()
    .getByRole('button', { name: t('purchasing.pay') })
    .click()
  await desk()
    .getByRole('button', { name: t('treasury.oldestFirst') })
    .click()
  await desk()
    .getByRole('button', { name: t('treasury.post.out') })
    .click()
  await stateOf('posted')
  await expect(desk().getByText('3,536.90').first()).toBeVisible()
})

test('a sales order: more than there is is refused, what there is is reserved', async () => {
  const { page } = program
  const order = async (customer: typeof SHOP, lines: readonly (readonly string[])[]): Promise<void> => {
    await openPage(page, t, 'sales.newOrder', 'sales')
    await choosePartner(t('sales.customer'), customer)
    await tabToLines()
    for (const line of lines) await orderLine(line)
    await press('Control+Enter')
  }
  await order(SHOP, [[TEA.code, '300', '', '']])
  await expect(desk().getByText('240', { exact: false }).first()).toBeVisible()
  await expect(desk().locator('.k-entry-error, [role="alert"]').first()).toBeVisible()
  await picture(program, 'order-refused')
  await test.step('the quantity is mended where it stands', async () => {
    await desk().getByRole('grid').getByText('300').click()
    await write('100')
    await press('Tab')
    await press('Control+Enter')
    await stateOf('confirmed')
  })
  orderNumbers = [(await desk().getByRole('heading', { level: 1 }).innerText()).match(/SO-[\d-]+/)?.[0] ?? '']
  await order(CANTEEN, [
    [TEA.code, '2', '箱', ''],
    [CUP.code, '10', '', ''],
  ])
  await stateOf('confirmed')
  orderNumbers.push((await desk().getByRole('heading', { level: 1 }).innerText()).match(/SO-[\d-]+/)?.[0] ?? '')
})

test('a wave is released and picked as one batch by scan; a wrong bin floods red', async () => {
  const { page } = program
  await toStation('WAVE')
  await press('Enter')
  await toStation('PICK')
  await instruction('chooseBatch')
  await press('1')
  await instruction('scanBin')
  await test.step('wrong bin', async () => {
    const expected = await page.locator('.k-station-where strong').innerText()
    await scan(page, expected === 'A02-04-2' ? 'A02-04-1' : 'A02-04-2')
    await expect(page.locator('.k-station-flood.k-station-wrong')).toBeVisible()
    await expect(page.getByRole('alert')).toContainText(expected)
    await picture(program, 'station-wrong-bin')
  })
  const heading = page.getByRole('heading', { level: 2 })
  for (let picks = 0; picks < 6; picks += 1) {
    if ((await heading.innerText()) === t('warehouse.station.batchDone')) break
    const done = await page.locator('.k-station-progress').innerText()
    // The next pick from the same bin asks for the goods at once.
    if ((await heading.innerText()) === t('warehouse.station.scanBin')) {
      await scan(page, await page.locator('.k-station-where strong').innerText())
    }
    await instruction('scanGoodsToPick')
    const isTea = (await page.locator('.k-station-what').innerText()).includes(TEA.name)
    await picture(program, 'station')
    await scan(page, isTea ? TEA.barcode : CUP.barcode)
    await expect(page.locator('.k-station-progress')).not.toHaveText(done)
  }
  await instruction('batchDone')
})

test('packing is checked by scan, then both orders leave with a delivery note', async () => {
  const { page } = program
  const ship = async (): Promise<void> => {
    await instruction('allPacked')
    await press('Enter')
    for (const ask of ['cartons', 'weight', 'carrier']) {
      await instruction(`ship.${ask}`)
      await press('Enter')
    }
    await expect(page.getByRole('heading', { level: 2 })).toContainText('SH-')
  }
  await scan(page, 'KONTOR:PACK')
  await instruction('choosePacking')
  await scan(page, orderNumbers[0] ?? '')
  await instruction('scanToPack')
  await test.step('what was not ordered does not go in', async () => {
    await scan(page, CUP.barcode)
    await expect(page.locator('.k-station-flood.k-station-wrong')).toBeVisible()
  })
  await scan(page, 'KONTOR:QTY:100')
  await scan(page, TEA.barcode)
  await ship()

  await scan(page, 'KONTOR:PACK')
  await scan(page, orderNumbers[1] ?? '')
  await instruction('scanToPack')
  await scan(page, TEA.caseCode)
  await expect(page.locator('.k-station-answer')).toContainText('12')
  await page.waitForTimeout(300)
  await scan(page, TEA.caseCode)
  await expect(page.locator('.k-station-progress')).toHaveText(/^2/)
  await scan(page, 'KONTOR:QTY:10')
  await scan(page, CUP.barcode)
  await ship()
  await toDesk()
})

test('the delivery note is a PDF', async () => {
  const { page } = program
  await openPage(page, t, 'shipping.shipments', 'shipping')
  await desk().getByRole('gridcell', { name: /SH-/ }).first().click()
  await press('Enter')
  await desk()
    .getByRole('button', { name: t('shipping.deliveryNote') })
    .click()
  const name = await desk().getByRole('heading', { level: 1 }).innerText()
  const number = name.match(/SH-[\d-]+/)?.[0] ?? '?'
  await expect(async () => {
    const { readdirSync } = await import('node:fs')
    const file = readdirSync(downloads).find((entry) => entry.includes(number)) ?? ''
    expect(statSync(join(downloads, file)).size).toBeGreaterThan(5000)
    expect(readFileSync(join(downloads, file)).subarray(0, 5).toString()).toBe('%PDF-')
  }).toPass({ timeout: 10_000 })
})

test('what left is invoiced, and the money received', async () => {
  const { page } = program
  for (const [customer, number] of [
    [SHOP, orderNumbers[0]],
    [CANTEEN, orderNumbers[1]],
  ] as const) {
    await press('Control+k')
    await page.getByRole('combobox').fill(number ?? '')
    await page
      .getByRole('option')
      .filter({ hasText: number ?? '' })
      .first()
      .click()
    await desk()
      .getByRole('button', { name: t('sales.makeInvoice') })
      .click()
    await expect(desk().getByRole('heading', { name: /SI-/ })).toBeVisible()
    await expect(desk().getByText(customer.name).first()).toBeVisible()
  }
  await picture(program, 'desk')
  await desk()
    .getByRole('button', { name: t('sales.receiveMoney') })
    .click()
  await desk()
    .getByRole('button', { name: t('treasury.oldestFirst') })
    .click()
  await desk()
    .getByRole('button', { name: t('treasury.post.in') })
    .click()
  await stateOf('posted')
})

test('goods come back with a credit note', async () => {
  const { page } = program
  await openPage(page, t, 'shipping.shipments', 'shipping')
  await desk().getByRole('row').filter({ hasText: SHOP.name }).first().dblclick()
  await desk()
    .getByRole('button', { name: t('ui.document.more') })
    .click()
  await page.getByRole('menuitem', { name: t('shipping.takeBack') }).click()
  await desk().getByLabel(t('shipping.reason')).fill('包装破损')
  await desk()
    .getByLabel(`${t('app.lines.quantity')} ${TEA.name}`)
    .first()
    .fill('4')
  await press('Tab')
  await desk()
    .getByRole('button', { name: t('shipping.postReturn') })
    .click()
  await expect(desk().getByRole('heading', { name: /RT-/ })).toBeVisible()
  await expect(desk().getByText(/CN-/).first()).toBeVisible()
})

test('a count finds a difference, which is approved into stock and books', async () => {
  const { page } = program
  await openPage(page, t, 'warehouse.counts', 'warehouse')
  await desk()
    .getByRole('button', { name: t('warehouse.newCount') })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  const bin = cupBin
  await dialog.getByRole('combobox', { name: t('warehouse.binsToCount') }).fill(bin)
  await expect(page.locator('.ant-select-item-option', { hasText: bin })).toHaveCount(1)
  await press('Enter')
  await press('Escape')
  await dialog.getByRole('button', { name: t('warehouse.newCount') }).click()
  await expect(dialog).toBeHidden()
  await desk()
    .getByRole('button', { name: t('ui.document.more') })
    .click()
  await page.getByRole('menuitem', { name: t('warehouse.goCount') }).click()
  await scan(page, bin)
  await instruction('scanWhatIsThere')
  await scan(page, CUP.barcode)
  await instruction('countPieces')
  await write('39')
  await press('Enter')
  await instruction('scanWhatIsThere')
  await press('Enter')
  await instruction('countDone')
  await toDesk()
  await stateOf('counted')
  await desk()
    .getByRole('button', { name: t('warehouse.approve') })
    .click()
  await stateOf('approved')
  await expect(desk().getByText('-1', { exact: false }).first()).toBeVisible()
})

test('a wrong voucher is reversed', async () => {
  const { page } = program
  await openPage(page, t, 'treasury.payments', 'treasury')
  await desk().getByRole('row').filter({ hasText: CANTEEN.name }).first().dblclick()
  await desk()
    .getByRole('button', { name: t('ui.document.more') })
    .click()
  await page.getByRole('menuitem', { name: t('app.reverse.do') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(t('app.reverse.reason')).fill('客户记错')
  await dialog.getByRole('button', { name: t('app.reverse.do') }).click()
  await expect(dialog).toBeHidden()
  await stateOf('reversed')
})

test('journal, trial balance, what is owed and the owner’s page tell the same day', async () => {
  const { page } = program
  await openPage(page, t, 'accounting.journal', 'accounting')
  await expect(desk().getByRole('row').filter({ hasText: 'SI-' }).first()).toBeVisible()
  await openPage(page, t, 'accounting.trialBalance', 'books')
  await expect(desk().locator('tfoot td')).toHaveCount(8)
  const totals = (await desk().locator('tfoot td').allInnerTexts()).map((text) => text.trim())
  expect(totals[2]).not.toBe('–')
  expect(totals[2]).toBe(totals[3])
  expect(totals[4]).toBe(totals[5])
  expect(totals[6]).toBe(totals[7])
  await picture(program, 'trial-balance')
  await openPage(page, t, 'treasury.lists.receivable', 'treasury')
  await expect(desk().getByRole('row').filter({ hasText: SHOP.name }).first()).toBeVisible()
  await openPage(page, t, 'reports.owner.title', 'reports')
  // 100 and 24 teas at 18.50, 10 cups at 9.90, 4 teas back.
  await expect(desk().getByText('2,319.00').first()).toBeVisible()
})

test('the books of the day hold every proof', async () => {
  await program.app.close()
  expect(proofsOf(company)).toEqual([])
})

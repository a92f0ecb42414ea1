/** Labels of a shop's own scale, scanned with a scanner in keyboard mode where goods are sold. */
import { expect, test } from '@playwright/test'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { openPty, SimulatedScanner } from '../../src/main/edge/simulators'
import { profileById } from '../../src/shared/devices/profiles'
import type { Client } from '../support/company'
import { inCompany, proofsOf } from '../support/demo-company'
import { createFirstCompany, OWNER } from '../support/first-company'
import { freshFolder, openPage, openProgram, scan, search, signIn } from '../support/launch'
import { lookAt } from '../support/look'

const CUSTOMER = { code: 'K001', name: 'Corner Shop' }
const EAN = '4006381333931'
const CARTON = '14006381333938'

/** With its check digit: 28, five digits of the item, five of the price in cents. */
function labelOf(item: string, cents: number): string {
  const digits = `28${item}${String(cents).padStart(5, '0')}`
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

/** A hundred of each, bought of the one partner there is, received and put away today. */
function fillShelves(client: Client, warehouseId: number, itemIds: readonly number[]): void {
  const today = new Date().toISOString().slice(0, 10)
  const supplierId = client.parties.listPartners({}).rows[0]?.id ?? 0
  const quantityMicro = 100_000_000
  const { id } = client.purchasing.saveOrder({
    supplierId,
    warehouseId,
    orderedOn: today,
    expectedOn: today,
    lines: itemIds.map((itemId) => ({
      itemId,
      packId: client.items.getItem({ id: itemId }).packs[0]?.id ?? 0,
      quantityMicro,
      priceMicro: 1_000_000,
    })),
  })
  client.purchasing.confirmOrder({ id })
  const lines = client.purchasing.getOrder({ id }).lines.map((line) => ({ orderLineId: line.id, quantityMicro }))
  client.purchasing.receiveGoods({ orderId: id, receivedOn: today, lines })
  for (const task of client.warehouse.listPutaway({ warehouseId }).tasks) {
    client.warehouse.putAway({ taskId: task.id, binScan: task.toBin.code })
  }
}

/** Cheese by the kilogram at 8.00 net (9.60 with 20 % tax), bolts by the piece at 2.00 net, a carton of 12 of them. */
function prepare(file: string): void {
  createFirstCompany(file)
  inCompany(file, (client) => {
    client.parties.addPartner({
      ...CUSTOMER,
      isCustomer: true,
      isSupplier: true,
      paymentTermsDays: 14,
      creditLimitMinor: null,
      minimumRemainingLifeDays: 0,
      taxNumber: '',
      phone: '',
      email: '',
      address: '1 Market Street',
    })
    const { id: warehouseId } = client.warehouse.addWarehouse({
      code: 'W1',
      name: 'Main',
      zones: [{ code: 'A', name: 'All', categories: [], aisles: 2, baysPerAisle: 4, levels: 2 }],
    })
    const common = {
      otherName: '',
      kind: 'stock',
      category: '',
      lotTracked: false,
      shelfLifeDays: null,
      taxCode: 'standard',
      purchasePriceMicro: 1_000_000,
      supplierId: null,
      weightGrams: 10,
      volumeMillilitres: 10,
    } as const
    const goods = [
      { code: '01234', name: 'Cheese', unit: 'kg', salesPriceMicro: 8_000_000, packs: [] },
      {
        code: '00077',
        name: 'Bolt M8',
        unit: 'pc',
        salesPriceMicro: 2_000_000,
        packs: [{ unit: 'carton', baseQuantity: 12, barcodes: [CARTON] }],
      },
    ]
    const items = goods.map(({ code, name, unit, salesPriceMicro, packs }) =>
      client.items.addItem({
        ...common,
        code,
        name,
        baseUnit: unit,
        salesPriceMicro,
        packs: [{ unit, baseQuantity: 1, barcodes: code === '00077' ? [EAN] : [] }, ...packs],
      }),
    )
    fillShelves(
      client,
      warehouseId,
      items.map(({ id }) => id),
    )
    client.items.setMasks({ masks: [{ mask: '28{item:5}{price:5}', note: 'scale of the shop' }] })
  })
}

test('a label with a price in it is sold for that price at the counter', async () => {
  const file = join(freshFolder(), 'counter.kontor')
  prepare(file)
  const program = await openProgram({ language: 'en', company: file, size: { width: 1366, height: 768 } })
  const { page, t } = program
  await signIn(page, t, OWNER.login, OWNER.password)
  await expect(page.getByRole('banner')).toBeVisible()
  await openPage(page, t, 'counter.title', 'sales')
  const customer = page.getByRole('combobox', { name: t('counter.customer') })
  await customer.click()
  await page.keyboard.insertText(CUSTOMER.code)
  await expect(page.locator('.ant-select-item-option-active')).toContainText(CUSTOMER.name)
  await page.keyboard.press('Enter')
  // The focus is in the field for cash: the code must not land there.
  await page.getByLabel(t('counter.cash')).click()
  const basket = page.getByRole('table', { name: t('counter.title') })
  await scan(page, labelOf('01234', 480))
  await expect(basket.getByRole('row').filter({ hasText: 'Cheese' })).toContainText(/0\.5\s*kg/)
  await scan(page, labelOf('01234', 336))
  await expect(basket.getByRole('row').filter({ hasText: 'Cheese' })).toHaveCount(2)
  // Marked down from 2.40.
  await scan(page, labelOf('00077', 150))
  await expect(basket.getByRole('row').filter({ hasText: 'Bolt' })).toContainText('1.50')
  await expect(page.getByLabel(t('counter.cash'))).toHaveValue('')
  await expect(page.locator('.k-counter-figure').first()).toContainText('9.66')
  await lookAt(program, 'en-counter-priced-labels')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: t('counter.print') })).toBeVisible()
  expect(program.complaints).toEqual([])
  await program.close()
  const gross = inCompany(file, (client) => client.sales.listInvoices({}).rows.map((row) => row.grossMinor))
  expect(gross).toEqual([966])
  expect(proofsOf(file)).toEqual([])
})

test('on an order scans become lines wherever the focus is, and a label comes to its price', async () => {
  const file = join(freshFolder(), 'order.kontor')
  prepare(file)
  const program = await openProgram({ language: 'en', company: file, size: { width: 1366, height: 768 } })
  const { page, t } = program
  const { keyboard } = page
  await signIn(page, t, OWNER.login, OWNER.password)
  await expect(page.getByRole('banner')).toBeVisible()
  await search(page, t, t('sales.newOrder'))
  await keyboard.press('Enter')
  const desk = page.getByRole('tabpanel')
  await expect(desk.getByRole('combobox', { name: t('sales.customer') })).toBeFocused()
  await keyboard.insertText(CUSTOMER.code)
  await expect(page.locator('.ant-select-item-option-active')).toHaveText(`${CUSTOMER.code} ${CUSTOMER.name}`)
  await keyboard.press('Enter')
  const rows = desk.locator('.k-entry-row:not(.k-entry-head)')
  // In the note, which must stay empty. The last row is the empty one for what is typed.
  const note = desk.getByLabel(t('app.lines.note'))
  await note.click()
  await scan(page, labelOf('01234', 480))
  await expect(rows).toHaveCount(2)
  await scan(page, labelOf('01234', 960))
  await expect(rows).toHaveCount(3)
  for (let count = 0; count < 3; count += 1) await scan(page, EAN)
  await expect(rows).toHaveCount(4)
  await scan(page, CARTON)
  await expect(rows).toHaveCount(5)
  await expect(note).toHaveValue('')
  // In the middle of typing a quantity.
  await desk.getByText('0.5', { exact: true }).click()
  await keyboard.insertText('0.5')
  await scan(page, labelOf('00077', 150))
  await expect(rows).toHaveCount(6)
  await scan(page, '9999999999994')
  await expect(page.getByRole('alert')).toContainText('9999999999994')
  await lookAt(program, 'en-order-priced-labels')
  await keyboard.press('Control+Enter')
  await expect(desk.getByText(t('app.states.confirmed')).first()).toBeVisible({ timeout: 20_000 })
  expect(program.complaints).toEqual([])
  await program.close()
  const order = inCompany(file, (client) => {
    const [first] = client.sales.listOrders({ state: 'confirmed' }).rows
    return client.sales.getOrder({ id: first!.id })
  })
  expect(order.lines.map((line) => [line.item.name, line.quantityMicro / 1_000_000, line.priceMicro])).toEqual([
    ['Cheese', 0.5, 8_000_000],
    ['Cheese', 1, 8_000_000],
    ['Bolt M8', 3, 2_000_000],
    ['Bolt M8', 12, 2_000_000],
    ['Bolt M8', 1, 1_250_000],
  ])
  expect(proofsOf(file)).toEqual([])
})

test('a scanner that is a device of its own types into the field where the page takes no scans', async () => {
  const folder = freshFolder()
  const file = join(folder, 'field.kontor')
  const wire = await openPty(join(folder, 'scanner'))
  prepare(file)
  inCompany(file, (client) => {
    const profile = profileById('scanner-serial')
    if (profile === undefined) throw new Error('no profile')
    const address = { transport: 'serial', path: wire.address } as const
    client.devices.addDevice({ station: hostname(), name: 'Scanner', profile, address })
  })
  const program = await openProgram({ language: 'en', company: file })
  const { page, t } = program
  await signIn(page, t, OWNER.login, OWNER.password)
  await expect(page.getByRole('banner')).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('dialog', { name: t('ui.palette.title') }).getByRole('combobox')
  const scanner = new SimulatedScanner(wire)
  await expect(async () => {
    scanner.scan(`]E0${EAN}`)
    await expect(field).toHaveValue(EAN, { timeout: 1000 })
  }).toPass({ timeout: 20_000 })
  expect(program.complaints).toEqual([])
  await program.close()
  await wire.close()
})

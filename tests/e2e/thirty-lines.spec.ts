import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import { inCompany, proofsOf } from '../support/demo-company'
import { createFirstCompany, OWNER } from '../support/first-company'
import { freshFolder, openProgram, search, signIn } from '../support/launch'

const LINES = 30
const CUSTOMER = { code: 'K001', name: 'Corner Shop' }
const codeOf = (nth: number): string => `P${String(nth + 1).padStart(3, '0')}`

const file = join(freshFolder(), 'keys.kontor')

test.beforeAll(() => {
  createFirstCompany(file)
  inCompany(file, (client, group) => {
    group(() => {
      client.parties.addPartner({
        ...CUSTOMER,
        isCustomer: true,
        isSupplier: false,
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
      const items = Array.from({ length: LINES }, (_, nth) =>
        client.items.addItem({
          code: codeOf(nth),
          name: `Part ${codeOf(nth)}`,
          otherName: '',
          kind: 'stock',
          category: '',
          baseUnit: 'pc',
          lotTracked: false,
          shelfLifeDays: null,
          taxCode: 'standard',
          salesPriceMicro: 2_000_000 + nth * 100_000,
          purchasePriceMicro: 1_000_000,
          supplierId: null,
          weightGrams: 10,
          volumeMillilitres: 10,
          packs: [{ unit: 'pc', baseQuantity: 1, barcodes: [] }],
        }),
      )
      client.warehouse.adjustStock({
        warehouseId,
        adjustedOn: new Date().toISOString().slice(0, 10),
        reason: 'opening',
        lines: items.map(({ id }) => ({ itemId: id, quantityMicro: 100_000_000 })),
      })
    })
  })
})

test('an order of 30 lines is entered and confirmed by the keyboard alone', async () => {
  test.setTimeout(180_000)
  const program = await openProgram({ language: 'en', company: file })
  const { page, t } = program
  const { keyboard } = page
  await signIn(page, t, OWNER.login, OWNER.password)
  await expect(page.getByRole('banner')).toBeVisible()
  const before = await page.evaluate(() => {
    const counted = window as unknown as { presses: number }
    counted.presses = 0
    document.addEventListener('pointerdown', () => (counted.presses += 1), true)
    return counted.presses
  })
  expect(before).toBe(0)

  await search(page, t, t('sales.newOrder'))
  await keyboard.press('Enter')
  const desk = page.getByRole('tabpanel')
  // The customer's field has the focus.
  await expect(desk.getByRole('combobox', { name: t('sales.customer') })).toBeFocused()
  await keyboard.insertText(CUSTOMER.code)
  await expect(page.locator('.ant-select-item-option-active')).toHaveText(`${CUSTOMER.code} ${CUSTOMER.name}`)
  await keyboard.press('Enter')
  const cell = desk.locator('.k-entry-input:focus')
  for (let field = 0; field < 8 && (await cell.count()) === 0; field += 1) await keyboard.press('Tab')
  await expect(cell).toBeVisible()

  for (let nth = 0; nth < LINES; nth += 1) {
    await keyboard.insertText(codeOf(nth))
    await expect(page.locator('.k-lookup [role="option"]').first()).toContainText(codeOf(nth))
    await keyboard.press('Tab')
    await keyboard.insertText(String(nth + 1))
    // Quantity, pack, price: the last Tab begins the next line.
    for (let column = 0; column < 3; column += 1) await keyboard.press('Tab')
    await expect(cell).toBeVisible()
  }
  // Prices come from the lists by themselves.
  await expect(desk.getByText(t('app.states.draft')).first()).toBeVisible()
  await page.waitForTimeout(1500)
  await keyboard.press('Control+Enter')
  await expect(desk.getByText(t('app.states.confirmed')).first()).toBeVisible({ timeout: 20_000 })
  expect(await page.evaluate(() => (window as unknown as { presses: number }).presses)).toBe(0)
  expect(program.complaints).toEqual([])
  await program.close()

  const lines = inCompany(file, (client) => {
    const [order] = client.sales.listOrders({ state: 'confirmed' }).rows
    return client.sales.getOrder({ id: order!.id }).lines
  })
  expect(lines.map((line) => [line.item.code, line.quantityMicro / 1_000_000, line.priceMicro])).toEqual(
    Array.from({ length: LINES }, (_, nth) => [codeOf(nth), nth + 1, 2_000_000 + nth * 100_000]),
  )
  expect(proofsOf(file)).toEqual([])
})

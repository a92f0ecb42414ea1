import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import type { Language } from '../../src/shared/values/format'
import { createFirstCompany, OWNER } from '../support/first-company'
import { inCompany } from '../support/demo-company'
import { freshFolder, openPage, openProgram, signIn, type Program } from '../support/launch'
import { lookAt } from '../support/look'

const DESK = { width: 1366, height: 768 }
const PIECE = 1_000_000
const folder = freshFolder()
const file = join(folder, 'sourcing.kontor')
const today = new Date().toLocaleDateString('sv')
const later = new Date(Date.now() + 20 * 86_400_000).toLocaleDateString('sv')

const PARTNER = {
  isCustomer: false,
  isSupplier: true,
  paymentTermsDays: 30,
  creditLimitMinor: null,
  minimumRemainingLifeDays: 0,
  taxNumber: '',
  phone: '',
  email: '',
  address: '',
}

/** Two suppliers who answered the same enquiry, an order with a deposit, and a request that nobody has answered. */
test.beforeAll(() => {
  createFirstCompany(file)
  inCompany(file, (client) => {
    const warehouses = client.warehouse.listWarehouses({}).rows
    const warehouseId =
      warehouses[0]?.id ??
      client.warehouse.addWarehouse({
        code: 'W1',
        name: '主仓库',
        zones: [{ code: 'A', name: '常温', categories: [], aisles: 1, baysPerAisle: 2, levels: 1 }],
      }).id
    const items = [
      ['BOLT-M8', 'M8 六角螺栓'],
      ['TEA-250', '龙井茶 250 克'],
    ].map(
      ([code = '', name = '']) =>
        client.items.addItem({
          code,
          name,
          otherName: '',
          kind: 'stock',
          category: '日用',
          baseUnit: '件',
          lotTracked: false,
          shelfLifeDays: null,
          taxCode: 'standard',
          supplierId: null,
          weightGrams: 0,
          volumeMillilitres: 0,
          salesPriceMicro: 20 * PIECE,
          purchasePriceMicro: 10 * PIECE,
          packs: [{ unit: '件', baseQuantity: 1, barcodes: [] }],
        }).id,
    )
    const suppliers = ['北方供应', '南方贸易'].map(
      (name, at) => client.parties.addPartner({ ...PARTNER, code: `S-${at}`, name }).id,
    )
    const lines = items.map((itemId, at) => ({ itemId, quantityMicro: (at + 1) * 100 * PIECE }))
    const days = { askedOn: today, answerBy: later, neededOn: later }
    client.sourcing.placeRequest({ warehouseId, requestedOn: today, neededOn: later, reason: '春季展会', lines })
    const enquiry = client.sourcing.placeEnquiry({ ...days, warehouseId, supplierIds: suppliers, lines })
    const asked = client.sourcing.getEnquiry({ id: enquiry.id }).lines
    for (const [nth, supplierId] of suppliers.entries()) {
      client.sourcing.recordBid({
        enquiryId: enquiry.id,
        supplierId,
        answeredOn: today,
        lines: asked.map(({ id }, at) => ({ lineId: id, priceMicro: (9 + nth + at) * PIECE, leadDays: 5 + 30 * nth })),
      })
    }
    const order = client.purchasing.saveOrder({
      supplierId: suppliers[0] ?? 0,
      warehouseId,
      orderedOn: today,
      expectedOn: later,
      lines: items.map((itemId) => ({
        itemId,
        packId: client.items.getItem({ id: itemId }).packs[0]?.id ?? 0,
        quantityMicro: 100 * PIECE,
        priceMicro: 10 * PIECE,
      })),
    })
    client.purchasing.confirmOrder({ id: order.id })
    client.deposits.askDeposit({
      direction: 'out',
      orderId: order.id,
      askedOn: today,
      dueOn: later,
      amountMinor: 50_000,
    })
  })
})

const openFirst = async ({ page }: Program): Promise<void> => {
  await page.getByRole('tabpanel').getByRole('grid').getByRole('row').nth(1).dblclick()
}

for (const language of ['zh-CN', 'en'] as const satisfies Language[]) {
  test(`what comes before an order, ${language}`, async () => {
    const program = await openProgram({ language, company: file, size: DESK })
    const { page, t } = program
    await signIn(page, t, OWNER.login, OWNER.password)
    await expect(page.getByRole('banner')).toBeVisible()

    await openPage(page, t, 'sourcing.requests', 'purchasing')
    await lookAt(program, `${language}-requests`)
    await openFirst(program)
    await expect(page.getByRole('heading', { name: t('app.kinds.sourcing.request') })).toBeVisible()
    await lookAt(program, `${language}-request`)

    await openPage(page, t, 'sourcing.enquiries', 'purchasing')
    await openFirst(program)
    await expect(page.getByRole('table', { name: t('sourcing.comparison') })).toBeVisible()
    await lookAt(program, `${language}-enquiry`)
    await page.getByRole('button', { name: `南方贸易: ${t('sourcing.answer')}` }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await lookAt(program, `${language}-answer`)
    await page.keyboard.press('Escape')

    await openPage(page, t, 'deposits.list', 'treasury')
    await lookAt(program, `${language}-deposits`)
    await openFirst(program)
    await lookAt(program, `${language}-deposit`)
    await openPage(page, t, 'orders.carriers', 'orders')
    await lookAt(program, `${language}-carriers`)
    expect(program.complaints).toEqual([])
    await program.close()
  })
}

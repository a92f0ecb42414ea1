import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import type { Language } from '../../src/shared/values/format'
import { inCompany } from '../support/demo-company'
import { createFirstCompany, OWNER } from '../support/first-company'
import { freshFolder, openPage, openProgram, signIn, type Program } from '../support/launch'
import { lookAt } from '../support/look'

const DESK = { width: 1366, height: 768 }
const PIECE = 1_000_000
const folder = freshFolder()
const file = join(folder, 'supply.kontor')
const today = new Date().toLocaleDateString('sv')
const later = new Date(Date.now() + 20 * 86_400_000).toLocaleDateString('sv')

const PARTNER = {
  paymentTermsDays: 30,
  creditLimitMinor: null,
  minimumRemainingLifeDays: 0,
  taxNumber: '',
  phone: '0512 1234567',
  email: '',
  address: '工业园区星湖街 1 号',
}

/** Goods on consignment both ways, an agreement with a call-off, and an order that the supplier sends himself. */
test.beforeAll(() => {
  createFirstCompany(file)
  inCompany(file, (client) => {
    const warehouseId =
      client.warehouse.listWarehouses({}).rows[0]?.id ??
      client.warehouse.addWarehouse({
        code: 'W1',
        name: '主仓库',
        zones: [{ code: 'A', name: '常温', categories: [], aisles: 1, baysPerAisle: 2, levels: 1 }],
      }).id
    const itemId = client.items.addItem({
      code: 'BOLT-M8',
      name: 'M8 六角螺栓',
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
    }).id
    const packId = client.items.getItem({ id: itemId }).packs[0]?.id ?? 0
    const supplier = { ...PARTNER, isCustomer: false, isSupplier: true }
    const supplierId = client.parties.addPartner({ ...supplier, code: 'S-0', name: '北方供应' }).id
    const customer = { ...PARTNER, isCustomer: true, isSupplier: false }
    const customerId = client.parties.addPartner({ ...customer, code: 'C-0', name: '街角便利店' }).id
    const line = { itemId, packId, quantityMicro: 100 * PIECE, priceMicro: 10 * PIECE }
    for (const isConsigned of [false, true]) {
      const head = { supplierId, warehouseId, orderedOn: today, expectedOn: later }
      const { id } = client.purchasing.saveOrder({ ...head, isConsigned, lines: [line] })
      client.purchasing.confirmOrder({ id })
      const [ordered] = client.purchasing.getOrder({ id }).lines
      client.purchasing.receiveGoods({
        orderId: id,
        receivedOn: today,
        lines: [{ orderLineId: ordered?.id ?? 0, quantityMicro: 100 * PIECE }],
      })
    }
    for (const task of client.warehouse.listPutaway({ warehouseId }).tasks) {
      client.warehouse.putAway({ taskId: task.id, binScan: task.toBin.code })
    }
    const goods = [{ itemId, quantityMicro: 120 * PIECE }]
    client.consignment.bringGoods({ customerId, warehouseId, on: today, lines: goods })
    const agreement = client.purchasing.placeAgreement({
      supplierId,
      validFrom: today,
      validTo: later,
      note: '年度价格',
      lines: [{ itemId, priceMicro: 9 * PIECE, quantityMicro: 500 * PIECE }],
    })
    const lines = client.purchasing.getAgreement({ id: agreement.id }).lines.map(({ id }) => id)
    const called = client.purchasing.callOff({
      id: agreement.id,
      warehouseId,
      orderedOn: today,
      expectedOn: later,
      lines: lines.map((lineId) => ({ lineId, quantityMicro: 200 * PIECE })),
    })
    client.purchasing.confirmOrder({ id: called.id })
    const sold = client.sales.saveOrder({
      customerId,
      warehouseId,
      orderedOn: today,
      promisedOn: later,
      lines: [{ ...line, quantityMicro: 300 * PIECE, priceMicro: 20 * PIECE }],
    })
    client.sales.confirmOrder({ id: sold.id, backOrder: true })
    const [soldLine] = client.sales.getOrder({ id: sold.id }).lines
    client.purchasing.orderDirectly({
      salesOrderId: sold.id,
      supplierId,
      orderedOn: today,
      expectedOn: later,
      lines: [{ salesLineId: soldLine?.id ?? 0, quantityMicro: 150 * PIECE, priceMicro: 9 * PIECE }],
    })
  })
})

const openFirst = async ({ page }: Program): Promise<void> => {
  await page.getByRole('tabpanel').getByRole('grid').getByRole('row').nth(1).dblclick()
}

for (const language of ['zh-CN', 'en'] as const satisfies Language[]) {
  test(`whose goods they are and where they go, ${language}`, async () => {
    const program = await openProgram({ language, company: file, size: DESK })
    const { page, t } = program
    await signIn(page, t, OWNER.login, OWNER.password)
    await expect(page.getByRole('banner')).toBeVisible()
    const press = async (key: string): Promise<void> => {
      await page
        .getByRole('tabpanel')
        .getByRole('button', { name: t(key) })
        .click()
    }
    const lookAtDialog = async (name: string): Promise<void> => {
      await expect(page.getByRole('dialog')).toBeVisible()
      await lookAt(program, `${language}-${name}`)
      await page.keyboard.press('Escape')
    }

    await openPage(page, t, 'purchasing.consignment.list', 'purchasing')
    await lookAt(program, `${language}-consigned`)
    await openFirst(program)
    await lookAt(program, `${language}-consigned-receipt`)

    await openPage(page, t, 'purchasing.agreements.list', 'purchasing')
    await lookAt(program, `${language}-agreements`)
    await openFirst(program)
    await expect(page.getByText('300').first()).toBeVisible()
    await lookAt(program, `${language}-agreement`)
    await press('purchasing.agreements.callOff')
    await lookAtDialog('call-off')
    await openPage(page, t, 'purchasing.agreements.list', 'purchasing')
    await press('purchasing.agreements.new')
    await lookAt(program, `${language}-new-agreement`)

    await openPage(page, t, 'purchasing.orders', 'purchasing')
    await openFirst(program)
    await press('purchasing.direct.dispatch')
    await lookAtDialog('dispatch')
    await lookAt(program, `${language}-direct-order`)

    await openPage(page, t, 'consignment.list', 'sales')
    await lookAt(program, `${language}-placed`)
    await openFirst(program)
    await lookAtDialog('use')
    await press('consignment.bring')
    await lookAtDialog('bring')

    await openPage(page, t, 'sales.orders', 'sales')
    await openFirst(program)
    await lookAt(program, `${language}-sales-order`)
    await press('ui.document.more')
    await page.getByRole('menuitem', { name: t('sales.direct.order') }).click()
    await lookAtDialog('direct')
    expect(program.complaints).toEqual([])
    await program.close()
  })
}

import { afterEach, expect, it } from 'vitest'
import { openTestCompany, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, ITEM, PIECE } from '../../support/supplies'
import { stockUp } from '../../support/warehouse-day'

let company: TestCompany
afterEach(() => closeSound(company))

it('a short line of a channel is offered what may be given instead and is there, and learns nothing from it', () => {
  company = openTestCompany()
  const supplies = addSupplies(company)
  const { owner, bookkeeper } = company
  const packs = [{ unit: 'pc', baseQuantity: 1, barcodes: [] }]
  const instead = ['FULL', 'FEW', 'NONE'].map((code) => {
    const { id } = owner.items.addItem({ ...ITEM, code, name: code, packs })
    return { id, packId: owner.items.getItem({ id }).packs[0]?.id ?? 0 }
  })
  const [full, few, none] = instead.map(({ id }) => id)
  owner.items.setSubstitutes({ itemId: supplies.bolt.id, substituteIds: [none ?? 0, few ?? 0, full ?? 0] })
  stockUp(company, supplies, [
    { item: supplies.bolt, pieces: 2 },
    { item: instead[0] ?? supplies.bolt, pieces: 9 },
    { item: instead[1] ?? supplies.bolt, pieces: 4 },
  ])
  const { id: channelId } = owner.prices.saveChannel({ code: 'WEB', name: 'Web shop' })
  const taken = bookkeeper.orders.takeOrder({
    channelId,
    externalNumber: 'W-1',
    warehouseId: supplies.warehouseId,
    customer: 'C1',
    shipTo: '1 Market Street',
    promisedOn: '2026-03-04',
    lines: [{ item: 'BOLT', countMicro: 5 * PIECE }],
    release: true,
  })
  const line = () => bookkeeper.orders.getRequest({ id: taken.id }).lines[0]
  expect(line()).toMatchObject({ problems: ['stock'], substitutes: [{ code: 'FULL' }] })
  const mended = bookkeeper.orders.mendRequest({
    id: taken.id,
    customerId: supplies.customerId,
    shipTo: '1 Market Street',
    promisedOn: '2026-03-04',
    lines: [
      {
        id: line()?.id ?? 0,
        itemId: full ?? 0,
        packId: instead[0]?.packId ?? 0,
        countMicro: 5 * PIECE,
        priceMicro: null,
        isSubstitute: true,
      },
    ],
  })
  expect(mended.problems).toEqual([])
  expect(line()).toMatchObject({ item: { code: 'FULL' }, problems: [], substitutes: [] })
  const read = bookkeeper.orders.readMessage({ text: '3 BOLT', customerId: supplies.customerId })
  expect(read.lines).toMatchObject([{ item: { code: 'BOLT' } }])
  const { orderId } = bookkeeper.orders.releaseOrder({ id: taken.id })
  expect(bookkeeper.sales.getOrder({ id: orderId ?? 0 }).lines).toMatchObject([{ item: { code: 'FULL' } }])
})

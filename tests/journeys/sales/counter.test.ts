import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { receive, sell as sellOrder, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  stockUp(company, supplies, [
    { item: supplies.bolt, pieces: 10 },
    { item: supplies.tea, pieces: 4, lotCode: 'L1', expiresOn: '2026-12-31' },
  ])
})
afterEach(() => closeSound(company))

const yuan = (amount: number): number => Math.round(amount * 1_000_000)

function ring(lines: readonly { item: 'bolt' | 'tea'; pieces: number; price: number }[], tenderedMinor: number) {
  return company.bookkeeper.counter.sell({
    customerId: supplies.customerId,
    warehouseId: supplies.warehouseId,
    soldOn: '2026-03-02',
    tenderedMinor,
    lines: lines.map(({ item, pieces, price }) => ({
      itemId: supplies[item].id,
      packId: supplies[item].packId,
      quantityMicro: pieces * PIECE,
      priceMicro: yuan(price),
    })),
  })
}

const onHand = (item: 'bolt' | 'tea') => company.owner.inventory.itemStock({ itemId: supplies[item].id }).onHandMicro

describe('a sale over the counter', () => {
  it('is delivery, invoice and payment at once, with its change', () => {
    const before = balances(company.owner)
    // 3 x 20.00 and 13 %: 67.80; 1 x 30.00 and 9 %: 32.70; together 100.50
    const sold = ring(
      [
        { item: 'bolt', pieces: 3, price: 20 },
        { item: 'tea', pieces: 1, price: 30 },
      ],
      12_000,
    )
    expect(sold).toMatchObject({ invoiceNumber: 'SI-2026-000001', grossMinor: 10_050, changeMinor: 1950 })
    expect([onHand('bolt'), onHand('tea')]).toEqual([7 * PIECE, 3 * PIECE])
    const { chain, openMinor, state } = company.bookkeeper.sales.getInvoice({ id: sold.invoiceId })
    expect({ openMinor, state }).toEqual({ openMinor: 0, state: 'posted' })
    expect([...chain.from, ...chain.to].map(({ kind }) => kind)).toEqual([
      'sales.order',
      'shipping.shipment',
      'treasury.payment',
    ])
    // 1001 库存现金 takes 100.50; 1405 库存商品 gives up 3 x 10.00 and 1 x 10.00
    const after = balances(company.owner)
    expect((after['1001'] ?? 0) - (before['1001'] ?? 0)).toBe(10_050)
    expect((after['1405'] ?? 0) - (before['1405'] ?? 0)).toBe(-4000)
    expect(company.bookkeeper.counter.listSales({ soldOn: '2026-03-02' })).toMatchObject({
      rows: [{ invoiceNumber: 'SI-2026-000001', tenderedMinor: 12_000, changeMinor: 1950, soldBy: 'Bookkeeper' }],
      sums: { grossMinor: 10_050 },
    })
    for (const locale of ['en', 'zh-CN'] as const) {
      expect(
        Buffer.from(company.bookkeeper.counter.receiptPdf({ id: sold.id, locale }).pdf, 'base64').length,
      ).toBeGreaterThan(1000)
    }
  })

  it('that is refused leaves nothing behind', () => {
    const before = balances(company.owner)
    const refused = refusalOf(() => ring([{ item: 'bolt', pieces: 3, price: 20 }], 6700))
    expect([refused.code, refused.params]).toEqual([
      'counter.tooLittle',
      { total: '67.80', tendered: '67.00', missing: '0.80' },
    ])
    expect(refusalOf(() => ring([{ item: 'bolt', pieces: 11, price: 20 }], 99_999)).code).toBe(
      'inventory.insufficientStock',
    )
    expect(refusalOf(() => ring([{ item: 'bolt', pieces: 1, price: 9 }], 99_999)).code).toBe('sales.belowCost')
    expect(onHand('bolt')).toBe(10 * PIECE)
    expect(balances(company.owner)).toEqual(before)
    expect(company.owner.sales.listOrders({}).total).toBe(0)
    expect(
      refusalOf(() =>
        company.clerk.counter.sell({
          customerId: supplies.customerId,
          warehouseId: supplies.warehouseId,
          soldOn: '2026-03-02',
          tenderedMinor: 1,
          lines: [{ itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: PIECE, priceMicro: 1 }],
        }),
      ).code,
    ).toBe('access.rightMissing')
  })

  it('takes nothing that is promised to others', () => {
    sellOrder(company, supplies, [{ item: supplies.bolt, pieces: 8 }])
    expect(refusalOf(() => ring([{ item: 'bolt', pieces: 3, price: 20 }], 99_999)).code).toBe(
      'inventory.insufficientStock',
    )
    receive(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
    // seven of the fifteen are free by now, five of them at the dock
    ring([{ item: 'bolt', pieces: 7, price: 20 }], 99_999)
    expect(onHand('bolt')).toBe(8 * PIECE)
  })

  it('sells services too, alone or with goods', () => {
    const { id } = company.owner.items.addItem({
      code: 'FIT',
      name: 'Fitting',
      otherName: '',
      kind: 'service',
      category: '',
      baseUnit: 'job',
      lotTracked: false,
      shelfLifeDays: null,
      taxCode: 'standard',
      salesPriceMicro: yuan(50),
      purchasePriceMicro: 0,
      supplierId: null,
      weightGrams: 0,
      volumeMillilitres: 0,
      packs: [{ unit: 'job', baseQuantity: 1, barcodes: [] }],
    })
    const packId = company.owner.items.getItem({ id }).packs[0]!.id
    const sold = company.bookkeeper.counter.sell({
      customerId: supplies.customerId,
      warehouseId: supplies.warehouseId,
      soldOn: '2026-03-02',
      tenderedMinor: 5650,
      lines: [{ itemId: id, packId, quantityMicro: PIECE, priceMicro: yuan(50) }],
    })
    expect(sold).toMatchObject({ grossMinor: 5650, changeMinor: 0 })
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, order, PIECE, type Supplies } from '../../support/supplies'
import { putAllAway, release, sell } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
let phone: { id: number; packId: number }

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  const { id } = company.owner.items.addItem({
    code: 'PHONE',
    name: 'Telephone',
    otherName: '',
    kind: 'stock',
    category: 'Electronics',
    baseUnit: 'pc',
    lotTracked: true,
    serialTracked: true,
    brand: 'Ericsson',
    shelfLifeDays: null,
    taxCode: 'standard',
    salesPriceMicro: 900_000_000,
    purchasePriceMicro: 500_000_000,
    supplierId: supplies.supplierId,
    weightGrams: 200,
    volumeMillilitres: 500,
    packs: [{ unit: 'pc', baseQuantity: 1, barcodes: ['4012345678901'] }],
  })
  phone = { id, packId: company.owner.items.getItem({ id }).packs[0]?.id ?? 0 }
})
afterEach(() => closeSound(company))

function buy(serials: readonly string[], quantity = serials.length) {
  const bought = order(company.owner, supplies, [{ item: phone, pieces: quantity, priceMicro: 500_000_000 }])
  return company.clerk.purchasing.receiveGoods({
    orderId: bought.id,
    receivedOn: '2026-03-02',
    lines: [{ orderLineId: bought.lineIds[0] ?? 0, quantityMicro: quantity * PIECE, serials: [...serials] }],
  })
}

const places = () =>
  company.owner.inventory
    .itemStock({ itemId: phone.id })
    .balances.map(({ lot, bin }) => `${lot?.code} ${bin.code}`)
    .toSorted()

describe('receiving pieces with serial numbers', () => {
  it('keeps each by itself, at its part of the price', () => {
    const receipt = buy(['SN-1', 'SN-2', 'SN-3'])
    expect(company.owner.purchasing.getReceipt({ id: receipt.id }).lines).toMatchObject([
      { lotCode: 'SN-1', quantityMicro: PIECE, valueMinor: 50_000 },
      { lotCode: 'SN-2', quantityMicro: PIECE, valueMinor: 50_000 },
      { lotCode: 'SN-3', quantityMicro: PIECE, valueMinor: 50_000 },
    ])
    expect(company.owner.inventory.itemStock({ itemId: phone.id })).toMatchObject({ onHandMicro: 3 * PIECE })
    expect(company.clerk.items.readScan({ scan: 'SN-2' })).toMatchObject({
      item: { code: 'PHONE' },
      lot: 'SN-2',
      serialTracked: true,
    })
    // GTIN and AI 21 on one label
    expect(company.clerk.items.readScan({ scan: ']d2010401234567890121SN-9' })).toMatchObject({
      item: { code: 'PHONE' },
      lot: 'SN-9',
    })
  })

  it('refuses a number twice, one too many, and two pieces under one number', () => {
    buy(['SN-1'])
    const again = refusalOf(() => buy(['SN-1']))
    expect([again.code, again.params['serial']]).toEqual(['inventory.serialHere', 'SN-1'])
    expect(refusalOf(() => buy(['SN-2', 'SN-2'])).code).toBe('inventory.serialHere')
    expect(refusalOf(() => buy(['SN-2', 'SN-3'], 3)).code).toBe('purchasing.serialsDiffer')
    const bought = order(company.owner, supplies, [{ item: phone, pieces: 2, priceMicro: 500_000_000 }])
    const asLot = refusalOf(() =>
      company.clerk.purchasing.receiveGoods({
        orderId: bought.id,
        receivedOn: '2026-03-02',
        lines: [{ orderLineId: bought.lineIds[0] ?? 0, quantityMicro: 2 * PIECE, lotCode: 'SN-2' }],
      }),
    )
    expect(asLot.code).toBe('inventory.serialIsOne')
    expect(places()).toHaveLength(1)
  })

  it('is how the item stays while it is on hand', () => {
    buy(['SN-1'])
    const { id: _id, active: _active, ...item } = company.owner.items.getItem({ id: phone.id })
    const packs = item.packs.map(({ unit, baseQuantity, barcodes }) => ({ unit, baseQuantity, barcodes }))
    const asLots = { ...item, purchasePriceMicro: 0, packs, serialTracked: false }
    expect(refusalOf(() => company.owner.items.changeItem({ id: phone.id, ...asLots })).code).toBe(
      'inventory.trackingNeedsEmptyStock',
    )
    expect(
      refusalOf(() =>
        company.owner.items.changeItem({ id: phone.id, ...asLots, serialTracked: true, lotTracked: false }),
      ).code,
    ).toBe('items.serialNeedsLots')
  })
})

describe('picking, packing, delivering', () => {
  beforeEach(() => {
    buy(['SN-1', 'SN-2', 'SN-3'])
    putAllAway(company, supplies)
  })

  /** All pieces lie in one bin, so that any of them may be taken. */
  function gather(): string {
    const [first, ...others] = company.owner.inventory.itemStock({ itemId: phone.id }).balances
    for (const { bin, lot } of others) {
      if (bin.code === first?.bin.code) continue
      company.clerk.warehouse.moveStock({
        fromBinScan: bin.code,
        toBinScan: first?.bin.code ?? '',
        itemId: phone.id,
        lotId: lot?.id ?? 0,
        status: 'available',
        quantityMicro: PIECE,
      })
    }
    return first?.bin.code ?? ''
  }

  it('takes the piece in hand, whichever was planned, and knows who has it', () => {
    gather()
    const orderId = sell(company, supplies, [{ item: phone, pieces: 2, priceMicro: 900_000_000 }])
    const tasks = release(company, supplies, [orderId])
    expect(tasks.map(({ lot }) => lot?.code)).toEqual(['SN-1', 'SN-2'])
    const pick = (at: number, itemScan: string) =>
      company.clerk.warehouse.confirmPick({
        taskId: tasks[at]?.id ?? 0,
        binScan: tasks[at]?.fromBin.code ?? '',
        itemScan,
      })
    expect(refusalOf(() => pick(0, 'PHONE')).code).toBe('warehouse.serialWanted')
    expect(refusalOf(() => pick(0, ']d2010401234567890121SN-9')).code).toBe('warehouse.serialUnknown')
    // SN-2 is planned for the other pick: they change places. SN-3 was planned for nobody.
    pick(0, 'SN-2')
    pick(1, ']d2010401234567890121SN-3')
    const pack = (itemScan: string) => company.clerk.warehouse.packScan({ orderId, itemScan })
    expect(refusalOf(() => pack('4012345678901')).code).toBe('warehouse.serialWanted')
    expect(refusalOf(() => pack('SN-1')).code).toBe('warehouse.lotNotPicked')
    pack('SN-2')
    expect(refusalOf(() => pack('SN-2')).code).toBe('warehouse.packedTooMany')
    pack('SN-3')
    const shipment = company.clerk.shipping.shipOrder({ orderId, shippedOn: '2026-03-03' })
    expect(
      company.owner.shipping
        .getShipment({ id: shipment.id })
        .lines.map(({ lot }) => lot?.code)
        .toSorted(),
    ).toEqual(['SN-2', 'SN-3'])

    const trace = company.owner.stock.trace({ code: 'SN-2' })
    expect(trace.suppliers.map(({ partner }) => partner.code)).toEqual(['S1'])
    expect(trace.customers.map(({ partner }) => partner.code)).toEqual(['C1'])
    expect(company.owner.stock.trace({ code: 'SN-1' }).customers).toEqual([])

    // Sold is gone: it can't be sold again, nor bought anew.
    const bought = refusalOf(() => buy(['SN-2']))
    expect([bought.code, bought.params['document']]).toEqual(['purchasing.serialSold', shipment.number])
    const lost = refusalOf(() =>
      company.owner.warehouse.adjustStock({
        warehouseId: supplies.warehouseId,
        adjustedOn: '2026-03-04',
        reason: 'broken',
        lines: [{ itemId: phone.id, lotCode: 'SN-2', quantityMicro: -PIECE }],
      }),
    )
    expect(lost.code).toBe('warehouse.notEnoughThere')
    expect(balances(company.owner)['1405']).toBe(50_000)
  })

  it('brings the very piece back, and no other', () => {
    gather()
    const orderId = sell(company, supplies, [{ item: phone, pieces: 1, priceMicro: 900_000_000 }])
    const [task] = release(company, supplies, [orderId])
    company.clerk.warehouse.confirmPick({
      taskId: task?.id ?? 0,
      binScan: task?.fromBin.code ?? '',
      itemScan: 'SN-1',
    })
    company.clerk.warehouse.packScan({ orderId, itemScan: 'SN-1' })
    company.clerk.shipping.shipOrder({ orderId, shippedOn: '2026-03-03' })
    const back = (serial: string) =>
      company.owner.shipping.receiveReturn({
        customerId: supplies.customerId,
        warehouseId: supplies.warehouseId,
        returnedOn: '2026-03-05',
        reason: 'does not ring',
        lines: [{ itemId: phone.id, quantityMicro: PIECE, priceMicro: 0, lotCode: serial, status: 'quarantine' }],
      })
    expect(refusalOf(() => back('SN-7')).code).toBe('shipping.serialNeverSold')
    expect(refusalOf(() => back('SN-2')).code).toBe('inventory.serialHere')
    back('SN-1')
    expect(places().some((place) => place.startsWith('SN-1'))).toBe(true)
    expect(refusalOf(() => back('SN-1')).code).toBe('inventory.serialHere')
  })

  it('hands over the piece that lies on the counter', () => {
    gather()
    const sellPiece = (serials?: string[]) =>
      company.bookkeeper.counter.sell({
        customerId: supplies.customerId,
        warehouseId: supplies.warehouseId,
        soldOn: '2026-03-02',
        tenderedMinor: 200_000,
        lines: [
          {
            itemId: phone.id,
            packId: phone.packId,
            quantityMicro: PIECE,
            priceMicro: 900_000_000,
            ...(serials === undefined ? {} : { serials }),
          },
        ],
      })
    expect(refusalOf(() => sellPiece()).code).toBe('warehouse.serialWanted')
    sellPiece(['SN-3'])
    expect(company.owner.stock.trace({ code: 'SN-3' }).customers).toHaveLength(1)
    expect(places().map((place) => place.split(' ')[0])).toEqual(['SN-1', 'SN-2'])
  })

  it('finds a piece in another bin by counting: it is one piece before and after', () => {
    const [home] = company.owner.inventory.itemStock({ itemId: phone.id }).balances
    const bins = company.owner.warehouse.listBins({ warehouseId: supplies.warehouseId, limit: 100 }).rows
    const other = bins.find(({ kind, code }) => kind === 'storage' && places().every((place) => !place.endsWith(code)))
    const count = company.clerk.warehouse.startCount({
      warehouseId: supplies.warehouseId,
      binIds: [
        other?.id ?? 0,
        ...new Set(company.owner.inventory.itemStock({ itemId: phone.id }).balances.map(({ bin }) => bin.id)),
      ],
      countedOn: '2026-03-02',
    })
    const stock = company.owner.inventory.itemStock({ itemId: phone.id }).balances
    for (const code of new Set(stock.map(({ bin }) => bin.code))) {
      const here = stock.filter(({ bin, lot }) => bin.code === code && lot?.code !== home?.lot?.code)
      company.clerk.warehouse.countBin({
        countId: count.id,
        binScan: code,
        lines: here.map(({ lot }) => ({ itemId: phone.id, lotCode: lot?.code ?? '', countedMicro: PIECE })),
      })
    }
    company.clerk.warehouse.countBin({
      countId: count.id,
      binScan: other?.code ?? '',
      lines: [{ itemId: phone.id, lotCode: home?.lot?.code ?? '', countedMicro: PIECE }],
    })
    company.owner.warehouse.approveCount({ countId: count.id, approvedOn: '2026-03-02' })
    expect(places()).toContain(`${home?.lot?.code} ${other?.code}`)
    expect(places()).toHaveLength(3)
  })
})

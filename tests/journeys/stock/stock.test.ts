import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, order, PIECE, type Supplies } from '../../support/supplies'

let company: TestCompany
let supplies: Supplies
let secondWarehouse: number

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  secondWarehouse = company.owner.warehouse.addWarehouse({
    code: 'W2',
    name: 'Second',
    zones: [{ code: 'B', name: 'Ambient', categories: [], aisles: 1, baysPerAisle: 2, levels: 1 }],
  }).id
})
afterEach(() => closeSound(company))

/** Cost in cents a piece. */
function receive(
  item: { id: number; packId: number },
  pieces: number,
  cents: number,
  lot?: { lotCode: string; expiresOn: string },
) {
  const placed = order(company.bookkeeper, supplies, [{ item, pieces, priceMicro: cents * 10_000 }])
  const receipt = company.clerk.purchasing.receiveGoods({
    orderId: placed.id,
    receivedOn: '2026-03-05',
    lines: [{ orderLineId: placed.lineIds[0] ?? 0, quantityMicro: pieces * PIECE, ...lot }],
  })
  return receipt.id
}

const TEA_1 = { lotCode: 'T1', expiresOn: '2026-09-30' }
const TEA_2 = { lotCode: 'T2', expiresOn: '2027-01-31' }

function stock(itemId: number): { pieces: number; valueMinor: number | null } {
  const { onHandMicro, valueMinor } = company.bookkeeper.inventory.itemStock({ itemId })
  return { pieces: onHandMicro / PIECE, valueMinor }
}

describe('transfers', () => {
  it('carry goods at their cost; what is missing on arrival is a loss', () => {
    const { bookkeeper, clerk } = company
    receive(supplies.bolt, 10, 250)
    const sent = clerk.stock.sendTransfer({
      fromWarehouseId: supplies.warehouseId,
      toWarehouseId: secondWarehouse,
      sentOn: '2026-03-06',
      lines: [{ itemId: supplies.bolt.id, quantityMicro: 4 * PIECE }],
    })
    expect(sent).toMatchObject({ number: 'TR-2026-000001', state: 'in-transit' })
    expect(balances(bookkeeper)['1405']).toBe(2500)
    const there = bookkeeper.inventory.listStock({ warehouseId: secondWarehouse }).rows[0]
    expect(there).toMatchObject({ onHandMicro: 4 * PIECE, freeMicro: 0, valueMinor: 1000 })

    const [line] = bookkeeper.stock.getTransfer({ id: sent.id }).lines
    const arrive = (pieces: number) =>
      clerk.stock.receiveTransfer({
        id: sent.id,
        arrivedOn: '2026-03-08',
        lines: [{ lineId: line?.id ?? 0, arrivedMicro: pieces * PIECE }],
      })
    expect(arrive(3).state).toBe('arrived')
    expect(refusalOf(() => arrive(3)).code).toBe('stock.transferClosed')
    expect(balances(bookkeeper)).toMatchObject({ '1405': 2250, '571101': 250 })
    expect(bookkeeper.stock.getTransfer({ id: sent.id }).lines[0]).toMatchObject({ differenceMinor: -250 })
    expect(bookkeeper.inventory.listStock({ warehouseId: secondWarehouse }).rows[0]?.freeMicro).toBe(3 * PIECE)

    bookkeeper.stock.reverseTransfer({ id: sent.id, reversedOn: '2026-03-09', reason: 'miscounted' })
    expect(balances(bookkeeper)).toEqual({ '1405': 2500, '220202': -2500 })
    expect(stock(supplies.bolt.id)).toEqual({ pieces: 10, valueMinor: 2500 })
  })

  it('refuse what is not free, and a journey to the same place', () => {
    receive(supplies.bolt, 2, 100)
    const send = (toWarehouseId: number, pieces: number) => () =>
      company.clerk.stock.sendTransfer({
        fromWarehouseId: supplies.warehouseId,
        toWarehouseId,
        sentOn: '2026-03-06',
        lines: [{ itemId: supplies.bolt.id, quantityMicro: pieces * PIECE }],
      })
    expect(refusalOf(send(secondWarehouse, 3))).toMatchObject({
      code: 'stock.notEnoughFree',
      field: 'lines.0.quantityMicro',
    })
    expect(refusalOf(send(supplies.warehouseId, 1)).code).toBe('stock.sameWarehouse')
  })
})

describe('conversions', () => {
  it('make goods worth what was used, an abnormal loss apart, and come apart again', () => {
    const { bookkeeper } = company
    receive(supplies.tea, 10, 300, TEA_1)
    receive(supplies.bolt, 10, 100)
    const convert = (made: number) =>
      bookkeeper.stock.convertGoods({
        kind: 'repack',
        warehouseId: supplies.warehouseId,
        convertedOn: '2026-03-07',
        used: [
          { itemId: supplies.tea.id, quantityMicro: 10 * PIECE },
          { itemId: supplies.bolt.id, quantityMicro: 10 * PIECE },
        ],
        made: [
          {
            itemId: supplies.tea.id,
            lotCode: 'MIX',
            expiresOn: '2026-09-30',
            quantityMicro: made * PIECE,
            expectedMicro: 20 * PIECE,
          },
        ],
        lossIsAbnormal: true,
      })
    const done = convert(18)
    // 30.00 + 10.00 used; 2 of 20 missing: 4.00 lost, 36.00 made
    expect(stock(supplies.tea.id)).toEqual({ pieces: 18, valueMinor: 3600 })
    expect(balances(bookkeeper)).toMatchObject({ '1405': 3600, '571101': 400 })
    expect(bookkeeper.stock.getConversion({ id: done.id })).toMatchObject({ valueMinor: 4000, lossMinor: 400 })

    bookkeeper.stock.reverseConversion({ id: done.id, reversedOn: '2026-03-08', reason: 'wrong recipe' })
    expect(stock(supplies.tea.id)).toEqual({ pieces: 10, valueMinor: 3000 })
    expect(stock(supplies.bolt.id)).toEqual({ pieces: 10, valueMinor: 1000 })
    expect(balances(bookkeeper)).toEqual({ '1405': 4000, '220202': -4000 })
  })

  it('refuse a lot made of itself, and goods made without a lot', () => {
    receive(supplies.tea, 10, 300, TEA_1)
    const convert = (lotCode?: string) => () =>
      company.bookkeeper.stock.convertGoods({
        kind: 'repack',
        warehouseId: supplies.warehouseId,
        convertedOn: '2026-03-07',
        used: [{ itemId: supplies.tea.id, quantityMicro: PIECE }],
        made: [{ itemId: supplies.tea.id, quantityMicro: PIECE, ...(lotCode === undefined ? {} : { lotCode }) }],
      })
    expect(refusalOf(convert('T1')).code).toBe('stock.madeOfItself')
    expect(refusalOf(convert())).toMatchObject({ code: 'stock.lotNeeded', field: 'made.0.lotCode' })
  })
})

describe('revaluation', () => {
  it('writes stock down with a reason, and back', () => {
    const { bookkeeper } = company
    receive(supplies.bolt, 10, 100)
    const base = {
      warehouseId: supplies.warehouseId,
      itemId: supplies.bolt.id,
      revaluedOn: '2026-03-10',
      reason: 'rust',
    }
    const done = bookkeeper.stock.revalueStock({ ...base, valueMinor: 600 })
    expect(balances(bookkeeper)).toMatchObject({ '1405': 600, '571101': 400 })
    expect(refusalOf(() => bookkeeper.stock.revalueStock({ ...base, valueMinor: 600 })).code).toBe('stock.valueSame')
    bookkeeper.stock.reverseRevaluation({ id: done.id, reversedOn: '2026-03-11', reason: '' })
    expect(balances(bookkeeper)).toEqual({ '1405': 1000, '220202': -1000 })
  })

  it('values one lot alone only where lots are valued each for itself', () => {
    const { bookkeeper } = company
    receive(supplies.tea, 4, 100, TEA_1)
    receive(supplies.tea, 4, 300, TEA_2)
    const down = () =>
      bookkeeper.stock.revalueStock({
        warehouseId: supplies.warehouseId,
        itemId: supplies.tea.id,
        lotCode: 'T2',
        revaluedOn: '2026-03-10',
        valueMinor: 200,
        reason: 'damp',
      })
    expect(refusalOf(down).code).toBe('stock.lotNotValuedAlone')
    bookkeeper.inventory.setCostingMethod({ category: 'General', method: 'lot', changedOn: '2026-03-10' })
    down()
    // 8 worth 16.00 at the change: 8.00 a lot; T2 now 2.00
    expect(stock(supplies.tea.id)).toEqual({ pieces: 8, valueMinor: 1000 })
    const why = bookkeeper.inventory.costLineage({ itemId: supplies.tea.id, warehouseId: supplies.warehouseId })
    expect(why).toMatchObject({
      method: 'lot',
      valueMinor: 1000,
      layers: [
        { lotCode: 'T1', valueMinor: 800, changes: [] },
        { lotCode: 'T2', valueMinor: 200, boughtMinor: 800, changes: [{ number: 'RV-2026-000001', valueMinor: -600 }] },
      ],
    })
  })
})

describe('landed cost', () => {
  it('is spread over receipts, owed to who brought the goods, and can be taken back', () => {
    const { bookkeeper } = company
    bookkeeper.inventory.setCostingMethod({ category: 'General', method: 'fifo', changedOn: '2026-03-02' })
    const first = receive(supplies.bolt, 10, 100)
    const second = receive(supplies.tea, 30, 100, TEA_1)
    const posted = bookkeeper.purchasing.postLandedCost({
      kind: 'freight',
      supplierId: supplies.supplierId,
      supplierReference: 'F-1',
      invoicedOn: '2026-03-06',
      basis: 'quantity',
      netMinor: 401,
      taxMinor: 36,
      receiptIds: [first, second],
    })
    // 4.01 by 10 : 30: 1.00 (1.0025) and 3.01
    expect(stock(supplies.bolt.id).valueMinor).toBe(1100)
    expect(stock(supplies.tea.id).valueMinor).toBe(3301)
    expect(balances(bookkeeper)).toMatchObject({ '1405': 4401, '22210101': 36, '220201': -437 })
    expect(bookkeeper.purchasing.getLandedCost({ id: posted.id })).toMatchObject({
      openMinor: 437,
      lines: [
        { amountMinor: 100, toStockMinor: 100, toCostMinor: 0 },
        { amountMinor: 301, toStockMinor: 301, toCostMinor: 0 },
      ],
    })
    const reverse = { reversedOn: '2026-03-07', reason: '' }
    expect(refusalOf(() => bookkeeper.purchasing.reverseReceipt({ id: first, ...reverse })).code).toBe(
      'purchasing.receiptHasLandedCost',
    )
    bookkeeper.purchasing.reverseLandedCost({ id: posted.id, ...reverse })
    expect(balances(bookkeeper)).toEqual({ '1405': 4000, '220202': -4000 })
    bookkeeper.purchasing.reverseReceipt({ id: first, ...reverse })
    bookkeeper.purchasing.reverseReceipt({ id: second, ...reverse })
    expect(balances(bookkeeper)).toEqual({})
  })
})

describe('insight', () => {
  it('tells the average step by step, and stock as it was', () => {
    const { bookkeeper, clerk } = company
    receive(supplies.bolt, 10, 100)
    receive(supplies.bolt, 10, 130)
    clerk.stock.sendTransfer({
      fromWarehouseId: supplies.warehouseId,
      toWarehouseId: secondWarehouse,
      sentOn: '2026-03-20',
      lines: [{ itemId: supplies.bolt.id, quantityMicro: 5 * PIECE }],
    })
    const why = bookkeeper.inventory.costLineage({ itemId: supplies.bolt.id, warehouseId: supplies.warehouseId })
    expect(why).toMatchObject({ method: 'average', valueMinor: 1725, unitCostMicro: 1_150_000 })
    expect(why.steps.map(({ number, valueMinor, stockMinor }) => [number, valueMinor, stockMinor])).toEqual([
      ['GR-2026-000001', 1000, 1000],
      ['GR-2026-000002', 1300, 2300],
      ['TR-2026-000001', -575, 1725],
    ])
    const at = (on: string) =>
      bookkeeper.inventory.stockAt({ on, by: 'item' }).rows.map((row) => [row.quantityMicro / PIECE, row.valueMinor])
    expect(at('2026-03-04')).toEqual([])
    expect(at('2026-03-05')).toEqual([[20, 2300]])
    expect(at('2026-03-20')).toEqual([
      [15, 1725],
      [5, 575],
    ])
    const [row] = bookkeeper.inventory.analyse({ on: '2026-03-25' }).rows
    expect(row).toMatchObject({ valueClass: 'C', steadiness: 'Z', isSlow: true, ages: { days30: 20 * PIECE } })
    expect(clerk.inventory.stockAt({ on: '2026-03-20' }).rows[0]?.valueMinor).toBeNull()
    expect(refusalOf(() => clerk.inventory.costLineage({ itemId: supplies.bolt.id, warehouseId: 1 })).code).toBe(
      'access.rightMissing',
    )
  })

  it('traces a lot through repacking, from its supplier to what it became', () => {
    receive(supplies.tea, 10, 300, TEA_1)
    company.bookkeeper.stock.convertGoods({
      kind: 'repack',
      warehouseId: supplies.warehouseId,
      convertedOn: '2026-03-07',
      used: [{ itemId: supplies.tea.id, lotCode: 'T1', quantityMicro: 4 * PIECE }],
      made: [{ itemId: supplies.tea.id, lotCode: 'SMALL', expiresOn: '2026-09-30', quantityMicro: 4 * PIECE }],
    })
    const forward = company.clerk.stock.trace({ code: 'T1' })
    expect(forward.lots.map(({ lot, direction, depth }) => [lot.code, direction, depth])).toEqual([
      ['T1', 'asked', 0],
      ['SMALL', 'into', 1],
    ])
    const back = company.clerk.stock.trace({ code: 'SMALL' })
    expect(back.lots.map(({ lot, direction }) => [lot.code, direction])).toEqual([
      ['SMALL', 'asked'],
      ['T1', 'from'],
    ])
    expect(back.suppliers).toMatchObject([
      { partner: { code: 'S1' }, goods: [{ openMicro: 10 * PIECE, documents: [{ number: 'GR-2026-000001' }] }] },
    ])
    expect(back.customers).toEqual([])
    expect(refusalOf(() => company.clerk.stock.trace({ code: 'NONE' })).code).toBe('stock.lotNowhere')
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { foundAfter } from '../../support/tampering'
import { checks } from '../../../src/main/rooms'
import { addSupplies, balances, closeSound, order, PIECE, type Supplies } from '../../support/supplies'
import { putAllAway, sell, ship } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

const allow = (isAllowed = true) =>
  company.bookkeeper.stock.setAheadRule({ warehouseId: supplies.warehouseId, isAllowed })

function receive(pieces: number, yuan: number): number {
  const bought = order(company.owner, supplies, [{ item: supplies.bolt, pieces, priceMicro: yuan * 1_000_000 }])
  return company.clerk.purchasing.receiveGoods({
    orderId: bought.id,
    receivedOn: '2026-03-05',
    lines: [{ orderLineId: bought.lineIds[0] ?? 0, quantityMicro: pieces * PIECE }],
  }).id
}

const stock = () => {
  const { onHandMicro, valueMinor } = company.owner.inventory.itemStock({ itemId: supplies.bolt.id })
  return [onHandMicro / PIECE, valueMinor]
}
const open = () =>
  company.owner.stock.listAhead({}).rows.map(({ openMicro, openMinor }) => [openMicro / PIECE, openMinor])
/** 1405 库存商品, 220203 先售后收, 5401 主营业务成本 */
const books = () => {
  const { '1405': held = 0, '220203': ahead = 0, '5401': cost = 0 } = balances(company.owner)
  return { held, ahead, cost }
}

describe('goods sold before their receipt is entered', () => {
  it('are refused unless the warehouse may, and never with lots', () => {
    expect(refusalOf(() => sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])).code).toBe(
      'inventory.insufficientStock',
    )
    allow()
    expect(refusalOf(() => sell(company, supplies, [{ item: supplies.tea, pieces: 1 }])).code).toBe(
      'inventory.insufficientStock',
    )
    sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
    allow(false)
    expect(refusalOf(() => sell(company, supplies, [{ item: supplies.bolt, pieces: 1 }])).code).toBe(
      'inventory.insufficientStock',
    )
  })

  // Worked by hand: the purchase price of a bolt is 10.00; four are sold with none on hand.
  it.each([
    { method: 'average' as const, category: 'General' },
    { method: 'fifo' as const, category: 'General' },
  ])('leave at a provisional cost, and the receipt trues it up ($method)', ({ method, category }) => {
    if (method === 'fifo') {
      company.bookkeeper.inventory.setCostingMethod({ category, method, changedOn: '2026-03-01' })
    }
    allow()
    ship(company, supplies, sell(company, supplies, [{ item: supplies.bolt, pieces: 4 }]))
    expect(stock()).toEqual([0, 0])
    expect(books()).toEqual({ held: 0, ahead: -4000, cost: 4000 })

    // Ten come at 12.00: four of them were sold, at 48.00 after all; six at 72.00 stay.
    const receipt = receive(10, 12)
    expect(stock()).toEqual([6, 7200])
    expect(books()).toEqual({ held: 7200, ahead: 0, cost: 4800 })
    expect(open()).toEqual([])
    expect(company.clerk.warehouse.listPutaway({ warehouseId: supplies.warehouseId }).tasks).toMatchObject([
      { quantityMicro: 6 * PIECE },
    ])

    // Taken back, everything is as it was before it; and again.
    company.owner.purchasing.reverseReceipt({ id: receipt, reversedOn: '2026-03-06', reason: 'wrong order' })
    expect(stock()).toEqual([0, 0])
    expect(books()).toEqual({ held: 0, ahead: -4000, cost: 4000 })
    expect(open()).toEqual([[4, 4000]])
    receive(1, 9)
    expect(stock()).toEqual([0, 0])
    expect(books()).toEqual({ held: 0, ahead: -3000, cost: 3900 })
    expect(open()).toEqual([[3, 3000]])
    receive(3, 8)
    expect(books()).toEqual({ held: 0, ahead: 0, cost: 3300 })
  })

  it('take the cost of what is on hand, and only what is missing is brought in', () => {
    allow()
    receive(2, 14)
    putAllAway(company, supplies)
    sell(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
    expect(stock()).toEqual([5, 7000])
    expect(open()).toEqual([[3, 4200]])
    // Not shipped yet: the receipt settles them all the same, at the average of what is there. 5 x 14 + 3 x 6 = 88.00
    receive(3, 6)
    expect(stock()).toEqual([5, 5500])
    expect(books()).toEqual({ held: 5500, ahead: 0, cost: -900 })
  })

  it('can be taken back while nothing is settled, and is proved', () => {
    allow()
    const id = sell(company, supplies, [{ item: supplies.bolt, pieces: 2 }])
    const [row] = company.owner.stock.listAhead({}).rows
    company.owner.sales.cancelOrder({ id })
    expect(foundAfter(company, checks, 'UPDATE stock_ahead SET open_micro = open_micro - 1')).toContain(
      'stock.aheadFollowsItsSettlements',
    )
    expect(foundAfter(company, checks, 'UPDATE stock_ahead SET open_minor = open_minor - 1')).toContain(
      'stock.aheadEqualsItsAccount',
    )
    const reverse = () =>
      company.owner.stock.reverseAhead({ id: row?.id ?? 0, reversedOn: '2026-03-06', reason: 'mistyped' })
    expect(reverse().state).toBe('reversed')
    expect(stock()).toEqual([0, 0])
    expect(books()).toEqual({ held: 0, ahead: 0, cost: 0 })
    expect(refusalOf(reverse).code).toBe('stock.aheadReversed')
  })
})

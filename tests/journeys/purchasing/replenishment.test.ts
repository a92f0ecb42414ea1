import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/values/date'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { twoMonths } from '../../support/two-months'
import { addSupplies, closeSound, order, PIECE, type Supplies } from '../../support/supplies'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany({ startsOn: '2025-01-01', now: '2026-03-02T08:00:00Z' })
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

function receive(pieces: number, receivedOn: string, expectedOn = receivedOn): void {
  const draft = company.bookkeeper.purchasing.saveOrder({
    supplierId: supplies.supplierId,
    warehouseId: supplies.warehouseId,
    orderedOn: addDays(receivedOn, -10),
    expectedOn,
    lines: [
      { itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: pieces * PIECE, priceMicro: 10_000_000 },
    ],
  })
  company.bookkeeper.purchasing.confirmOrder({ id: draft.id })
  const [line] = company.bookkeeper.purchasing.getOrder({ id: draft.id }).lines
  company.clerk.purchasing.receiveGoods({
    orderId: draft.id,
    receivedOn,
    lines: [{ orderLineId: line?.id ?? 0, quantityMicro: pieces * PIECE }],
  })
}

const propose = (serviceHundredths = 9500) =>
  company.bookkeeper.suppliers.propose({ warehouseId: supplies.warehouseId, on: '2026-03-02', serviceHundredths })

const TERM = { validFrom: '2026-01-01', priceMicro: 9_000_000, leadDays: 14 }

describe('supplier prices', () => {
  it('are kept by supplier, item and day; one supplier is preferred', () => {
    const { bookkeeper, owner } = company
    const other = owner.parties.addPartner({
      code: 'S2',
      name: 'Southern Supplies',
      isCustomer: false,
      isSupplier: true,
      paymentTermsDays: 0,
      creditLimitMinor: null,
      minimumRemainingLifeDays: 0,
      taxNumber: '',
      phone: '',
      email: '',
      address: '',
    }).id
    const term = { ...TERM, itemId: supplies.bolt.id, isPreferred: true }
    const { id } = bookkeeper.suppliers.saveTerm({ ...term, supplierId: supplies.supplierId })
    const again = () => bookkeeper.suppliers.saveTerm({ ...term, supplierId: supplies.supplierId })
    expect(refusalOf(again)).toMatchObject({ code: 'suppliers.termTaken', field: 'validFrom' })
    bookkeeper.suppliers.saveTerm({ ...term, supplierId: other })
    const preferred = bookkeeper.suppliers.listTerms({}).rows.map((row) => [row.supplier.code, row.isPreferred])
    expect(preferred).toEqual([
      ['S1', false],
      ['S2', true],
    ])
    expect(company.clerk.suppliers.listTerms({}).rows[0]?.priceMicro).toBeNull()
    bookkeeper.suppliers.removeTerm({ id })
    expect(refusalOf(() => bookkeeper.suppliers.removeTerm({ id })).code).toBe('suppliers.termUnknown')
  })
})

describe('scorecards', () => {
  it('come from orders and receipts', () => {
    receive(60, '2026-02-01')
    receive(20, '2026-02-10', '2026-02-08')
    order(company.bookkeeper, supplies, [{ item: supplies.bolt, pieces: 5, priceMicro: 10_000_000 }])
    const { rows } = company.bookkeeper.suppliers.listScorecards({ on: '2026-03-02' })
    // 60 of 80 in time; both took 10 days; all that was ordered on finished orders came
    expect(rows[0]).toMatchObject({
      supplier: { code: 'S1' },
      orders: 2,
      onTimeHundredths: 7500,
      leadDays: 10,
      leadSpreadDays: 0,
      deliveredHundredths: 10_000,
      boughtMinor: 80_000,
    })
    const late = company.bookkeeper.suppliers.listScorecards({ on: '2026-03-20' }).rows[0]
    // 5 were due on 5 March and have not come: 60 of 85
    expect(late?.onTimeHundredths).toBe(7059)
  })
})

describe('proposals', () => {
  /** Goods promised to orders and not there: the plainest need. */
  function sellDown(): void {
    receive(10, '2026-02-02')
    const draft = company.owner.sales.saveOrder({
      customerId: supplies.customerId,
      warehouseId: supplies.warehouseId,
      orderedOn: '2026-03-02',
      promisedOn: '2026-03-04',
      lines: [
        { itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: 10 * PIECE, priceMicro: 20_000_000 },
      ],
    })
    company.owner.sales.confirmOrder({ id: draft.id })
  }

  it('say nothing while nothing is sold, and tell a clerk no price', () => {
    receive(10, '2026-02-02')
    expect(propose().rows).toEqual([])
  })

  it('become one draft order a supplier, at its price and due when it can be here', () => {
    const { bookkeeper } = company
    sellDown()
    bookkeeper.suppliers.saveTerm({ ...TERM, supplierId: supplies.supplierId, itemId: supplies.bolt.id })
    const answer = bookkeeper.suppliers.orderProposals({
      warehouseId: supplies.warehouseId,
      orderedOn: '2026-03-02',
      lines: [
        { itemId: supplies.bolt.id, supplierId: supplies.supplierId, quantityMicro: 30 * PIECE },
        { itemId: supplies.tea.id, supplierId: supplies.supplierId, quantityMicro: 5 * PIECE },
      ],
    })
    expect(answer.orders).toMatchObject([{ supplier: { code: 'S1' }, lines: 2 }])
    const made = bookkeeper.purchasing.getOrder({ id: answer.orders[0]?.id ?? 0 })
    expect(made).toMatchObject({ state: 'draft', expectedOn: '2026-03-16', netMinor: 30 * 900 + 5 * 1000 })
  })
})

describe('proposals from sales', () => {
  it('are worked from the weeks since the item first came, and explain themselves', () => {
    const history = twoMonths()
    const { bookkeeper } = history.company
    const { bolt, warehouseId, supplierId } = history.supplies
    history.company.clock.set('2026-03-15T08:00:00Z')
    const ask = () => bookkeeper.suppliers.propose({ warehouseId, on: '2026-03-15', serviceHundredths: 9500 })
    // 100 came, 19 were sold, 2 came back, 4 are promised: 79 are free, plenty.
    expect(ask().rows).toEqual([])
    bookkeeper.warehouse.adjustStock({
      warehouseId,
      adjustedOn: '2026-03-15',
      reason: 'Flood',
      lines: [{ itemId: bolt.id, quantityMicro: -75 * PIECE }],
    })
    bookkeeper.suppliers.saveTerm({ ...TERM, supplierId, itemId: bolt.id, leadDays: 0, isPreferred: true })
    // Six weeks: 0 10 0 0 9 0. Smoothed by 0.2: 0, 2, 1.6, 1.28, 2.824, 2.2592; errors 10 -2 -1.6 7.72 -2.824, whose
    // root mean square is 5.9014; safety 1.6449 x that. 4 are free: 14.23 - 4, in whole pieces 11.
    const [row] = ask().rows
    expect(row).toMatchObject({
      item: { code: 'BOLT' },
      supplier: { code: 'S1' },
      method: 'ses',
      weeksKnown: 6,
      weeklyMicro: 2_259_200,
      freeMicro: 4 * PIECE,
      quantityMicro: 11 * PIECE,
      amountMinor: 11 * 900,
      reason: 'multiple',
      servedHundredths: null,
    })
    expect((row?.safetyMicro ?? 0) / PIECE).toBeCloseTo(1.644854 * 5.9014, 3)
    const { orders } = bookkeeper.suppliers.orderProposals({
      warehouseId,
      orderedOn: '2026-03-15',
      lines: [{ itemId: bolt.id, supplierId, quantityMicro: 11 * PIECE }],
    })
    expect(orders).toHaveLength(1)
    // What is on order counts as coming: nothing more is proposed.
    expect(ask().rows).toEqual([])
    closeSound(history.company)
  })
})

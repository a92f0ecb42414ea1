import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, order, PIECE, type Supplies } from '../../support/supplies'
import { draftOrder, packAll, pickAll, release, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  company.owner.warehouse.savePutawaySettings({
    warehouseId: supplies.warehouseId,
    rules: ['emptyBin'],
    heavyGrams: null,
    heavyLevel: 1,
    crossDocks: true,
  })
})
afterEach(() => closeSound(company))

const here = () => ({ warehouseId: supplies.warehouseId })
/** An order that waits for what is not there. */
function waiting(pieces: number, item = supplies.bolt): number {
  const id = draftOrder(company, supplies, [{ item, pieces }])
  company.bookkeeper.sales.confirmOrder({ id, backOrder: true })
  return id
}
function arrive(pieces: number, item = supplies.bolt, lot: { lotCode?: string; expiresOn?: string } = {}) {
  const bought = order(company.owner, supplies, [{ item, pieces, priceMicro: 10_000_000 }])
  return company.clerk.purchasing.receiveGoods({
    orderId: bought.id,
    receivedOn: '2026-03-02',
    lines: [{ orderLineId: bought.lineIds[0]!, quantityMicro: pieces * PIECE, ...lot }],
  })
}
const putaways = () => company.clerk.warehouse.listPutaway(here()).tasks.map((task) => task.quantityMicro / PIECE)
const batches = () => company.clerk.warehouse.listBatches(here()).rows
const picks = () => batches().flatMap((batch) => company.clerk.warehouse.takeBatch({ batchId: batch.id }).tasks)

describe('goods that orders wait for', () => {
  it('go from the dock straight to each order, and only the rest is put away', () => {
    const first = waiting(4)
    const second = waiting(3)
    expect(arrive(10).picksForOrders).toBe(2)
    expect(putaways()).toEqual([3])
    const tasks = picks()
    expect(tasks.map((task) => [task.fromBin.code, task.quantityMicro / PIECE, task.reasonCode])).toEqual([
      ['DOCK', 4, 'crossDock'],
      ['DOCK', 3, 'crossDock'],
    ])
    // Each order is a walk of its own: nothing needs to be sorted.
    expect(batches()).toHaveLength(2)
    pickAll(company, tasks)
    for (const orderId of [first, second]) {
      packAll(company, orderId)
      expect(company.clerk.shipping.shipOrder({ orderId, shippedOn: '2026-03-03' }).number).toMatch(/^SH-/)
    }
  })

  it('go to the shelves where the shelves can serve the order, and where the house does not want it', () => {
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
    waiting(5)
    expect(arrive(4).picksForOrders).toBe(0)
    // Those four are on their way to a shelf: they serve the next order from there.
    waiting(4)
    company.owner.warehouse.savePutawaySettings({ ...here(), rules: ['emptyBin'], heavyGrams: null, heavyLevel: 1 })
    expect(arrive(4).picksForOrders).toBe(0)
  })

  it('are left where they last too short for the customer', () => {
    waiting(2, supplies.tea)
    expect(arrive(2, supplies.tea, { lotCode: 'OLD', expiresOn: '2026-03-01' }).picksForOrders).toBe(0)
    expect(arrive(2, supplies.tea, { lotCode: 'NEW', expiresOn: '2026-12-01' }).picksForOrders).toBe(1)
  })

  it('are put away after all when the wave is taken back, and the receipt can then be reversed', () => {
    const orderId = waiting(4)
    const receipt = arrive(6)
    expect(putaways()).toEqual([2])
    const [wave] = company.clerk.warehouse.listWaves(here()).rows
    company.clerk.warehouse.unreleaseWave({ waveId: wave!.id })
    expect(putaways()).toEqual([2, 4])
    expect(refusalOf(() => release(company, supplies, [orderId])).code).toBe('warehouse.nothingPickable')
    company.bookkeeper.sales.cancelOrder({ id: orderId })
    expect(
      company.owner.purchasing.reverseReceipt({ id: receipt.id, reversedOn: '2026-03-03', reason: '' }).state,
    ).toBe('reversed')
    expect(putaways()).toEqual([])
  })
})

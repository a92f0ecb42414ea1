import { openTestCompany, type TestCompany } from './company'
import { addSupplies, PIECE, type Supplies } from './supplies'
import { packAll, pickAll, release, sell } from './warehouse-day'

/**
 * A small history with figures that can be worked by hand (bolts cost 10.00 and sell at 20.00, tea costs 5.00):
 *
 * | day   | what                                                                    |
 * |-------|-------------------------------------------------------------------------|
 * | 02-02 | 100 bolts, 20 tea of lot T1 (ends 03-05), 10 tea of lot T2 (ends 04-01) come in; no invoice for them |
 * | 02-10 | 10 bolts sold: 200.00, with tax 226.00, due 02-24                       |
 * | 03-03 | 5 bolts sold: 100.00                                                    |
 * | 03-05 | 100.00 paid on the first invoice                                        |
 * | 03-06 | 4 bolts sold: 80.00, promised for 03-03                                 |
 * | 03-10 | 2 bolts of the first sale come back: 40.00 credited                     |
 * | open  | 3 bolts promised for 03-03, 1 bolt for 03-12                            |
 */
export interface TwoMonths {
  readonly company: TestCompany
  readonly supplies: Supplies
  readonly sales: readonly { readonly orderId: number; readonly shipmentId: number; readonly invoiceId: number }[]
  /** What lay where at the end of 02-10. */
  readonly stockOnFebruary10: ReturnType<TestCompany['owner']['reports']['stockOnHand']>
}

export function twoMonths(pack: 'cn-sbe' | 'generic' = 'cn-sbe'): TwoMonths {
  const company = openTestCompany({ pack, now: '2026-02-02T08:00:00Z' })
  const supplies = addSupplies(company)
  receiveFirstGoods(company, supplies)
  const first = sellOn(company, supplies, '2026-02-10', 10)
  const stockOnFebruary10 = company.owner.reports.stockOnHand({})
  const second = sellOn(company, supplies, '2026-03-03', 5)
  payFirstInvoice(company, supplies, first.invoiceId)
  const third = sellOn(company, supplies, '2026-03-06', 4)
  takeBack(company, supplies, first.shipmentId)
  openOrder(company, supplies, '2026-03-03', 3)
  openOrder(company, supplies, '2026-03-12', 1)
  return { company, supplies, sales: [first, second, third], stockOnFebruary10 }
}

function at(company: TestCompany, day: string): void {
  company.clock.set(`${day}T08:00:00Z`)
}

function receiveFirstGoods(company: TestCompany, supplies: Supplies): void {
  const { bookkeeper, clerk } = company
  const { bolt, tea, supplierId, warehouseId } = supplies
  const line = (item: Supplies['bolt'], pieces: number, priceMicro: number) => ({
    itemId: item.id,
    packId: item.packId,
    quantityMicro: pieces * PIECE,
    priceMicro,
  })
  const { id } = bookkeeper.purchasing.saveOrder({
    supplierId,
    warehouseId,
    orderedOn: '2026-02-02',
    expectedOn: '2026-02-02',
    lines: [line(bolt, 100, 10_000_000), line(tea, 30, 5_000_000)],
  })
  bookkeeper.purchasing.confirmOrder({ id })
  const [bolts, teas] = bookkeeper.purchasing.getOrder({ id }).lines
  clerk.purchasing.receiveGoods({
    orderId: id,
    receivedOn: '2026-02-02',
    lines: [
      { orderLineId: bolts!.id, quantityMicro: 100 * PIECE },
      { orderLineId: teas!.id, quantityMicro: 20 * PIECE, lotCode: 'T1', expiresOn: '2026-03-05' },
      { orderLineId: teas!.id, quantityMicro: 10 * PIECE, lotCode: 'T2', expiresOn: '2026-04-01' },
    ],
  })
  for (const task of clerk.warehouse.listPutaway({ warehouseId }).tasks) {
    clerk.warehouse.putAway({ taskId: task.id, binScan: task.toBin.code })
  }
}

function sellOn(company: TestCompany, supplies: Supplies, day: string, pieces: number) {
  at(company, day)
  const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces }])
  pickAll(company, release(company, supplies, [orderId]))
  packAll(company, orderId)
  const shipmentId = company.clerk.shipping.shipOrder({ orderId, shippedOn: day }).id
  const invoiceId = company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: day }).id
  return { orderId, shipmentId, invoiceId }
}

function payFirstInvoice(company: TestCompany, supplies: Supplies, invoiceId: number): void {
  at(company, '2026-03-05')
  const open = company.bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows
  company.bookkeeper.treasury.postPayment({
    direction: 'in',
    partnerId: supplies.customerId,
    paidOn: '2026-03-05',
    amountMinor: 10_000,
    applications: [{ openItemId: open.find((item) => item.sourceId === invoiceId)!.id, amountMinor: 10_000 }],
  })
}

function takeBack(company: TestCompany, supplies: Supplies, shipmentId: number): void {
  at(company, '2026-03-10')
  const [line] = company.bookkeeper.shipping.getShipment({ id: shipmentId }).lines
  company.bookkeeper.shipping.receiveReturn({
    customerId: supplies.customerId,
    warehouseId: supplies.warehouseId,
    shipmentId,
    returnedOn: '2026-03-10',
    reason: 'Wrong thread',
    lines: [{ shipmentLineId: line!.id, itemId: supplies.bolt.id, quantityMicro: 2 * PIECE, priceMicro: 20_000_000 }],
  })
}

function openOrder(company: TestCompany, supplies: Supplies, promisedOn: string, pieces: number): void {
  const { bolt, customerId, warehouseId } = supplies
  const { id } = company.bookkeeper.sales.saveOrder({
    customerId,
    warehouseId,
    orderedOn: '2026-03-01',
    promisedOn,
    lines: [{ itemId: bolt.id, packId: bolt.packId, quantityMicro: pieces * PIECE, priceMicro: 20_000_000 }],
  })
  company.bookkeeper.sales.confirmOrder({ id })
}

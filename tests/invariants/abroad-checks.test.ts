import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as accounting from '../../src/main/ledgers/accounting'
import * as purchasing from '../../src/main/operations/purchasing'
import * as treasury from '../../src/main/operations/treasury'
import { billAdvice, goAbroad, USD } from '../support/abroad'
import { openTestCompany, type TestCompany } from '../support/company'
import { addSupplies, order, PIECE } from '../support/supplies'
import { foundAfter } from '../support/tampering'
import { tamperingsAbroad } from '../support/tamperings-abroad'
import { putAllAway } from '../support/warehouse-day'

const checks = [...accounting.checks, ...purchasing.checks, ...treasury.checks]

let company: TestCompany

beforeAll(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
  const supplies = addSupplies(company)
  const { owner, bookkeeper, clerk } = company
  const { sales, treasury: money } = bookkeeper
  const abroad = goAbroad(company, { '2026-03-01': 7.1, '2026-03-31': 7.15 })
  const { customerId, supplierId, dollars: accountId } = abroad
  const receivables = () => bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows
  const march = { warehouseId: supplies.warehouseId, orderedOn: '2026-03-02' }
  const line = { itemId: supplies.bolt.id, packId: supplies.bolt.packId }

  // Bought at home, invoiced, and some of it sent back and credited.
  const home = order(owner, supplies, [{ item: supplies.bolt, pieces: 20, priceMicro: 10_000_000 }])
  clerk.purchasing.receiveGoods({
    orderId: home.id,
    receivedOn: '2026-03-02',
    lines: [{ orderLineId: home.lineIds[0] ?? 0, quantityMicro: 20 * PIECE }],
  })
  putAllAway(company, supplies)
  const [bought] = bookkeeper.purchasing.linesToInvoice({ supplierId: supplies.supplierId }).rows
  const receiptLineId = bought?.receiptLineId ?? 0
  bookkeeper.purchasing.postInvoice({
    supplierId: supplies.supplierId,
    supplierReference: 'INV-1',
    invoicedOn: '2026-03-03',
    lines: [{ receiptLineId, quantityMicro: 20 * PIECE, priceMicro: 10_000_000 }],
  })
  const back = owner.purchasing.planReturn({
    supplierId: supplies.supplierId,
    warehouseId: supplies.warehouseId,
    plannedOn: '2026-03-04',
    reason: 'bent',
    lines: [{ receiptLineId, quantityMicro: 3 * PIECE }],
  })
  const [waiting] = clerk.purchasing.returnsToSend({ warehouseId: supplies.warehouseId }).rows
  const [toSend] = waiting?.lines ?? []
  clerk.purchasing.sendReturn({
    lineId: toSend?.id ?? 0,
    binScan: toSend?.places[0]?.bin.code ?? '',
    itemScan: '4006381333931',
    sentOn: '2026-03-04',
  })
  const [sent] = owner.purchasing.getReturn({ id: back.id }).lines
  bookkeeper.purchasing.postCredit({
    returnId: back.id,
    supplierReference: 'CR-1',
    creditedOn: '2026-03-06',
    lines: [{ returnLineId: sent?.id ?? 0, quantityMicro: 2 * PIECE, priceMicro: 10_000_000 }],
  })

  // Sold at home; the small remainder is given up.
  const sold = sales.saveOrder({
    ...march,
    customerId: supplies.customerId,
    promisedOn: '2026-03-02',
    lines: [{ itemId: abroad.advice.id, packId: abroad.advice.packId, quantityMicro: PIECE, priceMicro: 100_000_000 }],
  })
  sales.confirmOrder({ id: sold.id })
  sales.invoiceOrder({ orderId: sold.id, invoicedOn: '2026-03-02' })
  const [own] = receivables()
  money.postPayment({
    direction: 'in',
    partnerId: supplies.customerId,
    paidOn: '2026-03-05',
    amountMinor: (own?.openMinor ?? 0) - 50,
    applications: [{ openItemId: own?.id ?? 0, amountMinor: (own?.openMinor ?? 0) - 50 }],
  })
  money.writeOff({
    partnerId: supplies.customerId,
    kind: 'small',
    writtenOn: '2026-03-06',
    openItemIds: [own?.id ?? 0],
  })

  // Sold and bought in dollars, part paid, advances both ways, revalued at the end of the month.
  const { openItemId } = billAdvice(company, supplies, abroad, { amount: 1000 })
  const pay = (direction: 'in' | 'out', partnerId: number, amountMinor: number, itemId?: number) =>
    money.postPayment({
      direction,
      partnerId,
      paidOn: '2026-03-10',
      accountId,
      amountMinor,
      applications: itemId === undefined ? [] : [{ openItemId: itemId, amountMinor }],
    })
  pay('in', customerId, 40_000, openItemId)
  pay('in', customerId, 5000)
  pay('out', supplierId, 3000)
  const imported = bookkeeper.purchasing.saveOrder({
    ...march,
    ...USD,
    supplierId,
    expectedOn: '2026-03-02',
    lines: [{ ...line, quantityMicro: 10 * PIECE, priceMicro: 2_000_000 }],
  })
  bookkeeper.purchasing.confirmOrder({ id: imported.id })
  const [ordered] = bookkeeper.purchasing.getOrder({ id: imported.id }).lines
  clerk.purchasing.receiveGoods({
    orderId: imported.id,
    receivedOn: '2026-03-05',
    lines: [{ orderLineId: ordered?.id ?? 0, quantityMicro: 10 * PIECE }],
  })
  const [arrived] = bookkeeper.purchasing.linesToInvoice({ supplierId }).rows
  bookkeeper.purchasing.postInvoice({
    ...USD,
    supplierId,
    supplierReference: 'OS-1',
    invoicedOn: '2026-03-06',
    lines: [{ receiptLineId: arrived?.receiptLineId ?? 0, quantityMicro: 10 * PIECE, priceMicro: 2_000_000 }],
  })
  const periodId = bookkeeper.closing.listMonths({}).rows[2]?.id ?? 0
  bookkeeper.closing.postMonthEnd({ periodId, key: 'accounting.revaluation' })
})

afterAll(() => company.close())

describe('the proofs of foreign currencies, returns and write-offs', () => {
  it('hold on sound books and have something to examine', () => {
    const results = checks.map((check) => ({ name: check.name, ...check.run(company.reader) }))
    expect(results.filter(({ ok }) => !ok)).toEqual([])
    const proved = new Set(tamperingsAbroad.map(([check]) => check))
    expect(results.filter(({ name, examined }) => proved.has(name) && examined === 0).map(({ name }) => name)).toEqual(
      [],
    )
  })

  it.each(tamperingsAbroad)('%s finds: %s', (check, sql) => {
    expect(foundAfter(company, checks, sql)).toContain(check)
  })
})

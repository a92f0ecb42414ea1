import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lineAmounts } from '../../../src/shared/values/exchange/line-amounts'
import { checks as offersChecks } from '../../../src/main/operations/offers'
import { checks as salesChecks } from '../../../src/main/operations/sales'
import { checks as purchasingChecks } from '../../../src/main/operations/purchasing'
import { openTestCompany, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { ship, stockUp } from '../../support/warehouse-day'

describe('a price that includes the tax', () => {
  it('makes net and tax that add up to quantity times price, whatever the rate, price and quantity', () => {
    const money = { base: 'CNY', rate: null }
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e10 }),
        fc.integer({ min: 1, max: 1e10 }),
        fc.constantFrom(0, 10_000, 30_000, 60_000, 90_000, 130_000, 200_000),
        (quantityMicro, priceMicro, rate) => {
          const { netMinor, taxMinor, grossPriceMicro } = lineAmounts(
            { quantityMicro, priceMicro, includesTax: true },
            rate,
            money,
          )
          const gross = (BigInt(quantityMicro) * BigInt(priceMicro) + 5_000_000_000n) / 10_000_000_000n
          expect(BigInt(netMinor + taxMinor)).toBe(gross)
          expect(grossPriceMicro).toBe(priceMicro)
          // The tax is within half a cent of what its rate makes of the net that is left.
          const exact = (Number(gross) * rate) / (1_000_000 + rate)
          expect(Math.abs(taxMinor - exact)).toBeLessThanOrEqual(0.500_001)
        },
      ),
    )
  })
})

describe('a document with prices that include the tax', () => {
  let company: TestCompany
  let supplies: Supplies
  beforeEach(() => {
    company = openTestCompany({ pack: 'cn-sbe' })
    supplies = addSupplies(company)
  })
  afterEach(() => closeSound(company))

  const sellAt = (pieces: number, priceMicro: number): number => {
    const { sales } = company.bookkeeper
    const { id } = sales.saveOrder({
      customerId: supplies.customerId,
      warehouseId: supplies.warehouseId,
      orderedOn: '2026-03-02',
      promisedOn: '2026-03-05',
      pricesIncludeTax: true,
      lines: [{ itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: pieces * PIECE, priceMicro }],
    })
    sales.confirmOrder({ id })
    return id
  }

  it('is ordered, delivered in full and invoiced at exactly the price that was agreed', () => {
    const { bookkeeper } = company
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
    // 3 x 14.99 = 44.97, of it 13/113 tax: 5.1735... = 5.17, net 39.80.
    const orderId = sellAt(3, 14_990_000)
    expect(bookkeeper.sales.getOrder({ id: orderId })).toMatchObject({
      netMinor: 3980,
      taxMinor: 517,
      grossMinor: 4497,
      lines: [{ priceMicro: 13_265_487, grossPriceMicro: 14_990_000 }],
    })
    ship(company, supplies, orderId)
    const { id } = bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-04' })
    expect(bookkeeper.sales.getInvoice({ id })).toMatchObject({
      grossMinor: 4497,
      lines: [{ grossPriceMicro: 14_990_000, netMinor: 3980, taxMinor: 517 }],
    })
    expect(balances(bookkeeper)).toMatchObject({ '1122': 4497, '5001': -3980, '22210102': -517 })
    const { pdf } = bookkeeper.sales.invoicePdf({ id, locale: 'zh-CN' })
    expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    const tampered = `UPDATE sales_invoice_line SET gross_price_micro = gross_price_micro + 10000 WHERE invoice_id = ${id}`
    expect(foundAfter(company, salesChecks, tampered)).toContain('sales.pricesWithTaxMakeTheGross')
  })

  it('is bought at it: goods come in net, the invoice is the paper to the cent', () => {
    const { bookkeeper, clerk } = company
    const { id: orderId } = bookkeeper.purchasing.saveOrder({
      supplierId: supplies.supplierId,
      warehouseId: supplies.warehouseId,
      orderedOn: '2026-03-02',
      expectedOn: '2026-03-05',
      pricesIncludeTax: true,
      lines: [
        { itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: 100 * PIECE, priceMicro: 11_300_000 },
      ],
    })
    bookkeeper.purchasing.confirmOrder({ id: orderId })
    const [line] = bookkeeper.purchasing.getOrder({ id: orderId }).lines
    expect(line).toMatchObject({ priceMicro: 10_000_000, grossPriceMicro: 11_300_000, netMinor: 100_000 })
    clerk.purchasing.receiveGoods({
      orderId,
      receivedOn: '2026-03-03',
      lines: [{ orderLineId: line?.id ?? 0, quantityMicro: 100 * PIECE }],
    })
    expect(balances(bookkeeper)).toMatchObject({ '1405': 100_000, '220202': -100_000 })
    const [open] = bookkeeper.purchasing.linesToInvoice({ supplierId: supplies.supplierId }).rows
    expect(open).toMatchObject({ priceMicro: 10_000_000, grossPriceMicro: 11_300_000 })
    const { id } = bookkeeper.purchasing.postInvoice({
      supplierId: supplies.supplierId,
      supplierReference: 'G-1',
      invoicedOn: '2026-03-04',
      pricesIncludeTax: true,
      lines: [{ receiptLineId: open!.receiptLineId, quantityMicro: 100 * PIECE, priceMicro: 11_300_000 }],
    })
    expect(bookkeeper.purchasing.getInvoice({ id })).toMatchObject({ grossMinor: 113_000, netMinor: 100_000 })
    expect(balances(bookkeeper)).toMatchObject({ '1405': 100_000, '220201': -113_000, '22210101': 13_000 })
    const tampered = `UPDATE purchasing_invoice_line SET tax_minor = tax_minor + 1 WHERE invoice_id = ${id}`
    expect(foundAfter(company, purchasingChecks, tampered)).toContain('purchasing.pricesWithTaxMakeTheGross')
  })

  it('is quoted, revised and ordered at it, in parts too', () => {
    const { offers, sales } = company.bookkeeper
    const bolts = { itemId: supplies.bolt.id, packId: supplies.bolt.packId }
    const { id } = offers.saveQuotation({
      customerId: supplies.customerId,
      warehouseId: supplies.warehouseId,
      quotedOn: '2026-03-02',
      validUntil: '2999-01-01',
      pricesIncludeTax: true,
      lines: [{ ...bolts, quantityMicro: 5 * PIECE, priceMicro: 14_990_000 }],
    })
    // 5 x 14.99 = 74.95, of it 13/113 tax: 8.6226... = 8.62, net 66.33.
    const whole = { netMinor: 6633, taxMinor: 862, grossMinor: 7495 }
    const price = { priceMicro: 13_265_487, grossPriceMicro: 14_990_000 }
    expect(offers.getQuotation({ id })).toMatchObject({ ...whole, lines: [price] })
    offers.sendQuotation({ id })
    const days = { orderedOn: '2026-03-02', promisedOn: '2026-03-05' }
    const [line] = offers.getQuotation({ id }).lines
    const part = offers.orderQuotation({ id, ...days, lines: [{ lineId: line!.id, quantityMicro: 3 * PIECE }] })
    expect(sales.getOrder({ id: part.id })).toMatchObject({ netMinor: 3980, taxMinor: 517, lines: [price] })
    offers.reviseQuotation({ id, validUntil: '2999-02-01' })
    // 2 x 14.99 = 29.98
    expect(offers.getQuotation({ id })).toMatchObject({ grossMinor: 2998, lines: [price] })
    expect(offers.quotationPdf({ id, locale: 'en' }).pdf.length).toBeGreaterThan(1000)
    const tampered = `UPDATE offers_line SET gross_price_micro = gross_price_micro + 10000 WHERE quotation_id = ${id}`
    expect(foundAfter(company, offersChecks, tampered)).toContain('offers.pricesWithTaxMakeTheGross')
  })

  it('is what a standing order has, also where a line follows the price list', () => {
    const { offers, sales } = company.bookkeeper
    const bolts = { itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: PIECE }
    const { id } = offers.saveStanding({
      name: 'Every week',
      customerId: supplies.customerId,
      warehouseId: supplies.warehouseId,
      rhythm: 'none',
      nextOn: null,
      pricesIncludeTax: true,
      lines: [{ ...bolts, priceMicro: 14_990_000 }, bolts],
    })
    expect(offers.getStanding({ id })).toMatchObject({ pricesIncludeTax: true })
    const order = sales.getOrder({ id: offers.orderStanding({ id }).id })
    // The list says 20.00 without its 13 %.
    expect(order.lines).toMatchObject([
      { grossPriceMicro: 14_990_000, netMinor: 1327, taxMinor: 172 },
      { grossPriceMicro: 22_600_000, priceMicro: 20_000_000, netMinor: 2000, taxMinor: 260 },
    ])
  })

  it('is credited at it: by our credit note to the cent of the invoice, and by the supplier’s as it stands on the paper', () => {
    const { owner, bookkeeper, clerk } = company
    stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
    const orderId = sellAt(3, 14_990_000)
    const shipmentId = ship(company, supplies, orderId)
    bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-04' })
    const [sent] = bookkeeper.shipping.getShipment({ id: shipmentId }).lines
    expect(sent).toMatchObject({ priceMicro: 13_265_487, grossPriceMicro: 14_990_000 })
    const back = (pieces: number, price: { priceMicro: number; pricesIncludeTax?: boolean }) => {
      const { priceMicro, ...how } = price
      const { creditNoteId } = bookkeeper.shipping.receiveReturn({
        ...how,
        customerId: supplies.customerId,
        warehouseId: supplies.warehouseId,
        returnedOn: '2026-03-06',
        reason: 'too many',
        lines: [{ shipmentLineId: sent!.id, itemId: supplies.bolt.id, quantityMicro: pieces * PIECE, priceMicro }],
      })
      return bookkeeper.sales.getInvoice({ id: creditNoteId })
    }
    // As it was sold: 14.99, of it tax 1.72. Half of it given back, with the tax: 7.50, of it 0.86.
    expect(back(1, { priceMicro: 13_265_487 })).toMatchObject({ grossMinor: -1499, taxMinor: -172 })
    expect(back(1, { priceMicro: 7_500_000, pricesIncludeTax: true })).toMatchObject({
      grossMinor: -750,
      lines: [{ grossPriceMicro: 7_500_000 }],
    })

    const [receipt] = bookkeeper.purchasing.linesToInvoice({ supplierId: supplies.supplierId }).rows
    bookkeeper.purchasing.postInvoice({
      supplierId: supplies.supplierId,
      supplierReference: 'G-2',
      invoicedOn: '2026-03-06',
      lines: [{ receiptLineId: receipt!.receiptLineId, quantityMicro: 10 * PIECE, priceMicro: receipt!.priceMicro! }],
    })
    const { id } = owner.purchasing.planReturn({
      supplierId: supplies.supplierId,
      warehouseId: supplies.warehouseId,
      plannedOn: '2026-03-07',
      reason: 'bent',
      lines: [{ receiptLineId: receipt!.receiptLineId, quantityMicro: 2 * PIECE }],
    })
    const [waiting] = clerk.purchasing.returnsToSend({ warehouseId: supplies.warehouseId }).rows
    const [toSend] = waiting!.lines
    clerk.purchasing.sendReturn({
      lineId: toSend!.id,
      binScan: toSend!.places[0]!.bin.code,
      itemScan: '4006381333931',
      sentOn: '2026-03-07',
    })
    const before = balances(bookkeeper)
    const [line] = owner.purchasing.getReturn({ id }).lines
    bookkeeper.purchasing.postCredit({
      returnId: id,
      supplierReference: 'GC-1',
      creditedOn: '2026-03-08',
      pricesIncludeTax: true,
      lines: [{ returnLineId: line!.id, quantityMicro: 2 * PIECE, priceMicro: 11_290_000 }],
    })
    // 2 x 11.29 = 22.58, of it 13/113 tax: 2.5977... = 2.60.
    const after = balances(bookkeeper)
    expect(after['220201']! - before['220201']!).toBe(2258)
    expect(after['22210101']! - before['22210101']!).toBe(-260)
    const tampered = 'UPDATE purchasing_credit_line SET gross_price_micro = gross_price_micro + 10000'
    expect(foundAfter(company, purchasingChecks, tampered)).toContain('purchasing.pricesWithTaxMakeTheGross')
  })
})

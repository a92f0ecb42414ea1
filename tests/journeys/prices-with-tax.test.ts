import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lineAmounts } from '../../src/shared/values/exchange/line-amounts'
import { checks as salesChecks } from '../../src/main/operations/sales'
import { checks as purchasingChecks } from '../../src/main/operations/purchasing'
import { openTestCompany, type TestCompany } from '../support/company'
import { addSupplies, balances, closeSound, PIECE, type Supplies } from '../support/supplies'
import { foundAfter } from '../support/tampering'
import { ship, stockUp } from '../support/warehouse-day'

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
})

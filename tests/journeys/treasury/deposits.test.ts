import { afterEach, describe, expect, it } from 'vitest'
import { checks } from '../../../src/main/operations/deposits'
import { goAbroad, USD } from '../../support/abroad'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, order, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { sell, ship, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies

function open(pack: 'cn-sbe' | 'generic'): void {
  company = openTestCompany({ pack })
  supplies = addSupplies(company)
}
afterEach(() => closeSound(company))

const account = (code: string): number => balances(company.owner)[code] ?? 0

/** 5 bolts at 20.00: 100.00 net, and 13 % (cn-sbe) or 20 % (generic) on top. */
function sold(): number {
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 10 }])
  return sell(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
}

const ask = (direction: 'in' | 'out', orderId: number, amountMinor: number) =>
  company.bookkeeper.deposits.askDeposit({
    direction,
    orderId,
    askedOn: '2026-03-02',
    dueOn: '2026-03-09',
    amountMinor,
  })
const pay = (id: number) => company.bookkeeper.deposits.payDeposit({ id, paidOn: '2026-03-03' })
const get = (id: number) => company.owner.deposits.getDeposit({ id })

describe('a customer’s deposit', () => {
  it('is an advance without tax under 小企业会计准则, which the invoice takes', () => {
    open('cn-sbe')
    const orderId = sold()
    expect(refusalOf(() => ask('in', orderId, 11_301)).params).toMatchObject({ total: '113.00', left: '113.00' })
    const { id } = ask('in', orderId, 3000)
    const other = ask('in', orderId, 8300)
    expect(refusalOf(() => ask('in', orderId, 1)).code).toBe('deposits.beyondOrder')
    company.bookkeeper.deposits.cancelDeposit({ id: other.id })
    pay(id)
    expect(refusalOf(() => pay(id)).code).toBe('deposits.notAsked')
    // 2203 预收账款, 222102 销项税额
    expect(account('2203')).toBe(-3000)
    expect(get(id)).toMatchObject({ state: 'paid', leftMinor: 3000, taxMinor: 0 })
    ship(company, supplies, orderId)
    const invoice = company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-04' })
    expect(company.owner.sales.getInvoice({ id: invoice.id })).toMatchObject({ grossMinor: 11_300, openMinor: 8300 })
    expect(account('2203')).toBe(0)
    expect(get(id)).toMatchObject({ state: 'settled', leftMinor: 0 })
    expect(get(id).chain).toMatchObject({
      from: [{ kind: 'sales.order', id: orderId }],
      to: [{ kind: 'sales.invoice', id: invoice.id }, { kind: 'treasury.payment' }],
    })
    const chain = company.owner.sales.getOrder({ id: orderId }).chain.to.map(({ kind }) => kind)
    expect(chain.filter((kind) => kind === 'deposits.deposit')).toHaveLength(2)
    expect(company.owner.deposits.listDeposits({ state: 'settled' })).toMatchObject({
      total: 1,
      sums: { leftMinor: 0 },
    })
    expect(foundAfter(company, checks, 'UPDATE deposits_deposit SET amount_minor = amount_minor + 1')).toContain(
      'deposits.paid ones have their payment',
    )
    expect(foundAfter(company, checks, `UPDATE deposits_deposit SET amount_minor = 99999 WHERE id = ${id}`)).toContain(
      'deposits.ask no more than their order',
    )
  })

  it('bears its tax with the money in the generic pack; the invoice takes the tax over, part by part', () => {
    open('generic')
    const orderId = sold()
    const { id } = ask('in', orderId, 6000)
    const before = account('2100')
    pay(id)
    // half of 120.00 is here: 10.00 of it is tax, owed at once and claimed of the invoice to come
    expect(account('2100') - before).toBe(-1000)
    expect(account('1190')).toBe(1000)
    expect(account('2050')).toBe(-6000)
    ship(company, supplies, orderId)
    company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-04' })
    expect(account('2100') - before).toBe(-2000)
    expect(account('1190')).toBe(0)
    expect(get(id)).toMatchObject({ state: 'settled', taxMinor: 1000, taxBackMinor: 1000 })
    expect(foundAfter(company, checks, 'UPDATE deposits_deposit SET tax_back_minor = 900')).toContain(
      'deposits.tax stands in the books until invoices take it',
    )
  })

  it('gives its tax back with what is refunded, and all of it with a payment that is taken back', () => {
    open('generic')
    const orderId = sold()
    const { id } = ask('in', orderId, 6000)
    const before = balances(company.owner)
    pay(id)
    const payment = get(id).chain.to[0]!
    const refund = company.bookkeeper.treasury.refundAdvance({
      paymentId: payment.id,
      paidOn: '2026-03-04',
      amountMinor: 1500,
    })
    expect(account('1190')).toBe(750)
    company.owner.treasury.reversePayment({ id: refund.id, reversedOn: '2026-03-04', reason: 'kept' })
    expect(account('1190')).toBe(1000)
    company.owner.treasury.reversePayment({ id: payment.id, reversedOn: '2026-03-05', reason: 'bounced' })
    expect(balances(company.owner)).toEqual(before)
    expect(get(id)).toMatchObject({ state: 'asked', leftMinor: 0, taxMinor: 0, chain: { to: [] } })
    const paper = company.bookkeeper.deposits.depositPdf({ id, locale: 'en' })
    expect(Buffer.from(paper.pdf, 'base64').subarray(0, 4).toString()).toBe('%PDF')
  })
})

describe('a prepayment to a supplier', () => {
  it.each([
    ['cn-sbe', '1123', 11_300],
    ['generic', '1150', 12_000],
  ] as const)('is taken by the invoice for its order (%s)', (pack, advance, grossMinor) => {
    open(pack)
    const bought = order(company.owner, supplies, [{ item: supplies.bolt, pieces: 10, priceMicro: 10_000_000 }])
    const { id } = ask('out', bought.id, 5000)
    pay(id)
    expect(account(advance)).toBe(5000)
    const receipt = company.clerk.purchasing.receiveGoods({
      orderId: bought.id,
      receivedOn: '2026-03-04',
      lines: [{ orderLineId: bought.lineIds[0]!, quantityMicro: 10 * PIECE }],
    })
    const [line] = company.owner.purchasing.getReceipt({ id: receipt.id }).lines
    const invoice = company.bookkeeper.purchasing.postInvoice({
      supplierId: supplies.supplierId,
      supplierReference: 'INV-1',
      invoicedOn: '2026-03-05',
      lines: [{ receiptLineId: line!.id, quantityMicro: 10 * PIECE, priceMicro: 10_000_000 }],
    })
    expect(account(advance)).toBe(0)
    expect(company.owner.purchasing.getInvoice({ id: invoice.id })).toMatchObject({
      grossMinor,
      openMinor: grossMinor - 5000,
    })
    expect(company.owner.purchasing.getOrder({ id: bought.id }).chain.to[0]).toMatchObject({
      kind: 'deposits.deposit',
      id,
    })
    expect(refusalOf(() => company.bookkeeper.deposits.depositPdf({ id, locale: 'en' })).code).toBe('deposits.notOurs')
  })
})

/*
 * Worked by hand: an order of 1,000 dollars, 300 of them before the goods.
 *
 *   day    what                           USD   rate      2203    100201      1122      5603
 *   03-10  deposit                        300   7.05 -2,115.00  2,115.00
 *   03-20  invoice                      1,000   7.20                      7,200.00
 *   03-20  takes the deposit              300         2,115.00           -2,160.00     45.00
 */
describe('a deposit for an order in dollars', () => {
  it('is asked and paid in dollars; the invoice takes it, with what the exchange gained or lost since', () => {
    open('cn-sbe')
    const abroad = goAbroad(company)
    const { bookkeeper, owner } = company
    const { id: orderId } = bookkeeper.sales.saveOrder({
      customerId: abroad.customerId,
      warehouseId: supplies.warehouseId,
      orderedOn: '2026-03-02',
      promisedOn: '2026-03-03',
      ...USD,
      lines: [
        { itemId: abroad.advice.id, packId: abroad.advice.packId, quantityMicro: PIECE, priceMicro: 1_000_000_000 },
      ],
    })
    owner.sales.confirmOrder({ id: orderId })
    expect(refusalOf(() => ask('in', orderId, 100_001)).params).toMatchObject({ total: '1000.00 USD' })
    const { id } = ask('in', orderId, 30_000)
    expect(get(id)).toMatchObject({ currency: 'USD', foreignMinor: 30_000, amountMinor: 213_000 })
    const wrong = refusalOf(() => bookkeeper.deposits.payDeposit({ id, paidOn: '2026-03-10', accountId: abroad.own }))
    expect(wrong.code).toBe('deposits.accountOfOtherCurrency')
    const payInDollars = () => bookkeeper.deposits.payDeposit({ id, paidOn: '2026-03-10', accountId: abroad.dollars })
    payInDollars()
    expect(get(id)).toMatchObject({ amountMinor: 211_500, foreignLeftMinor: 30_000 })
    const payment = get(id).chain.to[0]!
    owner.treasury.reversePayment({ id: payment.id, reversedOn: '2026-03-10', reason: 'bounced' })
    expect(get(id)).toMatchObject({ state: 'asked', amountMinor: 213_000 })
    payInDollars()
    expect(account('2203')).toBe(-211_500)
    const invoice = bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-20' })
    expect(owner.sales.getInvoice({ id: invoice.id })).toMatchObject({ foreignOpenMinor: 70_000, openMinor: 504_000 })
    expect(get(id)).toMatchObject({ state: 'settled', foreignLeftMinor: 0 })
    expect({ advance: account('2203'), lost: account('5603'), dollars: account('100201') }).toEqual({
      advance: 0,
      lost: 4500,
      dollars: 211_500,
    })
    expect(foundAfter(company, checks, 'UPDATE deposits_deposit SET foreign_minor = foreign_minor + 1')).toContain(
      'deposits.paid ones have their payment',
    )
  })

  it('to a supplier is a prepayment in dollars that his invoice takes', () => {
    open('cn-sbe')
    const abroad = goAbroad(company)
    const { bookkeeper, owner, clerk } = company
    const saved = owner.purchasing.saveOrder({
      supplierId: abroad.supplierId,
      warehouseId: supplies.warehouseId,
      orderedOn: '2026-03-02',
      expectedOn: '2026-03-10',
      ...USD,
      lines: [
        { itemId: supplies.bolt.id, packId: supplies.bolt.packId, quantityMicro: 100 * PIECE, priceMicro: 10_000_000 },
      ],
    })
    owner.purchasing.confirmOrder({ id: saved.id })
    const { id } = ask('out', saved.id, 50_000)
    bookkeeper.deposits.payDeposit({ id, paidOn: '2026-03-10', accountId: abroad.dollars })
    expect(account('1123')).toBe(352_500)
    const [line] = owner.purchasing.getOrder({ id: saved.id }).lines
    const receipt = clerk.purchasing.receiveGoods({
      orderId: saved.id,
      receivedOn: '2026-03-10',
      lines: [{ orderLineId: line!.id, quantityMicro: 100 * PIECE }],
    })
    const [received] = owner.purchasing.getReceipt({ id: receipt.id }).lines
    bookkeeper.purchasing.postInvoice({
      supplierId: abroad.supplierId,
      supplierReference: 'INV-US',
      invoicedOn: '2026-03-20',
      ...USD,
      lines: [{ receiptLineId: received!.id, quantityMicro: 100 * PIECE, priceMicro: 10_000_000 }],
    })
    // 500 dollars: paid at 7.05, owed at 7.20: 75.00 gained
    expect(account('1123')).toBe(0)
    expect(account('5301')).toBe(-7500)
    expect(get(id).state).toBe('settled')
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, type Supplies } from '../../support/supplies'
import { sell, ship, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
afterEach(() => closeSound(company))
beforeEach(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
  supplies = addSupplies(company)
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 50 }])
})

/** An invoice over `pieces` bolts at 20.00 and 13 % on March 3. */
function invoice(pieces: number) {
  const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces }])
  ship(company, supplies, orderId)
  const { id } = company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-03' })
  return company.bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows.find((row) => row.sourceId === id)!
}
const left = () => company.bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows
const pay = (openItemId: number, amountMinor: number, discountMinor = 0) =>
  company.bookkeeper.treasury.postPayment({
    direction: 'in',
    partnerId: supplies.customerId,
    paidOn: '2026-03-05',
    amountMinor: amountMinor - discountMinor,
    applications: [{ openItemId, amountMinor, discountMinor }],
  })

describe('a write-off', () => {
  const give = (openItemIds: number[], kind: 'small' | 'bad-debt' = 'small', who = company.bookkeeper) =>
    who.treasury.writeOff({ partnerId: supplies.customerId, kind, writtenOn: '2026-03-06', openItemIds })

  it('takes a small remainder off the books without a payment, and comes back', () => {
    const item = invoice(5)
    pay(item.id, 11_250)
    const before = balances(company.bookkeeper)
    const { id, number } = give([item.id])
    expect(left()).toEqual([])
    // | 113.00 invoiced | 112.50 paid | 0.50 left: 5603 against 1122 |
    expect(balances(company.bookkeeper)).toMatchObject({ '5603': 50 })
    expect(company.bookkeeper.treasury.getWriteOff({ id })).toMatchObject({
      number,
      amountMinor: 50,
      lines: [{ documentNumber: item.documentNumber, amountMinor: 50 }],
    })
    expect(company.bookkeeper.treasury.listMovements({ kind: 'writeOff' }).rows).toMatchObject([
      { id, amountMinor: 50 },
    ])
    expect(refusalOf(() => give([item.id])).code).toBe('treasury.nothingLeftOf')
    company.owner.treasury.reverseWriteOff({ id, reversedOn: '2026-03-07', reason: 'they pay' })
    expect(left()).toMatchObject([{ id: item.id, openMinor: 50 }])
    expect(balances(company.bookkeeper)).toEqual(before)
    expect(
      refusalOf(() => company.owner.treasury.reverseWriteOff({ id, reversedOn: '2026-03-07', reason: '' })).code,
    ).toBe('treasury.documentReversed')
  })

  it('stays within the limit; a bad debt is for the owner, and only what a customer owes', () => {
    const item = invoice(5)
    expect(refusalOf(() => give([item.id]))).toMatchObject({
      code: 'treasury.writeOffBeyondLimit',
      params: { limit: '1.00', wanted: '113.00' },
    })
    expect(refusalOf(() => give([item.id], 'bad-debt')).code).toBe('treasury.badDebtIsOwners')
    expect(refusalOf(() => give([item.id], 'small', company.clerk)).code).toBe('access.rightMissing')
    give([item.id], 'bad-debt', company.owner)
    expect(balances(company.bookkeeper)).toMatchObject({ '571102': 11_300 })
    expect(left()).toEqual([])
  })
})

describe('a cash discount', () => {
  const propose = (amountMinor: number, paidOn: string) =>
    company.bookkeeper.treasury.proposeApplications({
      direction: 'in',
      partnerId: supplies.customerId,
      amountMinor,
      by: 'oldest',
      reference: '',
      paidOn,
    })

  beforeEach(() => {
    const { parties } = company.bookkeeper
    const { active: _active, ...partner } = parties.getPartner({ id: supplies.customerId })
    parties.changePartner({ ...partner, cashDiscountMicro: 20_000, cashDiscountDays: 10 })
  })

  it('of the partner’s terms is proposed within its days, and posted as discount', () => {
    const item = invoice(5)
    // 2 % of 113.00 is 2.26: 110.74 pays the invoice until March 13.
    expect(propose(11_074, '2026-03-13')).toMatchObject({
      rows: [{ openItemId: item.id, amountMinor: 11_300, discountMinor: 226 }],
      leftMinor: 0,
    })
    expect(propose(11_074, '2026-03-14').rows).toMatchObject([{ amountMinor: 11_074, discountMinor: 0 }])
    // Whoever pays in full took nothing off, and a part pays a part.
    expect(propose(11_300, '2026-03-05').rows).toMatchObject([{ amountMinor: 11_300, discountMinor: 0 }])
    expect(propose(5000, '2026-03-05').rows).toMatchObject([{ amountMinor: 5000, discountMinor: 0 }])
    pay(item.id, 11_300, 226)
    expect(balances(company.bookkeeper)).toMatchObject({ '1002': 11_074, '5603': 226 })
    expect(left()).toEqual([])
  })
})

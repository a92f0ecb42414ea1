import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, order, PIECE, type Supplies } from '../../support/supplies'

let company: TestCompany
let supplies: Supplies
let invoices = 0

/** An invoice of the supplier over `pieces` at 10.00, 13 % tax: its open item. */
function owe(pieces: number): { openItemId: number; grossMinor: number } {
  const { bookkeeper, clerk } = company
  const placed = order(bookkeeper, supplies, [{ item: supplies.bolt, pieces, priceMicro: 10_000_000 }])
  clerk.purchasing.receiveGoods({
    orderId: placed.id,
    receivedOn: '2026-03-05',
    lines: [{ orderLineId: placed.lineIds[0] ?? 0, quantityMicro: pieces * PIECE }],
  })
  const [line] = bookkeeper.purchasing.linesToInvoice({ supplierId: supplies.supplierId }).rows
  invoices += 1
  const posted = bookkeeper.purchasing.postInvoice({
    supplierId: supplies.supplierId,
    supplierReference: `INV-${invoices}`,
    invoicedOn: '2026-03-10',
    lines: [{ receiptLineId: line?.receiptLineId ?? 0, quantityMicro: pieces * PIECE, priceMicro: 10_000_000 }],
  })
  const item = bookkeeper.accounting
    .listOpenItems({ role: 'payable' })
    .rows.find(({ sourceId }) => sourceId === posted.id)
  return { openItemId: item?.id ?? 0, grossMinor: item?.openMinor ?? 0 }
}

function pay(amountMinor: number, applications: { openItemId: number; amountMinor: number }[], paidOn = '2026-03-20') {
  return company.bookkeeper.treasury.postPayment({
    direction: 'out',
    partnerId: supplies.supplierId,
    paidOn,
    amountMinor,
    applications,
  })
}

beforeEach(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
  supplies = addSupplies(company)
})

afterEach(() => {
  closeSound(company)
})

describe('advances', () => {
  it('stay on their account until items take them', () => {
    const { bookkeeper } = company
    const advance = pay(20_000, [], '2026-03-01')
    expect(balances(bookkeeper)).toEqual({ '1002': -20_000, '1123': 20_000 })
    const { openItemId, grossMinor } = owe(10)
    expect(grossMinor).toBe(11_300)
    bookkeeper.treasury.applyAdvance({
      paymentId: advance.id,
      appliedOn: '2026-03-15',
      applications: [{ openItemId, amountMinor: 11_300 }],
    })
    expect(balances(bookkeeper)).toEqual({ '1002': -20_000, '1123': 8700, '1405': 10_000, '22210101': 1300 })
    expect(bookkeeper.treasury.getPayment({ id: advance.id })).toMatchObject({
      unappliedMinor: 8700,
      applications: [{ documentNumber: 'PI-2026-000001', amountMinor: 11_300 }],
      chain: { from: [{ kind: 'purchasing.invoice', number: 'PI-2026-000001', state: 'posted' }] },
    })
    const second = owe(10)
    const apply = (amountMinor: number, appliedOn = '2026-03-16') =>
      bookkeeper.treasury.applyAdvance({
        paymentId: advance.id,
        appliedOn,
        applications: [{ openItemId: second.openItemId, amountMinor }],
      })
    expect(refusalOf(() => apply(9000))).toMatchObject({ code: 'treasury.advanceExceeded', params: { open: '87.00' } })
    expect(refusalOf(() => apply(100, '2026-02-27')).code).toBe('treasury.appliedBeforePaid')
    apply(8700)
    expect(balances(bookkeeper)['1123']).toBeUndefined()
  })

  it('go back whole with their payment, and what they settled is owed again', () => {
    const { bookkeeper, owner } = company
    const { openItemId } = owe(10)
    const paid = pay(15_000, [{ openItemId, amountMinor: 11_300 }])
    expect(balances(bookkeeper)['1123']).toBe(3700)
    owner.treasury.reversePayment({ id: paid.id, reversedOn: '2026-03-25', reason: 'wrong account' })
    expect(balances(bookkeeper)).toEqual({ '1405': 10_000, '22210101': 1300, '220201': -11_300 })
    expect(bookkeeper.accounting.listOpenItems({ role: 'payable' }).sums).toEqual({ openMinor: 11_300 })
    expect(
      refusalOf(() => owner.treasury.reversePayment({ id: paid.id, reversedOn: '2026-03-25', reason: '' })).code,
    ).toBe('treasury.paymentReversed')
    expect(bookkeeper.treasury.listPayments({}).sums).toEqual({ amountMinor: 0 })
  })
})

describe('applying', () => {
  it('never takes more than is open, than is paid, or from somebody else', () => {
    const { openItemId } = owe(10)
    expect(refusalOf(() => pay(20_000, [{ openItemId, amountMinor: 12_000 }]))).toMatchObject({
      code: 'accounting.openItemExceeded',
      params: { open: '113.00', wanted: '120.00' },
    })
    expect(refusalOf(() => pay(5000, [{ openItemId, amountMinor: 6000 }])).code).toBe('treasury.appliedBeyondAmount')
    expect(refusalOf(() => pay(5000, [{ openItemId, amountMinor: 5000 }], '2026-03-09')).code).toBe(
      'accounting.settledBeforePosted',
    )
    expect(refusalOf(() => pay(5000, [{ openItemId: 999, amountMinor: 5000 }])).code).toBe('accounting.openItemUnknown')
    const other = () =>
      company.bookkeeper.treasury.postPayment({
        direction: 'out',
        partnerId: supplies.customerId,
        paidOn: '2026-03-20',
        amountMinor: 5000,
        applications: [{ openItemId, amountMinor: 5000 }],
      })
    expect(refusalOf(other).code).toBe('accounting.openItemOfOther')
  })

  it('shows what was open on a day, and equals the account on that day', () => {
    const { openItemId } = owe(10)
    pay(4000, [{ openItemId, amountMinor: 4000 }], '2026-03-20')
    const open = (asOf: string): number =>
      Number(company.bookkeeper.accounting.listOpenItems({ role: 'payable', asOf }).sums['openMinor'])
    for (const [day, expected] of [
      ['2026-03-09', 0],
      ['2026-03-10', 11_300],
      ['2026-03-19', 11_300],
      ['2026-03-20', 7300],
    ] as const) {
      expect(open(day)).toBe(expected)
      expect(balances(company.bookkeeper, day)['220201'] ?? 0).toBe(0 - expected)
    }
    const [row] = company.bookkeeper.accounting.listOpenItems({ role: 'payable', asOf: '2026-04-19' }).rows
    expect(row).toMatchObject({ dueOn: '2026-04-09', daysOverdue: 10 })
  })
})

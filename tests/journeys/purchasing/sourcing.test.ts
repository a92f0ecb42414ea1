import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks } from '../../../src/main/operations/sourcing'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, closeSound, order, PIECE, type Supplies } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'

let company: TestCompany
let supplies: Supplies
let other: number

beforeEach(() => {
  company = openTestCompany()
  supplies = addSupplies(company)
  other = company.owner.parties.addPartner({
    code: 'S2',
    name: 'Southern Supplies',
    isCustomer: false,
    isSupplier: true,
    paymentTermsDays: 30,
    creditLimitMinor: null,
    minimumRemainingLifeDays: 0,
    taxNumber: '',
    phone: '',
    email: '',
    address: '',
  }).id
})
afterEach(() => closeSound(company))

const yuan = (amount: number): number => Math.round(amount * 1_000_000)

function request() {
  return company.clerk.sourcing.placeRequest({
    warehouseId: supplies.warehouseId,
    requestedOn: '2026-03-02',
    neededOn: '2026-03-20',
    reason: 'Spring fair',
    lines: [
      { itemId: supplies.bolt.id, quantityMicro: 100 * PIECE },
      { itemId: supplies.tea.id, quantityMicro: 20 * PIECE },
    ],
  })
}

function ask(requestId?: number) {
  const { id } = company.owner.sourcing.placeEnquiry({
    ...(requestId === undefined ? {} : { requestId }),
    warehouseId: supplies.warehouseId,
    askedOn: '2026-03-02',
    answerBy: '2026-03-05',
    neededOn: '2026-03-20',
    supplierIds: [supplies.supplierId, other],
    lines: [
      { itemId: supplies.bolt.id, quantityMicro: 100 * PIECE },
      { itemId: supplies.tea.id, quantityMicro: 20 * PIECE },
    ],
  })
  const lineIds = company.owner.sourcing.getEnquiry({ id }).lines.map((line) => line.id)
  return { id, bolt: lineIds[0]!, tea: lineIds[1]! }
}

const answer = (
  enquiryId: number,
  supplierId: number,
  lines: { lineId: number; priceMicro: number; leadDays: number; minimumMicro?: number }[],
  validUntil: string | null = null,
) => company.owner.sourcing.recordBid({ enquiryId, supplierId, answeredOn: '2026-03-04', validUntil, lines })

describe('from what is needed to the order', () => {
  it('goes by request, enquiry, comparison and award, visible in both directions', () => {
    const asked = request()
    expect(asked).toMatchObject({ number: 'RQ-2026-000001', state: 'open' })
    const enquiry = ask(asked.id)
    expect(refusalOf(() => ask(asked.id)).code).toBe('sourcing.requestNotOpen')
    answer(enquiry.id, supplies.supplierId, [
      { lineId: enquiry.bolt, priceMicro: yuan(9.5), leadDays: 30 },
      { lineId: enquiry.tea, priceMicro: yuan(40), leadDays: 5 },
    ])
    answer(enquiry.id, other, [{ lineId: enquiry.bolt, priceMicro: yuan(9.8), leadDays: 3, minimumMicro: 50 * PIECE }])
    const compared = company.owner.sourcing.getEnquiry({ id: enquiry.id })
    expect(compared.lines[0]!.bids).toMatchObject([
      { supplierId: supplies.supplierId, amountMinor: 95_000, isCheapest: true, isInTime: false },
      { supplierId: other, amountMinor: 98_000, isCheapest: false, isInTime: true },
    ])
    // 950.00 and 800.00; the other did not offer tea, so no whole of its own
    expect(compared.bidders.map(({ amountMinor }) => amountMinor)).toEqual([175_000, null])
    expect(compared.cheapestMinor).toBe(175_000)
    const award = (lines: { lineId: number; supplierId: number; quantityMicro: number }[]) =>
      company.owner.sourcing.awardEnquiry({ id: enquiry.id, orderedOn: '2026-03-05', lines })
    const line = (lineId: number, supplierId: number, pieces: number) => ({
      lineId,
      supplierId,
      quantityMicro: pieces * PIECE,
    })
    expect(refusalOf(() => award([line(enquiry.tea, other, 20)])).code).toBe('sourcing.notOffered')
    expect(refusalOf(() => award([line(enquiry.bolt, other, 49)])).code).toBe('sourcing.belowMinimum')
    const both = [line(enquiry.bolt, other, 60), line(enquiry.bolt, supplies.supplierId, 41)]
    expect(refusalOf(() => award(both)).params).toMatchObject({ open: '40', wanted: '100' })
    const { orders } = award([
      line(enquiry.bolt, other, 60),
      line(enquiry.bolt, supplies.supplierId, 40),
      line(enquiry.tea, supplies.supplierId, 20),
    ])
    expect(orders).toMatchObject([{ supplier: { id: other }, lines: 1 }, { lines: 2 }])
    const made = company.owner.purchasing.getOrder({ id: orders[1]!.id })
    expect(made).toMatchObject({ state: 'draft', expectedOn: '2026-04-04', netMinor: 38_000 + 80_000 })
    expect(made.chain.from.map(({ kind }) => kind)).toEqual(['sourcing.request', 'sourcing.enquiry'])
    expect(company.owner.sourcing.getRequest({ id: asked.id })).toMatchObject({ state: 'ordered' })
    expect(company.owner.sourcing.getRequest({ id: asked.id }).chain.to.map(({ kind }) => kind)).toEqual([
      'sourcing.enquiry',
      'purchasing.order',
      'purchasing.order',
    ])
    expect(refusalOf(() => award([line(enquiry.bolt, other, 60)])).code).toBe('sourcing.enquiryNotOpen')
    expect(foundAfter(company, checks, 'UPDATE sourcing_award SET price_micro = price_micro - 1')).toEqual([
      'sourcing.awards follow their bids',
    ])
    expect(foundAfter(company, checks, 'DELETE FROM sourcing_award')).toEqual([
      'sourcing.enquiries are awarded with their orders',
    ])
  })

  it('takes a later answer for an earlier one, and none after its day', () => {
    const enquiry = ask()
    answer(enquiry.id, other, [{ lineId: enquiry.bolt, priceMicro: yuan(9), leadDays: 3 }])
    answer(enquiry.id, other, [{ lineId: enquiry.bolt, priceMicro: yuan(8), leadDays: 3 }], '2026-03-06')
    const [bid] = company.owner.sourcing.getEnquiry({ id: enquiry.id }).lines[0]!.bids
    expect(bid).toMatchObject({ priceMicro: yuan(8) })
    const late = refusalOf(() =>
      company.owner.sourcing.awardEnquiry({
        id: enquiry.id,
        orderedOn: '2026-03-07',
        lines: [{ lineId: enquiry.bolt, supplierId: other, quantityMicro: PIECE }],
      }),
    )
    expect(late).toMatchObject({ code: 'sourcing.bidExpired', params: { day: '2026-03-06' } })
    company.owner.sourcing.declineBid({ enquiryId: enquiry.id, supplierId: other })
    expect(company.owner.sourcing.getEnquiry({ id: enquiry.id })).toMatchObject({
      bidders: [{ state: 'asked' }, { state: 'declined', offered: 0 }],
      lines: [{ bids: [] }, { bids: [] }],
    })
    expect(company.owner.sourcing.cancelEnquiry({ id: enquiry.id })).toMatchObject({ state: 'cancelled' })
  })

  it('writes an enquiry for each supplier, with room for its prices', () => {
    const enquiry = ask()
    const paper = company.owner.sourcing.enquiryPdf({ id: enquiry.id, supplierId: other, locale: 'zh-CN' })
    expect(paper.fileName).toBe('EQ-2026-000001.pdf')
    expect(Buffer.from(paper.pdf, 'base64').subarray(0, 4).toString()).toBe('%PDF')
  })

  it('orders a request at once at the supplier’s listed prices, or refuses it with the reason', () => {
    company.owner.suppliers.saveTerm({
      supplierId: other,
      itemId: supplies.bolt.id,
      validFrom: '2026-01-01',
      priceMicro: yuan(7),
      leadDays: 30,
    })
    const first = request()
    const made = company.owner.sourcing.orderRequest({ id: first.id, supplierId: other, orderedOn: '2026-03-02' })
    // 100 bolts at the listed 7.00, 20 teas at their own 10.00; the slowest line takes 30 days
    expect(company.owner.purchasing.getOrder({ id: made.id })).toMatchObject({
      expectedOn: '2026-04-01',
      netMinor: 70_000 + 20_000,
    })
    const second = request()
    expect(refusalOf(() => company.clerk.sourcing.refuseRequest({ id: second.id, answer: 'no' })).code).toBe(
      'access.rightMissing',
    )
    company.owner.sourcing.refuseRequest({ id: second.id, answer: 'Still enough of it' })
    expect(company.clerk.sourcing.listRequests({ state: 'refused' }).rows).toMatchObject([{ requestedBy: 'Clerk' }])
  })
})

describe('the supplier’s confirmation', () => {
  it('sets a day for each line, which customers’ promises follow', () => {
    const bought = order(company.owner, supplies, [{ item: supplies.bolt, pieces: 10, priceMicro: yuan(10) }])
    const promise = () =>
      company.owner.sales.lineAdvice({
        itemId: supplies.bolt.id,
        warehouseId: supplies.warehouseId,
        quantityMicro: 4 * PIECE,
      }).promiseOn
    const acknowledge = (lineId: number, promisedOn: string) =>
      company.owner.purchasing.acknowledgeOrder({
        id: bought.id,
        acknowledgedOn: '2026-03-03',
        acknowledgedNumber: 'AB-77',
        lines: [{ lineId, promisedOn }],
      })
    expect(refusalOf(() => acknowledge(999, '2099-03-12')).code).toBe('purchasing.lineUnknown')
    acknowledge(bought.lineIds[0]!, '2099-03-12')
    expect(company.owner.purchasing.getOrder({ id: bought.id })).toMatchObject({
      acknowledgedNumber: 'AB-77',
      lines: [{ promisedOn: '2099-03-12' }],
    })
    expect(promise()).toBe('2099-03-12')
    company.owner.purchasing.cancelOrder({ id: bought.id })
    expect(refusalOf(() => acknowledge(bought.lineIds[0]!, '2099-03-13')).code).toBe('purchasing.orderNotExpected')
  })
})

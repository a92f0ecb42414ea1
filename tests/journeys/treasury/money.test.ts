import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, type Supplies } from '../../support/supplies'
import { sell, ship, stockUp } from '../../support/warehouse-day'
import { order, PIECE } from '../../support/supplies'

let company: TestCompany
let supplies: Supplies

beforeEach(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
  supplies = addSupplies(company)
})
afterEach(() => closeSound(company))

/** Sells bolts at 20.00 net, 13 % tax: 22.60 a piece. Answers the receivable. */
function owedByCustomer(pieces: number): { id: number; openMinor: number; documentNumber: string } {
  stockUp(company, supplies, [{ item: supplies.bolt, pieces }])
  const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces }])
  ship(company, supplies, orderId)
  const { id } = company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-03' })
  const item = company.bookkeeper.accounting
    .listOpenItems({ role: 'receivable' })
    .rows.find(({ sourceId }) => sourceId === id)
  return item ?? { id: 0, openMinor: 0, documentNumber: '' }
}

/** Buys bolts at 10.00 net, 13 % tax: 11.30 a piece. Answers the payable. */
function owedToSupplier(pieces: number): { id: number; openMinor: number } {
  const { bookkeeper, clerk } = company
  const placed = order(bookkeeper, supplies, [{ item: supplies.bolt, pieces, priceMicro: 10_000_000 }])
  clerk.purchasing.receiveGoods({
    orderId: placed.id,
    receivedOn: '2026-03-02',
    lines: [{ orderLineId: placed.lineIds[0] ?? 0, quantityMicro: pieces * PIECE }],
  })
  const rows = bookkeeper.purchasing.linesToInvoice({ supplierId: supplies.supplierId }).rows
  const posted = bookkeeper.purchasing.postInvoice({
    supplierId: supplies.supplierId,
    supplierReference: `R-${placed.id}`,
    invoicedOn: '2026-03-03',
    lines: rows.slice(-1).map(({ receiptLineId }) => ({
      receiptLineId,
      quantityMicro: pieces * PIECE,
      priceMicro: 10_000_000,
    })),
  })
  const item = bookkeeper.accounting.listOpenItems({ role: 'payable' }).rows.find((row) => row.sourceId === posted.id)
  return item ?? { id: 0, openMinor: 0 }
}

const moved = (before: Record<string, number>, after: Record<string, number>): Record<string, number> =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .map((code) => [code, (after[code] ?? 0) - (before[code] ?? 0)] as const)
      .filter(([, amount]) => amount !== 0),
  )

/** What `work` changed on the accounts, by code, debit above zero. */
function change(work: () => unknown): Record<string, number> {
  const before = balances(company.bookkeeper)
  work()
  return moved(before, balances(company.bookkeeper))
}

const receive = (amountMinor: number, rest: object = {}) =>
  company.bookkeeper.treasury.postPayment({
    direction: 'in',
    partnerId: supplies.customerId,
    paidOn: '2026-03-10',
    amountMinor,
    ...rest,
  })

describe('discounts and small differences', () => {
  it('settle an invoice with less money than it says', () => {
    const item = owedByCustomer(10)
    expect(item.openMinor).toBe(22_600)
    const paid = { openItemId: item.id, amountMinor: 22_600, discountMinor: 452, writeOffMinor: 1 }
    expect(change(() => receive(22_147, { applications: [paid] }))).toEqual({ 1002: 22_147, 1122: -22_600, 5603: 453 })
    expect(company.bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows).toEqual([])
  })

  it('are kept within the limit and the item', () => {
    const item = owedByCustomer(1)
    const withParts = (parts: object) =>
      refusalOf(() => receive(2000, { applications: [{ openItemId: item.id, amountMinor: 2260, ...parts }] }))
    expect(withParts({ writeOffMinor: 260 })).toMatchObject({
      code: 'treasury.writeOffBeyondLimit',
      params: { wanted: '2.60', limit: '1.00' },
    })
    expect(withParts({ discountMinor: 2261 }).code).toBe('treasury.partsBeyondItem')
    expect(refusalOf(() => company.bookkeeper.treasury.setWriteOffLimit({ amountMinor: 300 })).code).toBe(
      'access.rightMissing',
    )
    company.owner.treasury.setWriteOffLimit({ amountMinor: 300 })
    receive(2000, { applications: [{ openItemId: item.id, amountMinor: 2260, writeOffMinor: 260 }] })
  })

  it('an overpayment of a few fen is kept, a larger one is an advance', () => {
    const item = owedByCustomer(1)
    const applications = [{ openItemId: item.id, amountMinor: 2260 }]
    const paid = change(() => receive(2270, { differenceMinor: 10, applications }))
    expect(paid).toEqual({ 1002: 2270, 1122: -2260, 5603: -10 })
    expect(change(() => receive(500))).toEqual({ 1002: 500, 2203: -500 })
  })
})

describe('refunds', () => {
  it('give an advance back in parts and come back with their reversal', () => {
    const { bookkeeper, owner } = company
    const advance = receive(10_000)
    const refund = (amountMinor: number) =>
      bookkeeper.treasury.refundAdvance({ paymentId: advance.id, paidOn: '2026-03-12', amountMinor })
    expect(change(() => refund(4000))).toEqual({ 1002: -4000, 2203: 4000 })
    expect(refusalOf(() => refund(6001)).code).toBe('treasury.advanceExceeded')
    const second = refund(6000)
    const reverse = (id: number) => owner.treasury.reversePayment({ id, reversedOn: '2026-03-13', reason: 'x' })
    expect(refusalOf(() => reverse(advance.id)).code).toBe('treasury.advanceRefunded')
    reverse(second.id)
    expect(bookkeeper.treasury.getPayment({ id: advance.id })).toMatchObject({
      unappliedMinor: 6000,
      refundedMinor: 4000,
    })
    expect(bookkeeper.treasury.getPayment({ id: second.id }).chain.from).toMatchObject([{ number: advance.number }])
  })
})

describe('accounts of money', () => {
  it('begin with the till and the bank of the pack; each new one has an account of the books', () => {
    const { bookkeeper } = company
    const [cash, bank] = bookkeeper.treasury.listAccounts({}).rows
    expect([cash?.accountCode, bank?.accountCode]).toEqual(['1001', '1002'])
    const { id } = bookkeeper.treasury.addAccount({ kind: 'bank', name: 'Second bank' })
    expect(refusalOf(() => bookkeeper.treasury.addAccount({ kind: 'petty', name: 'Second bank' })).code).toBe(
      'treasury.accountNameTaken',
    )
    expect(change(() => receive(700, { accountId: id }))).toEqual({ 100201: 700, 2203: -700 })
    const transfer = { fromId: id, toId: bank?.id ?? 0, transferredOn: '2026-03-11' }
    let made = { id: 0 }
    expect(
      change(() => {
        made = bookkeeper.treasury.postTransfer({ ...transfer, amountMinor: 600, feeMinor: 5 })
      }),
    ).toEqual({ 100201: -605, 1002: 600, 5603: 5 })
    expect(refusalOf(() => bookkeeper.treasury.postTransfer({ ...transfer, toId: id, amountMinor: 1 })).code).toBe(
      'treasury.transferToItself',
    )
    expect(
      change(() => company.owner.treasury.reverseTransfer({ id: made.id, reversedOn: '2026-03-11', reason: 'x' })),
    ).toEqual({ 100201: 605, 1002: -600, 5603: -5 })
    const off = { id: bank?.id ?? 0, name: 'Bank', isActive: false }
    bookkeeper.treasury.changeAccount(off)
    expect(refusalOf(() => receive(1, { accountId: bank?.id })).code).toBe('treasury.accountInactive')
    expect(refusalOf(() => bookkeeper.treasury.changeAccount({ id, name: 'Second bank', isActive: false })).code).toBe(
      'treasury.lastAccount',
    )
    expect(bookkeeper.treasury.listAccounts({}).rows.find((row) => row.id === id)?.balanceMinor).toBe(700)
  })

  it('pay what no invoice stands behind, line by line', () => {
    const { bookkeeper, owner } = company
    const bank = bookkeeper.treasury.listAccounts({}).rows[1]?.id ?? 0
    const entry = { direction: 'out' as const, accountId: bank, enteredOn: '2026-03-05', counterparty: 'Bank' }
    let made = { id: 0 }
    expect(
      change(() => {
        made = bookkeeper.treasury.postCashEntry({
          ...entry,
          lines: [
            { accountCode: '5603', amountMinor: 1200 },
            { accountCode: '5602', amountMinor: -200, text: 'refund' },
          ],
        })
      }),
    ).toEqual({ 1002: -1000, 5603: 1200, 5602: -200 })
    const wrong = (accountCode: string, amountMinor = 1) =>
      refusalOf(() => bookkeeper.treasury.postCashEntry({ ...entry, lines: [{ accountCode, amountMinor }] })).code
    expect(wrong('1001')).toBe('treasury.useTransfer')
    expect(wrong('1122')).toBe('accounting.accountControlled')
    expect(wrong('5602', -5)).toBe('treasury.entryBelowNothing')
    expect(bookkeeper.treasury.listMovements({}).rows).toMatchObject([{ kind: 'cashEntry', amountMinor: -1000 }])
    owner.treasury.reverseCashEntry({ id: made.id, reversedOn: '2026-03-06', reason: 'x' })
    expect(balances(bookkeeper)).toEqual({})
    expect(bookkeeper.treasury.getCashEntry({ id: made.id }).state).toBe('reversed')
  })
})

describe('notes', () => {
  const bill = { kind: 'bank-acceptance' as const, billNumber: 'B-1', drawnOn: '2026-03-01', dueOn: '2026-06-01' }
  const account = (): number => company.bookkeeper.treasury.listAccounts({}).rows[1]?.id ?? 0

  it('received: held, endorsed to a supplier, back, discounted', () => {
    const { bookkeeper, owner } = company
    const item = owedByCustomer(10)
    const applications = [{ openItemId: item.id, amountMinor: 22_600 }]
    let taken = { id: 0 }
    expect(
      change(() => {
        taken = receive(22_600, { method: 'note', bill, applications })
      }),
    ).toEqual({ 1121: 22_600, 1122: -22_600 })
    expect(refusalOf(() => receive(1, { method: 'note', bill })).code).toBe('treasury.billKnown')
    expect(refusalOf(() => receive(1, { method: 'note' })).code).toBe('treasury.billMissing')
    const note = bookkeeper.treasury.listNotes({ isOpen: true }).rows[0]
    const owed = owedToSupplier(10)
    const endorse = (amountMinor: number) =>
      bookkeeper.treasury.postPayment({
        direction: 'out',
        partnerId: supplies.supplierId,
        paidOn: '2026-03-15',
        method: 'note',
        endorsedNoteId: note?.id ?? 0,
        amountMinor,
        applications: [{ openItemId: owed.id, amountMinor: 11_300 }],
      })
    expect(refusalOf(() => endorse(11_300)).code).toBe('treasury.endorseWhole')
    let passed = { id: 0 }
    expect(
      change(() => {
        passed = endorse(22_600)
      }),
    ).toEqual({ 1121: -22_600, 220201: 11_300, 1123: 11_300 })
    const reverse = (id: number) => owner.treasury.reversePayment({ id, reversedOn: '2026-03-16', reason: 'x' })
    expect(refusalOf(() => reverse(taken.id)).code).toBe('treasury.noteElsewhere')
    reverse(passed.id)
    const event = (kind: 'discounted' | 'collected' | 'paid', happenedOn: string, chargeMinor = 0) =>
      bookkeeper.treasury.recordNoteEvent({
        noteId: note?.id ?? 0,
        kind,
        happenedOn,
        accountId: account(),
        chargeMinor,
      })
    expect(refusalOf(() => event('collected', '2026-03-20')).code).toBe('treasury.noteNotDue')
    expect(refusalOf(() => event('paid', '2026-06-01')).code).toBe('treasury.noteIsReceived')
    expect(refusalOf(() => event('discounted', '2026-03-09')).code).toBe('treasury.noteBefore')
    expect(change(() => event('discounted', '2026-03-20', 300))).toEqual({ 1121: -22_600, 1002: 22_300, 5603: 300 })
    expect(bookkeeper.treasury.getNote({ id: note?.id ?? 0 })).toMatchObject({
      state: 'discounted',
      payments: [
        { direction: 'in', state: 'posted' },
        { direction: 'out', state: 'reversed' },
      ],
      events: [{ kind: 'discounted', chargeMinor: 300 }],
    })
  })

  it('received: dishonoured, the customer owes again; and that taken back', () => {
    const { bookkeeper, owner } = company
    receive(5000, { method: 'note', bill })
    const note = bookkeeper.treasury.listNotes({}).rows[0]
    let event = { id: 0 }
    expect(
      change(() => {
        event = bookkeeper.treasury.recordNoteEvent({
          noteId: note?.id ?? 0,
          kind: 'dishonoured',
          happenedOn: '2026-06-02',
        })
      }),
    ).toEqual({ 1121: -5000, 1122: 5000 })
    expect(bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows).toMatchObject([
      { documentNumber: 'B-1', openMinor: 5000 },
    ])
    owner.treasury.reverseNoteEvent({ id: event.id, reversedOn: '2026-06-03', reason: 'paid after all' })
    expect(bookkeeper.treasury.getNote({ id: note?.id ?? 0 }).state).toBe('held')
  })

  it('issued: pays the supplier now and the bank when due', () => {
    const { bookkeeper } = company
    const owed = owedToSupplier(10)
    const issue = () =>
      bookkeeper.treasury.postPayment({
        direction: 'out',
        partnerId: supplies.supplierId,
        paidOn: '2026-03-15',
        method: 'note',
        bill,
        amountMinor: 11_300,
        applications: [{ openItemId: owed.id, amountMinor: 11_300 }],
      })
    expect(change(issue)).toEqual({ 2201: -11_300, 220201: 11_300 })
    const note = bookkeeper.treasury.listNotes({ direction: 'out' }).rows[0]
    const pay = () =>
      bookkeeper.treasury.recordNoteEvent({
        noteId: note?.id ?? 0,
        kind: 'paid',
        happenedOn: '2026-06-01',
        chargeMinor: 10,
      })
    expect(change(pay)).toEqual({ 2201: 11_300, 1002: -11_310, 5603: 10 })
    expect(refusalOf(pay).code).toBe('treasury.noteElsewhere')
  })
})

describe('netting', () => {
  it('sets what a partner owes against what it is owed', () => {
    const { bookkeeper, owner } = company
    const { isCustomer: _is, ...partner } = owner.parties.getPartner({ id: supplies.supplierId })
    const { active: _active, ...fields } = partner
    owner.parties.changePartner({ ...fields, isCustomer: true })
    const owed = owedToSupplier(10)
    supplies = { ...supplies, customerId: supplies.supplierId }
    const owing = owedByCustomer(3)
    const net = (payableMinor: number) =>
      bookkeeper.treasury.netPartner({
        partnerId: supplies.supplierId,
        nettedOn: '2026-03-20',
        applications: [
          { openItemId: owing.id, amountMinor: 6780 },
          { openItemId: owed.id, amountMinor: payableMinor },
        ],
      })
    expect(refusalOf(() => net(6700))).toMatchObject({ code: 'treasury.nettingNotEven', params: { payable: '67.00' } })
    let made = { id: 0 }
    expect(
      change(() => {
        made = net(6780)
      }),
    ).toEqual({ 1122: -6780, 220201: 6780 })
    expect(bookkeeper.treasury.getNetting({ id: made.id })).toMatchObject({ amountMinor: 6780, lines: [{}, {}] })
    owner.treasury.reverseNetting({ id: made.id, reversedOn: '2026-03-21', reason: 'x' })
    expect(bookkeeper.accounting.listOpenItems({ role: 'receivable' }).sums).toEqual({ openMinor: 6780 })
  })
})

describe('applying by reference', () => {
  it('finds the invoice that is named, then the amount, then the oldest', () => {
    const first = owedByCustomer(10)
    const second = owedByCustomer(20)
    const propose = (amountMinor: number, reference: string, by: 'oldest' | 'reference' = 'reference') =>
      company.bookkeeper.treasury.proposeApplications({
        direction: 'in',
        partnerId: supplies.customerId,
        amountMinor,
        by,
        reference,
      })
    expect(propose(50_000, `pays ${second.documentNumber.replaceAll('-', ' ')}`)).toMatchObject({
      rows: [{ openItemId: second.id, amountMinor: 45_200 }],
      reason: 'reference',
      leftMinor: 4800,
    })
    expect(propose(45_200, 'thanks')).toMatchObject({ rows: [{ openItemId: second.id }], reason: 'amount' })
    expect(propose(30_000, 'thanks')).toMatchObject({
      rows: [
        { openItemId: first.id, amountMinor: 22_600 },
        { openItemId: second.id, amountMinor: 7400 },
      ],
      reason: 'oldest',
      leftMinor: 0,
    })
  })
})

describe('statements of account and dunning', () => {
  it('shows every posting between two days and what is owed at both ends', () => {
    const item = owedByCustomer(10)
    receive(12_600, { applications: [{ openItemId: item.id, amountMinor: 12_600 }] })
    const { bookkeeper } = company
    const time = { partnerId: supplies.customerId, from: '2026-03-04', to: '2026-03-31' }
    expect(bookkeeper.treasury.statementOfAccount(time)).toMatchObject({
      openingMinor: 22_600,
      closingMinor: 10_000,
      rows: [{ creditMinor: 12_600, debitMinor: 0, balanceMinor: 10_000 }],
    })
    const { base64 } = bookkeeper.treasury.statementPdf({ ...time, locale: 'zh-CN' })
    expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(refusalOf(() => bookkeeper.treasury.statementOfAccount({ ...time, from: '2026-04-01' })).code).toBe(
      'treasury.fromAfterTo',
    )
  })

  it('reminds by level, and never of what is not overdue', () => {
    owedByCustomer(10)
    const { bookkeeper } = company
    const remind = (sentOn: string) => bookkeeper.treasury.sendDunning({ partnerId: supplies.customerId, sentOn })
    // Invoiced on 3 March, 14 days: due on 17 March.
    expect(refusalOf(() => remind('2026-03-23')).code).toBe('treasury.nothingToDun')
    expect(bookkeeper.treasury.listDunning({ asOf: '2026-04-07' }).rows).toMatchObject([
      { daysOverdue: 21, level: 2, lastLevel: 0, overdueMinor: 22_600 },
    ])
    const letter = remind('2026-03-24')
    expect(bookkeeper.treasury.listDunning({ asOf: '2026-04-07' }).rows).toMatchObject([
      { lastLevel: 1, lastSentOn: '2026-03-24' },
    ])
    expect(bookkeeper.treasury.dunningPdf({ id: letter.id, locale: 'en' }).fileName).toBe('DL-2026-000001.pdf')
    const level = { level: 2, daysOverdue: 5 }
    expect(refusalOf(() => bookkeeper.treasury.setDunningLevel(level)).code).toBe('treasury.levelsOutOfOrder')
    bookkeeper.treasury.setDunningLevel({ level: 2, daysOverdue: 14, text: 'Please pay.' })
    expect(bookkeeper.treasury.listDunning({ asOf: '2026-03-31' }).rows).toMatchObject([{ level: 2 }])
  })
})

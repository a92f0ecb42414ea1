import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { billAdvice, goAbroad, type Abroad } from '../support/abroad'
import { openTestCompany, refusalOf, type TestCompany } from '../support/company'
import { addSupplies, closeSound, order, PIECE, type Supplies } from '../support/supplies'
import { expectRefused } from '../support/unchanged'
import { sell, ship, stockUp } from '../support/warehouse-day'

/** What treasury, the bank and deposits refuse, each by its name; nothing of it stays in any table. */
const NEVER = 999_999
const reversal = { id: NEVER, reversedOn: '2026-03-31', reason: 'test' }
const BILL = { kind: 'bank-acceptance' as const, billNumber: 'B-1', drawnOn: '2026-03-01', dueOn: '2026-06-01' }
let company: TestCompany
let supplies: Supplies
let abroad: Abroad
const items = { invoice: 0, other: 0, bill: 0, dollars: 0 }
const orders = { draft: 0, dollars: 0 }
const notes = { bill: 0, cheque: 0 }
const bank = { own: 0, dollars: 0 }

const money = () => company.bookkeeper.treasury
const pay = (change: object = {}) =>
  money().postPayment({
    direction: 'in',
    partnerId: supplies.customerId,
    paidOn: '2026-03-10',
    amountMinor: 1000,
    ...change,
  })
const byNote = (bill: object) => pay({ method: 'note', bill: { ...BILL, billNumber: 'B-9', ...bill } })
const ask = (change: object) =>
  company.bookkeeper.deposits.askDeposit({
    direction: 'in',
    orderId: orders.dollars,
    askedOn: '2026-03-02',
    dueOn: '2026-03-09',
    amountMinor: 100,
    ...change,
  })
const event = (noteId: number, kind: 'discounted' | 'collected', chargeMinor = 0) =>
  money().recordNoteEvent({ noteId, kind, happenedOn: '2026-03-20', accountId: abroad.own, chargeMinor })
const settle = (...applications: { openItemId: number; amountMinor: number }[]) =>
  money().settleItems({ partnerId: supplies.customerId, settledOn: '2026-03-20', applications })

function statement(accountId: number, currency: string): number {
  const line = { bookedOn: '2026-03-05', amountMinor: 500, counterparty: '', counterpartyNumber: '', text: 'x' }
  const { banking } = company.bookkeeper
  banking.importStatement({
    accountId,
    fileName: `${currency}.xml`,
    statement: {
      format: 'camt053',
      accountNumber: '',
      currency,
      fromOn: '2026-03-05',
      toOn: '2026-03-05',
      openingMinor: 0,
      closingMinor: 500,
      lines: [{ ...line, bankReference: '' }],
    },
  })
  return banking.listLines({ accountId }).rows[0]!.id
}

beforeAll(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
  supplies = addSupplies(company)
  abroad = goAbroad(company)
  const { accounting, purchasing, sales } = company.bookkeeper
  stockUp(company, supplies, [{ item: supplies.bolt, pieces: 9 }])
  const invoice = (pieces: number): number => {
    const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces }])
    ship(company, supplies, orderId)
    const { id } = sales.invoiceOrder({ orderId, invoicedOn: '2026-03-04' })
    return accounting.listOpenItems({ role: 'receivable' }).rows.find(({ sourceId }) => sourceId === id)!.id
  }
  items.invoice = invoice(3)
  items.other = invoice(2)
  const placed = order(company.bookkeeper, supplies, [{ item: supplies.bolt, pieces: 4, priceMicro: 10_000_000 }])
  const lines = [{ orderLineId: placed.lineIds[0]!, quantityMicro: 4 * PIECE }]
  company.clerk.purchasing.receiveGoods({ orderId: placed.id, receivedOn: '2026-03-05', lines })
  const received = purchasing.linesToInvoice({ supplierId: supplies.supplierId }).rows.slice(-1)
  purchasing.postInvoice({
    supplierId: supplies.supplierId,
    supplierReference: 'M-1',
    invoicedOn: '2026-03-05',
    lines: received.map(({ receiptLineId }) => ({
      receiptLineId,
      quantityMicro: 4 * PIECE,
      priceMicro: 10_000_000,
    })),
  })
  items.bill = accounting.listOpenItems({ role: 'payable' }).rows[0]!.id
  items.dollars = billAdvice(company, supplies, abroad, { amount: 100 }).openItemId
  const ordered = (currency: string | null) =>
    sales.saveOrder({
      customerId: currency === null ? supplies.customerId : abroad.customerId,
      warehouseId: supplies.warehouseId,
      orderedOn: '2026-03-02',
      promisedOn: '2026-03-02',
      currency,
      lines: [{ itemId: abroad.advice.id, packId: abroad.advice.packId, quantityMicro: PIECE, priceMicro: 9_000_000 }],
    }).id
  orders.draft = ordered(null)
  orders.dollars = ordered('USD')
  sales.confirmOrder({ id: orders.dollars })
  pay({ method: 'note', bill: BILL })
  pay({ method: 'note', bill: { ...BILL, kind: 'cheque', billNumber: 'C-1', dueOn: '2026-03-20' } })
  for (const { id, kind } of money().listNotes({}).rows) notes[kind === 'cheque' ? 'cheque' : 'bill'] = id
  bank.own = statement(abroad.own, 'CNY')
  bank.dollars = statement(abroad.dollars, 'USD')
})
afterAll(() => closeSound(company))

const REFUSED: readonly (readonly [what: string, code: string, act: () => unknown])[] = [
  ['money on an account that is not there', 'treasury.accountUnknown', () => pay({ accountId: NEVER })],
  ['a bill due before it is drawn', 'treasury.billDueBeforeDrawn', () => byNote({ dueOn: '2026-02-28' })],
  ['a bill that runs too long', 'treasury.billTermTooLong', () => byNote({ dueOn: '2028-03-01' })],
  ['a bill that is overdue', 'treasury.billOverdue', () => byNote({ drawnOn: '2026-01-01', dueOn: '2026-03-09' })],
  [
    'endorsing a bill to whom it came from',
    'treasury.endorseOutOnly',
    () => pay({ method: 'note', endorsedNoteId: notes.bill }),
  ],
  ['a discount as large as the bill', 'treasury.chargeBeyondNote', () => event(notes.bill, 'discounted', 1000)],
  ['discounting a cheque', 'treasury.chequeNotDiscounted', () => event(notes.cheque, 'discounted')],
  ['collecting a bill that is not there', 'treasury.noteUnknown', () => event(NEVER, 'collected')],
  [
    'a bad debt of what we owe',
    'treasury.noBadDebt',
    () =>
      company.owner.treasury.writeOff({
        partnerId: supplies.supplierId,
        kind: 'bad-debt',
        writtenOn: '2026-03-20',
        openItemIds: [items.bill],
      }),
  ],
  [
    'dollars settled by money that went the other way',
    'treasury.paidOnOtherSide',
    () =>
      pay({
        partnerId: abroad.customerId,
        accountId: abroad.own,
        applications: [{ openItemId: items.dollars, amountMinor: 100, paidMinor: -710 }],
      }),
  ],
  [
    'an invoice set against a bill of another side',
    'treasury.settlementMixed',
    () => settle({ openItemId: items.invoice, amountMinor: 1 }, { openItemId: items.bill, amountMinor: -1 }),
  ],
  [
    'two items that do not come to nothing',
    'treasury.settlementNotEven',
    () => settle({ openItemId: items.invoice, amountMinor: 2 }, { openItemId: items.other, amountMinor: -1 }),
  ],
  ['a payment that is not there', 'treasury.paymentUnknown', () => company.owner.treasury.reversePayment(reversal)],
  ['a transfer that is not there', 'treasury.transferUnknown', () => company.owner.treasury.reverseTransfer(reversal)],
  [
    'a cash entry that is not there',
    'treasury.cashEntryUnknown',
    () => company.owner.treasury.reverseCashEntry(reversal),
  ],
  ['a netting that is not there', 'treasury.nettingUnknown', () => company.owner.treasury.reverseNetting(reversal)],
  ['a write-off that is not there', 'treasury.writeOffUnknown', () => company.owner.treasury.reverseWriteOff(reversal)],
  ['a deposit for no order', 'deposits.orderUnknown', () => ask({ orderId: NEVER })],
  ['a deposit for an order that is a draft', 'deposits.orderNotOpen', () => ask({ orderId: orders.draft })],
  [
    'a deposit that is not there',
    'deposits.depositUnknown',
    () => company.bookkeeper.deposits.payDeposit({ id: NEVER, paidOn: '2026-03-03' }),
  ],
  [
    'undoing what is not matched',
    'banking.lineNotMatched',
    () => company.bookkeeper.banking.undoMatch({ lineId: bank.own, reversedOn: '2026-03-31' }),
  ],
  [
    'a line of the bank that is not there',
    'banking.lineUnknown',
    () => company.bookkeeper.banking.undoMatch({ lineId: NEVER, reversedOn: '2026-03-31' }),
  ],
  [
    'lines of two accounts for one booking',
    'banking.otherAccountsLines',
    () =>
      company.bookkeeper.banking.acceptBooked({
        lineIds: [bank.own, bank.dollars],
        bookLines: [{ entryId: 1, lineNumber: 1 }],
      }),
  ],
  ['a rule that is not there', 'banking.ruleUnknown', () => company.bookkeeper.banking.deleteRule({ id: NEVER })],
  [
    'a statement that is not there',
    'banking.statementUnknown',
    () => company.bookkeeper.banking.deleteStatement({ id: NEVER }),
  ],
]

describe('money refuses', () => {
  it.each(REFUSED)('%s (%s), and nothing has changed', (_what, code, act) => expectRefused(company, code, act))

  it('a deposit that is due before it is asked for', () => {
    const { sales } = company.bookkeeper
    sales.confirmOrder({ id: orders.draft })
    expectRefused(company, 'deposits.dueBeforeAsked', () => ask({ orderId: orders.draft, dueOn: '2026-03-01' }))
  })

  it('the letter of a reminder that was never sent', () => {
    expect(refusalOf(() => money().dunningPdf({ id: NEVER, locale: 'en' })).code).toBe('treasury.dunningUnknown')
  })
})

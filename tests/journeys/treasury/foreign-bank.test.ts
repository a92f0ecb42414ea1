import { afterEach, beforeEach, expect, it } from 'vitest'
import { billAdvice, goAbroad, type Abroad } from '../../support/abroad'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, type Supplies } from '../../support/supplies'

let company: TestCompany
let supplies: Supplies
let abroad: Abroad

beforeEach(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
  supplies = addSupplies(company)
  abroad = goAbroad(company)
})

afterEach(() => closeSound(company))

interface Line {
  readonly on: string
  readonly amount: number
  readonly who?: string
  readonly text?: string
}

const load = (lines: readonly Line[], change: object = {}, accountId = abroad.dollars) =>
  company.bookkeeper.banking.importStatement({
    accountId,
    fileName: 'usd.sta',
    statement: {
      format: 'mt940',
      accountNumber: '',
      currency: 'USD',
      fromOn: lines[0]?.on ?? '',
      toOn: lines.at(-1)?.on ?? '',
      openingMinor: 0,
      closingMinor: lines.reduce((sum, { amount }) => sum + amount, 0),
      lines: lines.map(({ on, amount, who = '', text = '' }) => ({
        bookedOn: on,
        amountMinor: amount,
        counterparty: who,
        counterpartyNumber: '',
        text,
        bankReference: '',
      })),
      ...change,
    },
  })
const open = (accountId = abroad.dollars) => company.bookkeeper.banking.listLines({ accountId, state: 'open' }).rows
const proof = (asOf: string) => company.bookkeeper.banking.proof({ accountId: abroad.dollars, asOf })

it('takes the statement of a dollar account in dollars, and no other', () => {
  const lines = [{ on: '2026-03-10', amount: 40_000 }]
  expect(refusalOf(() => load(lines, { currency: 'CNY' }))).toMatchObject({
    code: 'banking.otherCurrency',
    params: { currency: 'CNY', own: 'USD' },
  })
  expect(refusalOf(() => load(lines, { closingMinor: 1 }))).toMatchObject({
    code: 'banking.doesNotAddUp',
    params: { moved: '400.00 USD' },
  })
  expect(open()).toEqual([])
  expect(load(lines)).toMatchObject({ imported: 1 })
})

it('proposes the dollar invoice that a line pays, posts the payment at the rate of the day and takes it back', () => {
  const { banking, accounting } = company.bookkeeper
  const { openItemId } = billAdvice(company, supplies, abroad, { amount: 1000 })
  billAdvice(company, supplies, abroad, { amount: 400, currency: null })
  load([{ on: '2026-03-10', amount: 40_000, who: 'Overseas' }])
  const [line] = open()
  const [best] = banking.propose({ lineId: line!.id }).rows
  // Of the dollar item only; 400.00 of our own money is open as well and is no match.
  expect(best).toMatchObject({ kind: 'payment', payment: { applications: [{ openItemId, amountMinor: 40_000 }] } })
  banking.acceptPayment({
    lineId: line!.id,
    partnerId: abroad.customerId,
    applications: best!.payment!.applications.map(({ openItemId: id, amountMinor }) => ({
      openItemId: id,
      amountMinor,
    })),
  })
  // 400 x 7.05 came in for what stood at 400 x 7.10.
  expect(balances(company.bookkeeper)).toMatchObject({ '100201': 282_000, '5603': 2000 })
  expect(proof('2026-03-10')).toMatchObject({ bookMinor: 40_000, bankMinor: 40_000, differenceMinor: 0 })
  banking.undoMatch({ lineId: line!.id, reversedOn: '2026-03-10' })
  expect(balances(company.bookkeeper)['100201']).toBeUndefined()
  expect(accounting.listOpenItems({ role: 'receivable' }).rows.map((row) => row.foreignOpenMinor)).toContain(100_000)
})

it('matches charges and exchanges in dollars, and no month end disturbs the proof', () => {
  const { banking, closing, treasury } = company.bookkeeper
  treasury.postTransfer({
    fromId: abroad.own,
    toId: abroad.dollars,
    transferredOn: '2026-03-02',
    amountMinor: 710_000,
    arrivesMinor: 100_000,
  })
  load([
    { on: '2026-03-03', amount: 100_000, text: 'exchange' },
    { on: '2026-03-10', amount: -1000, who: 'Charges' },
    { on: '2026-03-20', amount: -50_000, text: 'sold' },
  ])
  // The transfer stands in the books already: the same amount in dollars.
  expect(banking.matchCertain({ accountId: abroad.dollars })).toEqual({ matched: 0 })
  const lineOf = (amount: number) => open().find(({ amountMinor }) => amountMinor === amount)!.id
  const [booked] = banking.propose({ lineId: lineOf(100_000) }).rows
  expect(booked).toMatchObject({ kind: 'book', confidence: 60, reasons: ['amount', 'nearDay'] })
  const { entryId, lineNumber } = booked!.book!
  banking.acceptBooked({ lineIds: [lineOf(100_000)], bookLines: [{ entryId, lineNumber }] })
  banking.acceptEntry({ lineId: lineOf(-1000), lines: [{ accountCode: '5603', amountMinor: 1000 }] })
  // 500 dollars stand in the books at 7.20 of that day; the bank gave 3,590.
  banking.acceptTransfer({ lineId: lineOf(-50_000), otherId: abroad.own, otherMinor: 359_000 })
  expect(open()).toEqual([])
  const march = closing.listMonths({}).rows[2]!.id
  closing.postMonthEnd({ periodId: march, key: 'accounting.revaluation' })
  expect(proof('2026-03-31')).toMatchObject({
    account: { currency: 'USD' },
    bookMinor: 49_000,
    bankMinor: 49_000,
    differenceMinor: 0,
    gapMinor: 0,
  })
  expect(banking.listBookLines({ accountId: abroad.dollars, from: '2026-01-01', to: '2026-12-31' }).rows).toEqual([])
  // 490 dollars at 7.15 of the last day.
  expect(balances(company.bookkeeper)['100201']).toBe(350_350)
})

it('proposes dollar invoices for money that came in our own, at the rate of the day and with what is gained', () => {
  const { banking, accounting } = company.bookkeeper
  const { openItemId } = billAdvice(company, supplies, abroad, { amount: 1000 })
  billAdvice(company, supplies, abroad, { amount: 300 })
  const ours = [
    // 1,000 dollars are 7,200.00 at 7.20 of that day; the bank gave 7.188.
    { on: '2026-03-20', amount: 718_800, who: 'Overseas Inc' },
    { on: '2026-03-21', amount: 100_000, who: 'Overseas Inc' },
  ]
  load(ours, { currency: 'CNY' }, abroad.own)
  const [line, rest] = open(abroad.own)
  const [best] = banking.propose({ lineId: line!.id }).rows
  // In the books they stand at 7,100.00.
  expect(best).toMatchObject({
    kind: 'payment',
    confidence: 60,
    reasons: ['dayRate', 'name'],
    payment: {
      applications: [{ openItemId, amountMinor: 100_000, paidMinor: 718_800 }],
      leftMinor: 0,
      exchange: { currency: 'USD', rateMicro: 7_200_000, worthMinor: 720_000, gainMinor: 8800 },
    },
  })
  const accept = (lineId: number, { applications, partner }: NonNullable<NonNullable<typeof best>['payment']>) =>
    banking.acceptPayment({
      lineId,
      partnerId: partner.id,
      applications: applications.map(({ openItemId: id, amountMinor, paidMinor }) => ({
        openItemId: id,
        amountMinor,
        ...(paidMinor === null ? {} : { paidMinor }),
      })),
    })
  accept(line!.id, best!.payment!)
  expect(balances(company.bookkeeper)).toMatchObject({ '1002': 718_800, '1122': 213_000, '5301': -8800 })

  // 1,000.00 is not near the 2,160.00 that the other invoice is worth: a part of it, by the rate of the day.
  const [part] = banking.propose({ lineId: rest!.id }).rows
  expect(part).toMatchObject({
    reasons: ['name', 'rule', 'oldest'],
    payment: { applications: [{ amountMinor: 13_889, paidMinor: 100_000 }], exchange: { gainMinor: 1388 } },
  })
  accept(rest!.id, part!.payment!)
  expect(balances(company.bookkeeper)).toMatchObject({ '1002': 818_800, '5301': -10_188 })
  expect(open(abroad.own)).toEqual([])

  banking.undoMatch({ lineId: line!.id, reversedOn: '2026-03-22' })
  const back = accounting.listOpenItems({ role: 'receivable' }).rows.map((row) => row.foreignOpenMinor)
  expect(back.toSorted()).toEqual([100_000, 16_111])
})

it('proposes invoices in our own money for dollars that came in', () => {
  const { banking, accounting } = company.bookkeeper
  const { openItemId } = billAdvice(company, supplies, abroad, { amount: 7200, currency: null })
  // 7,200.00 are 1,000 dollars at 7.20 of that day; the bank took 2 of them.
  load([{ on: '2026-03-20', amount: 99_800, who: 'Overseas Inc' }])
  const [line] = open()
  const [best] = banking.propose({ lineId: line!.id }).rows
  expect(best).toMatchObject({
    kind: 'payment',
    reasons: ['dayRate', 'name'],
    payment: {
      applications: [{ openItemId, amountMinor: 720_000, paidMinor: 99_800 }],
      leftMinor: 0,
      exchange: { currency: 'USD', itemCurrency: 'CNY', moneyCurrency: 'USD', worthMinor: 100_000, gainMinor: -1440 },
    },
  })
  const { partner, applications } = best!.payment!
  banking.acceptPayment({
    lineId: line!.id,
    partnerId: partner.id,
    applications: applications.map(({ openItemId: id, amountMinor, paidMinor }) => ({
      openItemId: id,
      amountMinor,
      paidMinor: paidMinor ?? 0,
    })),
  })
  // 998 dollars at 7.20; what is missing is an exchange loss.
  expect(balances(company.bookkeeper)).toMatchObject({ '100201': 718_560, '5603': 1440 })
  expect(accounting.listOpenItems({ role: 'receivable' }).total).toBe(0)
  banking.undoMatch({ lineId: line!.id, reversedOn: '2026-03-22' })
  expect(accounting.listOpenItems({ role: 'receivable' }).rows).toMatchObject([{ id: openItemId, openMinor: 720_000 }])
})

import { afterEach, beforeEach, expect, it } from 'vitest'
import { commandLineActor } from '../../../src/main/foundation/access'
import { buildReport, textReport } from '../../../src/main/outlets/reports'
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

const bill = (amount: number, on?: string, currency?: string | null) =>
  billAdvice(company, supplies, abroad, { amount, on, currency })

const pay = (paidOn: string, openItemId: number, amountMinor: number) =>
  company.bookkeeper.treasury.postPayment({
    direction: 'in',
    partnerId: abroad.customerId,
    paidOn,
    accountId: abroad.dollars,
    amountMinor,
    applications: [{ openItemId, amountMinor }],
  })

it('states an account in the currency of its documents, whatever the month end adds in our own', () => {
  const { bookkeeper } = company
  const { openItemId } = bill(1000)
  bill(500, '2026-03-03', null)
  pay('2026-03-10', openItemId, 40_000)
  const march = bookkeeper.closing.listMonths({}).rows[2]!.id
  bookkeeper.closing.postMonthEnd({ periodId: march, key: 'accounting.revaluation' })
  const of = { partnerId: abroad.customerId, from: '2026-03-01', to: '2026-04-30' }
  expect(bookkeeper.treasury.statementOfAccount(of)).toMatchObject({
    currency: 'USD',
    currencies: ['CNY', 'USD'],
    openingMinor: 0,
    closingMinor: 60_000,
    rows: [
      { postedOn: '2026-03-02', debitMinor: 100_000, balanceMinor: 100_000 },
      { postedOn: '2026-03-10', creditMinor: 40_000, balanceMinor: 60_000 },
    ],
  })
  expect(bookkeeper.treasury.statementOfAccount({ ...of, from: '2026-03-05', currency: 'CNY' })).toMatchObject({
    currency: 'CNY',
    openingMinor: 50_000,
    closingMinor: 50_000,
    rows: [],
  })
  const print = (currency?: 'CNY') =>
    bookkeeper.treasury.statementPdf({ ...of, locale: 'en', ...(currency === undefined ? {} : { currency }) })
  expect([print().fileName, print('CNY').fileName]).toEqual(['OC-USD-2026-04-30.pdf', 'OC-2026-04-30.pdf'])
})

it('reminds of each invoice in its own currency, and adds up each currency by itself', () => {
  const { treasury } = company.bookkeeper
  const { openItemId } = bill(1000)
  bill(500, '2026-03-03', null)
  bill(20_000, '2026-03-04', 'JPY')
  pay('2026-03-10', openItemId, 40_000)
  expect(treasury.listDunning({ asOf: '2026-04-20' }).rows).toMatchObject([
    {
      partner: { code: 'OC' },
      itemCount: 3,
      overdueMinor: 426_000 + 50_000 + 95_624,
      foreign: [
        { currency: 'JPY', amountMinor: 20_000 },
        { currency: 'USD', amountMinor: 60_000 },
      ],
    },
  ])
  const letter = treasury.sendDunning({ partnerId: abroad.customerId, sentOn: '2026-04-20' })
  const kept = company.reader.all('SELECT foreign_minor FROM treasury_dunning_item ORDER BY open_item_id')
  expect(kept).toEqual([{ foreign_minor: 60_000 }, { foreign_minor: null }, { foreign_minor: 20_000 }])
  expect(treasury.dunningPdf({ id: letter.id, locale: 'zh-CN' }).fileName).toBe('DL-2026-000001.pdf')
})

it('tells the age of what is owed in one currency, as it stood on a day', () => {
  const { books } = company.bookkeeper
  const { openItemId } = bill(1000)
  bill(500, '2026-03-03', null)
  pay('2026-03-10', openItemId, 40_000)
  const on = (asOf: string, currency?: string) =>
    books.ageing({ role: 'receivable', asOf, ...(currency === undefined ? {} : { currency }) }).sums
  // Due after thirty days, on 1 and 2 April.
  expect(on('2026-04-11', 'USD')).toMatchObject({ notDueMinor: 0, days30Minor: 60_000, totalMinor: 60_000 })
  expect(on('2026-03-09', 'USD')).toMatchObject({ notDueMinor: 100_000, totalMinor: 100_000 })
  expect(on('2026-04-11', 'CNY')).toMatchObject({ days30Minor: 50_000, totalMinor: 50_000 })
  expect(on('2026-04-11')).toMatchObject({ days30Minor: 476_000, totalMinor: 476_000 })
  expect(on('2026-04-11', 'JPY')).toMatchObject({ totalMinor: 0 })
})

it('reports the age of what is owed with what of it is in which currency', () => {
  const { openItemId } = bill(1000)
  bill(500, '2026-03-03', null)
  pay('2026-03-10', openItemId, 40_000)
  const call = (name: string, input: object): unknown =>
    company.company.dispatcher.call(commandLineActor('test'), name, input)
  const report = buildReport(call, 'aging', { asOf: '2026-04-11' })
  // 600 dollars at the 7.10 of their day, and 500.00 of our own; due on the 1st and the 2nd of April.
  expect(report).toMatchObject({
    currency: 'CNY',
    rows: [{ role: 'receivable', open: '4760.00', foreign: [{ currency: 'USD', days30: '600.00', open: '600.00' }] }],
  })
  expect(textReport(report, 'en')).toMatch(/USD +– +600\.00/)
  expect(buildReport(call, 'receivables', { asOf: '2026-04-11' }).rows).toMatchObject([
    { open: '4260.00', currency: 'USD', foreignOpen: '600.00' },
    { open: '500.00', currency: null, foreignOpen: null },
  ])
})

it('gives up what is left of a foreign item at the rate of its document, and takes that back', () => {
  const { owner, bookkeeper } = company
  const { openItemId } = bill(1000)
  pay('2026-03-10', openItemId, 99_900)
  const writeOff = (kind: 'small' | 'bad-debt', openItemIds: number[], client = bookkeeper) =>
    client.treasury.writeOff({ partnerId: abroad.customerId, kind, writtenOn: '2026-03-20', openItemIds })
  // One dollar at 7.10 is beyond the limit of 5.00 in the books, whatever its own figure.
  owner.treasury.setWriteOffLimit({ amountMinor: 500 })
  const before = balances(bookkeeper)
  expect(refusalOf(() => writeOff('small', [openItemId]))).toMatchObject({
    code: 'treasury.writeOffBeyondLimit',
    params: { limit: '5.00', wanted: '7.10' },
  })
  expect(balances(bookkeeper)).toEqual(before)
  owner.treasury.setWriteOffLimit({ amountMinor: 1000 })
  const { id } = writeOff('small', [openItemId])
  expect(balances(bookkeeper)['1122']).toBeUndefined()
  expect(bookkeeper.treasury.getWriteOff({ id })).toMatchObject({
    amountMinor: 710,
    lines: [{ amountMinor: 710, currency: 'USD', foreignMinor: 100 }],
  })
  owner.treasury.reverseWriteOff({ id, reversedOn: '2026-03-21', reason: 'paid after all' })
  expect(bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows).toMatchObject([
    { openMinor: 710, foreignOpenMinor: 100 },
  ])
  pay('2026-04-10', openItemId, 100)
  const debts = [bill(300, '2026-03-10').openItemId, bill(50, '2026-03-10', null).openItemId]
  writeOff('bad-debt', debts, owner)
  expect(bookkeeper.accounting.listOpenItems({ role: 'receivable' }).total).toBe(0)
})

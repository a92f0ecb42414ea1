import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { billAdvice, goAbroad, type Abroad } from '../support/abroad'
import { openTestCompany, refusalOf, type TestCompany } from '../support/company'
import { addSupplies, closeSound } from '../support/supplies'
import { expectRefused, lastInTrail } from '../support/unchanged'

/** What the books refuse: nothing of it stays in any table, and the trail tells that it was tried. */
let company: TestCompany
let abroad: Abroad
let openItemId = 0
let months: readonly { readonly id: number }[] = []

const LINE = { bookedOn: '2026-03-05', amountMinor: 500, counterparty: 'Landlord', counterpartyNumber: '', text: 'x' }
const STATEMENT = {
  format: 'camt053' as const,
  accountNumber: '',
  currency: 'CNY',
  fromOn: '2026-03-05',
  toOn: '2026-03-05',
  openingMinor: 0,
  closingMinor: 500,
  lines: [{ ...LINE, bankReference: '' }],
}

const bring = (change: object = {}, fileName = 'again.xml') =>
  company.bookkeeper.banking.importStatement({
    accountId: abroad.own,
    fileName,
    statement: { ...STATEMENT, ...change },
  })
const post = (postedOn: string, lines: readonly object[]) =>
  company.bookkeeper.accounting.postVoucher({ postedOn, memo: 'test', lines: lines as never })
const debit = (accountCode: string, debitMinor: number, more: object = {}) => ({ accountCode, debitMinor, ...more })
const credit = (accountCode: string, creditMinor: number, more: object = {}) => ({ accountCode, creditMinor, ...more })
const remove = (code: string) => company.bookkeeper.accounting.deleteAccount({ code })

beforeAll(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
  const supplies = addSupplies(company)
  abroad = goAbroad(company)
  const { accounting, closing } = company.bookkeeper
  accounting.changeAccount({ code: '5601', name: 'Selling', isActive: true, requires: ['department'] })
  accounting.changeAccount({ code: '1411', name: 'Packaging', isActive: true, quantityUnit: 'box' })
  accounting.addAccount({ code: '560201', name: 'Rent', parentCode: '5602' })
  accounting.saveDimension({ dimension: 'department', code: 'D1', name: 'Shop' })
  post('2026-01-15', [debit('560201', 100), credit('1002', 100)])
  months = closing.listMonths({}).rows
  closing.postMonthEnd({ periodId: months[0]!.id })
  closing.closeMonth({ periodId: months[0]!.id, acceptsWarnings: true })
  accounting.saveDraft({ postedOn: '2026-02-10', memo: 'rent', lines: [debit('560201', 100), credit('1002', 99)] })
  openItemId = billAdvice(company, supplies, abroad, { amount: 1000 }).openItemId
  bring({}, 'first.xml')
})
afterAll(() => closeSound(company))

const pay = (change: object) =>
  company.bookkeeper.treasury.postPayment({
    direction: 'in',
    partnerId: abroad.customerId,
    paidOn: '2026-03-10',
    accountId: abroad.dollars,
    amountMinor: 1000,
    applications: [{ openItemId, amountMinor: 1000 }],
    ...change,
  })

const REFUSED: readonly (readonly [what: string, code: string, act: () => unknown])[] = [
  [
    'a voucher out of balance',
    'accounting.notBalanced',
    () => post('2026-03-01', [debit('560201', 101), credit('1002', 100)]),
  ],
  ['a posted draft out of balance', 'accounting.notBalanced', () => postDraft()],
  [
    'a voucher in a closed month',
    'accounting.periodClosed',
    () => post('2026-01-20', [debit('560201', 1), credit('1002', 1)]),
  ],
  ['a reversal into a closed month', 'accounting.periodClosed', () => reverse('2026-01-31')],
  ['a payment before its invoice', 'accounting.settledBeforePosted', () => pay({ paidOn: '2026-03-01' })],
  [
    'an advance in a closed month',
    'accounting.periodClosed',
    () => pay({ paidOn: '2026-01-31', applications: [], rateMicro: 7_000_000 }),
  ],
  [
    'a line without its department',
    'accounting.missing.department',
    () => post('2026-03-01', [debit('5601', 1), credit('1002', 1)]),
  ],
  [
    'a line without its quantity',
    'accounting.missing.quantity',
    () => post('2026-03-01', [debit('1411', 1), credit('1002', 1)]),
  ],
  [
    'dollars on an account of our own money',
    'accounting.wrongCurrency',
    () => post('2026-03-01', [debit('560201', 710, { currency: 'USD', foreignMinor: 100 }), credit('1002', 710)]),
  ],
  [
    'our own money on a dollar account',
    'accounting.foreignMissing',
    () => post('2026-03-01', [debit('100201', 710), credit('3001', 710)]),
  ],
  ['dollars on a day without a rate', 'currencies.rateMissing', () => pay({ paidOn: '2026-02-10', applications: [] })],
  ['deleting an account that is used', 'accounting.accountInUse', () => remove('560201')],
  ['deleting an account of the chart', 'accounting.accountOfPack', () => remove('1101')],
  ['another sense for an account that is used', 'accounting.senseInUse', () => turn()],
  ['closing with a draft open', 'closing.checksOpen', () => close(1)],
  ['closing before the month before', 'accounting.earlierPeriodOpen', () => close(2)],
  ['reopening by somebody who is not the owner', 'access.rightMissing', () => reopen()],
  ['a bank file that does not add up', 'banking.doesNotAddUp', () => bring({ closingMinor: 501 })],
  ['a bank file that came before', 'banking.fileKnown', () => bring()],
  [
    'the lines of one that came before',
    'banking.linesKnown',
    () => bring({ openingMinor: null, closingMinor: null, format: 'table', toOn: '2026-03-06' }),
  ],
  ['a bank file in another currency', 'banking.otherCurrency', () => bring({ currency: 'USD' })],
  [
    'more than is open',
    'accounting.openItemExceeded',
    () => pay({ amountMinor: 200_000, applications: [{ openItemId, amountMinor: 200_000 }] }),
  ],
  [
    'more than is paid',
    'treasury.appliedBeyondAmount',
    () => pay({ applications: [{ openItemId, amountMinor: 2000 }] }),
  ],
]

function postDraft(): unknown {
  const { accounting } = company.bookkeeper
  return accounting.postDrafts({ ids: accounting.listDrafts({}).rows.map(({ id }) => id) })
}
function reverse(reversedOn: string): unknown {
  const { accounting } = company.bookkeeper
  const entryId = accounting.listEntries({ to: '2026-01-15' }).rows.at(-1)?.id ?? 0
  return company.owner.accounting.reverseVoucher({ entryId, reversedOn, reason: 'wrong' })
}
const turn = (): unknown =>
  company.bookkeeper.accounting.changeAccount({ code: '560201', name: 'Rent', isActive: true, normalSide: 'credit' })
const close = (at: number): unknown =>
  company.bookkeeper.closing.closeMonth({ periodId: months[at]?.id ?? 0, acceptsWarnings: true })
const reopen = (): unknown =>
  company.bookkeeper.closing.reopenMonth({ periodId: months[0]?.id ?? 0, reason: 'forgotten' })

describe('the books refuse', () => {
  it.each(REFUSED)('%s (%s), and nothing has changed', (_what, code, act) => {
    expectRefused(company, code, act)
  })

  it('a wrong password, which the trail tells too: only the count of attempts stays', () => {
    const signIn = () => company.owner.access.signIn({ login: 'owner', password: 'guess', station: 'desk' })
    expect(refusalOf(signIn).code).toBe('access.signInFailed')
    expect(lastInTrail(company.reader)).toEqual({ outcome: 'refused', code: 'access.signInFailed' })
  })
})

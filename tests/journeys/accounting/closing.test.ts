import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checks } from '../../../src/main/outlets/statements'
import { brokenChecks, openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { balances, closeSound } from '../../support/supplies'
import { foundAfter } from '../../support/tampering'
import { twoMonths } from '../../support/two-months'

let company: TestCompany

const months = () => company.bookkeeper.closing.listMonths({}).rows
const periodOf = (month: string): number => months().find(({ startsOn }) => startsOn.startsWith(month))!.id

function voucher(postedOn: string, debit: string, credit: string, amountMinor: number) {
  return company.bookkeeper.accounting.postVoucher({
    postedOn,
    memo: 'by hand',
    lines: [
      { accountCode: debit, debitMinor: amountMinor },
      { accountCode: credit, creditMinor: amountMinor },
    ],
  })
}

/** Posts what the month's end asks for and closes. */
function close(month: string, acceptsWarnings = false) {
  const periodId = periodOf(month)
  company.bookkeeper.closing.postMonthEnd({ periodId })
  return company.bookkeeper.closing.closeMonth({ periodId, acceptsWarnings })
}

afterEach(() => closeSound(company))

describe('closing a month (cn-sbe)', () => {
  beforeEach(() => {
    company = openTestCompany({ pack: 'cn-sbe' })
    voucher('2026-01-05', '1002', '3001', 1_000_000)
    voucher('2026-01-10', '1002', '5301', 5_000)
    voucher('2026-01-20', '5602', '1002', 30_000)
    voucher('2026-01-25', '5603', '1002', 200)
  })

  it('asks for the carry-over of profit and loss, and empties those accounts into 3103', () => {
    const { bookkeeper } = company
    const periodId = periodOf('2026-01')
    expect(refusalOf(() => bookkeeper.closing.closeMonth({ periodId }))).toMatchObject({
      code: 'closing.vouchersMissing',
      params: { month: '2026-01', count: 1 },
    })
    const { vouchers } = bookkeeper.closing.cockpit({ periodId })
    expect(vouchers.find(({ key }) => key === 'accounting.carryOver')).toMatchObject({
      state: 'missing',
      lines: [
        { accountCode: '5301', debitMinor: 5_000, creditMinor: 0 },
        { accountCode: '5602', debitMinor: 0, creditMinor: 30_000 },
        { accountCode: '5603', debitMinor: 0, creditMinor: 200 },
        { accountCode: '3103', debitMinor: 0, creditMinor: 5_000 },
        { accountCode: '3103', debitMinor: 30_200, creditMinor: 0 },
      ],
    })
    expect(bookkeeper.closing.postMonthEnd({ periodId }).posted).toBe(1)
    expect(bookkeeper.closing.postMonthEnd({ periodId }).posted).toBe(0)
    expect(balances(bookkeeper, '2026-01-31')).toEqual({ '1002': 974_800, '3001': -1_000_000, '3103': 25_200 })
    expect(bookkeeper.closing.closeMonth({ periodId })).toEqual({ state: 'closed', changes: [] })
    expect(refusalOf(() => voucher('2026-01-31', '5602', '1002', 1))).toMatchObject({
      code: 'accounting.periodClosed',
      params: { month: '2026-01' },
    })
    expect(refusalOf(() => bookkeeper.closing.closeMonth({ periodId })).code).toBe('closing.closedAlready')
  })

  it("is the owner's to reopen, with a reason, and shows what changed when it is closed again", () => {
    const { bookkeeper, owner } = company
    close('2026-01')
    const periodId = periodOf('2026-01')
    expect(refusalOf(() => bookkeeper.closing.reopenMonth({ periodId, reason: 'x' })).code).toBe('access.rightMissing')
    owner.closing.reopenMonth({ periodId, reason: 'A late invoice' })
    voucher('2026-01-31', '5602', '1002', 700)
    expect(close('2026-01').changes).toEqual([
      { accountCode: '1002', accountName: 'Bank deposits', debitMinor: 0, creditMinor: 700 },
      { accountCode: '3103', accountName: 'Profit of the year', debitMinor: 700, creditMinor: 0 },
      { accountCode: '5602', accountName: 'Administrative expenses', debitMinor: 700, creditMinor: 700 },
    ])
    const { events, changes } = bookkeeper.closing.cockpit({ periodId })
    expect(events.map(({ kind, userName, reason }) => [kind, userName, reason])).toEqual([
      ['closed', 'Bookkeeper', ''],
      ['reopened', 'Owner', 'A late invoice'],
      ['closed', 'Bookkeeper', ''],
    ])
    expect(changes).toHaveLength(3)
  })

  it('refuses while a draft, a due reversal or an undecided difference stands open, and names it', () => {
    const { bookkeeper } = company
    const periodId = periodOf('2026-01')
    bookkeeper.closing.postMonthEnd({ periodId })
    const { id } = bookkeeper.accounting.saveDraft({ postedOn: '2026-01-30', memo: 'rent', lines: [] })
    const refused = refusalOf(() => bookkeeper.closing.closeMonth({ periodId }))
    expect(refused).toMatchObject({ code: 'closing.checksOpen', params: { count: 1, document: 'rent' } })
    const drafts = bookkeeper.closing.cockpit({ periodId }).checks.find(({ key }) => key === 'accounting.drafts')
    expect(drafts).toMatchObject({ count: 1, severity: 'blocks', findings: [{ kind: 'accounting.draft', id }] })
    bookkeeper.accounting.deleteDraft({ id })
    voucher('2026-01-30', '1901', '5301', 900)
    bookkeeper.closing.postMonthEnd({ periodId })
    expect(refusalOf(() => bookkeeper.closing.closeMonth({ periodId })).params['document']).toMatch(/记-\d/)
    voucher('2026-01-30', '1002', '1901', 900)
    expect(bookkeeper.closing.closeMonth({ periodId }).state).toBe('closed')
  })

  it('proves by its seal that nothing moved since', () => {
    close('2026-01')
    expect(brokenChecks(company.reader)).toEqual([])
    const { tx } = company.company.file
    tx.within(new Date(), () => {
      tx.run('DROP TRIGGER accounting_line_no_update')
      tx.run(`UPDATE accounting_line SET memo = 'altered' WHERE entry_id = 2 AND line_number = 1`)
    })
    expect(brokenChecks(company.reader)).toEqual([
      'closing.closedMonthsUnchanged: 2026-01 is not what it was when it was closed',
    ])
    tx.within(new Date(), () => {
      tx.run(`UPDATE accounting_line SET memo = NULL WHERE entry_id = 2 AND line_number = 1`)
    })
  })

  it('ties its statements to each other, and finds each that does not', () => {
    const { statements } = company.bookkeeper
    const march = { from: '2026-01-01', to: '2026-03-31' }
    expect(statements.incomeStatement(march)).toMatchObject({ compareProfitMinor: -25_200, carriedMinor: null })
    close('2026-01')
    voucher('2026-03-02', '5602', '1002', 1000)
    expect(statements.incomeStatement(march).carriedMinor).toBeNull()
    close('2026-02')
    close('2026-03')
    expect(statements.incomeStatement(march)).toMatchObject({ compareProfitMinor: -26_200, carriedMinor: -26_200 })
    const balanceOf = (code: string) => `UPDATE accounting_balance SET debit_minor = debit_minor + 1
      WHERE account_id = (SELECT id FROM accounting_account WHERE code = '${code}')`
    const elsewhere = `UPDATE accounting_line SET account_id = (SELECT id FROM accounting_account WHERE code = '3104')
      WHERE account_id = (SELECT id FROM accounting_account WHERE code = '3103') AND debit_minor = 1000`
    expect(foundAfter(company, checks, balanceOf('3001'))).toContain('statements.assetsEqualClaims')
    expect(foundAfter(company, checks, balanceOf('1002'))).toContain('statements.cashFlowEndsInCash')
    expect(foundAfter(company, checks, elsewhere)).toEqual(['statements.profitIsCarriedOver'])
  })

  it('carries the profit of the year to 3104 in December, after the last month', () => {
    const { bookkeeper } = company
    for (const { startsOn } of months().slice(0, 11)) close(startsOn.slice(0, 7))
    voucher('2026-12-10', '1002', '5051', 100_000)
    const periodId = periodOf('2026-12')
    const states = () =>
      bookkeeper.closing
        .cockpit({ periodId })
        .vouchers.map(({ key, state }) => `${key} ${state}`)
        .filter((text) => text.startsWith('accounting.'))
    expect(states()).toEqual([
      'accounting.carryOver missing',
      'accounting.yearEnd none',
      'accounting.statutoryReserve none',
    ])
    bookkeeper.closing.postMonthEnd({ periodId })
    expect(states()).toEqual([
      'accounting.carryOver posted',
      'accounting.yearEnd posted',
      'accounting.statutoryReserve posted',
    ])
    // 1,000.00 earned in December less 252.00 lost in January, of which 5 % income tax: 37.40
    expect(balances(bookkeeper, '2026-12-31')).toEqual({
      '1002': 1_074_800,
      '222106': -3_740,
      '3001': -1_000_000,
      // A tenth of the 710.60 that the year earned.
      '3101': -7106,
      '3104': -63_954,
    })
    const { accounting } = bookkeeper
    expect(accounting.profitToDistribute({ on: '2026-12-31' }).distributableMinor).toBe(63_954)
    const give = (amountMinor: number) =>
      accounting.distributeProfit({ distributedOn: '2026-12-31', amountMinor, note: 'Resolution of the owners' })
    expect(refusalOf(() => give(63_955))).toMatchObject({
      code: 'accounting.beyondDistributable',
      params: { amount: '639.54' },
    })
    give(60_000)
    expect(balances(bookkeeper, '2026-12-31')).toMatchObject({ '2232': -60_000, '3104': -3954 })
    // What the owners were given is no loss: the reserve of the year stays what it was.
    expect(states().at(-1)).toBe('accounting.statutoryReserve posted')
    bookkeeper.closing.closeMonth({ periodId })
    // The next year opens with what stood, and takes postings.
    voucher('2027-01-04', '5602', '1002', 100)
    expect(months().at(-1)).toMatchObject({ startsOn: '2027-01-01', state: 'open' })
  })
})

describe('closing a month (generic)', () => {
  beforeEach(() => {
    company = openTestCompany({ pack: 'generic' })
  })

  it('goes in order, reopens in reverse order, and asks for no voucher but at the end of the year', () => {
    const { bookkeeper, owner } = company
    voucher('2026-01-31', '6100', '1010', 100)
    const [january, february] = months().map(({ id }) => id) as [number, number]
    expect(refusalOf(() => bookkeeper.closing.closeMonth({ periodId: february })).code).toBe(
      'accounting.earlierPeriodOpen',
    )
    bookkeeper.closing.setSoftClosed({ periodId: january, isSoftClosed: true })
    // Whoever may post vouchers still posts into a month that is only softly closed.
    voucher('2026-01-31', '1010', '3000', 100)
    expect(bookkeeper.closing.closeMonth({ periodId: january }).state).toBe('closed')
    expect(refusalOf(() => voucher('2026-01-31', '6100', '1010', 100)).code).toBe('accounting.periodClosed')
    expect(refusalOf(() => bookkeeper.closing.setSoftClosed({ periodId: january, isSoftClosed: false })).code).toBe(
      'closing.reopenFirst',
    )
    bookkeeper.closing.closeMonth({ periodId: february })
    const reopen = (periodId: number) => owner.closing.reopenMonth({ periodId, reason: 'forgotten' })
    expect(refusalOf(() => reopen(january)).code).toBe('accounting.laterPeriodClosed')
    reopen(february)
    reopen(january)
    voucher('2026-01-31', '6100', '1010', 100)
  })

  it('carries revenue and expenses of the year to retained earnings', () => {
    const { bookkeeper } = company
    voucher('2026-01-10', '1010', '3000', 500_000)
    voucher('2026-03-10', '1010', '4900', 90_000)
    voucher('2026-04-10', '6100', '1010', 20_000)
    for (const { startsOn } of months()) close(startsOn.slice(0, 7))
    expect(balances(bookkeeper, '2026-12-31')).toEqual({ '1010': 570_000, '3000': -500_000, '3200': -70_000 })
  })
})

describe('warnings', () => {
  it('name the documents, keep the month from closing until they are accepted, and are logged', () => {
    ;({ company } = twoMonths())
    const { bookkeeper } = company
    const january = periodOf('2026-01')
    bookkeeper.closing.closeMonth({ periodId: january })
    const periodId = periodOf('2026-02')
    bookkeeper.closing.postMonthEnd({ periodId })
    const open = bookkeeper.closing.cockpit({ periodId }).checks.filter(({ count }) => count > 0)
    expect(open.map(({ key, severity, findings }) => [key, severity, findings[0]?.label])).toEqual([
      ['purchasing.receivedNotInvoiced', 'warns', 'GR-2026-000001'],
    ])
    expect(refusalOf(() => bookkeeper.closing.closeMonth({ periodId })).code).toBe('closing.warningsOpen')
    bookkeeper.closing.closeMonth({ periodId, acceptsWarnings: true })
    expect(bookkeeper.closing.cockpit({ periodId }).events[0]?.warnings).toEqual(['purchasing.receivedNotInvoiced'])
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { balances, closeSound } from '../../support/supplies'

let company: TestCompany

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

afterEach(() => {
  closeSound(company)
})

describe('vouchers by hand (cn-sbe)', () => {
  beforeEach(() => {
    company = openTestCompany({ pack: 'cn-sbe' })
  })

  it('are numbered within their month and reversed in red', () => {
    const { bookkeeper, owner } = company
    expect(voucher('2026-01-05', '1002', '3001', 100_000).number).toBe('记-1')
    expect(voucher('2026-01-06', '5602', '1002', 300).number).toBe('记-2')
    const third = voucher('2026-02-01', '5602', '1002', 500)
    expect(third.number).toBe('记-1')
    owner.accounting.reverseVoucher({ entryId: third.id, reversedOn: '2026-02-03', reason: 'twice' })
    expect(balances(bookkeeper)).toEqual({ '1002': 99_700, '3001': -100_000, '5602': 300 })
    const { entries } = bookkeeper.accounting.entriesOf({ sourceKind: 'accounting.voucher', sourceId: third.id })
    expect(
      entries.map(({ label, lines }) => [label, lines.map(({ debitMinor, creditMinor }) => debitMinor + creditMinor)]),
    ).toEqual([
      ['记-1', [500, 500]],
      ['记-2', [-500, -500]],
    ])
    expect(entries[0]?.sourceNumber).toBe('记-1')
    expect(
      refusalOf(() => owner.accounting.reverseVoucher({ entryId: third.id, reversedOn: '2026-02-03', reason: '' }))
        .code,
    ).toBe('accounting.alreadyReversed')
    expect(bookkeeper.accounting.listEntries({})).toMatchObject({ total: 4, sums: { amountMinor: 100_300 } })
    expect(bookkeeper.accounting.listEntries({ accountCode: '5602', from: '2026-02-01' }).total).toBe(2)
    expect(bookkeeper.accounting.listEntries({ filter: 'twice' }).total).toBe(1)
  })

  it('refuse what would not hold', () => {
    const { bookkeeper, clerk } = company
    expect(refusalOf(() => voucher('2026-01-05', '1405', '1002', 100)).code).toBe('accounting.accountControlled')
    expect(refusalOf(() => voucher('2026-01-05', '2202', '1002', 100)).code).toBe('accounting.accountHasParts')
    expect(refusalOf(() => voucher('2026-01-05', '9999', '1002', 100))).toMatchObject({
      code: 'accounting.accountUnknown',
      field: 'lines.0.accountCode',
    })
    expect(refusalOf(() => voucher('2025-12-31', '5602', '1002', 100)).code).toBe('accounting.periodMissing')
    expect(refusalOf(() => voucher('2066-01-05', '5602', '1002', 100)).code).toBe('accounting.dateTooFarAhead')
    const uneven = () =>
      bookkeeper.accounting.postVoucher({
        postedOn: '2026-01-05',
        memo: 'x',
        lines: [
          { accountCode: '5602', debitMinor: 100 },
          { accountCode: '1002', creditMinor: 99 },
        ],
      })
    expect(refusalOf(uneven)).toMatchObject({ code: 'accounting.notBalanced', params: { difference: '0.01' } })
    expect(refusalOf(() => clerk.accounting.listAccounts({})).code).toBe('access.rightMissing')
  })
})

describe('periods', () => {
  beforeEach(() => {
    company = openTestCompany({ pack: 'generic' })
  })

  it('open a month after the last one when it is first needed', () => {
    expect(company.bookkeeper.accounting.listPeriods({}).rows).toHaveLength(12)
    voucher('2027-02-10', '6100', '1010', 100)
    const { rows } = company.bookkeeper.accounting.listPeriods({})
    expect(rows).toHaveLength(14)
    expect(rows.at(-1)).toMatchObject({ startsOn: '2027-02-01', endsOn: '2027-02-28', state: 'open' })
  })
})

describe('the trial balance', () => {
  beforeEach(() => {
    company = openTestCompany({ pack: 'generic' })
  })

  it('adds whole months and parts of months to the same figures, whatever the span', () => {
    const { bookkeeper } = company
    const days = ['2026-01-05', '2026-01-20', '2026-02-10', '2026-02-28', '2026-03-01', '2026-03-31']
    for (const [at, day] of days.entries()) voucher(day, '6100', '1010', 10 ** at)
    const of = (from: string, to: string): readonly number[] => {
      const row = bookkeeper.accounting
        .trialBalance({ from, to })
        .rows.find(({ accountCode }) => accountCode === '6100')
      return [row?.openingDebitMinor ?? 0, row?.debitMinor ?? 0, row?.closingDebitMinor ?? 0]
    }
    expect(of('2026-01-01', '2026-12-31')).toEqual([0, 111_111, 111_111])
    expect(of('2026-01-06', '2026-03-30')).toEqual([1, 11_110, 11_111])
    expect(of('2026-02-01', '2026-02-28')).toEqual([11, 1100, 1111])
    expect(of('2026-02-10', '2026-02-10')).toEqual([11, 100, 111])
    expect(of('2026-01-10', '2026-02-28')).toEqual([1, 1110, 1111])
    expect(of('2026-04-01', '2026-04-30')).toEqual([111_111, 0, 111_111])
    const { totals } = bookkeeper.accounting.trialBalance({ from: '2026-01-06', to: '2026-03-30' })
    expect(totals.debitMinor).toBe(totals.creditMinor)
    expect(totals.closingDebitMinor).toBe(totals.closingCreditMinor)
  })

  it('names accounts in the language of the company, and rates by their date', () => {
    const { rows } = company.bookkeeper.accounting.listAccounts({})
    expect(rows.find(({ roles }) => roles.includes('stock'))).toMatchObject({
      code: '1200',
      name: 'Inventory',
      otherName: '存货',
    })
    expect(company.clerk.accounting.taxRates({ on: '2026-03-02' }).rows).toContainEqual({
      taxCode: 'standard',
      rateMicro: 200_000,
    })
  })
})

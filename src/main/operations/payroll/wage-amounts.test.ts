import { array, assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accrualJournal, dueOf, paymentJournal, sumOf, type WageAmounts, type WageLine } from './wage-amounts'

const words = { gross: 'Wages', employerSocial: 'Insurance', employerFund: 'Fund' }
const KINDS = ['wages', 'insurance', 'tax'] as const

const balanceOf = (lines: readonly { debitMinor?: number; creditMinor?: number }[]): number =>
  lines.reduce((sum, { debitMinor = 0, creditMinor = 0 }) => sum + debitMinor - creditMinor, 0)

describe('wages', () => {
  it('cost their gross and the employer’s shares; the staff gets the gross less what is withheld', () => {
    // | part            | shop   | office |
    // | gross           | 10,000 | 6,000  |
    // | employer social | 2,600  | 1,560  |
    // | employer fund   | 700    | 420    |
    // | social          | 1,050  | 630    |
    // | fund            | 700    | 420    |
    // | income tax      | 45     | 0      |
    const lines: WageLine[] = [
      {
        departmentId: 1,
        expenseAccountId: 5601,
        grossMinor: 1_000_000,
        employerSocialMinor: 260_000,
        employerFundMinor: 70_000,
        socialMinor: 105_000,
        fundMinor: 70_000,
        incomeTaxMinor: 4500,
      },
      {
        departmentId: null,
        expenseAccountId: 5602,
        grossMinor: 600_000,
        employerSocialMinor: 156_000,
        employerFundMinor: 42_000,
        socialMinor: 63_000,
        fundMinor: 42_000,
        incomeTaxMinor: 0,
      },
    ]
    const totals = sumOf(lines)
    expect(totals.costMinor).toBe(2_128_000)
    expect(totals.netMinor).toBe(1_315_500)
    expect(accrualJournal(lines, words).at(-1)).toEqual({ role: 'wages-payable', creditMinor: 2_128_000 })
    expect(KINDS.map((kind) => dueOf(kind, totals))).toEqual([1_315_500, 808_000, 4500])
    expect(paymentJournal('wages', totals, { accountId: 1002 })).toEqual([
      { role: 'wages-payable', debitMinor: 1_600_000 },
      { accountId: 1002, creditMinor: 1_315_500, cashFlowItem: 'payments-to-employees' },
      { role: 'wage-deductions-payable', creditMinor: 280_000 },
      { role: 'wage-tax-payable', creditMinor: 4500 },
    ])
  })

  it('balance whatever they are, and paid in full leave nothing owed', () => {
    const amount = integer({ min: 0, max: 1_000_000_000 })
    const amounts = record({
      grossMinor: amount,
      employerSocialMinor: amount,
      employerFundMinor: amount,
      socialMinor: amount,
      fundMinor: amount,
      incomeTaxMinor: amount,
    })
    assert(
      property(array(amounts, { minLength: 1, maxLength: 5 }), (all: WageAmounts[]) => {
        const lines = all.map((each, at) => ({ ...each, departmentId: null, expenseAccountId: at }))
        const totals = sumOf(lines)
        const journals = [
          accrualJournal(lines, words),
          ...KINDS.map((kind) => paymentJournal(kind, totals, { accountId: 1002 })),
        ]
        for (const journal of journals) expect(balanceOf(journal)).toBe(0)
        for (const role of ['wages-payable', 'wage-deductions-payable', 'wage-tax-payable']) {
          expect(balanceOf(journals.flat().filter((line) => 'role' in line && line.role === role))).toBe(0)
        }
      }),
    )
  })
})

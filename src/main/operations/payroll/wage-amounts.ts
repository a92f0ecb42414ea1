import type { AccountLine, JournalLine } from '../../ledgers/accounting'
import type { PaymentKind } from './tables'

/** What one department earned, what the employer adds on top, and what is withheld. */
export interface WageAmounts {
  readonly grossMinor: number
  readonly employerSocialMinor: number
  readonly employerFundMinor: number
  readonly socialMinor: number
  readonly fundMinor: number
  readonly incomeTaxMinor: number
}

export interface WageTotals extends WageAmounts {
  /** What the staff gets. */
  readonly netMinor: number
  /** What it costs. */
  readonly costMinor: number
}

const PARTS = [
  'grossMinor',
  'employerSocialMinor',
  'employerFundMinor',
  'socialMinor',
  'fundMinor',
  'incomeTaxMinor',
] as const

export const withheldOf = ({ socialMinor, fundMinor, incomeTaxMinor }: WageAmounts): number =>
  socialMinor + fundMinor + incomeTaxMinor

export function totalled(amounts: WageAmounts): WageTotals {
  const { grossMinor, employerSocialMinor, employerFundMinor } = amounts
  return {
    ...amounts,
    netMinor: grossMinor - withheldOf(amounts),
    costMinor: grossMinor + employerSocialMinor + employerFundMinor,
  }
}

export function sumOf(lines: readonly WageAmounts[]): WageTotals {
  const sums = {
    grossMinor: 0,
    employerSocialMinor: 0,
    employerFundMinor: 0,
    socialMinor: 0,
    fundMinor: 0,
    incomeTaxMinor: 0,
  }
  for (const line of lines) for (const part of PARTS) sums[part] += line[part]
  return totalled(sums)
}

export interface WageLine extends WageAmounts {
  readonly departmentId: number | null
  readonly expenseAccountId: number
}

/** How the parts of the cost are called in the books. */
export interface WageWords {
  readonly gross: string
  readonly employerSocial: string
  readonly employerFund: string
}

/** 计提: each part of the cost on its own line by department, all of it owed to the staff and for them (2211). */
export function accrualJournal(lines: readonly WageLine[], words: WageWords): (JournalLine | AccountLine)[] {
  const costs = lines.flatMap(({ departmentId, expenseAccountId, ...amounts }): AccountLine[] => {
    const plain = { accountId: expenseAccountId, ...(departmentId === null ? {} : { departmentId }) }
    return [
      { ...plain, debitMinor: amounts.grossMinor, memo: words.gross },
      { ...plain, debitMinor: amounts.employerSocialMinor, memo: words.employerSocial },
      { ...plain, debitMinor: amounts.employerFundMinor, memo: words.employerFund },
    ]
  })
  return [...costs, { role: 'wages-payable', creditMinor: sumOf(lines).costMinor }]
}

/** What one of the three payments of a run comes to. */
export function dueOf(kind: PaymentKind, totals: WageTotals): number {
  if (kind === 'wages') return totals.netMinor
  if (kind === 'tax') return totals.incomeTaxMinor
  return totals.employerSocialMinor + totals.employerFundMinor + totals.socialMinor + totals.fundMinor
}

/**
 * 发放: the gross wage is off what is owed; the staff gets the net, the rest is owed to the authorities (2241, 2221).
 * 缴纳: both shares of the insurance, or the tax, go there. Tax withheld is money paid for employees, as the form has it.
 */
export function paymentJournal(
  kind: PaymentKind,
  totals: WageTotals,
  money: { readonly accountId: number },
): (JournalLine | AccountLine)[] {
  const paid: AccountLine = { ...money, creditMinor: dueOf(kind, totals), cashFlowItem: 'payments-to-employees' }
  if (kind === 'tax') return [{ role: 'wage-tax-payable', debitMinor: totals.incomeTaxMinor }, paid]
  if (kind === 'insurance') {
    return [
      { role: 'wages-payable', debitMinor: totals.employerSocialMinor + totals.employerFundMinor },
      { role: 'wage-deductions-payable', debitMinor: totals.socialMinor + totals.fundMinor },
      paid,
    ]
  }
  return [
    { role: 'wages-payable', debitMinor: totals.grossMinor },
    paid,
    { role: 'wage-deductions-payable', creditMinor: totals.socialMinor + totals.fundMinor },
    { role: 'wage-tax-payable', creditMinor: totals.incomeTaxMinor },
  ]
}

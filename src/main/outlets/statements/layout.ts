import cnSbe from '../../../../resources/statements/cn-sbe.json' with { type: 'json' }
import generic from '../../../../resources/statements/generic.json' with { type: 'json' }
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'

/** Where a row of the balance sheet takes its figure: balances, or only the partners on one side (重分类). */
export interface BalanceTerm {
  readonly take: 'balance' | 'debitByPartner' | 'creditByPartner'
  /** Codes of accounts; each stands for itself and its parts. */
  readonly accounts: readonly string[]
}

/** Turnover of profit and loss accounts, without the vouchers that empty them; of tagged accounts only, with a tag. */
export interface ResultTerm {
  readonly accounts: readonly string[]
  readonly side: 'debit' | 'credit'
  readonly tag?: string
}

interface Row {
  /** The line number that the form prints; null for a heading. */
  readonly no: number | null
  readonly zh: string
  readonly en: string
  readonly level: number
  /** Rows that it adds up; below zero: takes off. */
  readonly sum?: readonly number[]
  /** Takes what no other row names: accounts that a company added by itself. */
  readonly rest?: 'asset' | 'liability' | 'equity' | 'revenue' | 'expense'
}
export interface BalanceRow extends Row {
  readonly terms?: readonly BalanceTerm[]
  /** Printed above zero though it stands on the other side. */
  readonly negate?: boolean
}
export interface ResultRow extends Row {
  readonly terms?: readonly ResultTerm[]
}
export interface CashRow extends Row {
  readonly item?: string
  /** Paid: printed above zero. */
  readonly out?: boolean
  readonly cash?: 'opening'
}
export interface IndirectRow {
  readonly no: number
  readonly zh: string
  readonly en: string
  readonly profit?: boolean
  readonly accounts?: readonly string[]
}

export interface Layout {
  readonly forms: Readonly<Record<'balance-sheet' | 'income-statement' | 'cash-flow', string>>
  readonly balanceSheet: {
    readonly left: readonly BalanceRow[]
    readonly right: readonly BalanceRow[]
    /** The two rows that must be equal. */
    readonly totals: readonly number[]
  }
  readonly incomeStatement: { readonly rows: readonly ResultRow[]; readonly profit: number }
  readonly cashFlow: {
    readonly rows: readonly CashRow[]
    readonly operating: number
    readonly increase: number
    readonly closing: number
  }
  /** From profit to operating cash flow by the change of balances. */
  readonly indirect: readonly IndirectRow[]
}

const layouts: Readonly<Record<'cn-sbe' | 'generic', Layout>> = {
  'cn-sbe': cnSbe as Layout,
  generic: generic as Layout,
}

export const layoutOf = (pack: 'cn-sbe' | 'generic'): Layout => layouts[pack]

/** Rows that only accounts with a tag are shown in, named as the books are kept. */
export function statementTags(reader: Reader): { tag: string; label: string; accounts: string[] }[] {
  const { pack, locale } = companyProfile(reader)
  return layoutOf(pack).incomeStatement.rows.flatMap(({ zh, en, terms = [] }) =>
    terms.flatMap(({ tag, accounts }) =>
      tag === undefined ? [] : [{ tag, label: locale === 'zh-CN' ? zh : en, accounts: [...accounts] }],
    ),
  )
}

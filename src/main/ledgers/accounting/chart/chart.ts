import cnSbe from '../../../../../resources/charts-of-accounts/cn-sbe.json' with { type: 'json' }
import generic from '../../../../../resources/charts-of-accounts/generic.json' with { type: 'json' }

import type { CashFlowItem } from '../journal/cash-flow-items'

export type Pack = 'cn-sbe' | 'generic'

/** What an account is for. Documents name a role; the country pack says which account plays it. */
export type Role = keyof typeof cnSbe.roles

export interface ChartAccount {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly kind: 'asset' | 'liability' | 'equity' | 'cost' | 'revenue' | 'expense'
  readonly side: 'debit' | 'credit'
  /** Code of the account it is part of; an account with parts takes no postings itself. */
  readonly parent?: string
  /** Holds money: cash on hand, a bank account, other money. */
  readonly cash?: 'cash' | 'bank' | 'other'
}

export interface Chart {
  readonly pack: Pack
  /** `red`: negative amounts on the same side (红字冲销); `swapped`: the same amounts on the other side. */
  readonly reversal: 'red' | 'swapped'
  readonly voucherTypes: { readonly general: string; readonly words: readonly string[] }
  readonly accounts: readonly ChartAccount[]
  /** Which row of the cash-flow statement money goes to, by the account on its other side; the first that fits. */
  readonly cashFlow: readonly {
    readonly accounts: readonly string[]
    readonly in: CashFlowItem
    readonly out: CashFlowItem
  }[]
  readonly roles: Readonly<Record<Role, string>>
  readonly taxRates: readonly { readonly taxCode: string; readonly validFrom: string; readonly rateMicro: number }[]
}

const charts: Readonly<Record<Pack, Chart>> = { 'cn-sbe': cnSbe as Chart, generic: generic as Chart }

export function chartOf(pack: Pack): Chart {
  return charts[pack]
}

/**
 * Roles whose balance is proved from another list of the file (open items, stock, receipts, advances). Only documents
 * post to them: a voucher by hand would break the proof.
 */
export const CONTROLLED_ROLES: readonly Role[] = [
  'receivable',
  'payable',
  'stock',
  'goods-received-not-invoiced',
  'stock-ahead',
  'advance-to-supplier',
  'advance-from-customer',
  'notes-receivable',
  'notes-payable',
]

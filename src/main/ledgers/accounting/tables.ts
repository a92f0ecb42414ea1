import type { Generated } from 'kysely'
import type { PublishedViews } from '../../foundation/views'

export type AccountKind = 'asset' | 'liability' | 'equity' | 'cost' | 'revenue' | 'expense'
/** Cash on hand, a bank account, other money; empty where an account holds no money. */
export type CashKind = '' | 'cash' | 'bank' | 'other'
/** What a line may be told apart by, beside partner and item. */
export type DimensionKind = 'department' | 'project' | 'person'
/** 一般纳税人, 小规模纳税人. */
export type TaxpayerKind = 'general' | 'small-scale'
export type PeriodState = 'open' | 'soft-closed' | 'closed'

export interface AccountingTables {
  accounting_account: {
    id: Generated<number>
    code: string
    name_zh: string
    name_en: string
    kind: AccountKind
    normal_side: 'debit' | 'credit'
    parent_id: number | null
    is_postable: number
    is_active: Generated<number>
    cash_kind: Generated<CashKind>
    quantity_unit: string | null
    statement_tag: string | null
    requires: Generated<string>
    currency: string | null
  }
  accounting_role: { role: string; account_id: number }
  accounting_tax_rate: { tax_code: string; valid_from: string; rate_micro: number }
  accounting_taxpayer: { valid_from: string; kind: TaxpayerKind; certifies_input: number }
  accounting_period: { id: Generated<number>; starts_on: string; ends_on: string; state: Generated<PeriodState> }
  accounting_entry: {
    id: Generated<number>
    voucher_type: string
    number: number
    period_id: number
    posted_on: string
    source_kind: string
    source_id: number
    memo: string
    reverses_entry_id: number | null
    posted_by: number
    posted_at: string
    attachments: Generated<number>
    prepared_by: number | null
    reviewed_by: number | null
  }
  accounting_line: {
    entry_id: number
    line_number: number
    account_id: number
    debit_minor: number
    credit_minor: number
    partner_id: number | null
    item_id: number | null
    quantity_micro: number | null
    cash_flow_item: string | null
    posted_on: string
    memo: string | null
    department_id: number | null
    project_id: number | null
    person_id: number | null
    currency: string | null
    foreign_minor: number | null
  }
  accounting_balance: { account_id: number; period_id: number; debit_minor: number; credit_minor: number }
  accounting_open_item: {
    id: Generated<number>
    role: string
    partner_id: number
    source_kind: string
    source_id: number
    document_number: string
    posted_on: string
    due_on: string
    amount_minor: number
    open_minor: number
    currency: string | null
    foreign_minor: number | null
    foreign_open_minor: number | null
  }
  accounting_settlement: {
    id: Generated<number>
    open_item_id: number
    source_kind: string
    source_id: number
    settled_on: string
    amount_minor: number
    foreign_minor: number | null
  }
  accounting_dimension: {
    id: Generated<number>
    dimension: DimensionKind
    code: string
    name: string
    is_active: Generated<number>
  }
  accounting_setting: { name: string; value: string }
  accounting_draft: {
    id: Generated<number>
    state: Generated<'draft' | 'reviewed'>
    word: string
    posted_on: string
    memo: string
    attachments: number
    content: string
    amount_minor: number
    reverses_on: string | null
    template_id: number | null
    prepared_by: number
    reviewed_by: number | null
    changed_at: string
  }
  accounting_template: {
    id: Generated<number>
    name: string
    word: string
    memo: string
    content: string
    next_on: string | null
    ends_on: string | null
    reverses: number
  }
  accounting_revaluation: {
    id: Generated<number>
    period_id: number
    entry_id: number
    account_id: number
    open_item_id: number | null
    currency: string
    rate_micro: number
    foreign_minor: number
    amount_minor: number
  }
  accounting_reversal_due: { entry_id: number; due_on: string }
}

/** This room's tables and the published views that its lists join. */
export type AccountingDatabase = AccountingTables & PublishedViews

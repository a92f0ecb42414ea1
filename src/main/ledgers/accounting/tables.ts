import type { Generated } from 'kysely'
import type { PublishedViews } from '../../foundation/views'

export type AccountKind = 'asset' | 'liability' | 'equity' | 'cost' | 'revenue' | 'expense'
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
  }
  accounting_role: { role: string; account_id: number }
  accounting_tax_rate: { tax_code: string; valid_from: string; rate_micro: number }
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
  }
  accounting_settlement: {
    id: Generated<number>
    open_item_id: number
    source_kind: string
    source_id: number
    settled_on: string
    amount_minor: number
  }
}

/** This room's tables and the published views that its lists join. */
export type AccountingDatabase = AccountingTables & PublishedViews

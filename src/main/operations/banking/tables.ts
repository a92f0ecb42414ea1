import type { Generated } from 'kysely'
import type { PublishedViews } from '../../foundation/views'

export interface BankingTables {
  banking_statement: {
    id: Generated<number>
    account_id: number
    file_name: string
    format: 'table' | 'ofx' | 'mt940' | 'camt053'
    content_hash: string
    from_on: string
    to_on: string
    opening_minor: number | null
    closing_minor: number | null
    known_minor: number
    known_count: number
    imported_by: number
    imported_at: string
  }
  banking_line: {
    id: Generated<number>
    statement_id: number
    account_id: number
    booked_on: string
    amount_minor: number
    counterparty: string
    counterparty_number: string
    text: string
    bank_reference: string
    fingerprint: string
    match_id: number | null
  }
  banking_match: {
    id: Generated<number>
    account_id: number
    how: 'book' | 'payment' | 'entry' | 'transfer'
    confidence: number
    source_kind: string | null
    source_id: number | null
    matched_by: number
    matched_at: string
  }
  banking_book_line: { entry_id: number; line_number: number; match_id: number }
  banking_profile: { id: Generated<number>; signature: string; name: string; mapping: string }
  banking_rule: {
    id: Generated<number>
    direction: 'in' | 'out'
    pattern: string
    partner_id: number | null
    account_code: string | null
    hits: Generated<number>
  }
}

interface BookViews {
  v_treasury_account: { id: number; name: string; kind: string; account_id: number }
  v_accounting_account: { id: number; code: string; name_zh: string; name_en: string }
  v_accounting_entry: {
    id: number
    posted_on: string
    source_kind: string
    source_id: number
    memo: string
    voucher_type: string
    number: number
    reverses_entry_id: number | null
  }
  v_accounting_money_line: {
    entry_id: number
    line_number: number
    account_id: number
    posted_on: string
    partner_id: number | null
    currency: string | null
    money_minor: number
  }
}

export type BankingDatabase = BankingTables & PublishedViews & BookViews

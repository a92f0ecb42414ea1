import type { Generated } from 'kysely'
import type { PublishedViews } from '../../foundation/views'

type DocumentState = Generated<'posted' | 'reversed'>

interface Written {
  note: Generated<string>
  created_by: number
  created_at: string
}

export type NoteKind = 'bank-acceptance' | 'trade-acceptance' | 'cheque'
export type NoteState =
  | 'held'
  | 'issued'
  | 'endorsed'
  | 'discounted'
  | 'collected'
  | 'paid'
  | 'dishonoured'
  | 'reversed'

export type WriteOffKind = 'small' | 'bad-debt'

export interface TreasuryTables {
  treasury_write_off: Written & {
    id: Generated<number>
    number: string
    state: DocumentState
    partner_id: number
    kind: WriteOffKind
    written_on: string
    receivable_minor: number
    payable_minor: number
  }
  treasury_account: {
    id: Generated<number>
    kind: 'cash' | 'petty' | 'bank'
    name: string
    account_id: number
    bank_name: Generated<string>
    bank_number: Generated<string>
    active: Generated<number>
  }
  treasury_limit: { name: 'write-off'; amount_minor: number }
  treasury_payment: Written & {
    id: Generated<number>
    number: string
    direction: 'in' | 'out'
    state: 'posted' | 'reversed'
    partner_id: number
    paid_on: string
    method: 'bank' | 'cash'
    amount_minor: number
    unapplied_minor: number
    reference: Generated<string>
    account_id: number | null
    note_id: number | null
    refunds_id: number | null
    difference_minor: Generated<number>
    currency: string | null
    rate_micro: number | null
    foreign_minor: number | null
    foreign_unapplied_minor: number | null
  }
  treasury_application: {
    id: Generated<number>
    payment_id: number
    open_item_id: number
    amount_minor: number
    discount_minor: Generated<number>
    write_off_minor: Generated<number>
    foreign_minor: number | null
    exchange_minor: Generated<number>
  }
  treasury_note: {
    id: Generated<number>
    direction: 'in' | 'out'
    kind: NoteKind
    partner_id: number
    bill_number: string
    drawn_on: string
    due_on: string
    drawer: Generated<string>
    amount_minor: number
    state: NoteState
  }
  treasury_note_event: {
    id: Generated<number>
    number: string
    note_id: number
    kind: 'discounted' | 'collected' | 'paid' | 'dishonoured'
    state: DocumentState
    happened_on: string
    account_id: number | null
    charge_minor: Generated<number>
  }
  treasury_transfer: Written & {
    id: Generated<number>
    number: string
    state: DocumentState
    from_id: number
    to_id: number
    transferred_on: string
    amount_minor: number
    fee_minor: Generated<number>
    reference: Generated<string>
  }
  treasury_cash_entry: Written & {
    id: Generated<number>
    number: string
    direction: 'in' | 'out'
    state: DocumentState
    account_id: number
    entered_on: string
    amount_minor: number
    counterparty: Generated<string>
    reference: Generated<string>
  }
  treasury_cash_entry_line: {
    entry_id: number
    line_number: number
    ledger_account_id: number
    amount_minor: number
    text: Generated<string>
  }
  treasury_netting: Written & {
    id: Generated<number>
    number: string
    state: DocumentState
    partner_id: number
    netted_on: string
    amount_minor: number
  }
  treasury_dunning_level: { level: number; days_overdue: number; text: Generated<string> }
  treasury_dunning_letter: Written & {
    id: Generated<number>
    number: string
    partner_id: number
    level: number
    sent_on: string
    amount_minor: number
  }
  treasury_dunning_item: {
    letter_id: number
    open_item_id: number
    level: number
    open_minor: number
    foreign_minor: number | null
  }
}

/** Views of the books that statements of account and lists join. */
interface BookViews {
  v_accounting_account: {
    id: number
    code: string
    name_zh: string
    name_en: string
    kind: string
    is_postable: number
    currency: string | null
  }
  v_accounting_role: { role: string; account_id: number }
  v_accounting_entry: {
    id: number
    voucher_type: string
    number: number
    posted_on: string
    source_kind: string
    source_id: number
    memo: string
    reverses_entry_id: number | null
  }
  v_accounting_line: {
    entry_id: number
    line_number: number
    account_id: number
    debit_minor: number
    credit_minor: number
    partner_id: number | null
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
  v_accounting_foreign_line: {
    entry_id: number
    line_number: number
    account_id: number
    debit_minor: number
    credit_minor: number
    currency: string
    foreign_minor: number
  }
  v_accounting_balance: { account_id: number; period_id: number; debit_minor: number; credit_minor: number }
}

/** This room's tables and the published views that its lists join. */
export type TreasuryDatabase = TreasuryTables & PublishedViews & BookViews

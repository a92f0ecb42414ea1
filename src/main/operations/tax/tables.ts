export type RateKind = 'construction' | 'education' | 'local-education' | 'income' | 'stamp'

export interface TaxTables {
  tax_rate: { kind: RateKind; valid_from: string; rate_micro: number }
  tax_threshold: { valid_from: string; quarter_minor: number }
}

/** Views of the books that the summary and the month-end vouchers read. */
export type TaxDatabase = TaxTables & {
  v_accounting_role: { role: string; account_id: number }
  v_accounting_account: { id: number; code: string; name_zh: string; name_en: string; kind: string }
  v_accounting_line: {
    entry_id: number
    account_id: number
    posted_on: string
    debit_minor: number
    credit_minor: number
  }
  v_accounting_entry: {
    id: number
    voucher_type: string
    number: number
    posted_on: string
    source_kind: string
    source_id: number
    memo: string
  }
  v_sales_invoice: { id: number; state: string; invoiced_on: string; net_minor: number }
  v_purchasing_invoice: { id: number; state: string; invoiced_on: string; net_minor: number }
  v_document_link: { kind: string; id: number; number: string | null; state: string }
}

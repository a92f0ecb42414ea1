import type { Generated } from 'kysely'
import type { PublishedViews } from '../../foundation/views'

export type PaymentKind = 'wages' | 'insurance' | 'tax'

export interface PayrollTables {
  payroll_run: {
    id: Generated<number>
    number: string
    state: Generated<'posted' | 'reversed'>
    month: string
    posted_on: string
    note: string
    created_by: number
    created_at: string
  }
  payroll_line: {
    run_id: number
    line_number: number
    department_id: number | null
    expense_account_id: number
    headcount: number
    gross_minor: number
    employer_social_minor: number
    employer_fund_minor: number
    social_minor: number
    fund_minor: number
    income_tax_minor: number
  }
  payroll_payment: {
    id: Generated<number>
    number: string
    state: Generated<'posted' | 'reversed'>
    run_id: number
    kind: PaymentKind
    paid_on: string
    account_id: number
    amount_minor: number
    created_by: number
    created_at: string
  }
}

export type PayrollDatabase = PayrollTables &
  PublishedViews & {
    v_accounting_dimension: { id: number; dimension: string; code: string; name: string }
    v_treasury_account: { id: number; name: string }
  }

import type { Generated } from 'kysely'

export interface PrepaidTables {
  prepaid_schedule: {
    id: Generated<number>
    name: string
    state: Generated<'running' | 'ended' | 'cancelled'>
    account_id: number
    expense_account_id: number
    department_id: number | null
    amount_minor: number
    starts_on: string
    months: number
    stopped_on: string | null
    note: string
    created_by: number
    created_at: string
  }
  prepaid_part: {
    id: Generated<number>
    schedule_id: number
    period_id: number
    month: string
    amount_minor: number
  }
}

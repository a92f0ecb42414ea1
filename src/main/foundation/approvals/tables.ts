import type { Generated } from 'kysely'

export interface ApprovalTables {
  approvals_request: {
    id: Generated<number>
    procedure: string
    input: string
    need: string
    refusal_code: string
    refusal_params: string
    reason: string
    station: string
    asked_by: number
    asked_at: string
    state: Generated<'open' | 'granted' | 'refused' | 'withdrawn'>
    decided_by: number | null
    decided_at: string | null
    decision: Generated<string>
    seen_at: string | null
  }
  v_access_user: { id: number; name: string }
}

import type { Generated } from 'kysely'

export interface AuditTables {
  audit_subject: {
    kind: string
    subject_id: number
    entry_id: number
  }
  audit_entry: {
    id: Generated<number>
    recorded_at: string
    user_id: number
    user_name: string
    station: string
    procedure: string
    outcome: 'done' | 'refused' | 'failed'
    refusal_code: string | null
    facts: string
    detail: string
    previous_hash: string
    hash: string
  }
}

import type { Generated } from 'kysely'

export interface AccessTables {
  access_user: {
    id: Generated<number>
    login: string
    name: string
    role: 'owner' | 'bookkeeper' | 'clerk'
    password_hash: string | null
    badge_code: string | null
    pin_hash: string | null
    active: Generated<number>
    created_at: string
  }
  access_session: {
    id: Generated<number>
    token_hash: string
    user_id: number
    station: string
    opened_at: string
    expires_at: string
    ended_at: string | null
  }
  access_attempt: {
    id: Generated<number>
    login: string
    station: string
    succeeded: number
    attempted_at: string
  }
}

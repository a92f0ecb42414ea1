import type { Generated } from 'kysely'
import type { Preset } from './presets'

export interface AccessTables {
  access_role: {
    code: string
    name: Generated<string>
    based_on: Preset
    discount_micro: number | null
    purchase_minor: number | null
  }
  access_role_change: {
    role: string
    right_name: string
    granted: number
  }
  access_role_warehouse: {
    role: string
    warehouse_id: number
  }
  access_user: {
    id: Generated<number>
    login: string
    name: string
    password_hash: string | null
    badge_code: string | null
    pin_hash: string | null
    active: Generated<number>
    created_at: string
    role: string
    lock_minutes: number | null
  }
  access_session: {
    id: Generated<number>
    token_hash: string
    user_id: number
    station: string
    opened_at: string
    expires_at: string
    ended_at: string | null
    locked_at: string | null
  }
  access_station: {
    station: string
    lock_minutes: number
  }
  access_house: {
    id: number
    lock_minutes: number
    recovery_hash: string | null
    recovery_made_at: string | null
    recovery_confirmed_at: string | null
  }
  access_attempt: {
    id: Generated<number>
    login: string
    station: string
    succeeded: number
    attempted_at: string
  }
}

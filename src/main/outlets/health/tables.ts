import type { Generated } from 'kysely'

export interface HealthTables {
  health_check: {
    id: Generated<number>
    checked_at: string
    /** JSON: names */
    problems: string
    seconds: number
  }
  health_asked: { id: number }
}

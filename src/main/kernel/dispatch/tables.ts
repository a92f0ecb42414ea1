import type { Generated } from 'kysely'

export interface KernelTables {
  kernel_answer: {
    id: Generated<number>
    key: string
    procedure: string
    user_id: number
    input_hash: string
    answer: string
    answered_at: string
  }
  kernel_outbox: {
    id: Generated<number>
    kind: string
    payload: string
    announced_at: string
  }
}

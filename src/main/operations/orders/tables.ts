import type { Generated } from 'kysely'

export type RequestState = 'open' | 'placed' | 'merged' | 'cancelled'

export interface OrdersTables {
  orders_request: {
    id: Generated<number>
    channel_id: number
    external_number: string
    state: RequestState
    source: 'api' | 'file' | 'text'
    warehouse_id: number
    customer_id: number | null
    customer_text: string
    ship_to: string
    promised_on: string
    priority: number
    note: string
    carrier: Generated<string>
    problems: Generated<string>
    hold_reason: Generated<string | null>
    hold_owner_id: Generated<number | null>
    order_id: Generated<number | null>
    merged_into: Generated<number | null>
    fingerprint: string
    received_at: string
    received_by: number
  }
  orders_request_line: {
    id: Generated<number>
    request_id: number
    item_text: string
    unit_text: string
    count_micro: number
    item_id: number | null
    pack_id: number | null
    price_micro: number | null
  }
  orders_nickname: { customer_id: number; text: string; item_id: number; pack_id: number | null; uses: number }
  orders_mapping: { channel_id: number; columns: string }
}

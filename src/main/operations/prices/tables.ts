import type { Generated } from 'kysely'
import type { PublishedViews } from '../../foundation/views'

export interface PricesTables extends PublishedViews {
  prices_channel: { id: Generated<number>; code: string; name: string; active: number }
  prices_class: { id: Generated<number>; code: string; name: string; discount_micro: number; active: number }
  prices_customer_terms: { customer_id: number; class_id: number | null; channel_id: number | null }
  prices_policy: { id: number; maximum_discount_micro: number }
  prices_list: {
    id: Generated<number>
    code: string
    name: string
    customer_id: number | null
    channel_id: number | null
    class_id: number | null
    valid_from: string
    valid_to: string | null
    maximum_discount_micro: number | null
    active: number
  }
  prices_list_line: {
    id: Generated<number>
    list_id: number
    item_id: number
    pack_id: number
    minimum_micro: number
    price_micro: number
  }
  prices_promotion: {
    id: Generated<number>
    name: string
    valid_from: string
    valid_to: string
    channel_id: number | null
    class_id: number | null
    item_id: number | null
    category: string
    minimum_micro: number
    discount_micro: number | null
    price_micro: number | null
    is_alone: number
    active: number
  }
}

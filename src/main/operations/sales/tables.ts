import type { Generated } from 'kysely'
import type { PublishedViews } from '../../foundation/views'

export type OrderState = 'draft' | 'confirmed' | 'partly-shipped' | 'shipped' | 'closed' | 'cancelled'

/** In the currency of the books; the foreign side is empty where a document is in it. */
interface Totals {
  net_minor: number
  tax_minor: number
  gross_minor: number
  currency: string | null
  rate_micro: number | null
  foreign_net_minor: number | null
  foreign_tax_minor: number | null
}

interface ForeignLine {
  foreign_price_micro: number | null
  gross_price_micro: number | null
  foreign_net_minor: number | null
  foreign_tax_minor: number | null
}

interface Written {
  note: string
  created_by: number
  created_at: string
}

export interface SalesTables extends PublishedViews {
  sales_order: Totals &
    Written & {
      id: Generated<number>
      number: string | null
      state: OrderState
      customer_id: number
      warehouse_id: number
      ordered_on: string
      promised_on: string
      customer_reference: string
      channel_id: number | null
      below_cost_approved_by: Generated<number | null>
      takes_substitutes: Generated<number | null>
      priority: Generated<number>
      hold_reason: Generated<string | null>
      hold_owner_id: Generated<number | null>
      credit_released_minor: Generated<number | null>
      credit_released_by: Generated<number | null>
    }
  sales_order_line: ForeignLine & {
    id: Generated<number>
    order_id: number
    line_number: number
    item_id: number
    pack_id: number
    quantity_micro: number
    price_micro: number
    tax_code: string
    net_minor: number
    tax_minor: number
    shipped_micro: Generated<number>
    invoiced_micro: Generated<number>
    cancelled_micro: Generated<number>
    backordered_micro: Generated<number>
    direct_micro: Generated<number>
    kit_line_id: Generated<number | null>
    kit_share_micro: Generated<number | null>
    instead_of_line_id: Generated<number | null>
  }
  sales_substitution: { customer_id: number }
  sales_credit_rule: { customer_id: number; overdue_days: number | null }
  sales_channel_rule: { channel_id: number; item_id: number; buffer_micro: number; share_micro: number }
  sales_invoice: Totals &
    Written & {
      id: Generated<number>
      number: string
      kind: 'invoice' | 'credit-note'
      state: 'posted' | 'reversed'
      order_id: number | null
      return_id: number | null
      customer_id: number
      invoiced_on: string
      due_on: string
    }
  sales_invoice_line: ForeignLine & {
    id: Generated<number>
    invoice_id: number
    order_line_id: number | null
    item_id: number
    quantity_micro: number
    price_micro: number
    tax_code: string
    net_minor: number
    tax_minor: number
  }
}

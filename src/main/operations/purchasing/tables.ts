import type { Generated } from 'kysely'
import type { PublishedViews } from '../../foundation/views'

export type OrderState = 'draft' | 'confirmed' | 'partly-received' | 'received' | 'closed' | 'cancelled'
export type PostedState = 'posted' | 'reversed'
/** bought; consigned: the supplier's until used; used: bought out of a consigned receipt; direct: sent to a customer. */
export type Terms = 'bought' | 'consigned' | 'used' | 'direct'

interface Written {
  note: Generated<string>
  created_by: number
  created_at: string
}

interface Totals {
  net_minor: Generated<number>
  tax_minor: Generated<number>
  gross_minor: Generated<number>
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

export interface PurchasingTables {
  purchasing_order: Written &
    Totals & {
      id: Generated<number>
      number: string | null
      state: OrderState
      supplier_id: number
      warehouse_id: number
      ordered_on: string
      expected_on: string
      acknowledged_on: string | null
      unordered: Generated<number>
      acknowledged_number: Generated<string>
      consigned: Generated<number>
    }
  purchasing_order_line: ForeignLine & {
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
    promised_on: string | null
    received_micro: Generated<number>
    invoiced_micro: Generated<number>
  }
  purchasing_receipt: Written & {
    id: Generated<number>
    number: string
    state: PostedState
    order_id: number
    supplier_id: number
    warehouse_id: number
    received_on: string
    terms: Generated<Terms>
  }
  purchasing_receipt_line: {
    id: Generated<number>
    receipt_id: number
    order_line_id: number
    item_id: number
    lot_id: Generated<number>
    bin_id: number
    quantity_micro: number
    value_minor: number
    invoiced_micro: Generated<number>
    invoiced_value_minor: Generated<number>
    over_micro: Generated<number>
    status: Generated<'available' | 'quarantine' | 'damaged'>
    used_of_id: Generated<number | null>
  }
  purchasing_invoice: Written &
    Totals & {
      id: Generated<number>
      number: string
      state: PostedState
      supplier_id: number
      supplier_reference: string
      invoiced_on: string
      due_on: string
      held: Generated<number>
      released_by: Generated<number | null>
      released_at: Generated<string | null>
      release_note: Generated<string | null>
    }
  purchasing_invoice_line: ForeignLine & {
    id: Generated<number>
    invoice_id: number
    receipt_line_id: number
    item_id: number
    quantity_micro: number
    billed_micro: number | null
    price_micro: number
    tax_code: string
    net_minor: number
    tax_minor: number
    variance_minor: number
    received_value_minor: number
  }
  purchasing_invoice_match: {
    invoice_line_id: number
    result: 'matched' | 'price-difference'
    order_price_micro: number
    difference_minor: number
    allowed_minor: number | null
  }
}

/** This room's tables and the published views that its lists join. */
export type PurchasingDatabase = PurchasingTables & PublishedViews

import type { Generated } from 'kysely'
import type { PublishedViews } from '../../foundation/views'

interface Written {
  note: string
  created_by: number
  created_at: string
}

export interface ShippingTables extends PublishedViews {
  shipping_shipment: Written & {
    id: Generated<number>
    number: string
    state: 'posted' | 'reversed'
    order_id: number
    customer_id: number
    warehouse_id: number
    shipped_on: string
    carrier: string
    cartons: number
    weight_grams: number
  }
  shipping_shipment_line: {
    id: Generated<number>
    shipment_id: number
    order_line_id: number
    item_id: number
    lot_id: number
    bin_id: number | null
    quantity_micro: number
    cost_minor: number
    returned_micro: Generated<number>
    returned_cost_minor: Generated<number>
  }
  shipping_return: Written & {
    id: Generated<number>
    number: string
    state: 'posted' | 'reversed'
    customer_id: number
    shipment_id: number | null
    warehouse_id: number
    returned_on: string
    reason: string
  }
  shipping_return_line: {
    id: Generated<number>
    return_id: number
    shipment_line_id: number | null
    item_id: number
    lot_id: number
    bin_id: number | null
    status: string
    quantity_micro: number
    price_micro: number
    tax_code: string
    net_minor: number
    tax_minor: number
    cost_minor: number
  }
}

import type { Generated } from 'kysely'
import type { PublishedViews } from '../../foundation/views'

export type StockStatus = 'available' | 'quarantine' | 'damaged' | 'in-transit'

export interface InventoryTables {
  inventory_lot: {
    id: Generated<number>
    item_id: number
    code: string
    expires_on: string | null
    supplier_id: number | null
    created_at: string
  }
  inventory_movement: {
    id: Generated<number>
    posted_on: string
    posted_at: string
    warehouse_id: number
    item_id: number
    lot_id: Generated<number>
    from_bin_id: number | null
    from_status: StockStatus | null
    to_bin_id: number | null
    to_status: StockStatus | null
    quantity_micro: number
    value_minor: number
    source_kind: string
    source_id: number
    source_line_id: number | null
    owner_id: Generated<number>
  }
  inventory_consigned: {
    item_id: number
    warehouse_id: number
    lot_id: number
    owner_id: number
    quantity_micro: number
  }
  inventory_revaluation: {
    id: Generated<number>
    posted_on: string
    warehouse_id: number
    item_id: number
    value_minor: number
    source_kind: string
    source_id: number
    after_movement_id: Generated<number | null>
  }
  inventory_balance: {
    item_id: number
    bin_id: number
    lot_id: number
    status: StockStatus
    warehouse_id: number
    quantity_micro: number
    allocated_micro: Generated<number>
  }
  inventory_stock: {
    warehouse_id: number
    item_id: number
    on_hand_micro: Generated<number>
    available_micro: Generated<number>
    reserved_micro: Generated<number>
    consigned_micro: Generated<number>
    value_minor: Generated<number>
  }
  inventory_costing_rule: { category: string; method: 'fifo' | 'lot' }
  inventory_item_costing: { item_id: number; method: 'fifo' | 'lot' }
  inventory_layer: {
    id: Generated<number>
    warehouse_id: number
    item_id: number
    lot_id: number
    parent_id: number | null
    origin_kind: string
    origin_id: number
    origin_line_id: number | null
    opened_on: string
    movement_id: number | null
    quantity_micro: number
    value_minor: number
    left_micro: number
    left_value_minor: number
  }
  inventory_layer_entry: {
    id: Generated<number>
    layer_id: number
    posted_on: string
    movement_id: number | null
    revaluation_id: number | null
    quantity_micro: number
    value_minor: number
    held_micro: number
  }
  inventory_reservation: {
    id: Generated<number>
    warehouse_id: number
    item_id: number
    source_kind: string
    source_id: number
    source_line_id: number
    quantity_micro: number
    open_micro: number
    created_at: string
  }
}

/** This room's tables and the published views that its lists join. */
export type InventoryDatabase = InventoryTables & PublishedViews

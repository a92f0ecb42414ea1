import type { Generated } from 'kysely'
import type { PublishedViews } from '../../foundation/views'

export type BinKind = 'dock' | 'storage' | 'pick-face' | 'packing' | 'staging' | 'quarantine' | 'returns'

/** How a wave is walked. */
export type Picking = 'order' | 'batch' | 'cluster' | 'zone'
/** Which lots and bins go first. */
export type AllocationPolicy = 'fefo' | 'fifo' | 'fewest-picks'

export type UnitKind = 'pallet' | 'tote' | 'carton'

export interface WarehouseTables extends PublishedViews {
  warehouse_warehouse: {
    id: Generated<number>
    code: string
    name: string
    customer_id: Generated<number | null>
    aisle_gap_millimetres: number
    aisle_length_millimetres: number
    cross_aisles_millimetres: Generated<string>
    gs1_prefix: Generated<string>
    weight_tolerance_permille: Generated<number>
    weight_tolerance_grams: Generated<number>
    recount_permille: Generated<number | null>
    approval_minor: Generated<number | null>
    asks_when_emptied: Generated<number>
    cross_docks: Generated<number>
    putaway_rules: Generated<string>
    heavy_grams: Generated<number | null>
    heavy_level: Generated<number>
    classified_on: Generated<string | null>
    near_millimetres: Generated<number>
    middle_millimetres: Generated<number>
  }
  warehouse_item_climate: { item_id: number; temperature: string }
  warehouse_pick_face: {
    warehouse_id: number
    item_id: number
    bin_id: number
    minimum_micro: number
    maximum_micro: number
  }
  warehouse_velocity: { warehouse_id: number; item_id: number; class: 'A' | 'B' | 'C'; picks: number }
  warehouse_clerk_zone: { warehouse_id: number; user_id: number; zone_id: number }
  warehouse_mistake: {
    id: Generated<number>
    code: string
    scanned: string
    user_id: number
    station: string
    noted_at: string
  }
  warehouse_unit: {
    id: Generated<number>
    code: string
    kind: UnitKind
    warehouse_id: number
    bin_id: number
    parent_id: number | null
    state: 'here' | 'broken'
    made_by: number
    made_at: string
  }
  warehouse_unit_line: { unit_id: number; item_id: number; lot_id: number; status: string; quantity_micro: number }
  warehouse_unit_step: {
    scan_id: number
    unit_id: number
    bin_id: number
    parent_id: number | null
    goods: string
    inside: string
    putaways: string
  }
  warehouse_zone: {
    id: Generated<number>
    warehouse_id: number
    code: string
    name: string
    categories: string
    temperature: Generated<string>
  }
  warehouse_bin: {
    id: Generated<number>
    warehouse_id: number
    zone_id: number
    code: string
    kind: BinKind
    aisle: number
    bay: number
    level: number
    x_millimetres: number
    y_millimetres: number
    distance_millimetres: number
    capacity_millilitres: number
    capacity_grams: number
    mixes_items: number
    mixes_lots: number
    blocked: Generated<number>
    fill: Generated<'empty' | 'partly' | 'full'>
  }
  warehouse_recount: { bin_id: number; item_id: number; lot_id: number; noted_by: number; noted_at: string }
  warehouse_task: {
    id: Generated<number>
    kind: 'putaway' | 'pick' | 'move'
    state: 'open' | 'done' | 'short' | 'cancelled'
    warehouse_id: number
    item_id: number
    lot_id: number
    quantity_micro: number
    done_micro: Generated<number>
    from_bin_id: number
    to_bin_id: number
    reason_code: string
    reason_params: string
    source_kind: string
    source_id: number
    source_line_id: number
    demand_id: number | null
    batch_id: number | null
    sequence: number
    slot: number | null
    assigned_to: number | null
    created_at: string
    finished_at: string | null
    sorted_micro: Generated<number>
    status: Generated<'available' | 'quarantine' | 'damaged'>
  }
  warehouse_demand: {
    id: Generated<number>
    warehouse_id: number
    source_kind: string
    source_id: number
    source_line_id: number
    source_number: string
    partner_id: number
    item_id: number
    quantity_micro: number
    released_micro: Generated<number>
    picked_micro: Generated<number>
    packed_micro: Generated<number>
    shipped_micro: Generated<number>
    withdrawn_micro: Generated<number>
    due_on: string
    minimum_remaining_life_days: number
    wave_id: number | null
    priority: Generated<number>
    channel: Generated<string>
    carrier: Generated<string>
  }
  warehouse_wave: {
    id: Generated<number>
    number: string
    warehouse_id: number
    state: 'released' | 'picked' | 'closed'
    released_on: string
    released_by: number
    released_at: string
    picking: Generated<Picking>
    unreleased_at: Generated<string | null>
    unreleased_by: Generated<number | null>
  }
  warehouse_wave_rule: {
    id: Generated<number>
    warehouse_id: number
    name: string
    carrier: string
    channel: string
    minimum_priority: number
    zone_id: number | null
    single_line: number
    due_within_days: number | null
    cut_off: string
    picking: Picking
    allocation: AllocationPolicy
    batch_capacity: number
  }
  warehouse_pace: { step: string; seconds: number }
  warehouse_batch: {
    id: Generated<number>
    wave_id: number
    number: string
    state: 'open' | 'picked'
    walk_millimetres: number
    assigned_to: number | null
    zone_id: Generated<number | null>
  }
  warehouse_picked: {
    demand_id: number
    bin_id: number
    lot_id: number
    quantity_micro: number
    packed_micro: Generated<number>
    shipped_micro: Generated<number>
  }
  warehouse_scan: {
    id: Generated<number>
    step: string
    subject_kind: string
    subject_id: number
    scanned: string
    quantity_micro: number
    user_id: number
    station: string
    scanned_at: string
  }
  warehouse_count: {
    id: Generated<number>
    number: string | null
    warehouse_id: number
    state: 'counting' | 'counted' | 'approved' | 'cancelled'
    counted_on: string
    note: string
    created_by: number
    created_at: string
    approved_by: number | null
  }
  warehouse_count_bin: {
    count_id: number
    bin_id: number
    finished: Generated<number>
    counted_by: Generated<number | null>
    recount: Generated<number>
    began_at_movement: Generated<number | null>
  }
  warehouse_frozen_bin: { bin_id: number; count_id: number }
  warehouse_empty_look: { task_id: number; bin_id: number; is_empty: number; looked_by: number; looked_at: string }
  warehouse_held_lot: { lot_id: number; item_id: number; reason: string; held_by: number; held_at: string }
  warehouse_count_line: {
    id: Generated<number>
    count_id: number
    bin_id: number
    item_id: number
    lot_id: number
    expected_micro: number
    counted_micro: number
    counted_pieces: number | null
    value_minor: Generated<number>
  }
  warehouse_adjustment: {
    id: Generated<number>
    number: string
    warehouse_id: number
    state: 'posted' | 'reversed'
    adjusted_on: string
    reason: string
    created_by: number
    created_at: string
  }
  warehouse_adjustment_line: {
    id: Generated<number>
    adjustment_id: number
    bin_id: number
    item_id: number
    lot_id: number
    status: string
    quantity_micro: number
    value_minor: number
  }
  warehouse_carton_kind: {
    id: Generated<number>
    code: string
    name: string
    volume_millilitres: number
    maximum_grams: number
    tare_grams: number
    active: Generated<number>
  }
  warehouse_carton: {
    id: Generated<number>
    warehouse_id: number
    source_kind: string
    source_id: number
    number: number
    kind_id: number
    state: 'open' | 'closed' | 'shipped'
    code: string
    expected_grams: number | null
    weighed_grams: number | null
    weight_reason: Generated<string>
    lane_bin_id: number | null
    packed_by: number
    closed_at: string | null
    shipped_round: Generated<number | null>
  }
  warehouse_carton_line: { carton_id: number; demand_id: number; lot_id: number; quantity_micro: number }
  warehouse_tote: { batch_id: number; slot: number; code: string }
  warehouse_load: {
    id: Generated<number>
    warehouse_id: number
    carrier: string
    state: 'open' | 'loaded' | 'cancelled'
    planned_on: string
    created_by: number
    created_at: string
  }
  warehouse_load_stop: { load_id: number; sequence: number; source_kind: string; source_id: number }
  warehouse_load_carton: { carton_id: number; load_id: number; loaded_by: number; loaded_at: string }
}

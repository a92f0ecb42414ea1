/**
 * What rooms publish for others to join in their lists: Kysely types of the views that the migration `published-views`
 * makes. Types only; each view belongs to the room it is named after. Owns no table.
 */
export interface PublishedViews {
  v_parties_partner: {
    id: number
    code: string
    name: string
    is_customer: number
    is_supplier: number
    active: number
    currency: string | null
  }
  v_items_item: {
    id: number
    code: string
    name: string
    other_name: string
    kind: string
    category: string
    base_unit: string
    lot_tracked: number
    active: number
    weight_grams: number
    volume_millilitres: number
    serial_tracked: number
    brand: string
    is_kit: number
  }
  v_items_pack: { id: number; item_id: number; unit: string; base_quantity: number }
  v_warehouse_bin: { id: number; warehouse_id: number; code: string; kind: string }
  v_accounting_open_item: {
    id: number
    role: string
    partner_id: number
    source_kind: string
    source_id: number
    document_number: string
    posted_on: string
    due_on: string
    amount_minor: number
    open_minor: number
    currency: string | null
    foreign_minor: number | null
    foreign_open_minor: number | null
  }
  v_inventory_lot: { id: number; item_id: number; code: string; expires_on: string | null }
  v_inventory_pieces: { item_id: number; bin_id: number; lot_id: number; status: string; pieces: number }
  v_inventory_piece_entry: {
    id: number
    movement_id: number | null
    item_id: number
    lot_id: number
    bin_id: number
    status: string
    pieces: number
    source_kind: string
    source_id: number
    source_line_id: number | null
  }
  v_inventory_balance: {
    item_id: number
    bin_id: number
    lot_id: number
    status: string
    warehouse_id: number
    quantity_micro: number
    allocated_micro: number
  }
  v_inventory_reservation: {
    id: number
    warehouse_id: number
    item_id: number
    source_kind: string
    source_id: number
    source_line_id: number
    open_micro: number
  }
  v_access_user: { id: number; name: string }
  v_purchasing_order: { id: number; warehouse_id: number; state: string }
  v_treasury_application: { payment_id: number; open_item_id: number; amount_minor: number }
  v_warehouse_demand: {
    id: number
    source_kind: string
    source_id: number
    source_line_id: number
    wave_id: number | null
    quantity_micro: number
    released_micro: number
    picked_micro: number
    packed_micro: number
    shipped_micro: number
    withdrawn_micro: number
    warehouse_id: number
    due_on: string
  }
  v_sales_order: {
    id: number
    number: string | null
    state: string
    customer_id: number
    warehouse_id: number
    promised_on: string
    net_minor: number
  }
  v_sales_order_line: {
    id: number
    order_id: number
    item_id: number
    quantity_micro: number
    price_micro: number
    tax_code: string
    shipped_micro: number
    invoiced_micro: number
    cancelled_micro: number
    kit_line_id: number | null
  }
  v_sales_invoice: {
    id: number
    number: string
    kind: string
    state: string
    order_id: number | null
    return_id: number | null
    customer_id: number
    invoiced_on: string
    net_minor: number
    tax_minor: number
    gross_minor: number
  }
  v_shipping_shipment: { id: number; number: string; state: string; order_id: number; shipped_on: string }
  v_shipping_shipment_line: {
    id: number
    shipment_id: number
    order_line_id: number
    item_id: number
    bin_id: number | null
    quantity_micro: number
    cost_minor: number
    state: string
    shipped_on: string
  }
  v_shipping_return: { id: number; number: string; state: string; shipment_id: number | null; returned_on: string }
  v_document_link: { kind: string; id: number; number: string | null; state: string }
}

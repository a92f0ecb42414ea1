/** Kysely types of the views that rooms publish (migration `published-views`). */
export interface PublishedViews {
  v_parties_partner: {
    id: number
    code: string
    name: string
    is_customer: number
    is_supplier: number
    active: number
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
  }
  v_inventory_lot: { id: number; item_id: number; code: string; expires_on: string | null }
  v_document_link: { kind: string; id: number; number: string | null; state: string }
}

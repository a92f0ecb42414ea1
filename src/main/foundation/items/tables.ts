import type { Generated } from 'kysely'

export interface ItemsTables {
  items_item: {
    id: Generated<number>
    code: string
    name: string
    other_name: string
    kind: 'stock' | 'service'
    category: string
    base_unit: string
    lot_tracked: number
    shelf_life_days: number | null
    tax_code: string
    sales_price_micro: number
    purchase_price_micro: number
    supplier_id: number | null
    weight_grams: number
    volume_millilitres: number
    active: Generated<number>
    serial_tracked: number
    brand: string
    is_kit: number
    created_at: string
    merged_into: Generated<number | null>
  }
  items_pack: {
    id: Generated<number>
    item_id: number
    unit: string
    base_quantity: number
  }
  items_scan_mask: { position: number; mask: string; note: string }
  items_barcode: {
    barcode: string
    item_id: number
    pack_id: number
  }
  items_kit_part: { kit_id: number; item_id: number; quantity_micro: number }
  items_family: { id: Generated<number>; code: string; name: string; axes_json: string; created_at: string }
  items_variant: { item_id: number; family_id: number; value_codes: string }
  items_image: {
    id: Generated<number>
    item_id: number
    mime: string
    picture: Uint8Array
    thumbnail: Uint8Array
    added_at: string
  }
  items_substitute: { item_id: number; rank: number; substitute_id: number }
  items_partner_code: { partner_id: number; item_id: number; code: string; name: string }
}

import type { Generated } from 'kysely'
import type { PublishedViews } from '../../foundation/views'

export type InspectionState = 'open' | 'decided' | 'cancelled'
export type RejectsTo = 'return' | 'scrap'

export interface QualityTables extends PublishedViews {
  quality_plan: {
    id: Generated<number>
    name: string
    item_id: number | null
    category: string
    supplier_id: number | null
    sample_permille: number
    sample_minimum_micro: number
    points: string
    asks_photo: number
    active: Generated<number>
  }
  quality_inspection: {
    id: Generated<number>
    number: string
    state: InspectionState
    plan_id: number
    warehouse_id: number
    source_kind: string
    source_id: number
    source_line_id: number
    supplier_id: number
    item_id: number
    lot_id: number
    bin_id: number
    quantity_micro: number
    sample_micro: number
    points: string
    asks_photo: number
    accepted_micro: Generated<number>
    rejected_micro: Generated<number>
    rejects_to: Generated<'' | RejectsTo>
    followed_by: Generated<string>
    note: Generated<string>
    made_at: string
    decided_by: Generated<number | null>
    decided_at: Generated<string | null>
  }
  quality_result: { inspection_id: number; position: number; passed: number; note: string }
  quality_photo: {
    id: Generated<number>
    inspection_id: number
    media_type: string
    content: Uint8Array
    added_by: number
    added_at: string
  }
}

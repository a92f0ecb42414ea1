import type { Generated } from 'kysely'
import type { PaperForm } from '../../../shared/labels/papers'
import type { LabelUse } from '../../../shared/labels/template'

export type JobState = 'queued' | 'sent' | 'confirmed' | 'unknown' | 'expired' | 'cancelled'

/** What a job's `template` holds: a label, the lines of a receipt, which document is printed. */
export type JobWhat = 'label' | 'receipt' | 'paper'

export interface LabelsTables {
  labels_rule: {
    id: Generated<number>
    station: string
    use: string
    device_id: number
    is_automatic: number
    form: Generated<PaperForm>
    shift_x_tenths: Generated<number>
    shift_y_tenths: Generated<number>
  }
  labels_template: {
    id: Generated<number>
    name: string
    use: LabelUse
    template: string
    is_used: number
    version: Generated<number>
    changed_by: number
    changed_at: string
  }
  labels_job: {
    id: Generated<number>
    station: string
    device_id: number
    use: string
    title: string
    template: string
    field_values: string
    copies: number
    state: JobState
    trouble: string | null
    source_kind: string
    source_id: number
    reprint_of: number | null
    reason: Generated<string>
    asked_by: number
    asked_at: string
    expires_at: string
    sent_at: string | null
    settled_at: string | null
    what: Generated<JobWhat>
  }
}

/** This room's tables and the published views that it reads. */
export interface LabelsSources extends LabelsTables {
  v_purchasing_received_line: {
    id: number
    receipt_id: number
    number: string
    item_id: number
    lot_id: number
    quantity_micro: number
  }
  v_inventory_lot: { id: number; item_id: number; code: string; expires_on: string | null }
  v_warehouse_bin: { id: number; warehouse_id: number; code: string; kind: string }
  v_warehouse_warehouse: { id: number; code: string; name: string }
  v_access_user: { id: number; name: string }
}

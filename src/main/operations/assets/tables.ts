import type { Generated } from 'kysely'
import type { PublishedViews } from '../../foundation/views'
import type { Method } from './depreciation'

export interface AssetsTables {
  assets_category: {
    id: Generated<number>
    name: string
    method: Method
    life_months: number
    residual_micro: number
    expense_account_id: number | null
  }
  assets_asset: {
    id: Generated<number>
    number: string
    name: string
    state: 'in-use' | 'disposed' | 'reversed'
    category_id: number
    acquired_on: string
    in_service_on: string
    method: Method
    life_months: number
    cost_minor: number
    residual_minor: number
    units_total: number | null
    opening_minor: Generated<number>
    opening_months: Generated<number>
    location: Generated<string>
    custodian: Generated<string>
    serial_number: Generated<string>
    supplier_id: number | null
    note: Generated<string>
    created_by: number
    created_at: string
  }
  assets_change: {
    id: Generated<number>
    asset_id: number
    kind: 'acquisition' | 'depreciation' | 'impairment' | 'disposal'
    posted_on: string
    month: string | null
    cost_minor: number
    accumulated_minor: number
    source_kind: string
    source_id: number
    reverses_id: number | null
  }
  assets_run: {
    id: Generated<number>
    number: string
    state: Generated<'posted' | 'reversed'>
    month: string
    posted_on: string
    amount_minor: number
    created_by: number
    created_at: string
  }
  assets_disposal: {
    id: Generated<number>
    number: string
    state: Generated<'posted' | 'reversed'>
    asset_id: number
    disposed_on: string
    proceeds_minor: number
    tax_minor: number
    result_minor: number
    created_by: number
    created_at: string
  }
  assets_impairment: {
    id: Generated<number>
    number: string
    asset_id: number
    impaired_on: string
    amount_minor: number
    reason: string
    created_by: number
    created_at: string
  }
  assets_usage: { asset_id: number; month: string; units: number }
}

export type AssetsDatabase = AssetsTables &
  PublishedViews & { v_accounting_account: { id: number; code: string; name_zh: string; name_en: string } }

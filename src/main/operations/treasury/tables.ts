import type { Generated } from 'kysely'
import type { PublishedViews } from '../../foundation/views'

export interface TreasuryTables {
  treasury_payment: {
    id: Generated<number>
    number: string
    direction: 'in' | 'out'
    state: 'posted' | 'reversed'
    partner_id: number
    paid_on: string
    method: 'bank' | 'cash'
    amount_minor: number
    unapplied_minor: number
    reference: Generated<string>
    note: Generated<string>
    created_by: number
    created_at: string
  }
  treasury_application: {
    id: Generated<number>
    payment_id: number
    open_item_id: number
    amount_minor: number
  }
}

/** This room's tables and the published views that its lists join. */
export type TreasuryDatabase = TreasuryTables & PublishedViews

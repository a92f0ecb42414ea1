import type { Generated } from 'kysely'

export interface PartiesTables {
  parties_partner: {
    id: Generated<number>
    code: string
    name: string
    is_customer: number
    is_supplier: number
    payment_terms_days: number
    cash_discount_micro: Generated<number>
    cash_discount_days: Generated<number>
    credit_limit_minor: number | null
    minimum_remaining_life_days: number
    tax_number: string
    phone: string
    email: string
    address: string
    currency: string | null
    active: Generated<number>
    created_at: string
    merged_into: Generated<number | null>
  }
}

import { refuse } from '../../../shared/errors'
import type { Reader } from '../../kernel/db'
import { partnerStore, type PartnerRow } from './partner-store'

export interface Partner {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly isCustomer: boolean
  readonly isSupplier: boolean
  readonly paymentTermsDays: number
  readonly cashDiscountMicro: number
  readonly cashDiscountDays: number
  readonly creditLimitMinor: number | null
  readonly minimumRemainingLifeDays: number
  readonly taxNumber: string
  readonly phone: string
  readonly email: string
  readonly address: string
  /** What documents with this partner are in; null: the currency of the books. */
  readonly currency: string | null
  readonly active: boolean
}

export function toPartner(row: PartnerRow): Partner {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    isCustomer: row.is_customer === 1,
    isSupplier: row.is_supplier === 1,
    paymentTermsDays: row.payment_terms_days,
    cashDiscountMicro: row.cash_discount_micro,
    cashDiscountDays: row.cash_discount_days,
    creditLimitMinor: row.credit_limit_minor,
    minimumRemainingLifeDays: row.minimum_remaining_life_days,
    taxNumber: row.tax_number,
    phone: row.phone,
    email: row.email,
    address: row.address,
    currency: row.currency,
    active: row.active === 1,
  }
}

export function requirePartner(reader: Reader, id: number): Partner {
  const row = partnerStore.byId(reader, id)
  return row === undefined ? refuse('parties.partnerUnknown') : toPartner(row)
}

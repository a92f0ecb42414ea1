import type { z } from 'zod'
import type { contract } from '../../../shared/contracts'
import { refuse } from '../../../shared/errors'
import type { Tx } from '../../kernel/db'
import { requireCurrency } from '../currencies'
import { index } from '../search'
import { partnerStore, type PartnerFields } from './partner-store'

type WithKey = z.output<NonNullable<(typeof contract.parties.addPartner)['~orpc']['inputSchema']>>
/** A partner as it is entered. */
export type PartnerInput = Omit<WithKey, 'idempotencyKey'>

export function toFields(input: PartnerInput): PartnerFields {
  return {
    code: input.code,
    name: input.name,
    is_customer: input.isCustomer ? 1 : 0,
    is_supplier: input.isSupplier ? 1 : 0,
    payment_terms_days: input.paymentTermsDays,
    cash_discount_micro: input.cashDiscountMicro,
    cash_discount_days: input.cashDiscountDays,
    credit_limit_minor: input.creditLimitMinor,
    minimum_remaining_life_days: input.minimumRemainingLifeDays,
    tax_number: input.taxNumber,
    phone: input.phone,
    email: input.email,
    address: input.address,
    currency: input.currency,
  }
}

export function requireSound(tx: Tx, input: PartnerInput, ownId?: number): void {
  if (!input.isCustomer && !input.isSupplier) refuse('parties.neitherSide', {}, 'isCustomer')
  if (input.currency !== null) requireCurrency(tx, input.currency)
  const same = partnerStore.byCode(tx, input.code)
  if (same !== undefined && same.id !== ownId)
    refuse('parties.codeTaken', { code: input.code, name: same.name }, 'code')
}

type Findable = Pick<PartnerInput, 'code' | 'name' | 'phone' | 'taxNumber'>

export function makeFindable(tx: Tx, id: number, input: Findable): void {
  index(tx, {
    kind: 'parties.partner',
    id,
    title: input.name,
    subtitle: input.code,
    words: [input.phone, input.taxNumber],
  })
}

/** Adds a partner. Refuses `parties.codeTaken` and `parties.neitherSide`. Returns its id. */
export function addPartner(tx: Tx, input: PartnerInput): number {
  requireSound(tx, input)
  const id = partnerStore.insert(tx, toFields(input))
  makeFindable(tx, id, input)
  tx.announce({ kind: 'parties.partnerAdded', id })
  return id
}

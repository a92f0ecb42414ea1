import type { z } from 'zod'
import type { contract } from '../../../shared/contracts'
import { refuse } from '../../../shared/errors'
import type { Tx } from '../../kernel/db'
import type { Handlers } from '../../kernel/dispatch'
import { index } from '../search'
import { toPartner } from './partner'
import { partnerStore, type PartnerFields } from './partner-store'

type Input = z.output<NonNullable<(typeof contract.parties.addPartner)['~orpc']['inputSchema']>>

function toFields(input: Omit<Input, 'idempotencyKey'>): PartnerFields {
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
  }
}

function requireSound(tx: Tx, input: Omit<Input, 'idempotencyKey'>, ownId?: number): void {
  if (!input.isCustomer && !input.isSupplier) refuse('parties.neitherSide', {}, 'isCustomer')
  const same = partnerStore.byCode(tx, input.code)
  if (same !== undefined && same.id !== ownId)
    refuse('parties.codeTaken', { code: input.code, name: same.name }, 'code')
}

function makeFindable(tx: Tx, id: number, input: Omit<Input, 'idempotencyKey'>): void {
  index(tx, {
    kind: 'parties.partner',
    id,
    title: input.name,
    subtitle: input.code,
    words: [input.phone, input.taxNumber],
  })
}

export const handlers: Handlers<typeof contract.parties> = {
  listPartners: (reader, _actor, input) => ({
    rows: partnerStore.page(reader, input).map(toPartner),
    total: partnerStore.count(reader, input),
    sums: {},
  }),
  getPartner: (reader, _actor, input) => {
    const row = partnerStore.byId(reader, input.id)
    return row === undefined ? refuse('parties.partnerUnknown') : toPartner(row)
  },
  addPartner: (tx, _actor, input) => {
    requireSound(tx, input)
    const id = partnerStore.insert(tx, toFields(input))
    makeFindable(tx, id, input)
    tx.announce({ kind: 'parties.partnerAdded', id })
    return { id }
  },
  changePartner: (tx, _actor, input) => {
    if (partnerStore.byId(tx, input.id) === undefined) refuse('parties.partnerUnknown')
    requireSound(tx, input, input.id)
    partnerStore.update(tx, input.id, toFields(input))
    makeFindable(tx, input.id, input)
    tx.announce({ kind: 'parties.partnerChanged', id: input.id })
    return { done: true }
  },
  archivePartner: (tx, _actor, input) => {
    if (partnerStore.archive(tx, input.id).changes === 0) refuse('parties.partnerUnknown')
    tx.announce({ kind: 'parties.partnerArchived', id: input.id })
    return { done: true }
  },
}

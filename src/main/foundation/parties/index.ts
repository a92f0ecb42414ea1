/**
 * Partners: customers, suppliers, or both, with terms, credit limit and what they ask of shelf life.
 * Invariant: codes are unique; a partner in use is archived, never deleted. Table: parties_partner.
 */
import { refuse } from '../../../shared/errors'
import type { Reader } from '../../kernel/db'
import { requirePartner, toPartner, type Partner } from './partner'
import { partnerStore } from './partner-store'

export { handlers } from './handlers'
export { requirePartner, type Partner } from './partner'
export { addPartner } from './save-partner'

/** A partner by its code, whatever its case; also an archived one. */
export function partnerByCode(reader: Reader, code: string): Partner | undefined {
  const row = partnerStore.byCode(reader, code)
  return row === undefined ? undefined : toPartner(row)
}

export function requireCustomer(reader: Reader, id: number): Partner {
  const partner = requirePartner(reader, id)
  if (!partner.active) refuse('parties.partnerArchived', { partner: partner.name }, 'customerId')
  if (!partner.isCustomer) refuse('parties.notACustomer', { partner: partner.name }, 'customerId')
  return partner
}

export function requireSupplier(reader: Reader, id: number): Partner {
  const partner = requirePartner(reader, id)
  if (!partner.active) refuse('parties.partnerArchived', { partner: partner.name }, 'supplierId')
  if (!partner.isSupplier) refuse('parties.notASupplier', { partner: partner.name }, 'supplierId')
  return partner
}

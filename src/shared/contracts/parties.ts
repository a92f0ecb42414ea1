import { z } from 'zod'
import { amountMinor, code, done, id, listInput, listOf, name } from './fields'
import { currencyCode } from './currencies'
import { command, query } from './procedure'

const fields = {
  code,
  name,
  isCustomer: z.boolean(),
  isSupplier: z.boolean(),
  paymentTermsDays: z.int().min(0).max(365),
  /** 2/10: a share off (in micro) for whoever pays within days of the invoice */
  cashDiscountMicro: z.int().min(0).max(1_000_000).default(0),
  cashDiscountDays: z.int().min(0).max(365).default(0),
  /** null = no limit */
  creditLimitMinor: amountMinor.nonnegative().nullable(),
  minimumRemainingLifeDays: z.int().min(0).max(3650),
  taxNumber: z.string().trim().max(40),
  phone: z.string().trim().max(40),
  email: z.string().trim().max(120),
  address: z.string().trim().max(300),
  /** what documents with this partner are in; null: the currency of the books */
  currency: currencyCode.nullable().default(null),
}

const partner = z.object({ id, active: z.boolean(), ...fields, currency: z.string().nullable() })

export const parties = {
  listPartners: query(
    'parties.read',
    { ...listInput, side: z.enum(['customer', 'supplier', 'any']).default('any') },
    listOf(partner),
  ),
  getPartner: query('parties.read', { id }, partner),
  addPartner: command('parties.write', fields, z.object({ id })),
  changePartner: command('parties.write', { id, ...fields }, done),
  /** Out of lists and entry; where it was entered twice, with the one that stays. */
  archivePartner: command('parties.write', { id, mergedInto: id.optional() }, done),
  /** Back into lists and entry. */
  restorePartner: command('parties.write', { id }, done),
}

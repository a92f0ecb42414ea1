import { z } from 'zod'
import { amountMinor, chain, date, documentAnswer, documentLink, id, listInput, listOf, partnerRef } from './fields'
import { command, query } from './procedure'

const direction = z.enum(['in', 'out'])
const reference = z.string().trim().max(60).default('')
/** `settled`: paid, and all of it taken by invoices or given back */
const state = z.string()

const row = {
  id,
  number: z.string(),
  state,
  direction,
  partner: partnerRef,
  askedOn: z.string(),
  dueOn: z.string(),
  amountMinor,
  /** paid and not yet taken by an invoice */
  leftMinor: amountMinor,
  /** of an order in another currency */
  currency: z.string().nullable(),
  foreignMinor: amountMinor.nullable(),
}

/** Money before the goods, for an order: deposits of customers, prepayments to suppliers. */
export const deposits = {
  listDeposits: query(
    'treasury.read',
    {
      ...listInput,
      direction: direction.optional(),
      state: z.enum(['asked', 'paid', 'settled', 'cancelled']).optional(),
    },
    listOf(z.object({ ...row, order: documentLink }), { amountMinor, leftMinor: amountMinor }),
  ),
  getDeposit: query(
    'treasury.read',
    { id },
    z.object({
      ...row,
      reference: z.string(),
      /** tax that fell due with the money, and what of it an invoice has taken over */
      taxMinor: amountMinor,
      taxBackMinor: amountMinor,
      foreignLeftMinor: amountMinor.nullable(),
      chain,
    }),
  ),
  /** Asks a customer for a deposit, or notes what a supplier asks, for a confirmed order. */
  askDeposit: command(
    'treasury.write',
    {
      direction,
      orderId: id,
      askedOn: date,
      dueOn: date,
      /** with tax, in the currency of the order */
      amountMinor: amountMinor.positive(),
      reference,
    },
    documentAnswer,
  ),
  /** The money is here, or goes out: an advance that invoices of the order take by themselves. */
  payDeposit: command(
    'treasury.write',
    { id, paidOn: date, method: z.enum(['bank', 'cash']).default('bank'), accountId: id.optional(), reference },
    documentAnswer,
  ),
  cancelDeposit: command('treasury.write', { id }, documentAnswer),
  /** What a customer is asked for, as a paper; base64. */
  depositPdf: query(
    'treasury.read',
    { id, locale: z.enum(['zh-CN', 'en']) },
    z.object({ fileName: z.string(), pdf: z.string() }),
    { heavy: true },
  ),
}

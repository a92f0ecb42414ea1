import { z } from 'zod'
import { amountMinor, chain, date, documentAnswer, id, listInput, listOf, note, partnerRef } from './fields'
import { command, query } from './procedure'

export const treasury = {
  /**
   * Money in or out, applied to open items in the same transaction. What is not applied stays as an advance. An
   * application to a credit note is negative.
   */
  postPayment: command(
    'treasury.write',
    {
      direction: z.enum(['in', 'out']),
      partnerId: id,
      paidOn: date,
      method: z.enum(['bank', 'cash']).default('bank'),
      amountMinor: amountMinor.positive(),
      reference: z.string().trim().max(60).default(''),
      note: note.default(''),
      applications: z
        .array(z.strictObject({ openItemId: id, amountMinor: amountMinor.refine((amount) => amount !== 0) }))
        .max(1000)
        .default([]),
    },
    documentAnswer,
  ),
  /** Applies an advance to open items of the same partner. */
  applyAdvance: command(
    'treasury.write',
    {
      paymentId: id,
      appliedOn: date,
      applications: z
        .array(z.strictObject({ openItemId: id, amountMinor: amountMinor.positive() }))
        .min(1)
        .max(1000),
    },
    documentAnswer,
  ),
  /** Sets credit notes against invoices of one partner: the amounts add up to zero. */
  settleItems: command(
    'treasury.write',
    {
      partnerId: id,
      settledOn: date,
      applications: z
        .array(z.strictObject({ openItemId: id, amountMinor: amountMinor.refine((amount) => amount !== 0) }))
        .min(2)
        .max(1000),
    },
    z.object({ settled: z.int() }),
  ),
  listPayments: query(
    'treasury.read',
    { ...listInput, direction: z.enum(['in', 'out', 'any']).default('any') },
    listOf(
      z.object({
        id,
        number: z.string(),
        direction: z.string(),
        state: z.string(),
        partner: partnerRef,
        paidOn: z.string(),
        method: z.string(),
        amountMinor,
        unappliedMinor: amountMinor,
      }),
      { amountMinor },
    ),
  ),
  getPayment: query(
    'treasury.read',
    { id },
    z.object({
      id,
      number: z.string(),
      direction: z.string(),
      state: z.string(),
      partner: partnerRef,
      paidOn: z.string(),
      method: z.string(),
      amountMinor,
      unappliedMinor: amountMinor,
      reference: z.string(),
      note: z.string(),
      applications: z.array(
        z.object({
          openItemId: id,
          documentNumber: z.string(),
          sourceKind: z.string(),
          sourceId: id,
          amountMinor,
        }),
      ),
      chain,
    }),
  ),
  reversePayment: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
}

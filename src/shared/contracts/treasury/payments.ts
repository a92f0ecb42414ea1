import { z } from 'zod'
import { currencyCode, rateMicro } from '../currencies'
import { amountMinor, chain, date, documentAnswer, id, listInput, listOf, note, partnerRef } from '../fields'
import { command, query } from '../procedure'
import { reference, positiveMinor, shareMinor, accountRef, direction } from './fields'
import { noteRow } from './notes'

const noteKind = z.enum(['bank-acceptance', 'trade-acceptance', 'cheque'])

/**
 * What an application settles of an item, in the item's currency: by money, and the parts that a discount or a write-off
 * covers. Where the money is in another currency `paidMinor` says how much of it; left out, as the day's rates say.
 */
const application = z.strictObject({
  openItemId: id,
  amountMinor: amountMinor.refine((amount) => amount !== 0),
  paidMinor: amountMinor.optional(),
  discountMinor: shareMinor,
  writeOffMinor: shareMinor,
})

/** The money in the currency of its account; all empty where that is kept in the currency of the books. */
const foreignMoney = {
  currency: z.string().nullable(),
  foreignMinor: amountMinor.nullable(),
  foreignUnappliedMinor: amountMinor.nullable(),
}

const proposal = z.object({
  openItemId: id,
  documentNumber: z.string(),
  amountMinor,
  /** of it, what the partner's terms take off */
  discountMinor: amountMinor,
})

export const payments = {
  /**
   * Money in or out, applied to open items in the same transaction. What is not applied stays as an advance. An
   * application to a credit note is negative. By note: a bill or cheque received, issued, or endorsed onward.
   */
  postPayment: command(
    'treasury.write',
    {
      direction,
      partnerId: id,
      paidOn: date,
      method: z.enum(['bank', 'cash', 'note']).default('bank'),
      /** which till or bank account; left out: the first of the method */
      accountId: id.optional(),
      /** method `note`: the bill as it reads, or one that is held and goes on to this supplier */
      bill: z
        .strictObject({
          kind: noteKind,
          billNumber: z.string().trim().min(1).max(40),
          drawnOn: date,
          dueOn: date,
          drawer: z.string().trim().max(120).default(''),
        })
        .optional(),
      endorsedNoteId: id.optional(),
      /** in the currency of the account; of a foreign one worth what `rateMicro`, or the rate of the day, says */
      amountMinor: positiveMinor,
      rateMicro: rateMicro.optional(),
      /** paid too much by less than the limit: kept as income (or cost) instead of an advance */
      differenceMinor: shareMinor,
      reference,
      note: note.default(''),
      applications: z.array(application).max(1000).default([]),
    },
    documentAnswer,
  ),
  /** Open items that an amount would settle: named in the reference, of exactly the amount, or the oldest first. */
  proposeApplications: query(
    'treasury.read',
    {
      direction,
      partnerId: id,
      amountMinor: positiveMinor,
      by: z.enum(['oldest', 'reference']),
      reference,
      /** day of the payment: a discount for paying early counts by it */
      paidOn: date.optional(),
      /** items of this currency; null: of that of the books */
      currency: currencyCode.nullable().default(null),
    },
    z.object({
      rows: z.array(proposal),
      reason: z.enum(['reference', 'amount', 'oldest', 'nothing']),
      leftMinor: amountMinor,
    }),
  ),
  /** Gives what is left of an advance, or a part of it, back to the partner. */
  refundAdvance: command(
    'treasury.write',
    {
      paymentId: id,
      paidOn: date,
      accountId: id.optional(),
      /** in the currency of the advance */
      amountMinor: positiveMinor,
      rateMicro: rateMicro.optional(),
      reference,
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
        .array(
          z.strictObject({ openItemId: id, amountMinor: amountMinor.positive(), paidMinor: amountMinor.optional() }),
        )
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
        account: z.string(),
        amountMinor,
        unappliedMinor: amountMinor,
        ...foreignMoney,
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
      account: accountRef.nullable(),
      amountMinor,
      unappliedMinor: amountMinor,
      ...foreignMoney,
      rateMicro: z.int().nullable(),
      refundedMinor: amountMinor,
      differenceMinor: amountMinor,
      reference: z.string(),
      note: z.string(),
      bill: noteRow.nullable(),
      applications: z.array(
        z.object({
          openItemId: id,
          documentNumber: z.string(),
          sourceKind: z.string(),
          sourceId: id,
          amountMinor,
          discountMinor: amountMinor,
          writeOffMinor: amountMinor,
          /** of a foreign item: what was settled in its currency, and what was gained (or lost, below zero) by it */
          currency: z.string().nullable(),
          foreignMinor: amountMinor.nullable(),
          exchangeMinor: amountMinor,
        }),
      ),
      chain,
    }),
  ),
  reversePayment: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
}

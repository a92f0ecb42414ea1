import { z } from 'zod'
import { rateMicro } from '../currencies'
import { amountMinor, date, documentAnswer, id, listInput, listOf, note } from '../fields'
import { command, query } from '../procedure'
import { reference, positiveMinor, shareMinor, accountRef, direction } from './fields'

export const movements = {
  postTransfer: command(
    'treasury.write',
    {
      fromId: id,
      toId: id,
      transferredOn: date,
      /** in the currency of the account it leaves, as is the fee */
      amountMinor: positiveMinor,
      /** what arrives in another currency; left out, as the day's rates say */
      arrivesMinor: positiveMinor.optional(),
      /** what the bank takes for it, on top */
      feeMinor: shareMinor,
      reference,
      note: note.default(''),
    },
    documentAnswer,
  ),
  reverseTransfer: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
  getTransfer: query(
    'treasury.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      from: accountRef,
      to: accountRef,
      transferredOn: z.string(),
      amountMinor,
      feeMinor: amountMinor,
      /** amounts that moved in foreign currencies, out of an account below zero */
      foreign: z.array(z.object({ currency: z.string(), amountMinor })),
      reference: z.string(),
      note: z.string(),
    }),
  ),
  /** Money in or out that no invoice stands behind, line by line onto accounts of the books. */
  postCashEntry: command(
    'treasury.write',
    {
      direction,
      accountId: id,
      /** of a foreign account, whose lines are in its currency; left out, the rate of the day */
      rateMicro: rateMicro.optional(),
      enteredOn: date,
      counterparty: z.string().trim().max(120).default(''),
      reference,
      note: note.default(''),
      lines: z
        .array(
          z.strictObject({
            accountCode: z.string(),
            amountMinor: amountMinor.refine((amount) => amount !== 0),
            text: z.string().trim().max(200).default(''),
          }),
        )
        .min(1)
        .max(100),
    },
    documentAnswer,
  ),
  reverseCashEntry: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
  getCashEntry: query(
    'treasury.read',
    { id },
    z.object({
      id,
      number: z.string(),
      direction: z.string(),
      state: z.string(),
      account: accountRef,
      enteredOn: z.string(),
      amountMinor,
      counterparty: z.string(),
      reference: z.string(),
      note: z.string(),
      lines: z.array(z.object({ accountCode: z.string(), accountName: z.string(), amountMinor, text: z.string() })),
    }),
  ),
  /** Transfers, other receipts and payments, and nettings in one list, newest first. */
  listMovements: query(
    'treasury.read',
    { ...listInput, kind: z.enum(['any', 'transfer', 'cashEntry', 'netting', 'writeOff']).default('any') },
    listOf(
      z.object({
        id,
        kind: z.string(),
        number: z.string(),
        state: z.string(),
        happenedOn: z.string(),
        text: z.string(),
        amountMinor,
      }),
    ),
  ),
}

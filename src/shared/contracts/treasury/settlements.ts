import { z } from 'zod'
import { amountMinor, date, documentAnswer, id, note, partnerRef } from '../fields'
import { command, query } from '../procedure'

/** An open item that a document settled without money. */
const settledLine = z.object({
  documentNumber: z.string(),
  role: z.string(),
  sourceKind: z.string(),
  sourceId: id,
  amountMinor,
  currency: z.string().nullable(),
  foreignMinor: amountMinor.nullable(),
})

export const settlements = {
  /**
   * Gives up what is left of open items of one partner, without money: small remainders within the limit, or a
   * customer's bad debt, which only the owner decides.
   */
  writeOff: command(
    'treasury.writeOff',
    {
      partnerId: id,
      kind: z.enum(['small', 'bad-debt']),
      writtenOn: date,
      note: note.default(''),
      openItemIds: z.array(id).min(1).max(1000),
    },
    documentAnswer,
  ),
  reverseWriteOff: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
  getWriteOff: query(
    'treasury.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      partner: partnerRef,
      kind: z.enum(['small', 'bad-debt']),
      writtenOn: z.string(),
      /** above zero: it cost us so much */
      amountMinor,
      note: z.string(),
      lines: z.array(settledLine),
    }),
  ),
  /** Sets what a partner owes against what we owe the same partner. No money moves. */
  netPartner: command(
    'treasury.write',
    {
      partnerId: id,
      nettedOn: date,
      note: note.default(''),
      applications: z
        .array(z.strictObject({ openItemId: id, amountMinor: amountMinor.refine((amount) => amount !== 0) }))
        .min(2)
        .max(1000),
    },
    documentAnswer,
  ),
  reverseNetting: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
  getNetting: query(
    'treasury.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      partner: partnerRef,
      nettedOn: z.string(),
      amountMinor,
      note: z.string(),
      lines: z.array(settledLine),
    }),
  ),
}

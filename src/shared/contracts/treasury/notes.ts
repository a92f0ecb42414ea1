import { z } from 'zod'
import { amountMinor, date, documentAnswer, id, listInput, listOf, note, partnerRef } from '../fields'
import { command, query } from '../procedure'
import { shareMinor } from './fields'

export const noteRow = z.object({
  id,
  direction: z.string(),
  kind: z.string(),
  partner: partnerRef,
  billNumber: z.string(),
  drawnOn: z.string(),
  dueOn: z.string(),
  drawer: z.string(),
  amountMinor,
  state: z.string(),
})

export const notes = {
  listNotes: query(
    'treasury.read',
    { ...listInput, direction: z.enum(['in', 'out', 'any']).default('any'), isOpen: z.boolean().default(false) },
    listOf(noteRow, { amountMinor }),
  ),
  getNote: query(
    'treasury.read',
    { id },
    noteRow.extend({
      payments: z.array(z.object({ id, number: z.string(), direction: z.string(), state: z.string() })),
      events: z.array(
        z.object({
          id,
          number: z.string(),
          kind: z.string(),
          state: z.string(),
          happenedOn: z.string(),
          account: z.string().nullable(),
          chargeMinor: amountMinor,
        }),
      ),
    }),
  ),
  /** A note at its bank: discounted before it is due, collected, paid when due, or dishonoured. */
  recordNoteEvent: command(
    'treasury.write',
    {
      noteId: id,
      kind: z.enum(['discounted', 'collected', 'paid', 'dishonoured']),
      happenedOn: date,
      accountId: id.optional(),
      /** interest and fees that the bank keeps */
      chargeMinor: shareMinor,
    },
    documentAnswer,
  ),
  reverseNoteEvent: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
}

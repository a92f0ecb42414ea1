import { z } from 'zod'
import { done, id, listInput, listOf } from './fields'
import { command, query } from './procedure'

export const approvals = {
  /** A command that was refused for want of a right or limit, laid before those who have it. */
  ask: command(
    'signedIn',
    {
      procedure: z.string().max(80),
      input: z.record(z.string().max(80), z.unknown()),
      reason: z.string().trim().max(400),
    },
    z.object({ id }),
  ),
  /** Granted, it is done at once, in the name of whoever asked. A refusal says why. */
  decide: command('signedIn', { id, isGranted: z.boolean(), reason: z.string().trim().max(400).default('') }, done),
  withdraw: command('signedIn', { id }, done),
  /** The answers to one's own requests have been read. */
  seen: command('signedIn', {}, done),
  count: query('signedIn', {}, z.object({ toDecide: z.int(), answered: z.int() })),
  list: query(
    'signedIn',
    { ...listInput, show: z.enum(['inbox', 'asked', 'decided']) },
    listOf(
      z.object({
        id,
        procedure: z.string(),
        /** JSON */
        input: z.string(),
        refusalCode: z.string(),
        refusalParams: z.record(z.string(), z.union([z.string(), z.number()])),
        reason: z.string(),
        askedBy: z.string(),
        askedAt: z.string(),
        station: z.string(),
        state: z.enum(['open', 'granted', 'refused', 'withdrawn']),
        decidedBy: z.string().nullable(),
        decidedAt: z.string().nullable(),
        decision: z.string(),
      }),
    ),
  ),
}

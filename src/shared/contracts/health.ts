import { z } from 'zod'
import { done } from './fields'
import { command, query } from './procedure'

const found = {
  /** names of proofs that do not hold; `file` where the file itself is damaged */
  problems: z.array(z.string().max(200)).max(500),
  seconds: z.int().min(0),
}

export const health = {
  /** The last time that every page of the file was read and every proof was made. */
  state: query(
    'signedIn',
    {},
    z.object({ checkedAt: z.string().nullable(), isSound: z.boolean(), ...found, isAsked: z.boolean() }),
  ),
  /** Makes the next full check begin now, in the background. */
  checkNow: command('backup.manage', {}, done),
  /** What a full check has found; the schedule writes it. */
  recordCheck: command('backup.manage', found, done),
  /** Reads the whole file and makes every proof; takes as long as it takes. */
  examine: query('backup.manage', {}, z.object(found), { heavy: true }),
  /** How the file stands, for whoever helps: names, amounts and texts are masked before they leave the engine. */
  supportFacts: query('backup.manage', {}, z.object({ text: z.string(), hidden: z.array(z.string()) }), {
    heavy: true,
    leaves: true,
  }),
}

import { z } from 'zod'
import { done, id, name } from './fields'
import { command, query } from './procedure'

export const pack = z.enum(['cn-sbe', 'generic'])
export const locale = z.enum(['zh-CN', 'en'])

export const profile = z.object({
  name: z.string(),
  pack,
  currency: z.string(),
  locale,
  isDemo: z.boolean(),
  today: z.string(),
})

export const company = {
  /** State of the file: `isReady` is false until `establish` has run. And whether somebody is signed in here. */
  status: query(
    'public',
    {},
    z.object({
      isReady: z.boolean(),
      name: z.string(),
      isDemo: z.boolean(),
      isSignedIn: z.boolean(),
      lockedBy: z.string().nullable(),
    }),
  ),
  /** First run: company, chart of accounts of the pack, first period year, first user (the owner). */
  establish: command(
    'public',
    {
      name,
      pack,
      currency: z.string().regex(/^[A-Z]{3}$/),
      locale,
      login: z.string().trim().min(1).max(40),
      userName: name,
      password: z.string().min(8).max(200),
      /** First day of the books; a whole year of periods is opened from its month on. */
      startsOn: z.string(),
    },
    z.object({ userId: id }),
  ),
  profile: query('signedIn', {}, profile),
  rename: command('company.manage', { name }, done),
  /** Facts after `after`, oldest first; the live screens ask for what they missed. */
  changes: query('signedIn', { after: z.int().min(0) }, z.object({ last: z.int(), kinds: z.array(z.string()) })),
}

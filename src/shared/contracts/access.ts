import { z } from 'zod'
import { done, id, name } from './fields'
import { command, query, RIGHTS } from './procedure'

export const role = z.enum(['owner', 'bookkeeper', 'clerk'])

const session = z.object({
  /** Opaque; kept by the adapter (port state or HttpOnly cookie), never by page code. */
  token: z.string(),
  userId: id,
  name: z.string(),
  role,
  rights: z.array(z.enum(RIGHTS)),
  station: z.string(),
})

const login = z.string().trim().min(1).max(40)
const station = z.string().trim().min(1).max(60)
const pin = z.string().regex(/^\d{4,8}$/)

export const access = {
  signIn: command('public', { login, password: z.string().min(1).max(200), station }, session),
  /** For clerks: the badge names the person, the PIN proves it. */
  signInByBadge: command('public', { badge: z.string().min(4).max(80), pin, station }, session),
  signOut: command('signedIn', {}, done),
  /** Who is signed in on this connection. */
  me: query('signedIn', {}, session.omit({ token: true })),
  listUsers: query(
    'access.manage',
    {},
    z.object({
      rows: z.array(
        z.object({ id, login: z.string(), name: z.string(), role, active: z.boolean(), hasBadge: z.boolean() }),
      ),
    }),
  ),
  addUser: command(
    'access.manage',
    {
      login,
      name,
      role,
      password: z.string().min(8).max(200).optional(),
      badge: z.string().trim().min(4).max(80).optional(),
      pin: pin.optional(),
    },
    z.object({ id }),
  ),
  changePassword: command('signedIn', { password: z.string().max(200), newPassword: z.string().min(8).max(200) }, done),
  /**
   * The shell asks before it does something on this PC for the person at a window (backups, updates): the right is
   * checked and the trail keeps it.
   */
  authorise: command('backup.manage', { what: z.string().max(60), detail: z.string().max(400) }, done),
  deactivateUser: command('access.manage', { userId: id }, done),
}

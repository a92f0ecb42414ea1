import { z } from 'zod'
import { done, id, name } from './fields'
import { command, query, RIGHTS } from './procedure'

const right = z.enum(RIGHTS)
export const preset = z.enum(['owner', 'bookkeeper', 'clerk', 'salesperson', 'accountant'])
/** A preset, or a code that the program gave to a role of the company's own. */
const roleCode = z.string().min(1).max(40)
const limits = z.strictObject({
  discountMicro: z.int().min(0).max(1_000_000).nullable(),
  purchaseMinor: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
})

const session = z.object({
  /** Opaque; kept by the adapter (port state or HttpOnly cookie), never by page code. */
  token: z.string(),
  userId: id,
  name: z.string(),
  role: roleCode,
  /** of a role that the company made; '' for a preset, which every language names by itself */
  roleName: z.string(),
  rights: z.array(right),
  station: z.string(),
})

const login = z.string().trim().min(1).max(40)
const station = z.string().trim().min(1).max(60)
const password = z.string().min(8).max(200)
const lockMinutes = z.int().min(0).max(720)
const pin = z.string().regex(/^\d{4,8}$/)

export const access = {
  signIn: command('public', { login, password: z.string().min(1).max(200), station }, session),
  /** For clerks: the badge names the person, the PIN proves it. */
  signInByBadge: command('public', { badge: z.string().min(4).max(80), pin, station }, session),
  signOut: command('signedIn', {}, done),
  /** Who is signed in on this connection. */
  me: query(
    'signedIn',
    {},
    session.omit({ token: true }).extend({
      /** without a sign of life the place locks; null: never */
      lockMinutes: z.int().nullable(),
    }),
  ),
  listUsers: query(
    'access.manage',
    {},
    z.object({
      rows: z.array(
        z.object({
          id,
          login: z.string(),
          name: z.string(),
          role: roleCode,
          roleName: z.string(),
          active: z.boolean(),
          lockMinutes: z.int().nullable(),
          hasBadge: z.boolean(),
          hasPin: z.boolean(),
          hasPassword: z.boolean(),
        }),
      ),
    }),
  ),
  addUser: command(
    'access.manage',
    {
      login,
      name,
      role: roleCode,
      password: z.string().min(8).max(200).optional(),
      badge: z.string().trim().min(4).max(80).optional(),
      pin: pin.optional(),
    },
    z.object({ id }),
  ),
  /** Name, role and badge (null: none; left out: as it is). */
  changeUser: command(
    'access.manage',
    {
      userId: id,
      name,
      role: roleCode,
      badge: z.string().trim().min(4).max(80).nullish(),
      lockMinutes: lockMinutes.nullish(),
    },
    done,
  ),
  listRoles: query(
    'access.manage',
    {},
    z.object({
      rows: z.array(
        z.object({
          code: roleCode,
          name: z.string(),
          basedOn: preset,
          rights: z.array(right),
          presetRights: z.array(right),
          limits,
          presetLimits: limits,
          /** none: all of them */
          warehouseIds: z.array(id),
          users: z.int(),
        }),
      ),
    }),
  ),
  /** Without a code a new role. What a preset is based on, and its name, stay. */
  saveRole: command(
    'access.manage',
    {
      code: roleCode.optional(),
      name: z.string().trim().max(60),
      basedOn: preset,
      rights: z.array(right).max(RIGHTS.length),
      limits,
      warehouseIds: z.array(id).max(100),
    },
    z.object({ code: roleCode }),
  ),
  removeRole: command('access.manage', { code: roleCode }, done),
  changePassword: command('signedIn', { password: z.string().max(200), newPassword: z.string().min(8).max(200) }, done),
  /**
   * The shell asks before it does something on this PC for the person at a window (backups, updates): the right is
   * checked and the trail keeps it.
   */
  authorise: command('backup.manage', { what: z.string().max(60), detail: z.string().max(400) }, done),
  deactivateUser: command('access.manage', { userId: id }, done),
  reactivateUser: command('access.manage', { userId: id }, done),
  /** For somebody who forgot it. A new password ends the sessions that there are. */
  resetSecret: command('access.manage', { userId: id, newPassword: password.optional(), newPin: pin.optional() }, done),
  /** One's own, by the present PIN or the password. */
  changePin: command('signedIn', { secret: z.string().max(200), newPin: pin }, done),
  /** One's own, and everybody's for whoever manages people. */
  listSessions: query(
    'signedIn',
    {},
    z.object({
      rows: z.array(
        z.object({
          id,
          userId: id,
          userName: z.string(),
          station: z.string(),
          openedAt: z.string(),
          expiresAt: z.string(),
          isLocked: z.boolean(),
          isThis: z.boolean(),
        }),
      ),
    }),
  ),
  endSession: command('signedIn', { sessionId: id }, done),
  /** The person goes away; the session stays and can do nothing until `unlock`. */
  lock: command('signedIn', {}, done),
  unlock: command('public', { secret: z.string().min(1).max(200) }, done),
  locking: query(
    'access.manage',
    {},
    z.object({ houseMinutes: lockMinutes, station: z.string(), stationMinutes: lockMinutes.nullable() }),
  ),
  /** 0: never. For the house, and for the station where one sits (null: as the house). */
  saveLocking: command('access.manage', { houseMinutes: lockMinutes, stationMinutes: lockMinutes.nullable() }, done),
  /** By which a station tells a badge from goods; see `badgeFingerprint`. */
  badges: query('signedIn', {}, z.object({ fingerprints: z.array(z.int()) })),
  recoveryState: query(
    'access.manage',
    {},
    z.object({ madeAt: z.string().nullable(), confirmedAt: z.string().nullable() }),
  ),
  /** Shown once, kept as a hash; the one before is void. For whoever has every right. */
  makeRecoveryKey: command('access.manage', {}, z.object({ recoveryKey: z.string() })),
  confirmRecoveryKey: command('access.manage', { recoveryKey: z.string().max(80) }, done),
  /** A new password for an owner by the key from paper; it is used up. Attempts are slowed. */
  recover: command('public', { login, recoveryKey: z.string().max(80), newPassword: password, station }, done),
}

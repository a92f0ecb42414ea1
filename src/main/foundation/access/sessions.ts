import { refuse } from '../../../shared/errors'
import { badgeFingerprint } from '../../../shared/values/badge-fingerprint'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { accessStore } from './access-store'
import { requireOwnRights, roleOf } from './roles'
import { sessionStore } from './session-store'
import { proveUser } from './sign-in'

/** One's own sessions, or everybody's for whoever manages people. */
export function listSessions(reader: Reader, actor: Actor, now: string) {
  const canManage = actor.rights.has('access.manage')
  return sessionStore
    .open(reader, now)
    .filter((row) => canManage || row.user_id === actor.userId)
    .map((row) => ({
      id: row.id,
      userId: row.user_id,
      userName: row.name,
      station: row.station,
      openedAt: row.opened_at,
      expiresAt: row.expires_at,
      isLocked: row.locked_at !== null,
      isThis: row.id === actor.sessionId,
    }))
}

/** Ends a session at once: its next call finds nobody. Refuses a session of somebody with more rights. */
export function endSession(tx: Tx, actor: Actor, sessionId: number): void {
  const session = sessionStore.byId(tx, sessionId) ?? refuse('access.sessionUnknown', {}, 'sessionId')
  if (session.user_id !== actor.userId) {
    if (!actor.rights.has('access.manage')) refuse('access.rightMissing', { right: 'access.manage' })
    const user = accessStore.userById(tx, session.user_id)
    if (user !== undefined) requireOwnRights(actor, roleOf(tx, user.role).rights)
  }
  accessStore.endSession(tx, sessionId)
  tx.announce({ kind: 'access.sessionEnded', id: sessionId })
}

/** The person goes away: the session stays, and can do nothing until the person is proved again. */
export function lockSession(tx: Tx, actor: Actor): void {
  if (actor.sessionId !== null) sessionStore.lock(tx, actor.sessionId)
}

/** By PIN or password of the person whose session it is; attempts are slowed like those of signing in. */
export function unlockSession(tx: Tx, actor: Actor, secret: string): void {
  if (actor.sessionId === null) refuse('access.signInFirst')
  proveUser(tx, actor.userId, secret, actor.station)
  sessionStore.unlock(tx, actor.sessionId)
}

/** After how many minutes this person's session locks here; null: never. The person's own rule goes first. */
export function lockMinutesOf(reader: Reader, actor: Actor): number | null {
  const own = accessStore.userById(reader, actor.userId)?.lock_minutes ?? null
  const here = sessionStore.stationMinutes(reader, actor.station)
  const minutes = own ?? here ?? sessionStore.house(reader)?.lock_minutes ?? 0
  return minutes === 0 ? null : minutes
}

export function locking(reader: Reader, actor: Actor) {
  return {
    houseMinutes: sessionStore.house(reader)?.lock_minutes ?? 0,
    station: actor.station,
    stationMinutes: sessionStore.stationMinutes(reader, actor.station),
  }
}

export function saveLocking(
  tx: Tx,
  actor: Actor,
  input: { readonly houseMinutes: number; readonly stationMinutes: number | null },
): void {
  sessionStore.setHouseMinutes(tx, input.houseMinutes)
  sessionStore.setStationMinutes(tx, actor.station, input.stationMinutes)
  tx.announce({ kind: 'access.lockingSaved' })
}

/** So that a station can tell a badge from goods without asking for each scan. They prove nothing: the PIN does. */
export const badgeFingerprints = (reader: Reader): number[] => sessionStore.badges(reader).map(badgeFingerprint)

import type { contract } from '../../../shared/contracts'
import type { Tx } from '../../kernel/db'
import type { Actor, Handlers } from '../../kernel/dispatch'
import { accessStore } from './access-store'
import { listRoles, removeRole, roleOf, saveRole } from './roles'
import { signIn, signInByBadge, type OpenedSession } from './sign-in'
import { confirmRecoveryKey, makeRecoveryKey, recover, recoveryState } from './recovery'
import {
  badgeFingerprints,
  endSession,
  listSessions,
  locking,
  lockMinutesOf,
  lockSession,
  saveLocking,
  unlockSession,
} from './sessions'
import { addUser, changePassword, changePin, changeUser, deactivateUser, reactivateUser, resetSecret } from './users'

const done = (_work: void): { done: true } => ({ done: true })

/** Somebody else signs in where a person was: that person's session ends with it. */
function takeOver(tx: Tx, actor: Actor, session: OpenedSession) {
  if (actor.sessionId !== null) accessStore.endSession(tx, actor.sessionId)
  const { name, rights } = roleOf(tx, session.role)
  return { ...session, roleName: name, rights: [...rights] }
}

export const handlers: Handlers<typeof contract.access> = {
  signIn: (tx, actor, input) => takeOver(tx, actor, signIn(tx, input)),
  signInByBadge: (tx, actor, input) => takeOver(tx, actor, signInByBadge(tx, input)),
  signOut: (tx, actor) => {
    if (actor.sessionId !== null) accessStore.endSession(tx, actor.sessionId)
    return { done: true }
  },
  me: (reader, actor) => ({
    userId: actor.userId,
    name: actor.name,
    role: actor.role,
    roleName: roleOf(reader, actor.role).name,
    rights: [...actor.rights],
    station: actor.station,
    lockMinutes: lockMinutesOf(reader, actor),
  }),
  listUsers: (reader) => ({
    rows: accessStore.users(reader).map((row) => ({
      id: row.id,
      login: row.login,
      name: row.name,
      role: row.role,
      roleName: roleOf(reader, row.role).name,
      active: row.active === 1,
      lockMinutes: row.lock_minutes,
      hasBadge: row.badge_code !== null,
      hasPin: row.pin_hash !== null,
      hasPassword: row.password_hash !== null,
    })),
  }),
  addUser: (tx, actor, input) => ({ id: addUser(tx, actor, input) }),
  changeUser: (tx, actor, input) => {
    changeUser(tx, actor, input)
    return { done: true }
  },
  listRoles: (reader) => ({ rows: listRoles(reader) }),
  saveRole: (tx, actor, input) => ({ code: saveRole(tx, actor, input) }),
  removeRole: (tx, _actor, input) => {
    removeRole(tx, input.code)
    return { done: true }
  },
  changePassword: (tx, actor, input) => {
    changePassword(tx, actor.userId, input.password, input.newPassword)
    return { done: true }
  },
  authorise: () => ({ done: true }),
  deactivateUser: (tx, actor, input) => done(deactivateUser(tx, actor, input.userId)),
  reactivateUser: (tx, actor, input) => done(reactivateUser(tx, actor, input.userId)),
  resetSecret: (tx, actor, input) => done(resetSecret(tx, actor, input)),
  changePin: (tx, actor, input) => done(changePin(tx, actor, input.secret, input.newPin)),
  listSessions: (reader, actor) => ({ rows: listSessions(reader, actor, reader.now.toISOString()) }),
  endSession: (tx, actor, input) => done(endSession(tx, actor, input.sessionId)),
  lock: (tx, actor) => done(lockSession(tx, actor)),
  unlock: (tx, actor, input) => done(unlockSession(tx, actor, input.secret)),
  locking: (reader, actor) => locking(reader, actor),
  saveLocking: (tx, actor, input) => done(saveLocking(tx, actor, input)),
  badges: (reader) => ({ fingerprints: badgeFingerprints(reader) }),
  recoveryState: (reader) => recoveryState(reader),
  makeRecoveryKey: (tx, actor) => makeRecoveryKey(tx, actor),
  confirmRecoveryKey: (tx, actor, input) => done(confirmRecoveryKey(tx, actor, input.recoveryKey)),
  recover: (tx, _actor, input) => done(recover(tx, input)),
}

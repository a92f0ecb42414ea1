import { refuse } from '../../../shared/errors'
import type { Tx } from '../../kernel/db'
import { accessStore } from './access-store'
import { requireGoodPassword } from './passwords'
import type { Actor } from '../../kernel/dispatch'
import { requireOwnRights, roleOf } from './roles'
import { hashSecret, secretMatches } from './secrets'
import { proveUser } from './sign-in'

export interface NewUser {
  readonly login: string
  readonly name: string
  readonly role: string
  readonly password?: string | undefined
  readonly badge?: string | undefined
  readonly pin?: string | undefined
}

/** Refuses `access.moreThanYourRights` where the role can do more than whoever hands it out. */
export function addUser(tx: Tx, actor: Actor, user: NewUser): number {
  requireOwnRights(actor, roleOf(tx, user.role).rights)
  return insertUser(tx, user)
}

/** Before anybody can sign in; the company is founded with it. */
export function addFirstOwner(tx: Tx, user: Omit<NewUser, 'role'>): number {
  return insertUser(tx, { ...user, role: 'owner' })
}

function insertUser(tx: Tx, user: NewUser): number {
  if (accessStore.userByLogin(tx, user.login) !== undefined) refuse('access.loginTaken', { login: user.login }, 'login')
  if (user.badge !== undefined && accessStore.userByBadge(tx, user.badge) !== undefined) {
    refuse('access.badgeTaken', {}, 'badge')
  }
  const badgeComplete = user.badge !== undefined && user.pin !== undefined
  if (user.password === undefined && !badgeComplete) refuse('access.noWayToSignIn', {}, 'password')
  if (user.password !== undefined) requireGoodPassword(user.password, user)
  const id = accessStore.insertUser(tx, {
    login: user.login,
    name: user.name,
    role: user.role,
    password_hash: user.password === undefined ? null : hashSecret(user.password),
    badge_code: user.badge ?? null,
    pin_hash: user.pin === undefined ? null : hashSecret(user.pin),
  })
  tx.announce({ kind: 'access.userAdded', id })
  return id
}

export function changePassword(tx: Tx, userId: number, password: string, newPassword: string): void {
  const user = accessStore.userById(tx, userId)
  if (user?.password_hash == null || !secretMatches(password, user.password_hash)) {
    refuse('access.passwordWrong', {}, 'password')
  }
  requireGoodPassword(newPassword, user)
  accessStore.setPassword(tx, userId, hashSecret(newPassword))
}

/** One's own PIN, by the present PIN or the password. */
export function changePin(tx: Tx, actor: Actor, secret: string, newPin: string): void {
  proveUser(tx, actor.userId, secret, actor.station)
  accessStore.setPin(tx, actor.userId, hashSecret(newPin))
}

/** For somebody who forgot: a new password or PIN. Where the password is new, who is signed in by the old one is out. */
export function resetSecret(
  tx: Tx,
  actor: Actor,
  reset: { readonly userId: number; readonly newPassword?: string | undefined; readonly newPin?: string | undefined },
): void {
  const user = accessStore.userById(tx, reset.userId) ?? refuse('access.userUnknown', {}, 'userId')
  requireOwnRights(actor, roleOf(tx, user.role).rights)
  if (reset.newPassword === undefined && reset.newPin === undefined) refuse('access.nothingToReset', {}, 'newPassword')
  if (reset.newPin !== undefined) accessStore.setPin(tx, user.id, hashSecret(reset.newPin))
  if (reset.newPassword !== undefined) {
    requireGoodPassword(reset.newPassword, user)
    accessStore.setPassword(tx, user.id, hashSecret(reset.newPassword))
    accessStore.endSessionsOf(tx, user.id)
  }
  tx.announce({ kind: 'access.secretReset', id: user.id })
}

export interface ChangedUser {
  readonly userId: number
  readonly name: string
  readonly role: string
  /** null: none; left out: as it is */
  readonly badge?: string | null | undefined
  /** 0: never; null: as the station or the house has it; left out: as it is */
  readonly lockMinutes?: number | null | undefined
}

/** Somebody else's name, role and badge. The last owner stays one. */
export function changeUser(tx: Tx, actor: Actor, changed: ChangedUser): void {
  const user = accessStore.userById(tx, changed.userId) ?? refuse('access.userUnknown', {}, 'userId')
  requireOwnRights(actor, roleOf(tx, user.role).rights)
  requireOwnRights(actor, roleOf(tx, changed.role).rights)
  const staysOwner = user.role !== 'owner' || changed.role === 'owner' || user.active === 0
  if (!staysOwner && accessStore.activeOwners(tx) === 1) refuse('access.lastOwner', {}, 'role')
  const badge = changed.badge === undefined ? user.badge_code : changed.badge
  if (badge !== null && badge !== user.badge_code && accessStore.userByBadge(tx, badge) !== undefined) {
    refuse('access.badgeTaken', {}, 'badge')
  }
  const lockMinutes = changed.lockMinutes === undefined ? user.lock_minutes : changed.lockMinutes
  accessStore.changeUser(tx, { id: user.id, name: changed.name, role: changed.role, badge, lockMinutes })
  tx.announce({ kind: 'access.userChanged', id: user.id })
}

export function deactivateUser(tx: Tx, actor: Actor, userId: number): void {
  const user = accessStore.userById(tx, userId)
  if (user === undefined) refuse('access.userUnknown')
  requireOwnRights(actor, roleOf(tx, user.role).rights)
  if (user.role === 'owner' && accessStore.activeOwners(tx) === 1) refuse('access.lastOwner')
  accessStore.setActive(tx, userId, false)
  accessStore.endSessionsOf(tx, userId)
  tx.announce({ kind: 'access.userDeactivated', id: userId })
}

export function reactivateUser(tx: Tx, actor: Actor, userId: number): void {
  const user = accessStore.userById(tx, userId) ?? refuse('access.userUnknown')
  requireOwnRights(actor, roleOf(tx, user.role).rights)
  accessStore.setActive(tx, userId, true)
  tx.announce({ kind: 'access.userReactivated', id: userId })
}

import { refuse } from '../../../shared/errors'
import type { Tx } from '../../kernel/db'
import { accessStore } from './access-store'
import type { Actor } from '../../kernel/dispatch'
import { requireOwnRights, roleOf } from './roles'
import { hashSecret, secretMatches } from './secrets'

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
  accessStore.setPassword(tx, userId, hashSecret(newPassword))
}

export interface ChangedUser {
  readonly userId: number
  readonly name: string
  readonly role: string
  /** null: none; left out: as it is */
  readonly badge?: string | null | undefined
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
  accessStore.changeUser(tx, { id: user.id, name: changed.name, role: changed.role, badge })
  tx.announce({ kind: 'access.userChanged', id: user.id })
}

export function deactivateUser(tx: Tx, userId: number): void {
  const user = accessStore.userById(tx, userId)
  if (user === undefined) refuse('access.userUnknown')
  if (user.role === 'owner' && accessStore.activeOwners(tx) === 1) refuse('access.lastOwner')
  accessStore.deactivate(tx, userId)
  accessStore.endSessionsOf(tx, userId)
  tx.announce({ kind: 'access.userDeactivated', id: userId })
}

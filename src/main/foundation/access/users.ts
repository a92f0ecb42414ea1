import { refuse } from '../../../shared/errors'
import type { Tx } from '../../kernel/db'
import { accessStore } from './access-store'
import type { Role } from './roles'
import { hashSecret, secretMatches } from './secrets'

export interface NewUser {
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly password?: string | undefined
  readonly badge?: string | undefined
  readonly pin?: string | undefined
}

export function addUser(tx: Tx, user: NewUser): number {
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

export function deactivateUser(tx: Tx, userId: number): void {
  const user = accessStore.userById(tx, userId)
  if (user === undefined) refuse('access.userUnknown')
  if (user.role === 'owner' && accessStore.activeOwners(tx) === 1) refuse('access.lastOwner')
  accessStore.deactivate(tx, userId)
  accessStore.endSessionsOf(tx, userId)
  tx.announce({ kind: 'access.userDeactivated', id: userId })
}

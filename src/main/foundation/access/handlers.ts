import type { contract } from '../../../shared/contracts'
import type { Reader } from '../../kernel/db'
import type { Handlers } from '../../kernel/dispatch'
import { accessStore } from './access-store'
import { listRoles, removeRole, roleOf, saveRole } from './roles'
import { signIn, signInByBadge, type OpenedSession } from './sign-in'
import { addUser, changePassword, changeUser, deactivateUser } from './users'

function withRights(reader: Reader, session: OpenedSession) {
  const { name, rights } = roleOf(reader, session.role)
  return { ...session, roleName: name, rights: [...rights] }
}

export const handlers: Handlers<typeof contract.access> = {
  signIn: (tx, _actor, input) => withRights(tx, signIn(tx, input)),
  signInByBadge: (tx, _actor, input) => withRights(tx, signInByBadge(tx, input)),
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
  }),
  listUsers: (reader) => ({
    rows: accessStore.users(reader).map((row) => ({
      id: row.id,
      login: row.login,
      name: row.name,
      role: row.role,
      roleName: roleOf(reader, row.role).name,
      active: row.active === 1,
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
  deactivateUser: (tx, _actor, input) => {
    deactivateUser(tx, input.userId)
    return { done: true }
  },
}

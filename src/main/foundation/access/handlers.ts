import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { accessStore } from './access-store'
import { rightsOf, type Role } from './roles'
import { signIn, signInByBadge, type OpenedSession } from './sign-in'
import { addUser, changePassword, deactivateUser } from './users'

const withRights = (session: OpenedSession) => ({ ...session, rights: [...rightsOf(session.role)] })

export const handlers: Handlers<typeof contract.access> = {
  signIn: (tx, _actor, input) => withRights(signIn(tx, input)),
  signInByBadge: (tx, _actor, input) => withRights(signInByBadge(tx, input)),
  signOut: (tx, actor) => {
    if (actor.sessionId !== null) accessStore.endSession(tx, actor.sessionId)
    return { done: true }
  },
  me: (_reader, actor) => ({
    userId: actor.userId,
    name: actor.name,
    role: actor.role as Role,
    rights: [...actor.rights],
    station: actor.station,
  }),
  listUsers: (reader) => ({
    rows: accessStore.users(reader).map((row) => ({
      id: row.id,
      login: row.login,
      name: row.name,
      role: row.role,
      active: row.active === 1,
      hasBadge: row.badge_code !== null,
    })),
  }),
  addUser: (tx, _actor, input) => ({ id: addUser(tx, input) }),
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

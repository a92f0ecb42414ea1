/**
 * People, their rights and sessions. Invariants: at least one active owner; passwords and PINs are stored only as
 * scrypt hashes, session tokens only as hashes; the owner's role has every right. Tables: access_user, access_session,
 * access_attempt, access_role, access_role_change, access_role_warehouse, access_station, access_house.
 */
import { refuse } from '../../../shared/errors'
import type { Reader } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { accessStore } from './access-store'
import { backedBy } from './backing'
import { NO_LIMITS } from '../../../shared/contracts/procedure'
import { OWNER, powersOf, roleOf } from './roles'

export { handlers } from './handlers'
export { answerableFor, mayAllow, requireWithin } from './backing'
export { actorOfToken, approve } from './sign-in'
export { checks } from './checks-queries'
export { addFirstOwner } from './users'

/** Refuses `access.userUnknown` for nobody, or somebody who has left. */
export function requireUser(reader: Reader, id: number): { id: number; name: string } {
  const user = accessStore.userById(reader, id)
  if (user === undefined || user.active === 0) return refuse('access.userUnknown')
  return { id: user.id, name: user.name }
}

/** Before sign-in: may ask for the company's state, establish it, and sign in. */
export function guest(station: string): Actor {
  const rights = new Set(['public'] as const)
  return { userId: 0, name: '', role: 'guest', rights, limits: NO_LIMITS, warehouseIds: null, station, sessionId: null }
}

/** Whoever holds the file and a shell on its PC acts as an owner; the trail says "command line". */
export function commandLineActor(station = 'command line'): Actor {
  return { userId: 0, name: 'command line', ...powersOf(OWNER), station, sessionId: null }
}

/** A user acting through this process itself (demonstration days, tests): no session, same rights. */
export function actorOfUser(reader: Reader, login: string, station: string): Actor | undefined {
  const user = accessStore.userByLogin(reader, login)
  if (user === undefined) return undefined
  return { userId: user.id, name: user.name, ...powersOf(roleOf(reader, user.role)), station, sessionId: null }
}

/** Somebody who asked, with whoever grants it behind him. Refuses `access.userUnknown` for somebody who has left. */
export function actorWithBacking(reader: Reader, userId: number, station: string, backer: Actor): Actor {
  const { id, name } = requireUser(reader, userId)
  const role = roleOf(reader, accessStore.userById(reader, id)?.role ?? '')
  return backedBy({ userId: id, name, ...powersOf(role), station, sessionId: null }, backer)
}

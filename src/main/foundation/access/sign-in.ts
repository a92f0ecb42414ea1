import { Refusal, refuse } from '../../../shared/errors'
import { assert } from '../../kernel/assert'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor, ApprovalPort } from '../../kernel/dispatch'
import { accessStore, type UserRow } from './access-store'
import { backedBy } from './backing'
import { powersOf, roleOf } from './roles'
import { newToken, secretMatches, tokenHash } from './secrets'

const FREE_ATTEMPTS = 4
const LONGEST_WAIT_SECONDS = 900
/** A working day and its overtime; the next morning starts with a sign-in. */
const SESSION_HOURS = 14

export interface OpenedSession {
  readonly token: string
  readonly userId: number
  readonly name: string
  readonly role: UserRow['role']
  readonly station: string
}

export function signIn(tx: Tx, input: { login: string; password: string; station: string }): OpenedSession {
  const user = accessStore.userByLogin(tx, input.login)
  return prove(tx, {
    name: input.login,
    secret: input.password,
    station: input.station,
    stored: user?.password_hash,
    user,
  })
}

export function signInByBadge(tx: Tx, input: { badge: string; pin: string; station: string }): OpenedSession {
  const user = accessStore.userByBadge(tx, input.badge)
  return prove(tx, { name: input.badge, secret: input.pin, station: input.station, stored: user?.pin_hash, user })
}

interface Proof {
  readonly name: string
  readonly secret: string
  readonly station: string
  readonly stored: string | null | undefined
  readonly user: UserRow | undefined
}

/**
 * Somebody with more rights stands beside and allows one command, by PIN or password. The rights of both hold for it.
 * What a wrong secret leaves behind is the attempt alone.
 */
export const approve: ApprovalPort = (tx, actor, { login, pin }, right) => {
  const user = proveByLogin(tx, login, pin, actor.station)
  const powers = powersOf(roleOf(tx, user.role))
  // A limit that somebody does not have because he never sells is no wider one.
  if (!powers.rights.has(right)) refuse('access.approverLacksRight', {}, 'approval.login')
  return backedBy(actor, { userId: user.id, name: user.name, ...powers })
}

function proveByLogin(tx: Tx, login: string, secret: string, station: string): UserRow {
  const user = accessStore.userByLogin(tx, login)
  const stored = [user?.pin_hash, user?.password_hash].filter((hash) => hash != null)
  requireProof(tx, { name: login, station, matches: () => stored.some((hash) => secretMatches(secret, hash)) })
  assert(user !== undefined, 'a proof is of somebody')
  return user
}

/** Whoever sits there is that person: by PIN or password, with attempts slowed. */
export function proveUser(tx: Tx, userId: number, secret: string, station: string): void {
  const user = accessStore.userById(tx, userId) ?? refuse('access.signInFirst')
  proveByLogin(tx, user.login, secret, station)
}

function prove(tx: Tx, proof: Proof): OpenedSession {
  const { name, secret, station, stored, user } = proof
  requireProof(tx, {
    name,
    station,
    matches: () => stored != null && secretMatches(secret, stored) && user !== undefined,
  })
  assert(user !== undefined, 'a proof is of somebody')
  return openSession(tx, user, station)
}

interface Attempt {
  readonly name: string
  readonly station: string
  readonly matches: () => boolean
  /** the refusal, where it is not a sign-in that failed */
  readonly code?: string
}

/** Refuses `access.tooManyAttempts`, `access.signInFailed`; each attempt is kept. */
export function requireProof(tx: Tx, { name, station, matches, code = 'access.signInFailed' }: Attempt): void {
  const waitSeconds = secondsToWait(tx, name, tx.now)
  if (waitSeconds > 0) refuse('access.tooManyAttempts', { seconds: waitSeconds })
  const isProved = matches()
  accessStore.recordAttempt(tx, name, station, isProved)
  if (isProved) return
  // One text for an unknown name and a wrong password: it tells a stranger nothing.
  const refusal = new Refusal(code)
  refusal.keepWrites = true
  throw refusal
}

export function openSession(tx: Tx, user: UserRow, station: string): OpenedSession {
  const token = newToken()
  accessStore.insertSession(tx, {
    token_hash: tokenHash(token),
    user_id: user.id,
    station,
    opened_at: tx.now.toISOString(),
    expires_at: new Date(tx.now.getTime() + SESSION_HOURS * 3_600_000).toISOString(),
  })
  return { token, userId: user.id, name: user.name, role: user.role, station }
}

/** After the free attempts the wait doubles: 2, 4, 8 ... seconds, a quarter of an hour at most. */
function secondsToWait(reader: Reader, login: string, now: Date): number {
  const attempts = accessStore.lastAttempts(reader, login, 20)
  const failures = attempts.findIndex((attempt) => attempt.succeeded === 1)
  const inARow = failures === -1 ? attempts.length : failures
  const last = attempts[0]
  if (inARow < FREE_ATTEMPTS || last === undefined) return 0
  const wait = Math.min(2 ** (inARow - FREE_ATTEMPTS + 1), LONGEST_WAIT_SECONDS)
  return Math.max(0, Math.ceil(wait - (now.getTime() - Date.parse(last.attempted_at)) / 1000))
}

/** The actor behind a token; undefined when the session is unknown, ended, or too old. */
export function actorOfToken(reader: Reader, token: string, now: Date): Actor | undefined {
  const row = accessStore.sessionByToken(reader, tokenHash(token), now.toISOString())
  if (row === undefined) return undefined
  return {
    userId: row.user_id,
    name: row.name,
    ...powersOf(roleOf(reader, row.role)),
    // Locked, a session is somebody who stands outside: it can ask what everybody may, and be unlocked.
    ...(row.locked_at === null ? {} : { rights: new Set(['public'] as const), isLocked: true }),
    station: row.station,
    sessionId: row.id,
  }
}

import type { Selectable } from 'kysely'
import type { Reader, Tx } from '../../kernel/db'
import { compiler, statement } from '../../kernel/db'
import type { AccessTables } from './tables'

const db = compiler<AccessTables>()

export type UserRow = Selectable<AccessTables['access_user']>
type NewUser = Pick<UserRow, 'login' | 'name' | 'role' | 'password_hash' | 'badge_code' | 'pin_hash'>

const userByLogin = statement((p: { login: string }) =>
  db.selectFrom('access_user').selectAll().where('login', '=', p.login).where('active', '=', 1),
)
const userByBadge = statement((p: { badge: string }) =>
  db.selectFrom('access_user').selectAll().where('badge_code', '=', p.badge).where('active', '=', 1),
)
const userById = statement((p: { id: number }) => db.selectFrom('access_user').selectAll().where('id', '=', p.id))
const users = statement((_p: object) => db.selectFrom('access_user').selectAll().orderBy('login'))
const insertUser = statement((p: NewUser & { created_at: string }) =>
  db.insertInto('access_user').values({
    login: p.login,
    name: p.name,
    role: p.role,
    password_hash: p.password_hash,
    badge_code: p.badge_code,
    pin_hash: p.pin_hash,
    created_at: p.created_at,
  }),
)
const setPassword = statement((p: { id: number; hash: string }) =>
  db.updateTable('access_user').set({ password_hash: p.hash }).where('id', '=', p.id),
)
interface ChangedRow {
  readonly id: number
  readonly name: string
  readonly role: string
  readonly badge: string | null
  readonly lockMinutes: number | null
}
const changeUser = statement((p: ChangedRow) =>
  db
    .updateTable('access_user')
    .set({ name: p.name, role: p.role, badge_code: p.badge, lock_minutes: p.lockMinutes })
    .where('id', '=', p.id),
)
const setPin = statement((p: { id: number; hash: string }) =>
  db.updateTable('access_user').set({ pin_hash: p.hash }).where('id', '=', p.id),
)
const setActive = statement((p: { id: number; active: number }) =>
  db.updateTable('access_user').set({ active: p.active }).where('id', '=', p.id),
)
const activeOwners = statement((_p: object) =>
  db
    .selectFrom('access_user')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('role', '=', 'owner')
    .where('active', '=', 1),
)

const insertSession = statement(
  (p: { token_hash: string; user_id: number; station: string; opened_at: string; expires_at: string }) =>
    db.insertInto('access_session').values({
      token_hash: p.token_hash,
      user_id: p.user_id,
      station: p.station,
      opened_at: p.opened_at,
      expires_at: p.expires_at,
    }),
)
const sessionByToken = statement((p: { tokenHash: string; now: string }) =>
  db
    .selectFrom('access_session as s')
    .innerJoin('access_user as u', 'u.id', 's.user_id')
    .where('s.token_hash', '=', p.tokenHash)
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', p.now)
    .where('u.active', '=', 1)
    .select(['s.id', 's.station', 's.locked_at', 'u.id as user_id', 'u.name', 'u.role']),
)
const endSession = statement((p: { id: number; at: string }) =>
  db.updateTable('access_session').set({ ended_at: p.at }).where('id', '=', p.id),
)
const endSessionsOf = statement((p: { userId: number; at: string }) =>
  db
    .updateTable('access_session')
    .set({ ended_at: p.at })
    .where('user_id', '=', p.userId)
    .where('ended_at', 'is', null),
)

const insertAttempt = statement((p: { login: string; station: string; succeeded: number; at: string }) =>
  db
    .insertInto('access_attempt')
    .values({ login: p.login, station: p.station, succeeded: p.succeeded, attempted_at: p.at }),
)
const lastAttempts = statement((p: { login: string; limit: number }) =>
  db
    .selectFrom('access_attempt')
    .select(['succeeded', 'attempted_at'])
    .where('login', '=', p.login)
    .orderBy('id', 'desc')
    .limit(p.limit),
)

export const accessStore = {
  userByLogin: (reader: Reader, login: string) => userByLogin.first(reader, { login }),
  userByBadge: (reader: Reader, badge: string) => userByBadge.first(reader, { badge }),
  userById: (reader: Reader, id: number) => userById.first(reader, { id }),
  users: (reader: Reader) => users.all(reader, {}),
  insertUser: (tx: Tx, user: NewUser): number => insertUser.run(tx, { ...user, created_at: tx.now.toISOString() }).id,
  setPassword: (tx: Tx, id: number, hash: string) => setPassword.run(tx, { id, hash }),
  changeUser: (tx: Tx, user: ChangedRow) => changeUser.run(tx, user),
  setPin: (tx: Tx, id: number, hash: string) => setPin.run(tx, { id, hash }),
  setActive: (tx: Tx, id: number, isActive: boolean) => setActive.run(tx, { id, active: isActive ? 1 : 0 }),
  activeOwners: (reader: Reader): number => activeOwners.first(reader, {})?.count ?? 0,
  insertSession: (
    tx: Tx,
    session: { token_hash: string; user_id: number; station: string; opened_at: string; expires_at: string },
  ): number => insertSession.run(tx, session).id,
  sessionByToken: (reader: Reader, tokenHash: string, now: string) => sessionByToken.first(reader, { tokenHash, now }),
  endSession: (tx: Tx, id: number) => endSession.run(tx, { id, at: tx.now.toISOString() }),
  endSessionsOf: (tx: Tx, userId: number) => endSessionsOf.run(tx, { userId, at: tx.now.toISOString() }),
  recordAttempt: (tx: Tx, login: string, station: string, succeeded: boolean) =>
    insertAttempt.run(tx, { login, station, succeeded: succeeded ? 1 : 0, at: tx.now.toISOString() }),
  lastAttempts: (reader: Reader, login: string, limit: number) => lastAttempts.all(reader, { login, limit }),
}

import type { Reader, Tx } from '../../kernel/db'
import { compiler, statement } from '../../kernel/db'
import type { AccessTables } from './tables'

const db = compiler<AccessTables>()

const openSessions = statement((p: { now: string }) =>
  db
    .selectFrom('access_session as s')
    .innerJoin('access_user as u', 'u.id', 's.user_id')
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', p.now)
    .where('u.active', '=', 1)
    .select([
      's.id',
      's.user_id',
      'u.name',
      'u.login',
      'u.role',
      's.station',
      's.opened_at',
      's.expires_at',
      's.locked_at',
    ])
    .orderBy('s.id', 'desc'),
)
const sessionById = statement((p: { id: number }) =>
  db.selectFrom('access_session').selectAll().where('id', '=', p.id).where('ended_at', 'is', null),
)
const setLocked = statement((p: { id: number; at: string | null }) =>
  db.updateTable('access_session').set({ locked_at: p.at }).where('id', '=', p.id),
)
const house = statement((_p: object) => db.selectFrom('access_house').selectAll().where('id', '=', 1))
const setHouseMinutes = statement((p: { minutes: number }) =>
  db.updateTable('access_house').set({ lock_minutes: p.minutes }).where('id', '=', 1),
)
const setRecovery = statement((p: { hash: string | null; madeAt: string | null; confirmedAt: string | null }) =>
  db
    .updateTable('access_house')
    .set({ recovery_hash: p.hash, recovery_made_at: p.madeAt, recovery_confirmed_at: p.confirmedAt })
    .where('id', '=', 1),
)
const stationMinutes = statement((p: { station: string }) =>
  db.selectFrom('access_station').select('lock_minutes').where('station', '=', p.station),
)
const forgetStation = statement((p: { station: string }) =>
  db.deleteFrom('access_station').where('station', '=', p.station),
)
const keepStation = statement((p: { station: string; minutes: number }) =>
  db.insertInto('access_station').values({ station: p.station, lock_minutes: p.minutes }),
)
const badges = statement((_p: object) =>
  db.selectFrom('access_user').select('badge_code').where('active', '=', 1).where('badge_code', 'is not', null),
)

export const sessionStore = {
  open: (reader: Reader, now: string) => openSessions.all(reader, { now }),
  byId: (reader: Reader, id: number) => sessionById.first(reader, { id }),
  lock: (tx: Tx, id: number) => setLocked.run(tx, { id, at: tx.now.toISOString() }),
  unlock: (tx: Tx, id: number) => setLocked.run(tx, { id, at: null }),
  house: (reader: Reader) => house.first(reader, {}),
  setHouseMinutes: (tx: Tx, minutes: number) => setHouseMinutes.run(tx, { minutes }),
  setRecovery: (tx: Tx, hash: string | null, madeAt: string | null, confirmedAt: string | null) =>
    setRecovery.run(tx, { hash, madeAt, confirmedAt }),
  stationMinutes: (reader: Reader, station: string): number | null =>
    stationMinutes.first(reader, { station })?.lock_minutes ?? null,
  setStationMinutes(tx: Tx, station: string, minutes: number | null) {
    forgetStation.run(tx, { station })
    if (minutes !== null) keepStation.run(tx, { station, minutes })
  },
  badges: (reader: Reader): string[] => badges.all(reader, {}).map((row) => row.badge_code ?? ''),
}

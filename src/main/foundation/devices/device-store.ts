import type { Selectable } from 'kysely'
import type { Reader, Tx } from '../../kernel/db'
import { compiler, statement } from '../../kernel/db'
import type { DevicesTables } from './tables'

const db = compiler<DevicesTables>()

export type DeviceRow = Selectable<DevicesTables['devices_device']>
export type DeviceFields = Omit<DeviceRow, 'id'>

const ofStation = statement((p: { station: string }) =>
  db.selectFrom('devices_device').selectAll().where('station', '=', p.station).orderBy('role').orderBy('name'),
)
const byId = statement((p: { id: number }) => db.selectFrom('devices_device').selectAll().where('id', '=', p.id))
const all = statement((_p: object) => db.selectFrom('devices_device').selectAll().orderBy('id'))
const insert = statement((p: DeviceFields) =>
  db.insertInto('devices_device').values({
    station: p.station,
    name: p.name,
    role: p.role,
    profile: p.profile,
    address: p.address,
    settings: p.settings,
    workplace: p.workplace,
  }),
)
const update = statement((p: Omit<DeviceRow, 'station'>) =>
  db
    .updateTable('devices_device')
    .set({
      name: p.name,
      role: p.role,
      profile: p.profile,
      address: p.address,
      settings: p.settings,
      workplace: p.workplace,
    })
    .where('id', '=', p.id),
)
const remove = statement((p: { id: number }) => db.deleteFrom('devices_device').where('id', '=', p.id))

export const deviceStore = {
  ofStation: (reader: Reader, station: string) => ofStation.all(reader, { station }),
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  all: (reader: Reader) => all.all(reader, {}),
  insert: (tx: Tx, fields: DeviceFields): number => insert.run(tx, fields).id,
  update: (tx: Tx, row: Omit<DeviceRow, 'station'>) => update.run(tx, row),
  remove: (tx: Tx, id: number) => remove.run(tx, { id }),
}

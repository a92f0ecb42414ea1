import type { Limits, Right } from '../../../shared/contracts/procedure'
import type { Reader, Tx } from '../../kernel/db'
import { compiler, statement } from '../../kernel/db'
import type { Preset } from './presets'
import type { AccessTables } from './tables'

const db = compiler<AccessTables>()

const roleByCode = statement((p: { code: string }) =>
  db.selectFrom('access_role').selectAll().where('code', '=', p.code),
)
const roles = statement((_p: object) => db.selectFrom('access_role').selectAll())
const changesOf = statement((p: { code: string }) =>
  db.selectFrom('access_role_change').select(['right_name', 'granted']).where('role', '=', p.code),
)
const warehousesOf = statement((p: { code: string }) =>
  db.selectFrom('access_role_warehouse').select('warehouse_id').where('role', '=', p.code).orderBy('warehouse_id'),
)
const usersPerRole = statement((_p: object) =>
  db
    .selectFrom('access_user')
    .select(['role', (e) => e.fn.countAll<number>().as('users')])
    .where('active', '=', 1)
    .groupBy('role'),
)
const everHeld = statement((p: { code: string }) =>
  db.selectFrom('access_user').select('id').where('role', '=', p.code).limit(1),
)
const insertRole = statement((p: { code: string; name: string; basedOn: Preset }) =>
  db.insertInto('access_role').values({ code: p.code, name: p.name, based_on: p.basedOn }),
)
const updateRole = statement((p: { code: string; name: string; discountMicro: number; purchaseMinor: number }) =>
  db
    .updateTable('access_role')
    .set({ name: p.name, discount_micro: p.discountMicro, purchase_minor: p.purchaseMinor })
    .where('code', '=', p.code),
)
const removeRole = statement((p: { code: string }) => db.deleteFrom('access_role').where('code', '=', p.code))
const forgetChanges = statement((p: { code: string }) => db.deleteFrom('access_role_change').where('role', '=', p.code))
const insertChange = statement((p: { code: string; right: string; granted: number }) =>
  db.insertInto('access_role_change').values({ role: p.code, right_name: p.right, granted: p.granted }),
)
const forgetWarehouses = statement((p: { code: string }) =>
  db.deleteFrom('access_role_warehouse').where('role', '=', p.code),
)
const insertWarehouse = statement((p: { code: string; warehouseId: number }) =>
  db.insertInto('access_role_warehouse').values({ role: p.code, warehouse_id: p.warehouseId }),
)

export const roleStore = {
  byCode: (reader: Reader, code: string) => roleByCode.first(reader, { code }),
  all: (reader: Reader) => roles.all(reader, {}),
  changesOf: (reader: Reader, code: string) => changesOf.all(reader, { code }),
  warehousesOf: (reader: Reader, code: string) => warehousesOf.all(reader, { code }).map((row) => row.warehouse_id),
  usersPerRole: (reader: Reader) => new Map(usersPerRole.all(reader, {}).map((row) => [row.role, row.users])),
  wasEverHeld: (reader: Reader, code: string): boolean => everHeld.first(reader, { code }) !== undefined,
  insert: (tx: Tx, code: string, name: string, basedOn: Preset) => insertRole.run(tx, { code, name, basedOn }),
  update: (tx: Tx, code: string, name: string, limits: Limits) =>
    updateRole.run(tx, { code, name, ...limits } as { code: string; name: string } & Record<keyof Limits, number>),
  remove: (tx: Tx, code: string) => removeRole.run(tx, { code }),
  setChanges(tx: Tx, code: string, changes: readonly { right: Right; isGranted: boolean }[]) {
    forgetChanges.run(tx, { code })
    for (const { right, isGranted } of changes) insertChange.run(tx, { code, right, granted: isGranted ? 1 : 0 })
  },
  setWarehouses(tx: Tx, code: string, warehouseIds: readonly number[]) {
    forgetWarehouses.run(tx, { code })
    for (const warehouseId of warehouseIds) insertWarehouse.run(tx, { code, warehouseId })
  },
}

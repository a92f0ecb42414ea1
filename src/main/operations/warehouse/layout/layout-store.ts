import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { BinKind, WarehouseTables } from '../tables'
import type { PlannedBin } from './bin-plan'
import type { Walkways } from './walkways'

const db = compiler<WarehouseTables>()

interface NewWarehouse extends Walkways {
  readonly code: string
  readonly name: string
  /** At whose place it stands; null: ours. */
  readonly customerId: number | null
}

const insertWarehouse = statement((p: Omit<NewWarehouse, 'crossAisles'> & { crossAisles: string }) =>
  db.insertInto('warehouse_warehouse').values({
    code: p.code,
    name: p.name,
    aisle_gap_millimetres: p.aisleGap,
    aisle_length_millimetres: p.aisleLength,
    cross_aisles_millimetres: p.crossAisles,
    customer_id: p.customerId,
  }),
)

const SET_WALKWAYS = `
  UPDATE warehouse_warehouse
  SET aisle_gap_millimetres = ?2, aisle_length_millimetres = ?3, cross_aisles_millimetres = ?4 WHERE id = ?1`

const insertZone = statement((p: { warehouseId: number; code: string; name: string; categories: string }) =>
  db
    .insertInto('warehouse_zone')
    .values({ warehouse_id: p.warehouseId, code: p.code, name: p.name, categories: p.categories }),
)

const ZONE_TAKEN = 'SELECT 1 AS taken FROM warehouse_zone WHERE warehouse_id = ? AND code = ? COLLATE NOCASE'
/** Bins, walks, rules and clerks may be of it. */
const REMOVE_ZONE = `
  DELETE FROM warehouse_zone WHERE id = ?1
    AND NOT EXISTS (SELECT 1 FROM warehouse_bin WHERE zone_id = ?1)
    AND NOT EXISTS (SELECT 1 FROM warehouse_batch WHERE zone_id = ?1)
    AND NOT EXISTS (SELECT 1 FROM warehouse_wave_rule WHERE zone_id = ?1)
    AND NOT EXISTS (SELECT 1 FROM warehouse_clerk_zone WHERE zone_id = ?1)`

interface NewBin extends PlannedBin {
  readonly warehouseId: number
  readonly zoneId: number
  readonly distanceMillimetres: number
  readonly capacityMillilitres: number
  readonly capacityGrams: number
  readonly mixesItems: number
  readonly mixesLots: number
}

const insertBin = statement((p: NewBin) =>
  db.insertInto('warehouse_bin').values({
    warehouse_id: p.warehouseId,
    zone_id: p.zoneId,
    code: p.code,
    kind: p.kind,
    aisle: p.aisle,
    bay: p.bay,
    level: p.level,
    x_millimetres: p.xMillimetres,
    y_millimetres: p.yMillimetres,
    distance_millimetres: p.distanceMillimetres,
    capacity_millilitres: p.capacityMillilitres,
    capacity_grams: p.capacityGrams,
    mixes_items: p.mixesItems,
    mixes_lots: p.mixesLots,
  }),
)

const warehouseById = statement((p: { id: number }) =>
  db.selectFrom('warehouse_warehouse').selectAll().where('id', '=', p.id),
)

const warehouseByCode = statement((p: { code: string }) =>
  db.selectFrom('warehouse_warehouse').select('id').where('code', '=', p.code),
)

const anyWarehouse = statement((_p: object) => db.selectFrom('warehouse_warehouse').select('id').limit(1))

const binColumns = [
  'id',
  'warehouse_id',
  'zone_id',
  'code',
  'kind',
  'aisle',
  'level',
  'y_millimetres',
  'capacity_millilitres',
  'capacity_grams',
  'mixes_items',
  'mixes_lots',
  'blocked',
  'fill',
] as const

const binById = statement((p: { id: number }) =>
  db.selectFrom('warehouse_bin').select(binColumns).where('id', '=', p.id),
)

const binByCode = statement((p: { code: string }) =>
  db.selectFrom('warehouse_bin').select(binColumns).where('code', '=', p.code),
)

const firstBinOfKind = statement((p: { warehouseId: number; kind: BinKind }) =>
  db
    .selectFrom('warehouse_bin')
    .select('id')
    .where('warehouse_id', '=', p.warehouseId)
    .where('kind', '=', p.kind)
    .where('blocked', '=', 0)
    .orderBy('aisle')
    .orderBy('y_millimetres')
    .orderBy('id')
    .limit(1),
)

const zones = statement((p: { warehouseId: number }) =>
  db.selectFrom('warehouse_zone').selectAll().where('warehouse_id', '=', p.warehouseId).orderBy('id'),
)

/** Whether anything lies in the bin or is planned to come. */
const IN_USE = `
  EXISTS (SELECT 1 FROM v_inventory_balance WHERE bin_id = b.id AND quantity_micro > 0)
  OR EXISTS (SELECT 1 FROM warehouse_task WHERE to_bin_id = b.id AND state = 'open' AND kind IN ('putaway', 'move'))`

const FIRST_SHELF = `
  SELECT id FROM warehouse_bin WHERE warehouse_id = ? AND kind IN ('storage', 'pick-face') AND blocked = 0
  ORDER BY distance_millimetres, id LIMIT 1`

const FILL_NOW = `
  SELECT fill, CASE WHEN ${IN_USE} THEN 'partly' ELSE 'empty' END AS now
  FROM warehouse_bin b WHERE id = ? AND kind IN ('storage', 'pick-face')`

interface ChangedBin extends Omit<NewBin, 'code' | 'warehouseId'> {
  readonly id: number
}

const updateBin = statement((p: ChangedBin) =>
  db
    .updateTable('warehouse_bin')
    .set({
      zone_id: p.zoneId,
      kind: p.kind,
      aisle: p.aisle,
      bay: p.bay,
      level: p.level,
      x_millimetres: p.xMillimetres,
      y_millimetres: p.yMillimetres,
      distance_millimetres: p.distanceMillimetres,
      capacity_millilitres: p.capacityMillilitres,
      capacity_grams: p.capacityGrams,
      mixes_items: p.mixesItems,
      mixes_lots: p.mixesLots,
    })
    .where('id', '=', p.id),
)

const block = statement((p: { id: number; blocked: number }) =>
  db.updateTable('warehouse_bin').set({ blocked: p.blocked }).where('id', '=', p.id),
)

const USED = `SELECT id FROM warehouse_bin b WHERE id = ? AND (${IN_USE})`

const setFill = statement((p: { id: number; fill: 'empty' | 'partly' | 'full' }) =>
  db.updateTable('warehouse_bin').set({ fill: p.fill }).where('id', '=', p.id),
)

const startUsing = statement((p: { id: number }) =>
  db.updateTable('warehouse_bin').set({ fill: 'partly' }).where('id', '=', p.id).where('fill', '=', 'empty'),
)

export type Bin = NonNullable<ReturnType<(typeof binById)['first']>>
export type Warehouse = NonNullable<ReturnType<(typeof warehouseById)['first']>>
export type Zone = ReturnType<(typeof zones)['all']>[number]

export const layoutStore = {
  firstShelf: (reader: Reader, warehouseId: number): number | undefined =>
    reader.first<{ id: number }>(FIRST_SHELF, [warehouseId])?.id,
  insertWarehouse: (tx: Tx, row: NewWarehouse): number =>
    insertWarehouse.run(tx, { ...row, crossAisles: JSON.stringify(row.crossAisles) }).id,
  setWalkways: (tx: Tx, id: number, { aisleGap, aisleLength, crossAisles }: Walkways) =>
    tx.run(SET_WALKWAYS, [id, aisleGap, aisleLength, JSON.stringify(crossAisles)]),
  insertZone: (tx: Tx, row: { warehouseId: number; code: string; name: string; categories: string }): number =>
    insertZone.run(tx, row).id,
  isZoneTaken: (reader: Reader, warehouseId: number, code: string): boolean =>
    reader.first(ZONE_TAKEN, [warehouseId, code]) !== undefined,
  /** False where something is of it. */
  removeZone: (tx: Tx, id: number): boolean => tx.run(REMOVE_ZONE, [id]).changes === 1,
  updateBin: (tx: Tx, row: ChangedBin) => updateBin.run(tx, row),
  isInUse: (reader: Reader, id: number): boolean => reader.first(USED, [id]) !== undefined,
  block: (tx: Tx, id: number, blocked: boolean) => block.run(tx, { id, blocked: Number(blocked) }),
  insertBin: (tx: Tx, row: NewBin): number => insertBin.run(tx, row).id,
  warehouseById: (reader: Reader, id: number) => warehouseById.first(reader, { id }),
  hasWarehouse: (reader: Reader): boolean => anyWarehouse.first(reader, {}) !== undefined,
  isCodeTaken: (reader: Reader, code: string): boolean => warehouseByCode.first(reader, { code }) !== undefined,
  binById: (reader: Reader, id: number) => binById.first(reader, { id }),
  binByCode: (reader: Reader, code: string) => binByCode.first(reader, { code }),
  firstBinOfKind: (reader: Reader, warehouseId: number, kind: BinKind): number | undefined =>
    firstBinOfKind.first(reader, { warehouseId, kind })?.id,
  zones: (reader: Reader, warehouseId: number) => zones.all(reader, { warehouseId }),
  /** After something left the bin or a plan for it was given up. Writes only where the mark changes. */
  settleFill(tx: Tx, binId: number): void {
    const row = tx.first<{ fill: 'empty' | 'partly' | 'full'; now: 'empty' | 'partly' }>(FILL_NOW, [binId])
    if (row !== undefined && row.fill !== row.now) setFill.run(tx, { id: binId, fill: row.now })
  },
  /** Something is put there or planned to come. */
  startUsing: (tx: Tx, binId: number) => startUsing.run(tx, { id: binId }),
  markFull: (tx: Tx, binId: number) => setFill.run(tx, { id: binId, fill: 'full' }),
}

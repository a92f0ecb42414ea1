import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { WarehouseTables } from '../tables'

const db = compiler<WarehouseTables>()

interface CartonKindRow {
  readonly code: string
  readonly name: string
  readonly volumeMillilitres: number
  readonly maximumGrams: number
  readonly tareGrams: number
}

const insertKind = statement((p: CartonKindRow) =>
  db.insertInto('warehouse_carton_kind').values({
    code: p.code,
    name: p.name,
    volume_millilitres: p.volumeMillilitres,
    maximum_grams: p.maximumGrams,
    tare_grams: p.tareGrams,
  }),
)

const updateKind = statement((p: CartonKindRow & { id: number }) =>
  db
    .updateTable('warehouse_carton_kind')
    .set({
      code: p.code,
      name: p.name,
      volume_millilitres: p.volumeMillilitres,
      maximum_grams: p.maximumGrams,
      tare_grams: p.tareGrams,
    })
    .where('id', '=', p.id),
)

const archiveKind = statement((p: { id: number }) =>
  db.updateTable('warehouse_carton_kind').set({ active: 0 }).where('id', '=', p.id).where('active', '=', 1),
)

const kindByCode = statement((p: { code: string }) =>
  db.selectFrom('warehouse_carton_kind').select(['id', 'active']).where('code', '=', p.code),
)

const KIND_NAME = 'SELECT name FROM warehouse_carton_kind WHERE id = ?'

const KINDS = `
  SELECT id, code, name, volume_millilitres AS volumeMillilitres, maximum_grams AS maximumGrams, tare_grams AS tareGrams
  FROM warehouse_carton_kind WHERE active = 1 ORDER BY volume_millilitres, id`

interface NewCarton {
  readonly warehouseId: number
  readonly kind: string
  readonly sourceId: number
  readonly number: number
  readonly kindId: number
  readonly code: string
  readonly by: number
}

const insert = statement((p: NewCarton) =>
  db.insertInto('warehouse_carton').values({
    warehouse_id: p.warehouseId,
    source_kind: p.kind,
    source_id: p.sourceId,
    number: p.number,
    kind_id: p.kindId,
    state: 'open',
    code: p.code,
    expected_grams: null,
    weighed_grams: null,
    lane_bin_id: null,
    packed_by: p.by,
    closed_at: null,
  }),
)

const byId = statement((p: { id: number }) => db.selectFrom('warehouse_carton').selectAll().where('id', '=', p.id))
const byCode = statement((p: { code: string }) =>
  db.selectFrom('warehouse_carton').selectAll().where('code', '=', p.code),
)
const ofSource = statement((p: { kind: string; id: number }) =>
  db
    .selectFrom('warehouse_carton')
    .selectAll()
    .where('source_kind', '=', p.kind)
    .where('source_id', '=', p.id)
    .orderBy('number'),
)

const setCode = statement((p: { id: number; code: string }) =>
  db.updateTable('warehouse_carton').set({ code: p.code }).where('id', '=', p.id),
)

interface Closing {
  readonly id: number
  readonly expected: number | null
  readonly weighed: number | null
  readonly reason: string
  readonly at: string
}

const close = statement((p: Closing) =>
  db
    .updateTable('warehouse_carton')
    .set({
      state: 'closed',
      expected_grams: p.expected,
      weighed_grams: p.weighed,
      weight_reason: p.reason,
      closed_at: p.at,
    })
    .where('id', '=', p.id),
)

const reopen = statement((p: { id: number }) =>
  db
    .updateTable('warehouse_carton')
    .set({ state: 'open', expected_grams: null, weighed_grams: null, weight_reason: '', closed_at: null })
    .where('id', '=', p.id),
)

const setLane = statement((p: { id: number; binId: number }) =>
  db.updateTable('warehouse_carton').set({ lane_bin_id: p.binId }).where('id', '=', p.id),
)

const ADD_LINE = `
  INSERT INTO warehouse_carton_line (carton_id, demand_id, lot_id, quantity_micro) VALUES (?1, ?2, ?3, ?4)
  ON CONFLICT DO UPDATE SET quantity_micro = quantity_micro + excluded.quantity_micro`
const REDUCE_LINE = `
  UPDATE warehouse_carton_line SET quantity_micro = quantity_micro - ?4
  WHERE carton_id = ?1 AND demand_id = ?2 AND lot_id = ?3 AND quantity_micro > ?4`
const DROP_LINE = `
  DELETE FROM warehouse_carton_line WHERE carton_id = ?1 AND demand_id = ?2 AND lot_id = ?3 AND quantity_micro = ?4`

const LINES_OF = `
  SELECT l.carton_id AS cartonId, l.demand_id AS demandId, l.lot_id AS lotId, l.quantity_micro AS quantityMicro,
    d.item_id AS itemId, i.code, i.name, i.base_unit AS baseUnit, i.weight_grams AS weightGrams,
    o.code AS lotCode, o.expires_on AS expiresOn
  FROM warehouse_carton_line l
  JOIN warehouse_demand d ON d.id = l.demand_id
  JOIN v_items_item i ON i.id = d.item_id
  LEFT JOIN v_inventory_lot o ON o.id = l.lot_id
  WHERE l.carton_id = ? ORDER BY l.demand_id, l.lot_id`

export interface CartonLine {
  readonly cartonId: number
  readonly demandId: number
  readonly lotId: number
  readonly quantityMicro: number
  readonly itemId: number
  readonly code: string
  readonly name: string
  readonly baseUnit: string
  readonly weightGrams: number
  readonly lotCode: string | null
  readonly expiresOn: string | null
}

const SHIP = `
  UPDATE warehouse_carton SET state = 'shipped', shipped_round = 1 + coalesce((
    SELECT max(shipped_round) FROM warehouse_carton WHERE source_kind = ?1 AND source_id = ?2), 0)
  WHERE source_kind = ?1 AND source_id = ?2 AND state = 'closed'`
const UNSHIP = `
  UPDATE warehouse_carton SET state = 'closed', shipped_round = NULL
  WHERE source_kind = ? AND source_id = ? AND shipped_round = ?`

const HELD = `
  SELECT c.id AS cartonId, c.state, c.lane_bin_id AS laneBinId, l.lot_id AS lotId, l.quantity_micro AS quantityMicro
  FROM warehouse_carton_line l JOIN warehouse_carton c ON c.id = l.carton_id
  WHERE l.demand_id = ? AND c.state <> 'shipped'`

/** What cartons that have not left hold of an order line. */
export interface HeldInCarton {
  readonly cartonId: number
  readonly state: 'open' | 'closed'
  readonly laneBinId: number | null
  readonly lotId: number
  readonly quantityMicro: number
}

/** Of an order: whose warehouse it is, by any of its lines. */
const WAREHOUSE_OF = 'SELECT warehouse_id AS id FROM warehouse_demand WHERE source_kind = ? AND source_id = ? LIMIT 1'

const SETTINGS = `
  SELECT gs1_prefix AS gs1Prefix, weight_tolerance_permille AS weightTolerancePermille,
    weight_tolerance_grams AS weightToleranceGrams FROM warehouse_warehouse WHERE id = ?`
const SAVE_SETTINGS = `
  UPDATE warehouse_warehouse SET gs1_prefix = ?2, weight_tolerance_permille = ?3, weight_tolerance_grams = ?4
  WHERE id = ?1`

export interface PackingSettings {
  readonly gs1Prefix: string
  readonly weightTolerancePermille: number
  readonly weightToleranceGrams: number
}

export interface CartonKind extends CartonKindRow {
  readonly id: number
}

export type Carton = NonNullable<ReturnType<(typeof byId)['first']>>

export const cartonStore = {
  kinds: (reader: Reader) => reader.all<CartonKind>(KINDS),
  kindName: (reader: Reader, id: number): string => reader.first<{ name: string }>(KIND_NAME, [id])?.name ?? '',
  kindOfCode: (reader: Reader, code: string) => kindByCode.first(reader, { code }),
  insertKind: (tx: Tx, row: CartonKindRow): number => insertKind.run(tx, row).id,
  updateKind: (tx: Tx, row: CartonKindRow & { id: number }): number => updateKind.run(tx, row).changes,
  archiveKind: (tx: Tx, id: number): number => archiveKind.run(tx, { id }).changes,
  insert: (tx: Tx, row: NewCarton): number => insert.run(tx, row).id,
  setCode: (tx: Tx, id: number, code: string) => setCode.run(tx, { id, code }),
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  byCode: (reader: Reader, code: string) => byCode.first(reader, { code }),
  ofSource: (reader: Reader, kind: string, id: number) => ofSource.all(reader, { kind, id }),
  linesOf: (reader: Reader, cartonId: number) => reader.all<CartonLine>(LINES_OF, [cartonId]),
  close: (tx: Tx, row: Omit<Closing, 'at'>) => close.run(tx, { ...row, at: tx.now.toISOString() }),
  reopen: (tx: Tx, id: number) => reopen.run(tx, { id }),
  setLane: (tx: Tx, id: number, binId: number) => setLane.run(tx, { id, binId }),
  addLine: (tx: Tx, cartonId: number, demandId: number, lotId: number, quantity: number) =>
    tx.run(ADD_LINE, [cartonId, demandId, lotId, quantity]),
  /** False where the carton does not hold that much of it. */
  takeLine(tx: Tx, cartonId: number, demandId: number, lotId: number, quantity: number): boolean {
    const bound = [cartonId, demandId, lotId, quantity]
    return tx.run(REDUCE_LINE, bound).changes + tx.run(DROP_LINE, bound).changes === 1
  },
  markShipped: (tx: Tx, kind: string, id: number) => tx.run(SHIP, [kind, id]),
  markBack: (tx: Tx, kind: string, id: number, round: number) => tx.run(UNSHIP, [kind, id, round]),
  held: (reader: Reader, demandId: number) => reader.all<HeldInCarton>(HELD, [demandId]),
  warehouseOf: (reader: Reader, kind: string, id: number): number | undefined =>
    reader.first<{ id: number }>(WAREHOUSE_OF, [kind, id])?.id,
  settings: (reader: Reader, warehouseId: number) => reader.first<PackingSettings>(SETTINGS, [warehouseId]),
  saveSettings: (tx: Tx, warehouseId: number, row: PackingSettings): number =>
    tx.run(SAVE_SETTINGS, [warehouseId, row.gs1Prefix, row.weightTolerancePermille, row.weightToleranceGrams]).changes,
}

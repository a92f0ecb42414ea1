import { sql } from 'kysely'
import type { BinKind, WarehouseTables } from '../tables'
import { compiler, type Reader } from '../../../kernel/db'
import { listToSort } from '../picking/sort-scan'
import { requireBinByScan } from './bins'

const db = compiler<WarehouseTables>()

const WAREHOUSES = `
  SELECT w.id, w.code, w.name, w.customer_id AS customerId, (SELECT count(*) FROM warehouse_bin b WHERE b.warehouse_id = w.id) AS bins
  FROM warehouse_warehouse w ORDER BY w.id`

export function listWarehouses(reader: Reader) {
  return {
    rows: reader.all<{ id: number; code: string; name: string; customerId: number | null; bins: number }>(WAREHOUSES),
  }
}

const ZONES = `
  SELECT z.id, z.code, z.name, (SELECT count(*) FROM warehouse_bin b WHERE b.zone_id = z.id) AS bins
  FROM warehouse_zone z WHERE z.warehouse_id = ? ORDER BY z.code`

export function listZones(reader: Reader, input: { warehouseId: number }) {
  return { rows: reader.all<{ id: number; code: string; name: string; bins: number }>(ZONES, [input.warehouseId]) }
}

export interface ListBins {
  readonly warehouseId: number
  readonly kind?: BinKind | undefined
  readonly offset: number
  readonly limit: number
  readonly sort?: string | undefined
  readonly descending: boolean
  readonly filter: string
}

const SORTS = {
  code: 'b.code',
  kind: 'b.kind',
  zoneCode: 'z.code',
  aisle: 'b.aisle',
  bay: 'b.bay',
  level: 'b.level',
} as const

interface BinRow {
  id: number
  code: string
  kind: BinKind
  zoneCode: string
  aisle: number
  bay: number
  level: number
  xMillimetres: number
  yMillimetres: number
  capacityMillilitres: number
  capacityGrams: number
  blocked: number
  recount: number
  items: number
  fillPercent: number
}

/** Percent of the limit that is nearest to being reached, of what lies there now. */
const FILL_PERCENT = sql<number>`coalesce((
  SELECT max(
    CASE WHEN b.capacity_millilitres > 0
      THEN sum((s.quantity_micro * i.volume_millilitres + 999999) / 1000000) * 100 / b.capacity_millilitres ELSE 0 END,
    CASE WHEN b.capacity_grams > 0
      THEN sum((s.quantity_micro * i.weight_grams + 999999) / 1000000) * 100 / b.capacity_grams ELSE 0 END)
  FROM v_inventory_balance s JOIN v_items_item i ON i.id = s.item_id WHERE s.bin_id = b.id), 0)`
const ITEMS = sql<number>`(SELECT count(DISTINCT item_id) FROM v_inventory_balance s WHERE s.bin_id = b.id)`
const RECOUNT = sql<number>`EXISTS (SELECT 1 FROM warehouse_recount r WHERE r.bin_id = b.id)`

export function listBins(reader: Reader, input: ListBins) {
  let matching = db
    .selectFrom('warehouse_bin as b')
    .innerJoin('warehouse_zone as z', 'z.id', 'b.zone_id')
    .where('b.warehouse_id', '=', input.warehouseId)
  if (input.kind !== undefined) matching = matching.where('b.kind', '=', input.kind)
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    matching = matching.where((e) => e.or([e('b.code', 'like', like), e('z.code', 'like', like)]))
  }
  const total = reader.query(matching.select((e) => e.fn.countAll<number>().as('total')))[0]?.total ?? 0
  const sort = SORTS[input.sort as keyof typeof SORTS] ?? SORTS.code
  const rows = reader.query<BinRow>(
    matching
      .select([
        'b.id',
        'b.code',
        'b.kind',
        'z.code as zoneCode',
        'b.aisle',
        'b.bay',
        'b.level',
        'b.x_millimetres as xMillimetres',
        'b.y_millimetres as yMillimetres',
        'b.capacity_millilitres as capacityMillilitres',
        'b.capacity_grams as capacityGrams',
        'b.blocked',
        RECOUNT.as('recount'),
        ITEMS.as('items'),
        FILL_PERCENT.as('fillPercent'),
      ])
      .orderBy(sort, input.descending ? 'desc' : 'asc')
      .orderBy('b.id')
      .limit(input.limit)
      .offset(input.offset),
  )
  const shown = rows.map(shownBin)
  return { rows: shown, total, sums: {} }
}

function shownBin(row: BinRow) {
  return { ...row, blocked: row.blocked === 1, recount: row.recount === 1 }
}

const CONTENT = `
  SELECT s.item_id AS itemId, i.code, i.name, i.base_unit AS baseUnit, s.lot_id AS lotId, l.code AS lotCode,
    l.expires_on AS expiresOn, s.status, s.quantity_micro AS quantityMicro,
    s.quantity_micro - s.allocated_micro AS freeMicro,
    s.quantity_micro - coalesce((
      SELECT sum(k.quantity_micro) FROM warehouse_unit u JOIN warehouse_unit_line k ON k.unit_id = u.id
      WHERE u.bin_id = s.bin_id AND u.state = 'here' AND k.item_id = s.item_id AND k.lot_id = s.lot_id
        AND k.status = s.status), 0) AS looseMicro, p.pieces
  FROM v_inventory_balance s
  JOIN v_items_item i ON i.id = s.item_id
  LEFT JOIN v_inventory_lot l ON l.id = s.lot_id
  LEFT JOIN v_inventory_pieces p ON p.item_id = s.item_id AND p.bin_id = s.bin_id AND p.lot_id = s.lot_id
    AND p.status = s.status
  WHERE s.bin_id = ? AND s.quantity_micro > 0
  ORDER BY i.code, l.expires_on, s.lot_id, s.status`

interface ContentRow {
  itemId: number
  code: string
  name: string
  baseUnit: string
  lotId: number
  lotCode: string | null
  expiresOn: string | null
  status: string
  quantityMicro: number
  freeMicro: number
  looseMicro: number
  pieces: number | null
}

/** What the books say lies in a scanned bin. */
export function binContent(reader: Reader, input: { scan: string }) {
  const bin = requireBinByScan(reader, input.scan)
  return {
    bin: { id: bin.id, code: bin.code },
    kind: bin.kind,
    isBlocked: bin.blocked === 1,
    rows: reader.all<ContentRow>(CONTENT, [bin.id]).map((row) => ({
      item: { id: row.itemId, code: row.code, name: row.name, baseUnit: row.baseUnit },
      lot: row.lotCode === null ? null : { id: row.lotId, code: row.lotCode, expiresOn: row.expiresOn },
      status: row.status,
      quantityMicro: row.quantityMicro,
      freeMicro: row.freeMicro,
      looseMicro: row.looseMicro,
      pieces: row.pieces,
    })),
  }
}

const WORKLOAD = `
  SELECT
    (SELECT count(*) FROM v_purchasing_order WHERE state IN ('confirmed', 'partly-received') AND warehouse_id = ?1)
      AS ordersToReceive,
    (SELECT count(*) FROM warehouse_task WHERE kind = 'putaway' AND state = 'open' AND warehouse_id = ?1) AS putaway,
    (SELECT count(*) FROM warehouse_demand
      WHERE warehouse_id = ?1 AND quantity_micro > released_micro + withdrawn_micro) AS linesToRelease,
    (SELECT count(*) FROM warehouse_batch b JOIN warehouse_wave w ON w.id = b.wave_id
      WHERE b.state = 'open' AND w.warehouse_id = ?1) AS batchesToPick,
    (SELECT count(DISTINCT source_id) FROM warehouse_demand
      WHERE warehouse_id = ?1 AND shipped_micro < released_micro AND packed_micro < picked_micro) AS ordersToPack,
    (SELECT count(DISTINCT source_id) FROM warehouse_demand
      WHERE warehouse_id = ?1 AND shipped_micro < released_micro AND shipped_micro < packed_micro) AS ordersToShip,
    (SELECT count(*) FROM warehouse_count WHERE warehouse_id = ?1 AND state IN ('counting', 'counted')) AS countsOpen,
    (SELECT count(*) FROM warehouse_task WHERE kind = 'move' AND state = 'open' AND warehouse_id = ?1) AS moves,
    (SELECT count(*) FROM warehouse_load WHERE state = 'open' AND warehouse_id = ?1) AS loadsOpen,
    (SELECT count(*) FROM warehouse_unit WHERE state = 'here' AND warehouse_id = ?1) AS units`

interface Workload {
  ordersToReceive: number
  putaway: number
  linesToRelease: number
  batchesToPick: number
  ordersToPack: number
  ordersToShip: number
  countsOpen: number
  moves: number
  batchesToSort: number
  loadsOpen: number
  units: number
}

/** How much of each kind of work waits. */
export function workload(reader: Reader, input: { warehouseId: number }): Workload {
  const row = reader.first<Omit<Workload, 'batchesToSort'>>(WORKLOAD, [input.warehouseId])
  if (row === undefined) throw new Error('a select of counts has one row')
  return { ...row, batchesToSort: listToSort(reader, input).rows.length }
}

import { sql } from 'kysely'
import { compiler, statement, type Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import type { InventoryDatabase } from '../tables'

const db = compiler<InventoryDatabase>()

export interface StockListInput extends ListInput {
  readonly warehouseId?: number | undefined
}

const STOCK_SORTS = {
  item: 'i.code',
  category: 'i.category',
  onHandMicro: 's.on_hand_micro',
  availableMicro: 's.available_micro',
  reservedMicro: 's.reserved_micro',
  freeMicro: 'freeMicro',
  valueMinor: 's.value_minor',
} as const

function stockOnHand(input: StockListInput) {
  let query = db
    .selectFrom('inventory_stock as s')
    .innerJoin('v_items_item as i', 'i.id', 's.item_id')
    .where('s.on_hand_micro', '<>', sql.lit(0))
  if (input.warehouseId !== undefined) query = query.where('s.warehouse_id', '=', input.warehouseId)
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    query = query.where((e) =>
      e.or([
        e('i.code', 'like', like),
        e('i.name', 'like', like),
        e('i.other_name', 'like', like),
        e('i.category', 'like', like),
      ]),
    )
  }
  return query
}

export function pageOfStock(reader: Reader, input: StockListInput) {
  const sort = STOCK_SORTS[input.sort as keyof typeof STOCK_SORTS] ?? 'i.code'
  const direction = input.descending ? 'desc' : 'asc'
  const rows = reader.query(
    stockOnHand(input)
      .select((e) => [
        'i.id as itemId',
        'i.code as itemCode',
        'i.name as itemName',
        'i.base_unit as baseUnit',
        'i.category',
        's.warehouse_id as warehouseId',
        's.on_hand_micro as onHandMicro',
        's.available_micro as availableMicro',
        's.reserved_micro as reservedMicro',
        e('s.available_micro', '-', e.ref('s.reserved_micro')).as('freeMicro'),
        's.value_minor as valueMinor',
        e
          .selectFrom('v_inventory_pieces as p')
          .innerJoin('v_warehouse_bin as w', 'w.id', 'p.bin_id')
          .whereRef('p.item_id', '=', 's.item_id')
          .whereRef('w.warehouse_id', '=', 's.warehouse_id')
          .select((f) => f.fn.sum<number | null>('p.pieces').as('n'))
          .as('pieces'),
      ])
      .orderBy(sort, direction)
      .orderBy('i.id')
      .orderBy('s.warehouse_id')
      .limit(input.limit)
      .offset(input.offset),
  )
  const [sums] = reader.query(
    stockOnHand(input).select((e) => [
      e.fn.countAll<number>().as('total'),
      e.fn.sum<number | null>('s.value_minor').as('valueMinor'),
    ]),
  )
  return { rows, total: Number(sums?.total ?? 0), valueMinor: Number(sums?.valueMinor ?? 0) }
}

const stockOfItem = statement((p: { itemId: number }) =>
  db
    .selectFrom('inventory_stock')
    .where('item_id', '=', p.itemId)
    .select((e) => [
      e.fn.sum<number | null>('on_hand_micro').as('onHandMicro'),
      e.fn.sum<number | null>('available_micro').as('availableMicro'),
      e.fn.sum<number | null>('reserved_micro').as('reservedMicro'),
      e.fn.sum<number | null>('value_minor').as('valueMinor'),
    ]),
)

const balancesOfItem = statement((p: { itemId: number }) =>
  db
    .selectFrom('inventory_balance as b')
    .innerJoin('v_warehouse_bin as w', 'w.id', 'b.bin_id')
    .leftJoin('inventory_lot as l', 'l.id', 'b.lot_id')
    .leftJoin('v_inventory_pieces as p', (join) =>
      join
        .onRef('p.item_id', '=', 'b.item_id')
        .onRef('p.bin_id', '=', 'b.bin_id')
        .onRef('p.lot_id', '=', 'b.lot_id')
        .onRef('p.status', '=', 'b.status'),
    )
    .where('b.item_id', '=', p.itemId)
    .orderBy('w.code')
    .orderBy('l.expires_on')
    .select([
      'w.id as binId',
      'w.code as binCode',
      'l.id as lotId',
      'l.code as lotCode',
      'l.expires_on as expiresOn',
      'b.status',
      'b.quantity_micro as quantityMicro',
      'b.allocated_micro as allocatedMicro',
      'p.pieces',
    ]),
)

const reservationsOfItem = statement((p: { itemId: number }) =>
  db
    .selectFrom('inventory_reservation as r')
    .where('r.item_id', '=', p.itemId)
    .where('r.open_micro', '>', sql.lit(0))
    .groupBy(['r.source_kind', 'r.source_id'])
    .orderBy('r.source_id')
    .select((e) => [
      'r.source_kind as sourceKind',
      'r.source_id as sourceId',
      e.fn.sum<number>('r.open_micro').as('openMicro'),
      e
        .selectFrom('v_document_link as d')
        .whereRef('d.kind', '=', 'r.source_kind')
        .whereRef('d.id', '=', 'r.source_id')
        .select('d.number')
        .as('number'),
    ]),
)

export const itemStockQueries = {
  stock: (reader: Reader, itemId: number) => stockOfItem.first(reader, { itemId }),
  balances: (reader: Reader, itemId: number) => balancesOfItem.all(reader, { itemId }),
  reservations: (reader: Reader, itemId: number) => reservationsOfItem.all(reader, { itemId }),
}

export interface MovementListInput extends ListInput {
  readonly itemId?: number | undefined
  readonly sourceKind?: string | undefined
  readonly sourceId?: number | undefined
}

function movements(input: MovementListInput) {
  let query = db.selectFrom('inventory_movement as m')
  if (input.itemId !== undefined) query = query.where('m.item_id', '=', input.itemId)
  if (input.sourceKind !== undefined) query = query.where('m.source_kind', '=', input.sourceKind)
  if (input.sourceId !== undefined) query = query.where('m.source_id', '=', input.sourceId)
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    query = query.where('m.item_id', 'in', (e) =>
      e
        .selectFrom('v_items_item')
        .where((f) => f.or([f('code', 'like', like), f('name', 'like', like)]))
        .select('id'),
    )
  }
  return query
}

export function pageOfMovements(reader: Reader, input: MovementListInput) {
  // Movements are kept in order of posting; there is no other order worth an index.
  const direction = input.sort === undefined || input.descending ? 'desc' : 'asc'
  const rows = reader.query(
    movements(input)
      .innerJoin('v_items_item as i', 'i.id', 'm.item_id')
      .leftJoin('inventory_lot as l', 'l.id', 'm.lot_id')
      .leftJoin('v_warehouse_bin as f', 'f.id', 'm.from_bin_id')
      .leftJoin('v_warehouse_bin as t', 't.id', 'm.to_bin_id')
      .select((e) => [
        'm.id',
        'm.posted_on as postedOn',
        'm.posted_at as postedAt',
        'i.id as itemId',
        'i.code as itemCode',
        'i.name as itemName',
        'i.base_unit as baseUnit',
        'l.id as lotId',
        'l.code as lotCode',
        'l.expires_on as expiresOn',
        'f.id as fromBinId',
        'f.code as fromBinCode',
        't.id as toBinId',
        't.code as toBinCode',
        'm.quantity_micro as quantityMicro',
        'm.value_minor as valueMinor',
        'm.source_kind as sourceKind',
        'm.source_id as sourceId',
        e
          .selectFrom('v_inventory_piece_entry as p')
          .whereRef('p.movement_id', '=', 'm.id')
          .select((f) => f.fn.max(sql<number | null>`abs(p.pieces)`).as('n'))
          .as('pieces'),
      ])
      .orderBy('m.id', direction)
      .limit(input.limit)
      .offset(input.offset),
  )
  const [count] = reader.query(movements(input).select((e) => e.fn.countAll<number>().as('total')))
  return { rows, total: Number(count?.total ?? 0) }
}

/** Lots that expire before a day and are still here, with what their item is worth, soonest first. */
export function lotsExpiring(reader: Reader, before: string, filter: string) {
  let query = db
    .selectFrom('inventory_lot as l')
    .innerJoin('inventory_balance as b', (join) =>
      join.onRef('b.item_id', '=', 'l.item_id').onRef('b.lot_id', '=', 'l.id'),
    )
    .innerJoin('v_items_item as i', 'i.id', 'l.item_id')
    .where('l.expires_on', '<', before)
  if (filter !== '') {
    const like = `%${filter}%`
    query = query.where((e) => e.or([e('i.code', 'like', like), e('i.name', 'like', like), e('l.code', 'like', like)]))
  }
  return reader.query(
    query
      .groupBy('l.id')
      .orderBy('l.expires_on')
      .orderBy('l.id')
      .select((e) => [
        'i.id as itemId',
        'i.code as itemCode',
        'i.name as itemName',
        'i.base_unit as baseUnit',
        'l.id as lotId',
        'l.code as lotCode',
        'l.supplier_id as supplierId',
        sql<string>`l.expires_on`.as('expiresOn'),
        e.fn.sum<number>('b.quantity_micro').as('quantityMicro'),
        e
          .selectFrom('inventory_stock as s')
          .whereRef('s.item_id', '=', 'l.item_id')
          .select((f) => f.fn.sum<number>('s.on_hand_micro').as('n'))
          .as('onHandMicro'),
        e
          .selectFrom('inventory_stock as s')
          .whereRef('s.item_id', '=', 'l.item_id')
          .select((f) => f.fn.sum<number>('s.value_minor').as('n'))
          .as('itemValueMinor'),
      ]),
  )
}

/** What was sold of each item since a day. */
export function paceOf(reader: Reader, since: string): Map<number, number> {
  const rows = reader.all<{ itemId: number; quantityMicro: number }>(
    `SELECT item_id AS itemId, sum(CASE WHEN to_bin_id IS NULL THEN quantity_micro ELSE -quantity_micro END) AS quantityMicro
     FROM inventory_movement
     WHERE posted_on >= ? AND (source_kind LIKE 'shipping.%' OR source_kind LIKE 'sales.%')
       AND (from_bin_id IS NULL OR to_bin_id IS NULL) GROUP BY item_id`,
    [since],
  )
  return new Map(rows.map((row) => [row.itemId, row.quantityMicro]))
}

import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { InventoryTables, StockStatus } from '../tables'

const db = compiler<InventoryTables>()

export interface StoredMovement {
  readonly id: number
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly fromBinId: number | null
  readonly fromStatus: StockStatus | null
  readonly toBinId: number | null
  readonly toStatus: StockStatus | null
  readonly quantityMicro: number
  readonly valueMinor: number
  readonly sourceLineId: number | null
  /** 0: ours */
  readonly ownerId: number
}

export interface StockRow {
  readonly onHandMicro: number
  readonly availableMicro: number
  readonly reservedMicro: number
  /** Of what is on hand, what belongs to suppliers and has no value here. */
  readonly consignedMicro: number
  readonly valueMinor: number
}

export interface BalanceKey {
  readonly itemId: number
  readonly binId: number
  readonly lotId: number
  readonly status: StockStatus
}

interface NewMovement extends Omit<StoredMovement, 'id'> {
  readonly postedOn: string
  readonly postedAt: string
  readonly sourceKind: string
  readonly sourceId: number
}

const insertMovement = statement((p: NewMovement) =>
  db.insertInto('inventory_movement').values({
    posted_on: p.postedOn,
    posted_at: p.postedAt,
    warehouse_id: p.warehouseId,
    item_id: p.itemId,
    lot_id: p.lotId,
    from_bin_id: p.fromBinId,
    from_status: p.fromStatus,
    to_bin_id: p.toBinId,
    to_status: p.toStatus,
    quantity_micro: p.quantityMicro,
    value_minor: p.valueMinor,
    source_kind: p.sourceKind,
    source_id: p.sourceId,
    source_line_id: p.sourceLineId,
    owner_id: p.ownerId,
  }),
)

const addToBalance = statement((p: BalanceKey & { warehouseId: number; quantityMicro: number }) =>
  db
    .insertInto('inventory_balance')
    .values({
      item_id: p.itemId,
      bin_id: p.binId,
      lot_id: p.lotId,
      status: p.status,
      warehouse_id: p.warehouseId,
      quantity_micro: p.quantityMicro,
    })
    .onConflict((conflict) =>
      conflict.columns(['item_id', 'bin_id', 'lot_id', 'status']).doUpdateSet((e) => ({
        quantity_micro: e('inventory_balance.quantity_micro', '+', e.ref('excluded.quantity_micro')),
      })),
    ),
)

// The guard stands in the write: what is promised to a pick cannot leave, and nothing goes below zero.
const takeFromBalance = statement((p: BalanceKey & { quantityMicro: number }) =>
  db
    .updateTable('inventory_balance')
    .where('item_id', '=', p.itemId)
    .where('bin_id', '=', p.binId)
    .where('lot_id', '=', p.lotId)
    .where('status', '=', p.status)
    .where(sql<boolean>`quantity_micro - allocated_micro >= ${p.quantityMicro}`)
    .set({ quantity_micro: sql<number>`quantity_micro - ${p.quantityMicro}` })
    .returning('quantity_micro as leftMicro'),
)

const deleteEmptyBalance = statement((p: BalanceKey) =>
  db
    .deleteFrom('inventory_balance')
    .where('item_id', '=', p.itemId)
    .where('bin_id', '=', p.binId)
    .where('lot_id', '=', p.lotId)
    .where('status', '=', p.status)
    .where('quantity_micro', '=', sql.lit(0)),
)

const findBalance = statement((p: BalanceKey) =>
  db
    .selectFrom('inventory_balance')
    .where('item_id', '=', p.itemId)
    .where('bin_id', '=', p.binId)
    .where('lot_id', '=', p.lotId)
    .where('status', '=', p.status)
    .select(['quantity_micro as quantityMicro', 'allocated_micro as allocatedMicro']),
)

const allocate = statement((p: BalanceKey & { quantityMicro: number }) =>
  db
    .updateTable('inventory_balance')
    .where('item_id', '=', p.itemId)
    .where('bin_id', '=', p.binId)
    .where('lot_id', '=', p.lotId)
    .where('status', '=', p.status)
    .where(sql<boolean>`quantity_micro - allocated_micro >= ${p.quantityMicro}`)
    .set({ allocated_micro: sql<number>`allocated_micro + ${p.quantityMicro}` }),
)

const deallocate = statement((p: BalanceKey & { quantityMicro: number }) =>
  db
    .updateTable('inventory_balance')
    .where('item_id', '=', p.itemId)
    .where('bin_id', '=', p.binId)
    .where('lot_id', '=', p.lotId)
    .where('status', '=', p.status)
    .where(sql<boolean>`allocated_micro >= ${p.quantityMicro}`)
    .set({ allocated_micro: sql<number>`allocated_micro - ${p.quantityMicro}` }),
)

const findStock = statement((p: { warehouseId: number; itemId: number }) =>
  db
    .selectFrom('inventory_stock')
    .where('warehouse_id', '=', p.warehouseId)
    .where('item_id', '=', p.itemId)
    .select([
      'on_hand_micro as onHandMicro',
      'available_micro as availableMicro',
      'reserved_micro as reservedMicro',
      'consigned_micro as consignedMicro',
      'value_minor as valueMinor',
    ]),
)

interface StockDelta {
  readonly warehouseId: number
  readonly itemId: number
  readonly onHandMicro: number
  readonly availableMicro: number
  readonly consignedMicro: number
  readonly valueMinor: number
}

const addToStock = statement((p: StockDelta) =>
  db
    .insertInto('inventory_stock')
    .values({
      warehouse_id: p.warehouseId,
      item_id: p.itemId,
      on_hand_micro: p.onHandMicro,
      available_micro: p.availableMicro,
      consigned_micro: p.consignedMicro,
      value_minor: p.valueMinor,
    })
    .onConflict((conflict) =>
      conflict.columns(['warehouse_id', 'item_id']).doUpdateSet((e) => ({
        on_hand_micro: e('inventory_stock.on_hand_micro', '+', e.ref('excluded.on_hand_micro')),
        available_micro: e('inventory_stock.available_micro', '+', e.ref('excluded.available_micro')),
        consigned_micro: e('inventory_stock.consigned_micro', '+', e.ref('excluded.consigned_micro')),
        value_minor: e('inventory_stock.value_minor', '+', e.ref('excluded.value_minor')),
      })),
    ),
)

// CHECKs look at the row to insert before the conflict is seen, so a decrease cannot be an upsert.
const changeStock = statement((p: StockDelta) =>
  db
    .updateTable('inventory_stock')
    .where('warehouse_id', '=', p.warehouseId)
    .where('item_id', '=', p.itemId)
    .set({
      on_hand_micro: sql<number>`on_hand_micro + ${p.onHandMicro}`,
      available_micro: sql<number>`available_micro + ${p.availableMicro}`,
      consigned_micro: sql<number>`consigned_micro + ${p.consignedMicro}`,
      value_minor: sql<number>`value_minor + ${p.valueMinor}`,
    }),
)

const movementsOfSource = statement((p: { kind: string; id: number }) =>
  db
    .selectFrom('inventory_movement')
    .where('source_kind', '=', p.kind)
    .where('source_id', '=', p.id)
    .orderBy('id')
    .select([
      'id',
      'warehouse_id as warehouseId',
      'item_id as itemId',
      'lot_id as lotId',
      'from_bin_id as fromBinId',
      'from_status as fromStatus',
      'to_bin_id as toBinId',
      'to_status as toStatus',
      'quantity_micro as quantityMicro',
      'value_minor as valueMinor',
      'source_line_id as sourceLineId',
      'owner_id as ownerId',
    ]),
)

const insertRevaluation = statement(
  (p: {
    postedOn: string
    warehouseId: number
    itemId: number
    valueMinor: number
    sourceKind: string
    sourceId: number
  }) =>
    db.insertInto('inventory_revaluation').values({
      posted_on: p.postedOn,
      warehouse_id: p.warehouseId,
      item_id: p.itemId,
      value_minor: p.valueMinor,
      source_kind: p.sourceKind,
      source_id: p.sourceId,
      after_movement_id: sql<number>`(SELECT max(id) FROM inventory_movement)`,
    }),
)

const revaluationsOfSource = statement((p: { kind: string; id: number }) =>
  db
    .selectFrom('inventory_revaluation')
    .where('source_kind', '=', p.kind)
    .where('source_id', '=', p.id)
    .orderBy('id', 'desc')
    .select(['id', 'warehouse_id as warehouseId', 'item_id as itemId', 'value_minor as valueMinor']),
)

export const stockStore = {
  insertMovement: (tx: Tx, movement: NewMovement): number => insertMovement.run(tx, movement).id,
  addToBalance: (tx: Tx, balance: BalanceKey & { warehouseId: number; quantityMicro: number }): void => {
    addToBalance.run(tx, balance)
  },
  /** What is left in that bin, lot and status; undefined when less than that is there and free. */
  takeFromBalance: (tx: Tx, balance: BalanceKey & { quantityMicro: number }): number | undefined =>
    takeFromBalance.first(tx, balance)?.leftMicro,
  /** Empty balances are not kept: an item's list of bins stays as short as its stock. */
  deleteEmptyBalance: (tx: Tx, balance: BalanceKey): void => {
    deleteEmptyBalance.run(tx, balance)
  },
  findBalance: (reader: Reader, balance: BalanceKey) => findBalance.first(reader, balance),
  allocate: (tx: Tx, balance: BalanceKey & { quantityMicro: number }): boolean =>
    allocate.run(tx, balance).changes === 1,
  deallocate: (tx: Tx, balance: BalanceKey & { quantityMicro: number }): boolean =>
    deallocate.run(tx, balance).changes === 1,
  findStock: (reader: Reader, warehouseId: number, itemId: number): StockRow | undefined =>
    findStock.first(reader, { warehouseId, itemId }),
  changeStock: (tx: Tx, delta: StockDelta): void => {
    const { onHandMicro, availableMicro, consignedMicro, valueMinor } = delta
    const grows = onHandMicro >= 0 && availableMicro >= 0 && consignedMicro >= 0 && valueMinor >= 0
    if (grows) addToStock.run(tx, delta)
    else changeStock.run(tx, delta)
  },
  movementsOfSource: (reader: Reader, kind: string, id: number): StoredMovement[] =>
    movementsOfSource.all(reader, { kind, id }),
  insertRevaluation: (
    tx: Tx,
    row: {
      postedOn: string
      warehouseId: number
      itemId: number
      valueMinor: number
      sourceKind: string
      sourceId: number
    },
  ): number => insertRevaluation.run(tx, row).id,
  /** What a document did to the value of stock, last first. */
  revaluationsOfSource: (reader: Reader, kind: string, id: number) => revaluationsOfSource.all(reader, { kind, id }),
}

import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { InventoryTables } from '../tables'

const db = compiler<InventoryTables>()

export interface Layer {
  readonly id: number
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly quantityMicro: number
  readonly leftMicro: number
  readonly leftValueMinor: number
  readonly parentId: number | null
  readonly originKind: string
  readonly originId: number
  readonly originLineId: number | null
}

export interface NewLayer {
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly parentId: number | null
  readonly originKind: string
  readonly originId: number
  readonly originLineId: number | null
  readonly openedOn: string
  readonly movementId: number | null
  readonly quantityMicro: number
  readonly valueMinor: number
}

interface LayerChange {
  readonly layerId: number
  readonly postedOn: string
  readonly movementId: number | null
  readonly revaluationId: number | null
  readonly quantityMicro: number
  readonly valueMinor: number
  readonly heldMicro: number
}

const columns = [
  'id',
  'warehouse_id as warehouseId',
  'item_id as itemId',
  'lot_id as lotId',
  'quantity_micro as quantityMicro',
  'left_micro as leftMicro',
  'left_value_minor as leftValueMinor',
  'parent_id as parentId',
  'origin_kind as originKind',
  'origin_id as originId',
  'origin_line_id as originLineId',
] as const

const insert = statement((p: NewLayer) =>
  db.insertInto('inventory_layer').values({
    warehouse_id: p.warehouseId,
    item_id: p.itemId,
    lot_id: p.lotId,
    parent_id: p.parentId,
    origin_kind: p.originKind,
    origin_id: p.originId,
    origin_line_id: p.originLineId,
    opened_on: p.openedOn,
    movement_id: p.movementId,
    quantity_micro: p.quantityMicro,
    value_minor: p.valueMinor,
    left_micro: p.quantityMicro,
    left_value_minor: p.valueMinor,
  }),
)
const insertEntry = statement((p: LayerChange) =>
  db.insertInto('inventory_layer_entry').values({
    layer_id: p.layerId,
    posted_on: p.postedOn,
    movement_id: p.movementId,
    revaluation_id: p.revaluationId,
    quantity_micro: p.quantityMicro,
    value_minor: p.valueMinor,
    held_micro: p.heldMicro,
  }),
)
const change = statement((p: { layerId: number; quantityMicro: number; valueMinor: number }) =>
  db
    .updateTable('inventory_layer')
    .where('id', '=', p.layerId)
    .set({
      left_micro: sql<number>`left_micro + ${p.quantityMicro}`,
      left_value_minor: sql<number>`left_value_minor + ${p.valueMinor}`,
    }),
)
const find = statement((p: { id: number }) => db.selectFrom('inventory_layer').where('id', '=', p.id).select(columns))
const open = statement((p: { itemId: number; warehouseId: number }) =>
  db
    .selectFrom('inventory_layer')
    .where('item_id', '=', p.itemId)
    .where('warehouse_id', '=', p.warehouseId)
    .where('left_micro', '>', sql.lit(0))
    .orderBy('id')
    .select(columns),
)
const ofMovement = statement((p: { movementId: number }) =>
  db.selectFrom('inventory_layer').where('movement_id', '=', p.movementId).orderBy('id').select(columns),
)
const ofOrigin = statement((p: { kind: string; lineId: number }) =>
  db
    .selectFrom('inventory_layer')
    .where('origin_kind', '=', p.kind)
    .where('origin_line_id', '=', p.lineId)
    .orderBy('id')
    .select(columns),
)
const takenBy = statement((p: { movementId: number }) =>
  db
    .selectFrom('inventory_layer_entry')
    .where('movement_id', '=', p.movementId)
    .where('quantity_micro', '<', sql.lit(0))
    .orderBy('id')
    .select([
      'layer_id as layerId',
      sql<number>`-quantity_micro`.as('quantityMicro'),
      sql<number>`-value_minor`.as('valueMinor'),
    ]),
)
const changedBy = statement((p: { revaluationId: number }) =>
  db
    .selectFrom('inventory_layer_entry')
    .where('revaluation_id', '=', p.revaluationId)
    .select(['layer_id as layerId', 'value_minor as valueMinor', 'held_micro as heldMicro']),
)

export const layerStore = {
  /** Opens a layer; its first entry is all of it. */
  insert(tx: Tx, layer: NewLayer): number {
    const { id } = insert.run(tx, layer)
    const { openedOn: postedOn, movementId, quantityMicro, valueMinor } = layer
    insertEntry.run(tx, {
      layerId: id,
      postedOn,
      movementId,
      revaluationId: null,
      quantityMicro,
      valueMinor,
      heldMicro: quantityMicro,
    })
    return id
  },
  change(tx: Tx, entry: LayerChange): void {
    change.run(tx, { layerId: entry.layerId, quantityMicro: entry.quantityMicro, valueMinor: entry.valueMinor })
    insertEntry.run(tx, entry)
  },
  find: (reader: Reader, id: number): Layer | undefined => find.first(reader, { id }),
  /** Layers with something left, oldest first. */
  open: (reader: Reader, warehouseId: number, itemId: number): Layer[] => open.all(reader, { warehouseId, itemId }),
  ofMovement: (reader: Reader, movementId: number): Layer[] => ofMovement.all(reader, { movementId }),
  /** Every layer that a document line bought, also those that transfers have carried on. */
  ofOrigin: (reader: Reader, kind: string, lineId: number): Layer[] => ofOrigin.all(reader, { kind, lineId }),
  takenBy: (reader: Reader, movementId: number) => takenBy.all(reader, { movementId }),
  changedBy: (reader: Reader, revaluationId: number) => changedBy.first(reader, { revaluationId }),
}

import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { InventoryDatabase } from '../tables'

const db = compiler<InventoryDatabase>()

interface NewReservation {
  readonly warehouseId: number
  readonly itemId: number
  readonly sourceKind: string
  readonly sourceId: number
  readonly sourceLineId: number
  readonly quantityMicro: number
}

export interface Reservation {
  readonly id: number
  readonly warehouseId: number
  readonly itemId: number
  readonly openMicro: number
}

// The line may come back (a reversed shipment): its promise grows again.
const insert = statement((p: NewReservation & { createdAt: string }) =>
  db
    .insertInto('inventory_reservation')
    .values({
      warehouse_id: p.warehouseId,
      item_id: p.itemId,
      source_kind: p.sourceKind,
      source_id: p.sourceId,
      source_line_id: p.sourceLineId,
      quantity_micro: p.quantityMicro,
      open_micro: p.quantityMicro,
      created_at: p.createdAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['source_kind', 'source_line_id']).doUpdateSet((e) => ({
        quantity_micro: e('inventory_reservation.quantity_micro', '+', e.ref('excluded.quantity_micro')),
        open_micro: e('inventory_reservation.open_micro', '+', e.ref('excluded.open_micro')),
      })),
    ),
)

// Two clerks cannot promise the same piece twice: the free quantity is asked in the write itself.
const reserveStock = statement((p: { warehouseId: number; itemId: number; quantityMicro: number }) =>
  db
    .updateTable('inventory_stock')
    .where('warehouse_id', '=', p.warehouseId)
    .where('item_id', '=', p.itemId)
    .where(sql<boolean>`available_micro - reserved_micro >= ${p.quantityMicro}`)
    .set({ reserved_micro: sql<number>`reserved_micro + ${p.quantityMicro}` }),
)

const freeStock = statement((p: { warehouseId: number; itemId: number; quantityMicro: number }) =>
  db
    .updateTable('inventory_stock')
    .where('warehouse_id', '=', p.warehouseId)
    .where('item_id', '=', p.itemId)
    .where(sql<boolean>`reserved_micro >= ${p.quantityMicro}`)
    .set({ reserved_micro: sql<number>`reserved_micro - ${p.quantityMicro}` }),
)

const find = statement((p: { kind: string; id: number; lineId: number }) =>
  db
    .selectFrom('inventory_reservation')
    .where('source_kind', '=', p.kind)
    .where('source_line_id', '=', p.lineId)
    .where('source_id', '=', p.id)
    .select(['id', 'warehouse_id as warehouseId', 'item_id as itemId', 'open_micro as openMicro']),
)

const reduce = statement((p: { id: number; quantityMicro: number }) =>
  db
    .updateTable('inventory_reservation')
    .where('id', '=', p.id)
    .set({ open_micro: sql<number>`open_micro - ${p.quantityMicro}` }),
)

const holders = statement((p: { warehouseId: number; itemId: number }) =>
  db
    .selectFrom('inventory_reservation')
    .where('item_id', '=', p.itemId)
    .where('warehouse_id', '=', p.warehouseId)
    .where('open_micro', '>', sql.lit(0))
    .groupBy(['source_kind', 'source_id'])
    .orderBy('source_id')
    .limit(sql.lit(6))
    .select((e) => [
      'source_kind as kind',
      'source_id as id',
      e
        .selectFrom('v_document_link as d')
        .whereRef('d.kind', '=', 'inventory_reservation.source_kind')
        .whereRef('d.id', '=', 'inventory_reservation.source_id')
        .select('d.number')
        .as('number'),
    ]),
)

export const reservationStore = {
  insert: (tx: Tx, reservation: NewReservation): void => {
    insert.run(tx, { ...reservation, createdAt: tx.now.toISOString() })
  },
  /** False when less than that is free. */
  reserveStock: (tx: Tx, warehouseId: number, itemId: number, quantityMicro: number): boolean =>
    reserveStock.run(tx, { warehouseId, itemId, quantityMicro }).changes === 1,
  freeStock: (tx: Tx, warehouseId: number, itemId: number, quantityMicro: number): boolean =>
    freeStock.run(tx, { warehouseId, itemId, quantityMicro }).changes === 1,
  find: (reader: Reader, kind: string, id: number, lineId: number): Reservation | undefined =>
    find.first(reader, { kind, id, lineId }),
  reduce: (tx: Tx, id: number, quantityMicro: number): void => {
    reduce.run(tx, { id, quantityMicro })
  },
  /** The first documents that hold an item, oldest first. */
  holders: (reader: Reader, warehouseId: number, itemId: number) => holders.all(reader, { warehouseId, itemId }),
}

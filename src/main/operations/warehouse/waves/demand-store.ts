import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { WarehouseTables } from '../tables'

const db = compiler<WarehouseTables>()

interface NewDemand {
  readonly warehouseId: number
  readonly sourceKind: string
  readonly sourceId: number
  readonly sourceLineId: number
  readonly sourceNumber: string
  readonly partnerId: number
  readonly itemId: number
  readonly quantityMicro: number
  readonly dueOn: string
  readonly minimumRemainingLifeDays: number
  readonly priority: number
  readonly channel: string
  readonly carrier: string
}

const insert = statement((p: NewDemand) =>
  db
    .insertInto('warehouse_demand')
    .values({
      warehouse_id: p.warehouseId,
      source_kind: p.sourceKind,
      source_id: p.sourceId,
      source_line_id: p.sourceLineId,
      source_number: p.sourceNumber,
      partner_id: p.partnerId,
      item_id: p.itemId,
      quantity_micro: p.quantityMicro,
      due_on: p.dueOn,
      minimum_remaining_life_days: p.minimumRemainingLifeDays,
      wave_id: null,
      priority: p.priority,
      channel: p.channel,
      carrier: p.carrier,
    })
    // More of a line whose rest had to wait for stock.
    .onConflict((c) =>
      c.columns(['source_kind', 'source_line_id']).doUpdateSet((e) => ({
        quantity_micro: e('warehouse_demand.quantity_micro', '+', e.ref('excluded.quantity_micro')),
      })),
    ),
)

const ofSource = statement((p: { kind: string; id: number }) =>
  db
    .selectFrom('warehouse_demand')
    .selectAll()
    .where('source_kind', '=', p.kind)
    .where('source_id', '=', p.id)
    .orderBy('id'),
)

const byId = statement((p: { id: number }) => db.selectFrom('warehouse_demand').selectAll().where('id', '=', p.id))

const WAITING_COLUMNS = `id, source_id AS sourceId, source_number AS sourceNumber, item_id AS itemId,
  quantity_micro - released_micro - withdrawn_micro AS waitingMicro,
  minimum_remaining_life_days AS minimumRemainingLifeDays`
const IS_WAITING = 'warehouse_id = ? AND quantity_micro > released_micro + withdrawn_micro'

const ALL_WAITING = `
  SELECT ${WAITING_COLUMNS} FROM warehouse_demand WHERE ${IS_WAITING} ORDER BY priority DESC, due_on, source_id, id`

const WAITING_OF_ORDERS = `
  SELECT ${WAITING_COLUMNS} FROM warehouse_demand
  WHERE source_kind = 'sales.order' AND source_id IN (SELECT value FROM json_each(?)) AND ${IS_WAITING}
  ORDER BY priority DESC, due_on, source_id, id`

const WAITING_FOR_ITEMS = `
  SELECT ${WAITING_COLUMNS} FROM warehouse_demand
  WHERE ${IS_WAITING} AND item_id IN (SELECT value FROM json_each(?)) ORDER BY priority DESC, due_on, source_id, id`

export interface WaitingDemand {
  readonly id: number
  readonly sourceId: number
  readonly sourceNumber: string
  readonly itemId: number
  readonly waitingMicro: number
  readonly minimumRemainingLifeDays: number
}

const SET_TERMS = `
  UPDATE warehouse_demand SET priority = coalesce(?3, priority), channel = coalesce(?4, channel), carrier = coalesce(?5, carrier)
  WHERE source_kind = 'sales.order' AND source_id = ?1 AND warehouse_id = ?2`

/** Lines of a wave that have nothing released any more are no part of it. */
const LEAVE_WAVE = `UPDATE warehouse_demand SET wave_id = NULL WHERE id = ? AND released_micro = 0`

const release = statement((p: { id: number; quantity: number; waveId: number }) =>
  db
    .updateTable('warehouse_demand')
    .set((e) => ({ released_micro: e('released_micro', '+', p.quantity), wave_id: p.waveId }))
    .where('id', '=', p.id),
)

const addReleased = statement((p: { id: number; quantity: number }) =>
  db
    .updateTable('warehouse_demand')
    .set((e) => ({ released_micro: e('released_micro', '+', p.quantity) }))
    .where('id', '=', p.id),
)

const addPicked = statement((p: { id: number; quantity: number }) =>
  db
    .updateTable('warehouse_demand')
    .set((e) => ({ picked_micro: e('picked_micro', '+', p.quantity) }))
    .where('id', '=', p.id),
)

const addPacked = statement((p: { id: number; quantity: number }) =>
  db
    .updateTable('warehouse_demand')
    .set((e) => ({ packed_micro: e('packed_micro', '+', p.quantity) }))
    .where('id', '=', p.id),
)

const addShipped = statement((p: { id: number; quantity: number }) =>
  db
    .updateTable('warehouse_demand')
    .set((e) => ({ shipped_micro: e('shipped_micro', '+', p.quantity) }))
    .where('id', '=', p.id),
)

const withdraw = statement((p: { id: number; quantity: number }) =>
  db
    .updateTable('warehouse_demand')
    .set((e) => ({ withdrawn_micro: e('withdrawn_micro', '+', p.quantity) }))
    .where('id', '=', p.id),
)

const SETTLE_WEIGHT = `
  UPDATE warehouse_demand SET quantity_micro = quantity_micro + ?2, released_micro = released_micro + ?2 WHERE id = ?1`

export type Demand = NonNullable<ReturnType<(typeof byId)['first']>>

export const demandStore = {
  insert: (tx: Tx, row: NewDemand) => insert.run(tx, row),
  ofSource: (reader: Reader, kind: string, id: number) => ofSource.all(reader, { kind, id }),
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  waiting: (reader: Reader, warehouseId: number, orderIds: readonly number[]): WaitingDemand[] =>
    orderIds.length === 0
      ? reader.all<WaitingDemand>(ALL_WAITING, [warehouseId])
      : reader.all<WaitingDemand>(WAITING_OF_ORDERS, [JSON.stringify(orderIds), warehouseId]),
  waitingForItems: (reader: Reader, warehouseId: number, itemIds: readonly number[]): WaitingDemand[] =>
    reader.all<WaitingDemand>(WAITING_FOR_ITEMS, [warehouseId, JSON.stringify(itemIds)]),
  release: (tx: Tx, id: number, quantity: number, waveId: number) => release.run(tx, { id, quantity, waveId }),
  leaveWave: (tx: Tx, id: number) => tx.run(LEAVE_WAVE, [id]),
  /** How many lines of the order there are here; null leaves a term as it is. */
  setTerms: (
    tx: Tx,
    warehouseId: number,
    orderId: number,
    terms: { priority: number | null; channel: string | null; carrier: string | null },
  ): number => tx.run(SET_TERMS, [orderId, warehouseId, terms.priority, terms.channel, terms.carrier]).changes,
  /** Negative quantities take back. */
  addReleased: (tx: Tx, id: number, quantity: number) => addReleased.run(tx, { id, quantity }),
  /** A pick weighs more or less than was reckoned: so much more or less is wanted. */
  settleWeight: (tx: Tx, id: number, difference: number) => tx.run(SETTLE_WEIGHT, [id, difference]),
  addPicked: (tx: Tx, id: number, quantity: number) => addPicked.run(tx, { id, quantity }),
  addPacked: (tx: Tx, id: number, quantity: number) => addPacked.run(tx, { id, quantity }),
  addShipped: (tx: Tx, id: number, quantity: number) => addShipped.run(tx, { id, quantity }),
  withdraw: (tx: Tx, id: number, quantity: number) => withdraw.run(tx, { id, quantity }),
}

import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { OrdersTables, RequestState } from '../tables'

const db = compiler<OrdersTables>()

export interface NewRequest {
  readonly channelId: number
  readonly externalNumber: string
  readonly source: 'api' | 'file' | 'text'
  readonly warehouseId: number
  readonly customerId: number | null
  readonly customerText: string
  readonly shipTo: string
  readonly promisedOn: string
  readonly priority: number
  readonly note: string
  readonly fingerprint: string
  readonly by: number
}

const insert = statement((p: NewRequest & { at: string }) =>
  db.insertInto('orders_request').values({
    channel_id: p.channelId,
    external_number: p.externalNumber,
    state: 'open',
    source: p.source,
    warehouse_id: p.warehouseId,
    customer_id: p.customerId,
    customer_text: p.customerText,
    ship_to: p.shipTo,
    promised_on: p.promisedOn,
    priority: p.priority,
    note: p.note,
    fingerprint: p.fingerprint,
    received_at: p.at,
    received_by: p.by,
  }),
)

export interface NewLine {
  readonly itemText: string
  readonly unitText: string
  readonly countMicro: number
  readonly itemId: number | null
  readonly packId: number | null
  readonly priceMicro: number | null
}

const insertLine = statement((p: NewLine & { requestId: number }) =>
  db.insertInto('orders_request_line').values({
    request_id: p.requestId,
    item_text: p.itemText,
    unit_text: p.unitText,
    count_micro: p.countMicro,
    item_id: p.itemId,
    pack_id: p.packId,
    price_micro: p.priceMicro,
  }),
)

const byId = statement((p: { id: number }) => db.selectFrom('orders_request').selectAll().where('id', '=', p.id))
const byNumber = statement((p: { channelId: number; externalNumber: string }) =>
  db
    .selectFrom('orders_request')
    .selectAll()
    .where('channel_id', '=', p.channelId)
    .where('external_number', '=', p.externalNumber),
)
const linesOf = statement((p: { requestId: number }) =>
  db.selectFrom('orders_request_line').selectAll().where('request_id', '=', p.requestId).orderBy('id'),
)
const setProblems = statement((p: { id: number; problems: string }) =>
  db.updateTable('orders_request').set({ problems: p.problems }).where('id', '=', p.id),
)
const setState = statement(
  (p: { id: number; state: RequestState; orderId: number | null; mergedInto: number | null }) =>
    db
      .updateTable('orders_request')
      .set({ state: p.state, order_id: p.orderId, merged_into: p.mergedInto })
      .where('id', '=', p.id),
)
const hold = statement((p: { id: number; reason: string | null; ownerId: number | null }) =>
  db.updateTable('orders_request').set({ hold_reason: p.reason, hold_owner_id: p.ownerId }).where('id', '=', p.id),
)
const mendHead = statement((p: { id: number; customerId: number | null; shipTo: string; promisedOn: string }) =>
  db
    .updateTable('orders_request')
    .set({ customer_id: p.customerId, ship_to: p.shipTo, promised_on: p.promisedOn })
    .where('id', '=', p.id),
)
const mendLine = statement(
  (p: { id: number; itemId: number; packId: number; countMicro: number; priceMicro: number | null }) =>
    db
      .updateTable('orders_request_line')
      .set({ item_id: p.itemId, pack_id: p.packId, count_micro: p.countMicro, price_micro: p.priceMicro })
      .where('id', '=', p.id),
)
const setCount = statement((p: { id: number; countMicro: number; priceMicro: number }) =>
  db
    .updateTable('orders_request_line')
    .set({ count_micro: p.countMicro, price_micro: p.priceMicro })
    .where('id', '=', p.id),
)
const setPart = statement((p: { id: number; warehouseId: number; carrier: string }) =>
  db.updateTable('orders_request').set({ warehouse_id: p.warehouseId, carrier: p.carrier }).where('id', '=', p.id),
)
const moveLines = statement((p: { from: number; to: number }) =>
  db.updateTable('orders_request_line').set({ request_id: p.to }).where('request_id', '=', p.from),
)
const moveLine = statement((p: { id: number; to: number }) =>
  db.updateTable('orders_request_line').set({ request_id: p.to }).where('id', '=', p.id),
)
const redirect = statement((p: { from: number; to: number }) =>
  db.updateTable('orders_request').set({ merged_into: p.to }).where('merged_into', '=', p.from),
)
const openOf = statement((p: { customerId: number }) =>
  db
    .selectFrom('orders_request')
    .selectAll()
    .where('customer_id', '=', p.customerId)
    .where('state', '=', 'open')
    .orderBy('id'),
)
const setNickname = statement((p: { customerId: number; text: string; itemId: number; packId: number | null }) =>
  db
    .insertInto('orders_nickname')
    .values({ customer_id: p.customerId, text: p.text, item_id: p.itemId, pack_id: p.packId, uses: 1 })
    .onConflict((c) =>
      c.columns(['customer_id', 'text']).doUpdateSet((e) => ({
        item_id: p.itemId,
        pack_id: p.packId,
        uses: e('orders_nickname.uses', '+', 1),
      })),
    ),
)
const nickname = statement((p: { customerId: number; text: string }) =>
  db
    .selectFrom('orders_nickname')
    .select(['item_id as itemId', 'pack_id as packId'])
    .where('customer_id', '=', p.customerId)
    .where('text', '=', p.text),
)
const mapping = statement((p: { channelId: number }) =>
  db.selectFrom('orders_mapping').select('columns').where('channel_id', '=', p.channelId),
)
const setMapping = statement((p: { channelId: number; columns: string }) =>
  db
    .insertInto('orders_mapping')
    .values({ channel_id: p.channelId, columns: p.columns })
    .onConflict((c) => c.column('channel_id').doUpdateSet({ columns: p.columns })),
)

export type RequestRow = NonNullable<ReturnType<(typeof byId)['first']>>
export type RequestLine = ReturnType<(typeof linesOf)['all']>[number]

export const requestStore = {
  insert: (tx: Tx, row: NewRequest): number => insert.run(tx, { ...row, at: tx.now.toISOString() }).id,
  insertLine: (tx: Tx, requestId: number, line: NewLine): number => insertLine.run(tx, { ...line, requestId }).id,
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  byNumber: (reader: Reader, channelId: number, externalNumber: string) =>
    byNumber.first(reader, { channelId, externalNumber }),
  linesOf: (reader: Reader, requestId: number) => linesOf.all(reader, { requestId }),
  openOf: (reader: Reader, customerId: number) => openOf.all(reader, { customerId }),
  setProblems: (tx: Tx, id: number, problems: string) => setProblems.run(tx, { id, problems }),
  setState: (tx: Tx, id: number, state: RequestState, to: { orderId?: number; mergedInto?: number } = {}) =>
    setState.run(tx, { id, state, orderId: to.orderId ?? null, mergedInto: to.mergedInto ?? null }),
  hold: (tx: Tx, id: number, reason: string | null, ownerId: number | null) => hold.run(tx, { id, reason, ownerId }),
  mendHead: (tx: Tx, row: { id: number; customerId: number | null; shipTo: string; promisedOn: string }) =>
    mendHead.run(tx, row),
  mendLine: (
    tx: Tx,
    row: { id: number; itemId: number; packId: number; countMicro: number; priceMicro: number | null },
  ) => mendLine.run(tx, row),
  setCount: (tx: Tx, id: number, countMicro: number, priceMicro: number) =>
    setCount.run(tx, { id, countMicro, priceMicro }),
  moveLines: (tx: Tx, from: number, to: number) => {
    moveLines.run(tx, { from, to })
    redirect.run(tx, { from, to })
  },
  /** From where it goes, and with whom. */
  setPart: (tx: Tx, id: number, { warehouseId, carrier }: { warehouseId: number; carrier: string }) =>
    setPart.run(tx, { id, warehouseId, carrier }),
  moveLine: (tx: Tx, id: number, to: number) => moveLine.run(tx, { id, to }),
  setNickname: (tx: Tx, row: { customerId: number; text: string; itemId: number; packId: number | null }) =>
    setNickname.run(tx, row),
  nickname: (reader: Reader, customerId: number, text: string) => nickname.first(reader, { customerId, text }),
  mapping: (reader: Reader, channelId: number) => mapping.first(reader, { channelId })?.columns,
  setMapping: (tx: Tx, channelId: number, columns: string) => setMapping.run(tx, { channelId, columns }),
}

import { z } from 'zod'
import {
  date,
  done,
  id,
  itemRef,
  listInput,
  listOf,
  name,
  note,
  partnerRef,
  positiveQuantityMicro,
  priceMicro,
  quantityMicro,
} from './fields'
import { command, query } from './procedure'

const problem = z.object({ code: z.string(), lineId: z.int() })
const requestAnswer = z.object({
  id,
  externalNumber: z.string(),
  state: z.string(),
  orderId: id.nullable(),
  problems: z.array(problem),
})

const externalNumber = z.string().trim().min(1).max(60)
const text = z.string().trim().max(200)

const head = {
  channelId: id,
  /** the channel's own number: taken once, however often it is sent */
  externalNumber,
  warehouseId: id,
  shipTo: text.default(''),
  promisedOn: date,
  priority: z.int().min(0).max(9).default(0),
  note: note.default(''),
}

const column = z.int().min(0).max(199).optional()
const columns = z.strictObject({
  externalNumber: column,
  customer: column,
  item: column,
  unit: column,
  count: column,
  price: column,
  shipTo: column,
  promisedOn: column,
  note: column,
})
const rows = z.array(z.array(z.string().max(2000)).max(200)).max(200_000)
const tableAnswer = z.object({
  orders: z.int(),
  known: z.int(),
  errors: z.array(z.object({ row: z.int(), field: z.string(), problem: z.string() })),
})

export const orders = {
  /**
   * Takes an order of a channel. Sent again with the same number and content it answers what became of it and changes
   * nothing. With `release` it is a confirmed sales order at once where nothing stands against it.
   */
  takeOrder: command(
    'sales.write',
    {
      ...head,
      /** code or name */
      customer: text,
      customerId: id.optional(),
      lines: z
        .array(
          z.strictObject({
            /** code, barcode, name, or what the customer calls it */
            item: text.min(1),
            unit: z.string().trim().max(20).default(''),
            /** in that unit */
            countMicro: positiveQuantityMicro,
            /** net, per base unit; left out: by our lists */
            priceMicro: priceMicro.optional(),
          }),
        )
        .min(1)
        .max(2000),
      release: z.boolean().default(false),
    },
    requestAnswer,
  ),
  /** Takes what was read from a message and looked at by a person; chosen items are learned as the customer's words. */
  takeMessage: command(
    'sales.write',
    {
      ...head,
      customerId: id,
      lines: z
        .array(
          z.strictObject({
            item: text.min(1),
            unit: z.string().trim().max(20).default(''),
            countMicro: positiveQuantityMicro,
            itemId: id.optional(),
          }),
        )
        .min(1)
        .max(200),
    },
    requestAnswer,
  ),
  /** What a pasted message says: "3箱可乐500ml 明天送". */
  readMessage: query(
    'sales.read',
    { text: z.string().max(5000), customerId: id.optional(), today: date.optional() },
    z.object({
      promisedOn: z.string().nullable(),
      lines: z.array(
        z.object({
          itemText: z.string(),
          unitText: z.string(),
          countMicro: quantityMicro,
          item: itemRef.nullable(),
          /** how it was found: nickname, code, barcode, name; a guess must be looked at */
          by: z.string().nullable(),
          packId: id.nullable(),
        }),
      ),
    }),
  ),
  /** What a word of a customer (0: of everyone) means from now on. */
  teachWord: command(
    'sales.write',
    { customerId: z.int().min(0), text: text.min(1), itemId: id, packId: id.nullable() },
    done,
  ),
  /** Which column of this channel's files meant what, last time. */
  mapping: query('sales.read', { channelId: id }, z.object({ columns })),
  checkTable: query('sales.read', { channelId: id, columns, rows }, tableAnswer),
  takeTable: command('sales.write', { channelId: id, warehouseId: id, columns, rows, promisedOn: date }, tableAnswer),

  listQueue: query(
    'sales.read',
    { ...listInput, show: z.enum(['open', 'exceptions', 'ready', 'held', 'all']).default('open') },
    listOf(
      z.object({
        id,
        externalNumber: z.string(),
        state: z.string(),
        source: z.string(),
        channelName: z.string(),
        customerId: id.nullable(),
        customerName: z.string(),
        promisedOn: z.string(),
        priority: z.int(),
        problems: z.array(z.string()),
        holdReason: z.string().nullable(),
        holdOwner: z.string(),
        orderId: id.nullable(),
        receivedAt: z.string(),
        lines: z.int(),
      }),
    ),
  ),
  getRequest: query(
    'sales.read',
    { id },
    z.object({
      id,
      externalNumber: z.string(),
      state: z.string(),
      channelId: id,
      warehouseId: id,
      /** who is to fetch it; empty: whoever comes */
      carrier: z.string(),
      customer: partnerRef.nullable(),
      customerText: z.string(),
      shipTo: z.string(),
      promisedOn: z.string(),
      priority: z.int(),
      note: z.string(),
      holdReason: z.string().nullable(),
      orderId: id.nullable(),
      mergedInto: id.nullable(),
      mergedNumbers: z.array(z.string()),
      problems: z.array(problem),
      lines: z.array(
        z.object({
          id,
          itemText: z.string(),
          unitText: z.string(),
          countMicro: quantityMicro,
          priceMicro: priceMicro.nullable(),
          item: itemRef.nullable(),
          packId: id.nullable(),
          packUnit: z.string().nullable(),
          guess: itemRef.nullable(),
          /** where the line is short: what may be given instead and is there, the best first */
          substitutes: z.array(itemRef),
          problems: z.array(z.string()),
        }),
      ),
    }),
  ),
  /** Mends what was not clear; which item a word meant is learned for this customer. */
  mendRequest: command(
    'sales.write',
    {
      id,
      customerId: id.nullable(),
      shipTo: text,
      promisedOn: date,
      lines: z
        .array(
          z.strictObject({
            id,
            itemId: id,
            packId: id,
            countMicro: positiveQuantityMicro,
            priceMicro: priceMicro.nullable(),
            /** given instead of what was meant: nothing is learned from it */
            isSubstitute: z.boolean().default(false),
          }),
        )
        .max(2000),
    },
    requestAnswer,
  ),
  /** Same customer, address, channel and warehouse: one parcel. The first takes the others in. */
  mergeRequests: command('sales.write', { ids: z.array(id).min(2).max(100) }, requestAnswer),
  mergeRecent: command(
    'sales.write',
    { customerId: id, minutes: z.int().min(1).max(10_080) },
    z.object({ merged: z.int() }),
  ),
  /** Some lines go by themselves; without any named, what differs in stock, warehouse, carrier or temperature. */
  splitRequest: command(
    'sales.write',
    {
      id,
      lineIds: z.array(id).min(1).max(2000).optional(),
      by: z.enum(['stock', 'warehouse', 'carrier', 'temperature']).default('stock'),
    },
    requestAnswer,
  ),
  /** Who fetches goods of which category: what orders are split by, and waves formed. */
  listCarriers: query(
    'sales.read',
    {},
    z.object({ rows: z.array(z.object({ category: z.string(), carrier: z.string(), items: z.int() })) }),
  ),
  /** Without a carrier: whoever comes. */
  setCarrier: command('sales.write', { category: z.string().max(100), carrier: z.string().trim().max(60) }, done),
  holdRequest: command('sales.write', { id, reason: name, ownerId: id.optional() }, requestAnswer),
  unholdRequest: command('sales.write', { id }, requestAnswer),
  /** Makes it a confirmed sales order, its stock promised. */
  releaseOrder: command('sales.write', { id, backOrder: z.boolean().default(false) }, requestAnswer),
  cancelRequest: command('sales.write', { id }, requestAnswer),
}

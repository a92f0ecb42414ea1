import { z } from 'zod'
import {
  code,
  date,
  documentAnswer,
  done,
  id,
  itemRef,
  listInput,
  listOf,
  note,
  partnerRef,
  pieces,
  positiveQuantityMicro,
  quantityMicro,
  scan,
} from './fields'
import { command, query } from './procedure'

const unitKind = z.enum(['pallet', 'tote', 'carton'])
const noticeState = z.enum(['expected', 'partly-received', 'received', 'cancelled'])
const blindState = z.enum(['waiting', 'matched', 'unordered', 'cancelled'])
const goods = { itemId: id, quantityMicro: positiveQuantityMicro, lotCode: code.optional(), expiresOn: date.optional() }
const lineOf = z.object({
  item: itemRef,
  lotCode: z.string(),
  expiresOn: z.string().nullable(),
  quantityMicro,
})
const receiptRef = z.object({ id, number: z.string() })
const expected = z.object({
  code: z.string(),
  kind: unitKind,
  parentCode: z.string().nullable(),
  isReceived: z.boolean(),
  lines: z.array(lineOf.extend({ orderNumber: z.string() })),
})

const unitReceived = z.object({
  receipts: z.array(receiptRef),
  /** the units as they stand at the dock now */
  units: z.array(z.object({ code: z.string(), kind: unitKind })),
  /** lines that have to be looked at first: they stand in quarantine, out of the unit */
  held: z.int(),
  /** picks from the dock straight to orders that wait for the goods */
  picksForOrders: z.int(),
})

/** Goods before they are on a receipt: announced by their supplier, made into units at the dock, or nobody's yet. */
export const arrivals = {
  /**
   * An advance shipping notice as a table, one row for each kind of goods in a unit; `id` anew while nothing has come.
   * A row without an order number is for the supplier's oldest order that still waits for the item.
   */
  saveNotice: command(
    'purchasing.write',
    {
      id: id.optional(),
      supplierId: id,
      warehouseId: id,
      expectedOn: date,
      supplierNumber: z.string().trim().max(40).default(''),
      note: note.default(''),
      rows: z
        .array(
          z.strictObject({
            /** SSCC or other label, as it will be scanned */
            unitCode: code,
            unitKind: unitKind.default('pallet'),
            /** of the pallet it stands on */
            parentCode: z.string().trim().max(40).default(''),
            /** the item's code or barcode */
            item: code,
            lotCode: z.string().trim().max(40).default(''),
            expiresOn: date.optional(),
            quantityMicro: positiveQuantityMicro,
            pieces,
            orderNumber: z.string().trim().max(40).default(''),
          }),
        )
        .min(1)
        .max(2000),
    },
    documentAnswer,
  ),
  cancelNotice: command('purchasing.write', { id }, documentAnswer),
  listNotices: query(
    'warehouse.read',
    { ...listInput, state: noticeState.optional(), warehouseId: id.optional() },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: noticeState,
        supplier: partnerRef,
        supplierNumber: z.string(),
        expectedOn: z.string(),
        units: z.int(),
        unitsReceived: z.int(),
      }),
    ),
  ),
  getNotice: query(
    'warehouse.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: noticeState,
      supplier: partnerRef,
      warehouseId: id,
      supplierNumber: z.string(),
      expectedOn: z.string(),
      note: z.string(),
      units: z.array(expected),
      receipts: z.array(receiptRef),
    }),
  ),
  /** The announced unit that a label at the dock belongs to, with what should be in it; null where it is none. */
  expectedUnit: query(
    'warehouse.read',
    { warehouseId: id, scan },
    z.object({
      unit: z
        .object({ noticeNumber: z.string(), supplier: z.string(), unit: expected, inside: z.array(expected) })
        .nullable(),
    }),
  ),
  /** One scan of its label: the unit with all that is in it is received, and stands at the dock under that label. */
  receiveUnit: command('warehouse.work', { warehouseId: id, unitScan: scan, receivedOn: date }, unitReceived),
  /** Receives scanned lines of an order straight into pallets, totes and cartons, each with a new label or its own. */
  receiveIntoUnits: command(
    'warehouse.work',
    {
      orderId: id,
      receivedOn: date,
      note: note.default(''),
      units: z
        .array(z.strictObject({ kind: unitKind, code: z.string().trim().max(40).default('') }))
        .min(1)
        .max(200),
      lines: z
        .array(
          z.strictObject({
            orderLineId: id,
            quantityMicro: positiveQuantityMicro,
            lotCode: code.optional(),
            expiresOn: date.optional(),
            status: z.enum(['available', 'quarantine', 'damaged']).default('available'),
            /** which of the units, from 0; left out: it stays loose */
            unit: z.int().min(0).max(199).optional(),
          }),
        )
        .min(1)
        .max(2000),
    },
    unitReceived,
  ),

  /** Goods that came without an order anybody knows: counted, not in stock until it is known whose they are. */
  saveBlind: command(
    'warehouse.work',
    {
      warehouseId: id,
      arrivedOn: date,
      note: note.default(''),
      lines: z.array(z.strictObject(goods)).min(1).max(500),
    },
    documentAnswer,
  ),
  /** The order is found: as much as it waits for is received for it, the rest as unordered goods of its supplier. */
  matchBlind: command(
    'warehouse.work',
    { id, orderId: id, receivedOn: date },
    z.object({ receipts: z.array(receiptRef), state: blindState }),
  ),
  /** Nobody ordered them: held for the supplier until the desk decides. */
  keepUnordered: command(
    'warehouse.work',
    { id, supplierId: id, receivedOn: date },
    z.object({ receipts: z.array(receiptRef), state: blindState }),
  ),
  /** They went away again, or were counted twice. */
  cancelBlind: command('warehouse.work', { id }, done),
  listBlind: query(
    'warehouse.read',
    { ...listInput, state: blindState.optional(), warehouseId: id.optional() },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: blindState,
        arrivedOn: z.string(),
        note: z.string(),
        lines: z.int(),
        receipts: z.string(),
      }),
    ),
  ),
  getBlind: query(
    'warehouse.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: blindState,
      arrivedOn: z.string(),
      note: z.string(),
      lines: z.array(lineOf),
      receipts: z.array(receiptRef),
      /** open orders that wait for some of it, those that wait for most of it first */
      candidates: z.array(
        z.object({
          orderId: id,
          orderNumber: z.string(),
          supplier: partnerRef,
          expectedOn: z.string(),
          /** lines of the arrival that the order takes whole */
          fits: z.int(),
          lines: z.int(),
        }),
      ),
      /** who has delivered these items before */
      suppliers: z.array(partnerRef),
    }),
  ),
}

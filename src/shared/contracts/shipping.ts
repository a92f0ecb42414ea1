import { z } from 'zod'
import { sheet } from '../labels/papers'
import {
  amountMinor,
  chain,
  costMinor,
  date,
  documentAnswer,
  id,
  itemRef,
  listInput,
  listOf,
  lotRef,
  name,
  note,
  partnerRef,
  positiveQuantityMicro,
  priceMicro,
  quantityMicro,
} from './fields'
import { pricesIncludeTax } from './currencies'
import { command, query } from './procedure'

export const shipping = {
  /** Orders whose goods are packed and wait for the carrier. */
  listReady: query(
    'warehouse.read',
    { warehouseId: id },
    z.object({
      rows: z.array(
        z.object({
          orderId: id,
          orderNumber: z.string(),
          customer: partnerRef,
          promisedOn: z.string(),
          lines: z.int(),
          /** false while something released is still to pick or to pack */
          isComplete: z.boolean(),
        }),
      ),
    }),
  ),
  /** Ships what is packed for the order: stock leaves, cost of sales is posted, the delivery note exists. */
  shipOrder: command(
    'shipping.write',
    {
      orderId: id,
      shippedOn: date,
      carrier: z.string().trim().max(60).default(''),
      cartons: z.int().positive().max(10_000).default(1),
      weightGrams: z.int().min(0).default(0),
      note: note.default(''),
    },
    documentAnswer,
  ),
  listShipments: query(
    'warehouse.read',
    { ...listInput },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        customer: partnerRef,
        orderId: id,
        shippedOn: z.string(),
        carrier: z.string(),
        cartons: z.int(),
        costMinor: costMinor(),
      }),
    ),
  ),
  getShipment: query(
    'warehouse.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      customer: partnerRef,
      orderId: id,
      shippedOn: z.string(),
      carrier: z.string(),
      cartons: z.int(),
      weightGrams: z.int(),
      note: z.string(),
      lines: z.array(
        z.object({
          id,
          item: itemRef,
          lot: lotRef.nullable(),
          quantityMicro,
          /** of goods that are counted and weighed; null for all others */
          pieces: z.int().nullable(),
          returnedMicro: quantityMicro,
          priceMicro,
          /** as it was ordered, where that included the tax */
          grossPriceMicro: priceMicro.nullable(),
          costMinor: costMinor(),
        }),
      ),
      chain,
    }),
  ),
  deliveryNotePdf: query(
    'warehouse.read',
    { id, locale: z.enum(['zh-CN', 'en']), sheet: sheet.optional() },
    z.object({ fileName: z.string(), pdf: z.string() }),
    { heavy: true },
  ),
  reverseShipment: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),

  /**
   * Goods that come back, with their credit note in the same transaction. A line of a shipment returns at its original
   * cost; a line without one returns at the present average cost. Services are credited without stock.
   */
  receiveReturn: command(
    'sales.write',
    {
      customerId: id,
      warehouseId: id,
      shipmentId: id.optional(),
      returnedOn: date,
      reason: name,
      pricesIncludeTax,
      lines: z
        .array(
          z.strictObject({
            shipmentLineId: id.optional(),
            itemId: id,
            quantityMicro: positiveQuantityMicro,
            /** per base unit, that is credited */
            priceMicro,
            lotCode: z.string().trim().max(40).optional(),
            expiresOn: date.optional(),
            /** where it goes: back to stock, held, or broken */
            status: z.enum(['available', 'quarantine', 'damaged']).default('available'),
          }),
        )
        .min(1)
        .max(2000),
    },
    z.object({ id, number: z.string(), state: z.string(), creditNoteId: id, creditNoteNumber: z.string() }),
  ),
  /** The same by scan at the dock: of one delivery, at the prices it was sold at. */
  takeBack: command(
    'warehouse.work',
    {
      shipmentId: id,
      returnedOn: date,
      reason: name,
      lines: z
        .array(
          z.strictObject({
            shipmentLineId: id,
            quantityMicro: positiveQuantityMicro,
            status: z.enum(['available', 'quarantine', 'damaged']),
          }),
        )
        .min(1)
        .max(500),
    },
    z.object({ id, number: z.string(), state: z.string() }),
  ),
  /** What became of goods that came back and are held: sold again, or written off. What is in neither stays held. */
  inspectReturn: command(
    'warehouse.work',
    {
      id,
      inspectedOn: date,
      finding: name,
      lines: z
        .array(
          z.strictObject({
            returnLineId: id,
            restockMicro: z.int().min(0).max(1_000_000_000_000_000).default(0),
            scrapMicro: z.int().min(0).max(1_000_000_000_000_000).default(0),
          }),
        )
        .min(1)
        .max(2000),
    },
    documentAnswer,
  ),
  /** A draft order over the same goods, to be changed to what the customer wants instead. */
  exchangeReturn: command('sales.write', { id, orderedOn: date, promisedOn: date }, documentAnswer),
  /** Takes a return back with its credit note, while the goods stand where they came in. */
  reverseReturn: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
  listReturns: query(
    'sales.read',
    { ...listInput },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        customer: partnerRef,
        returnedOn: z.string(),
        reason: z.string(),
        netMinor: amountMinor,
      }),
    ),
  ),
  getReturn: query(
    'sales.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      customer: partnerRef,
      returnedOn: z.string(),
      reason: z.string(),
      inspections: z.array(
        z.object({
          id,
          number: z.string(),
          inspectedOn: z.string(),
          finding: z.string(),
          restockedMicro: quantityMicro,
          scrappedMicro: quantityMicro,
        }),
      ),
      isExchanged: z.boolean(),
      lines: z.array(
        z.object({
          id,
          item: itemRef,
          lot: lotRef.nullable(),
          status: z.string(),
          quantityMicro,
          /** of it, what no inspection has decided about */
          heldMicro: quantityMicro,
          priceMicro,
          netMinor: amountMinor,
          taxMinor: amountMinor,
          costMinor: costMinor(),
        }),
      ),
      chain,
    }),
  ),
}

import { z } from 'zod'
import {
  code,
  costMinor,
  date,
  documentAnswer,
  id,
  itemRef,
  listInput,
  listOf,
  note,
  partnerRef,
  positiveQuantityMicro,
  priceMicro,
  quantityMicro,
} from './fields'
import { command, query } from './procedure'

const moved = {
  customerId: id,
  /** our warehouse: where they come from, or go back to */
  warehouseId: id,
  on: date,
  note: note.default(''),
  lines: z
    .array(z.strictObject({ itemId: id, lotCode: code.optional(), quantityMicro: positiveQuantityMicro }))
    .min(1)
    .max(500),
}

const goods = z.object({
  id: z.string(),
  customer: partnerRef,
  item: itemRef,
  quantityMicro,
  valueMinor: costMinor(),
  lastUsedOn: z.string().nullable(),
})

/** Our goods at customers', billed when they are used. */
export const consignment = {
  listGoods: query('sales.read', { ...listInput }, listOf(goods, { valueMinor: costMinor() })),
  goodsAt: query('sales.read', { customerId: id }, z.object({ rows: z.array(goods) })),
  /** What lay at a customer's, came, was used and went back through a span of days; base64. */
  placedPdf: query(
    'sales.read',
    { partnerId: id, from: date, to: date, locale: z.enum(['zh-CN', 'en']) },
    z.object({ fileName: z.string(), pdf: z.string() }),
    { heavy: true },
  ),
  /** Goods go to the customer's place and stay ours. */
  bringGoods: command('warehouse.work', moved, documentAnswer),
  /** What was not used comes back: a transfer that our warehouse receives. */
  takeGoodsBack: command('warehouse.work', moved, documentAnswer),
  /** Order, delivery and invoice of what the customer has used, in one transaction. */
  reportUse: command(
    'sales.post',
    {
      customerId: id,
      usedOn: date,
      reference: z.string().trim().max(40).default(''),
      lines: z
        .array(
          z.strictObject({
            itemId: id,
            quantityMicro: positiveQuantityMicro,
            /** net, per base unit; left out: the customer's price of that day */
            priceMicro: priceMicro.optional(),
            /** of goods kept by serial: the pieces that were used */
            serials: z.array(code).max(200).optional(),
          }),
        )
        .min(1)
        .max(500),
    },
    z.object({ orderId: id, shipmentId: id, invoiceId: id, invoiceNumber: z.string() }),
  ),
}

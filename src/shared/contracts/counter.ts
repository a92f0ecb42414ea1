import { z } from 'zod'
import { amountMinor, code, date, id, listInput, listOf, partnerRef, positiveQuantityMicro, priceMicro } from './fields'
import { counterTills } from './counter-tills'
import { command, query } from './procedure'

/** Sales over the counter, paid in cash. */
export const counter = {
  ...counterTills,
  /** Delivery, invoice and payment in one transaction, or nothing of it. */
  sell: command(
    'sales.post',
    {
      customerId: id,
      warehouseId: id,
      soldOn: date,
      /** which till; left out: the first */
      accountId: id.optional(),
      /** what the customer hands over */
      tenderedMinor: z.int().min(0).max(1_000_000_000_000),
      lines: z
        .array(
          z.strictObject({
            itemId: id,
            packId: id,
            quantityMicro: positiveQuantityMicro,
            priceMicro,
            /** of goods kept by serial: the pieces that the customer takes */
            serials: z.array(code).max(200).optional(),
          }),
        )
        .min(1)
        .max(200),
    },
    z.object({
      id,
      invoiceId: id,
      invoiceNumber: z.string(),
      grossMinor: amountMinor,
      changeMinor: amountMinor,
    }),
  ),
  listSales: query(
    'sales.read',
    { ...listInput, soldOn: date.optional() },
    listOf(
      z.object({
        id,
        invoiceId: id,
        invoiceNumber: z.string(),
        invoiceState: z.string(),
        customer: partnerRef,
        soldOn: z.string(),
        soldAt: z.string(),
        soldBy: z.string(),
        grossMinor: amountMinor,
        tenderedMinor: amountMinor,
        changeMinor: amountMinor,
      }),
      { grossMinor: amountMinor },
    ),
  ),
  /** The receipt as PDF on a strip of 80 mm, base64. */
  receiptPdf: query(
    'sales.read',
    { id, locale: z.enum(['zh-CN', 'en']) },
    z.object({ fileName: z.string(), pdf: z.string() }),
    { heavy: true },
  ),
}

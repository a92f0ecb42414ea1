import { z } from 'zod'
import {
  amountMinor,
  chain,
  costMicro,
  date,
  documentAnswer,
  done,
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
import { priceStep } from './prices'
import { command, query } from './procedure'

const orderFields = {
  customerId: id,
  warehouseId: id,
  orderedOn: date,
  promisedOn: date,
  customerReference: z.string().trim().max(60).default(''),
  /** left out: the customer's own */
  channelId: id.nullable().default(null),
  note: note.default(''),
  lines: z
    .array(
      z.strictObject({
        itemId: id,
        packId: id,
        /** in base units */
        quantityMicro: positiveQuantityMicro,
        /** net, per base unit */
        priceMicro,
      }),
    )
    .min(1)
    .max(2000),
}

const orderLine = z.object({
  id,
  lineNumber: z.int(),
  item: itemRef,
  packId: id,
  packUnit: z.string(),
  packBaseQuantity: z.int(),
  quantityMicro,
  priceMicro,
  taxCode: z.string(),
  netMinor: amountMinor,
  taxMinor: amountMinor,
  shippedMicro: quantityMicro,
  invoicedMicro: quantityMicro,
  /** given up before it left */
  cancelledMicro: quantityMicro,
})

export const sales = {
  listOrders: query(
    'sales.read',
    { ...listInput, state: z.string().optional() },
    listOf(
      z.object({
        id,
        number: z.string().nullable(),
        state: z.string(),
        customer: partnerRef,
        orderedOn: z.string(),
        promisedOn: z.string(),
        grossMinor: amountMinor,
      }),
      { grossMinor: amountMinor },
    ),
  ),
  getOrder: query(
    'sales.read',
    { id },
    z.object({
      id,
      number: z.string().nullable(),
      state: z.string(),
      customer: partnerRef,
      warehouseId: id,
      orderedOn: z.string(),
      promisedOn: z.string(),
      customerReference: z.string(),
      channelId: id.nullable(),
      note: z.string(),
      netMinor: amountMinor,
      taxMinor: amountMinor,
      grossMinor: amountMinor,
      lines: z.array(orderLine),
      chain,
    }),
  ),
  saveOrder: command('sales.write', { id: id.optional(), ...orderFields }, documentAnswer),
  deleteOrder: command('sales.write', { id }, done),
  /** Checks stock and credit, reserves at once, asks the warehouse for the goods. */
  confirmOrder: command(
    'sales.write',
    {
      id,
      /** somebody who may sell below cost, standing beside: name and PIN or password */
      approval: z.strictObject({ login: z.string().trim().min(1).max(40), pin: z.string().min(1).max(200) }).optional(),
    },
    documentAnswer,
  ),
  /** Gives back what is reserved and not yet picked. */
  cancelOrder: command('sales.write', { id }, documentAnswer),
  /** What a line may sell now and for how much: free stock, the price and how it came about, the last prices to this customer. */
  lineAdvice: query(
    'sales.read',
    {
      itemId: id,
      warehouseId: id,
      customerId: id.optional(),
      channelId: id.nullable().optional(),
      packId: id.optional(),
      quantityMicro: positiveQuantityMicro.optional(),
      on: date.optional(),
    },
    z.object({
      onHandMicro: quantityMicro,
      reservedMicro: quantityMicro,
      freeMicro: quantityMicro,
      priceMicro,
      /** how the price came about */
      steps: z.array(priceStep),
      /** to this customer, newest first */
      lastPrices: z.array(z.object({ number: z.string(), orderedOn: z.string(), quantityMicro, priceMicro })),
      unitCostMicro: costMicro(),
    }),
  ),

  /** Invoices everything of the order that is shipped and not invoiced. */
  invoiceOrder: command('sales.write', { orderId: id, invoicedOn: date, note: note.default('') }, documentAnswer),
  listInvoices: query(
    'sales.read',
    { ...listInput, kind: z.enum(['invoice', 'credit-note', 'any']).default('any') },
    listOf(
      z.object({
        id,
        number: z.string(),
        kind: z.string(),
        state: z.string(),
        customer: partnerRef,
        invoicedOn: z.string(),
        dueOn: z.string(),
        grossMinor: amountMinor,
        openMinor: amountMinor,
      }),
      { grossMinor: amountMinor, openMinor: amountMinor },
    ),
  ),
  getInvoice: query(
    'sales.read',
    { id },
    z.object({
      id,
      number: z.string(),
      kind: z.string(),
      state: z.string(),
      customer: partnerRef,
      invoicedOn: z.string(),
      dueOn: z.string(),
      note: z.string(),
      netMinor: amountMinor,
      taxMinor: amountMinor,
      grossMinor: amountMinor,
      openMinor: amountMinor,
      lines: z.array(
        z.object({
          id,
          item: itemRef,
          quantityMicro,
          priceMicro,
          taxCode: z.string(),
          netMinor: amountMinor,
          taxMinor: amountMinor,
        }),
      ),
      chain,
    }),
  ),
  /** The invoice or credit note as PDF, base64. */
  invoicePdf: query(
    'sales.read',
    { id, locale: z.enum(['zh-CN', 'en']) },
    z.object({ fileName: z.string(), pdf: z.string() }),
    { heavy: true },
  ),
  reverseInvoice: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
}

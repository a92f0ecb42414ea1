import { z } from 'zod'
import { sheet } from '../labels/papers'
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
  name,
  note,
  partnerRef,
  positiveQuantityMicro,
  priceMicro,
  quantityMicro,
} from './fields'
import { priceStep } from './prices'
import { foreignSide, inCurrency, pricesIncludeTax, rateMicro } from './currencies'
import { command, query } from './procedure'

const foreign = foreignSide()

const orderFields = {
  customerId: id,
  warehouseId: id,
  orderedOn: date,
  promisedOn: date,
  customerReference: z.string().trim().max(60).default(''),
  /** left out: the customer's own */
  channelId: id.nullable().default(null),
  /** higher first, when goods arrive that several wait for */
  priority: z.int().min(0).max(9).default(0),
  note: note.default(''),
  ...inCurrency,
  pricesIncludeTax,
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
  ...foreign.line,
  shippedMicro: quantityMicro,
  invoicedMicro: quantityMicro,
  /** given up before it left */
  cancelledMicro: quantityMicro,
  /** confirmed and waiting for stock */
  backorderedMicro: quantityMicro,
  /** on its way from a supplier straight to the customer */
  directMicro: quantityMicro,
  /** available to promise: the day on which the line can leave */
  promiseOn: z.string().nullable(),
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
        ...foreign.row,
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
      priority: z.int(),
      /** why the draft may not be confirmed */
      holdReason: z.string().nullable(),
      isCreditReleased: z.boolean(),
      /** other goods where its own are not there: by itself, or as its customer does */
      takesSubstitutes: z.boolean(),
      note: z.string(),
      netMinor: amountMinor,
      taxMinor: amountMinor,
      grossMinor: amountMinor,
      ...foreign.totals,
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
      /** what is not there waits for stock, instead of refusing the order */
      backOrder: z.boolean().default(false),
    },
    documentAnswer,
  ),
  /** Whether an order takes other goods in place of missing ones; null: as its customer does. */
  allowSubstitutes: command('sales.write', { orderId: id, allowed: z.boolean().nullable() }, done),
  setCustomerSubstitutes: command('sales.write', { customerId: id, allowed: z.boolean() }, done),
  /** What may be given instead of what a short pick left open; nothing where the order takes none. */
  substitutesFor: query(
    'warehouse.read',
    { taskId: id },
    z.object({ missingMicro: quantityMicro, rows: z.array(z.object({ item: itemRef, freeMicro: quantityMicro })) }),
  ),
  /** Other goods at the same price, on the same walk; as many as are missing and there, or as said. */
  substitutePick: command(
    'warehouse.work',
    { taskId: id, itemId: id, quantityMicro: positiveQuantityMicro.optional() },
    z.object({ quantityMicro, taskIds: z.array(id) }),
  ),
  /** Keeps a draft from being confirmed, with a reason and whoever is to clear it up. */
  holdOrder: command('sales.write', { id, reason: name, ownerId: id.optional() }, documentAnswer),
  unholdOrder: command('sales.write', { id }, documentAnswer),
  /** Lets a draft pass at its present amount, whatever the customer owes. */
  releaseCredit: command('sales.release', { id }, documentAnswer),
  listCreditRules: query(
    'sales.read',
    {},
    z.object({ rows: z.array(z.object({ customer: partnerRef.nullable(), overdueDays: z.int().nullable() })) }),
  ),
  /** Days that invoices may be overdue before orders stop; null: any number. Without a customer: everyone else. */
  setCreditRule: command(
    'sales.release',
    { customerId: id.nullable(), overdueDays: z.int().min(0).max(3650).nullable() },
    done,
  ),
  /** Lines that wait for stock, in the order in which they get it. */
  listBackOrders: query(
    'sales.read',
    { ...listInput },
    listOf(
      z.object({
        id,
        orderId: id,
        number: z.string(),
        priority: z.int(),
        promisedOn: z.string(),
        warehouseId: id,
        customer: partnerRef,
        item: itemRef,
        backorderedMicro: quantityMicro,
      }),
    ),
  ),
  /** Promises free stock to what waits for it. It happens by itself when goods arrive; this is for all other ways. */
  fillBackOrders: command('sales.write', { warehouseId: id }, z.object({ filled: z.int() })),
  listChannelRules: query(
    'sales.read',
    {},
    z.object({
      rows: z.array(
        z.object({
          channelId: id,
          channelName: z.string(),
          item: itemRef.nullable(),
          bufferMicro: quantityMicro,
          shareMicro: z.int(),
        }),
      ),
    }),
  ),
  /** What a channel may not promise of free stock: a buffer, and of the rest all but a share. */
  setChannelRule: command(
    'sales.write',
    {
      channelId: id,
      itemId: id.nullable().default(null),
      bufferMicro: z.int().min(0).max(1_000_000_000_000_000),
      shareMicro: z.int().min(0).max(1_000_000).default(1_000_000),
    },
    done,
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
      /** available to promise: from which day on; null where nothing ordered covers it */
      promiseOn: z.string().nullable(),
      /** to this customer, newest first */
      lastPrices: z.array(z.object({ number: z.string(), orderedOn: z.string(), quantityMicro, priceMicro })),
      unitCostMicro: costMicro(),
    }),
  ),

  /** Invoices everything of the order that is shipped and not invoiced. */
  invoiceOrder: command(
    'sales.post',
    { orderId: id, invoicedOn: date, note: note.default(''), rateMicro: rateMicro.optional() },
    documentAnswer,
  ),
  /** Invoices what one delivery brought, as far as it is not invoiced. */
  invoiceDelivery: command(
    'sales.post',
    { shipmentId: id, invoicedOn: date, note: note.default(''), rateMicro: rateMicro.optional() },
    documentAnswer,
  ),
  /** One invoice over everything that a customer got up to a day: the monthly collective one. */
  invoiceCustomer: command(
    'sales.post',
    { customerId: id, until: date, invoicedOn: date, note: note.default(''), rateMicro: rateMicro.optional() },
    documentAnswer,
  ),
  /** Customers who got goods that no invoice has, with about how much it is. */
  listToInvoice: query(
    'sales.read',
    { ...listInput },
    listOf(z.object({ id, customer: partnerRef, orders: z.int(), since: z.string(), netMinor: amountMinor }), {
      netMinor: amountMinor,
    }),
  ),
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
        ...foreign.row,
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
      ...foreign.totals,
      foreignOpenMinor: amountMinor.nullable(),
      lines: z.array(
        z.object({
          id,
          item: itemRef,
          quantityMicro,
          priceMicro,
          taxCode: z.string(),
          netMinor: amountMinor,
          taxMinor: amountMinor,
          ...foreign.line,
        }),
      ),
      chain,
    }),
  ),
  /** The invoice or credit note as PDF, base64. */
  invoicePdf: query(
    'sales.read',
    { id, locale: z.enum(['zh-CN', 'en']), sheet: sheet.optional() },
    z.object({ fileName: z.string(), pdf: z.string() }),
    { heavy: true },
  ),
  reverseInvoice: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
}

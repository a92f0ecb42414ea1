import { z } from 'zod'
import {
  amountMinor,
  binRef,
  chain,
  code,
  costMicro,
  costMinor,
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
  pieces,
  positiveQuantityMicro,
  priceMicro,
  quantityMicro,
} from './fields'
import { foreignSide, inCurrency, pricesIncludeTax } from './currencies'
import { sheet } from '../labels/papers'
import { command, query } from './procedure'
import { purchaseAgreements } from './purchase-agreements'
import { purchaseMatching } from './purchase-matching'
import { purchaseReturns } from './purchase-returns'

const foreign = foreignSide({ amount: costMinor, price: costMicro })

const orderFields = {
  supplierId: id,
  warehouseId: id,
  orderedOn: date,
  expectedOn: date,
  note: note.default(''),
  ...inCurrency,
  pricesIncludeTax,
  /** the goods stay the supplier's until they are used */
  isConsigned: z.boolean().default(false),
  lines: z
    .array(
      z.strictObject({
        itemId: id,
        packId: id,
        /** in base units; the pack only says how people speak of it */
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
  lotTracked: z.boolean(),
  quantityMicro,
  priceMicro: costMicro(),
  taxCode: z.string(),
  netMinor: costMinor(),
  taxMinor: costMinor(),
  ...foreign.line,
  /** the day that the supplier confirmed; null: not yet, the order's own day counts */
  promisedOn: z.string().nullable(),
  receivedMicro: quantityMicro,
  /** what may come in altogether, with the supplier's tolerance */
  receivableMicro: quantityMicro,
  invoicedMicro: quantityMicro,
})

const receiptLine = z.object({
  id,
  item: itemRef,
  lotCode: z.string().nullable(),
  expiresOn: z.string().nullable(),
  status: z.string(),
  quantityMicro,
  /** of it, held: neither for sale nor released */
  heldMicro: quantityMicro,
  /** of it, more than was ordered */
  overMicro: quantityMicro,
  valueMinor: costMinor(),
  invoicedMicro: quantityMicro,
})

const invoiceLine = z.object({
  id,
  receiptLineId: id,
  item: itemRef,
  quantityMicro,
  /** what the paper asks for where that is more than came, within the tolerance */
  billedMicro: quantityMicro.nullable(),
  priceMicro: costMicro(),
  netMinor: costMinor(),
  taxMinor: costMinor(),
  ...foreign.line,
  varianceMinor: costMinor(),
  /** order, receipt and invoice at its posting; null for invoices from before they were compared */
  match: z.enum(['matched', 'price-difference']).nullable(),
  orderPriceMicro: costMicro(),
})

/** bought as they come; consigned: the supplier's until used; used: bought out of that; direct: to a customer */
const terms = z.enum(['bought', 'consigned', 'used', 'direct'])

const landedKind = z.enum(['freight', 'duty', 'insurance', 'other'])
const landedBasis = z.enum(['value', 'quantity', 'weight', 'volume'])

export const purchasing = {
  ...purchaseAgreements,
  ...purchaseReturns,
  ...purchaseMatching,
  listOrders: query(
    'purchasing.read',
    { ...listInput, state: z.string().optional() },
    listOf(
      z.object({
        id,
        number: z.string().nullable(),
        state: z.string(),
        supplier: partnerRef,
        orderedOn: z.string(),
        expectedOn: z.string(),
        grossMinor: costMinor(),
        ...foreign.row,
      }),
      { grossMinor: costMinor() },
    ),
  ),
  getOrder: query(
    'purchasing.read',
    { id },
    z.object({
      id,
      number: z.string().nullable(),
      state: z.string(),
      supplier: partnerRef,
      warehouseId: id,
      orderedOn: z.string(),
      expectedOn: z.string(),
      /** when the supplier confirmed, and its own number for the order */
      acknowledgedOn: z.string().nullable(),
      acknowledgedNumber: z.string(),
      note: z.string(),
      isConsigned: z.boolean(),
      /** the customer to whom the supplier sends the goods; null: they come here */
      sendsTo: partnerRef.extend({ address: z.string(), phone: z.string() }).nullable(),
      netMinor: costMinor(),
      taxMinor: costMinor(),
      grossMinor: costMinor(),
      ...foreign.totals,
      lines: z.array(orderLine),
      chain,
    }),
  ),
  /** The order as the supplier gets it, with the address where it shall deliver; base64. Prices for who may see them. */
  orderPdf: query(
    'purchasing.read',
    { id, locale: z.enum(['zh-CN', 'en']), sheet: sheet.optional() },
    z.object({ fileName: z.string(), pdf: z.string() }),
    { heavy: true },
  ),
  /** Saves a draft: a new one, or the draft `id` anew. */
  saveOrder: command('purchasing.write', { id: id.optional(), ...orderFields }, documentAnswer),
  deleteOrder: command('purchasing.write', { id }, done),
  /** Gives the number; goods may arrive from now on. */
  confirmOrder: command('purchasing.write', { id }, documentAnswer),
  cancelOrder: command('purchasing.write', { id }, documentAnswer),
  /** The supplier's confirmation with its day for each line; what is promised to customers follows it. */
  acknowledgeOrder: command(
    'purchasing.write',
    {
      id,
      acknowledgedOn: date,
      acknowledgedNumber: z.string().trim().max(40).default(''),
      lines: z
        .array(z.strictObject({ lineId: id, promisedOn: date }))
        .min(1)
        .max(2000),
    },
    documentAnswer,
  ),

  /**
   * Goods at the dock, one document of scanned lines: stock and books at once, putaway tasks planned. A line names the
   * order line or, from a scan, just the item.
   */
  receiveGoods: command(
    'warehouse.work',
    {
      orderId: id,
      receivedOn: date,
      note: note.default(''),
      lines: z
        .array(
          z.strictObject({
            orderLineId: id,
            quantityMicro: positiveQuantityMicro,
            pieces,
            lotCode: code.optional(),
            expiresOn: date.optional(),
            /** of goods kept by serial: one piece each; the quantity is their number */
            serials: z.array(code).min(1).max(2000).optional(),
            /** broken or doubtful goods stand in quarantine from the first moment */
            status: z.enum(['available', 'quarantine', 'damaged']).default('available'),
          }),
        )
        .min(1)
        .max(2000),
    },
    documentAnswer.extend({
      /** picks from the dock straight to orders that wait for the goods */
      picksForOrders: z.int(),
    }),
  ),
  /** Goods that nobody ordered: held, with an order written for them, until somebody decides. */
  receiveUnordered: command(
    'warehouse.work',
    {
      supplierId: id,
      warehouseId: id,
      receivedOn: date,
      note: note.default(''),
      lines: z
        .array(
          z.strictObject({
            itemId: id,
            quantityMicro: positiveQuantityMicro,
            pieces,
            lotCode: code.optional(),
            expiresOn: date.optional(),
          }),
        )
        .min(1)
        .max(500),
    },
    documentAnswer,
  ),
  /** Held goods of a receipt may be sold after all. */
  releaseGoods: command(
    'inventory.adjust',
    {
      receiptId: id,
      releasedOn: date,
      reason: name,
      lines: z
        .array(z.strictObject({ receiptLineId: id, quantityMicro: positiveQuantityMicro }))
        .min(1)
        .max(2000),
    },
    documentAnswer,
  ),
  listReceipts: query(
    'purchasing.read',
    { ...listInput },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        supplier: partnerRef,
        receivedOn: z.string(),
        terms,
        valueMinor: costMinor(),
        isInvoiced: z.boolean(),
      }),
    ),
  ),
  getReceipt: query(
    'purchasing.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      supplier: partnerRef,
      orderId: id,
      receivedOn: z.string(),
      note: z.string(),
      terms,
      /** null: the goods never came here */
      dock: binRef.nullable(),
      lines: z.array(receiptLine),
      chain,
    }),
  ),
  reverseReceipt: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),

  /** Deliveries on consignment: what of them stands here, what was used, gone back, and used without an invoice. */
  /** What a supplier's goods did here through a span of days, for both to sign; base64. Asks for `cost.see`. */
  consignedPdf: query(
    'purchasing.read',
    { partnerId: id, from: date, to: date, locale: z.enum(['zh-CN', 'en']) },
    z.object({ fileName: z.string(), pdf: z.string() }),
    { heavy: true },
  ),
  listConsigned: query(
    'purchasing.read',
    { ...listInput, onlyOpen: z.boolean().default(true) },
    listOf(
      z.object({
        id,
        supplier: partnerRef,
        item: itemRef,
        warehouse: z.string(),
        receiptId: id,
        receiptNumber: z.string(),
        receivedOn: z.string(),
        lotCode: z.string().nullable(),
        broughtMicro: quantityMicro,
        usedMicro: quantityMicro,
        returnedMicro: quantityMicro,
        hereMicro: quantityMicro,
        unbilledMicro: quantityMicro,
        /** in the order's currency */
        priceMicro: costMicro(),
        currency: z.string().nullable(),
      }),
    ),
  ),
  /** Received and not yet invoiced lines of a supplier, for matching. */
  linesToInvoice: query(
    'purchasing.read',
    { supplierId: id },
    z.object({
      rows: z.array(
        z.object({
          receiptLineId: id,
          receiptId: id,
          receiptNumber: z.string(),
          receivedOn: z.string(),
          item: itemRef,
          openMicro: quantityMicro,
          /** in the order's currency */
          priceMicro: costMicro(),
          /** where the order's prices include the tax */
          grossPriceMicro: costMicro(),
          currency: z.string().nullable(),
          taxCode: z.string(),
        }),
      ),
    }),
  ),
  /** A supplier's invoice matched to receipt lines; a price difference goes to stock still here and to cost of sales. */
  postInvoice: command(
    'purchasing.post',
    {
      supplierId: id,
      supplierReference: code,
      invoicedOn: date,
      dueOn: date.optional(),
      note: note.default(''),
      ...inCurrency,
      pricesIncludeTax,
      lines: z
        .array(z.strictObject({ receiptLineId: id, quantityMicro: positiveQuantityMicro, priceMicro }))
        .min(1)
        .max(2000),
    },
    documentAnswer,
  ),
  listInvoices: query(
    'purchasing.read',
    { ...listInput, isHeld: z.boolean().optional() },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        supplier: partnerRef,
        supplierReference: z.string(),
        invoicedOn: z.string(),
        dueOn: z.string(),
        grossMinor: costMinor(),
        openMinor: costMinor(),
        /** not to be paid before it is approved */
        isHeld: z.boolean(),
        ...foreign.row,
      }),
      { grossMinor: costMinor(), openMinor: costMinor() },
    ),
  ),
  getInvoice: query(
    'purchasing.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      supplier: partnerRef,
      supplierReference: z.string(),
      invoicedOn: z.string(),
      dueOn: z.string(),
      note: z.string(),
      netMinor: costMinor(),
      taxMinor: costMinor(),
      grossMinor: costMinor(),
      openMinor: amountMinor,
      isHeld: z.boolean(),
      releaseNote: z.string().nullable(),
      ...foreign.totals,
      foreignOpenMinor: amountMinor.nullable(),
      lines: z.array(invoiceLine),
      chain,
    }),
  ),
  reverseInvoice: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),

  /** Freight, duty and other cost of getting goods here, spread over the lines of receipts. */
  postLandedCost: command(
    'purchasing.post',
    {
      kind: landedKind,
      supplierId: id,
      supplierReference: code,
      invoicedOn: date,
      dueOn: date.optional(),
      basis: landedBasis,
      netMinor: z.int().positive().max(1_000_000_000_000),
      taxMinor: z.int().min(0).max(1_000_000_000_000).default(0),
      note: note.default(''),
      receiptIds: z.array(id).min(1).max(100),
    },
    documentAnswer,
  ),
  listLandedCosts: query(
    'purchasing.read',
    { ...listInput },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        kind: z.string(),
        supplier: partnerRef,
        supplierReference: z.string(),
        invoicedOn: z.string(),
        basis: z.string(),
        netMinor: costMinor(),
      }),
      { netMinor: costMinor() },
    ),
  ),
  getLandedCost: query(
    'purchasing.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      kind: z.string(),
      supplier: partnerRef,
      supplierReference: z.string(),
      invoicedOn: z.string(),
      dueOn: z.string(),
      basis: z.string(),
      note: z.string(),
      netMinor: costMinor(),
      taxMinor: costMinor(),
      openMinor: amountMinor,
      lines: z.array(
        z.object({
          id,
          receiptId: id,
          receiptNumber: z.string(),
          item: itemRef,
          quantityMicro,
          amountMinor: costMinor(),
          toStockMinor: costMinor(),
          toCostMinor: costMinor(),
        }),
      ),
      chain,
    }),
  ),
  reverseLandedCost: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
}

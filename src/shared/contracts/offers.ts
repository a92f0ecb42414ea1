import { z } from 'zod'
import { sheet } from '../labels/papers'
import {
  amountMinor,
  chain,
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
import { foreignSide, inCurrency, pricesIncludeTax } from './currencies'
import { command, query } from './procedure'

const foreign = foreignSide()
const enteredLine = { itemId: id, packId: id, quantityMicro: positiveQuantityMicro }

const line = z.object({
  id,
  lineNumber: z.int(),
  item: itemRef,
  packId: id,
  packUnit: z.string(),
  packBaseQuantity: z.int(),
  quantityMicro,
  priceMicro,
  ...foreign.line,
  taxCode: z.string(),
  netMinor: amountMinor,
  taxMinor: amountMinor,
  /** what orders took of it */
  orderedMicro: quantityMicro,
})

const rhythm = z.enum(['none', 'weekly', 'monthly'])

/** What comes before an order: quotations, and what customers order again and again. */
export const offers = {
  listQuotations: query(
    'sales.read',
    { ...listInput, state: z.enum(['draft', 'sent', 'expired', 'partly-won', 'won', 'lost']).optional() },
    listOf(
      z.object({
        id,
        number: z.string().nullable(),
        revision: z.int(),
        state: z.string(),
        customer: partnerRef,
        quotedOn: z.string(),
        validUntil: z.string(),
        grossMinor: amountMinor,
        ...foreign.row,
      }),
      { grossMinor: amountMinor },
    ),
  ),
  /** What became of the quotations of these days; amounts without tax, in the currency of the books. */
  winRate: query(
    'sales.read',
    { from: date, to: date },
    z.object({
      from: z.string(),
      to: z.string(),
      decided: z.int(),
      won: z.int(),
      quotedMinor: amountMinor,
      orderedMinor: amountMinor,
      /** null: their day passed in silence */
      lost: z.array(z.object({ reason: z.string().nullable(), count: z.int() })),
    }),
  ),
  getQuotation: query(
    'sales.read',
    { id },
    z.object({
      id,
      number: z.string().nullable(),
      revision: z.int(),
      /** `sent` until it is won, wholly or in part, lost, or its day is over */
      state: z.string(),
      customer: partnerRef,
      warehouseId: id,
      quotedOn: z.string(),
      validUntil: z.string(),
      customerReference: z.string(),
      note: z.string(),
      lostReason: z.string().nullable(),
      netMinor: amountMinor,
      taxMinor: amountMinor,
      grossMinor: amountMinor,
      ...foreign.totals,
      lines: z.array(line),
      earlier: z.array(
        z.object({
          revision: z.int(),
          quotedOn: z.string(),
          validUntil: z.string(),
          grossMinor: amountMinor,
          ...foreign.row,
        }),
      ),
      chain,
    }),
  ),
  saveQuotation: command(
    'sales.write',
    {
      id: id.optional(),
      customerId: id,
      warehouseId: id,
      quotedOn: date,
      validUntil: date,
      customerReference: z.string().trim().max(60).default(''),
      note: note.default(''),
      pricesIncludeTax,
      ...inCurrency,
      lines: z
        .array(z.strictObject({ ...enteredLine, priceMicro }))
        .min(1)
        .max(2000),
    },
    documentAnswer,
  ),
  /** A draft goes; a revision not yet sent goes back to the one before. */
  deleteQuotation: command('sales.write', { id }, done),
  /** Gives it its number; from now on it binds until its day is over. */
  sendQuotation: command('sales.write', { id }, documentAnswer),
  /** A draft of the next revision over what is not ordered yet; the customer's former one stays readable. */
  reviseQuotation: command('sales.write', { id, validUntil: date }, documentAnswer),
  loseQuotation: command('sales.write', { id, reason: name }, documentAnswer),
  /** The customer came back. */
  reopenQuotation: command('sales.write', { id }, documentAnswer),
  /** A draft order at the quoted prices, over everything that is open or over the named parts. */
  orderQuotation: command(
    'sales.write',
    {
      id,
      orderedOn: date,
      promisedOn: date,
      lines: z
        .array(z.strictObject({ lineId: id, quantityMicro: positiveQuantityMicro }))
        .min(1)
        .max(2000)
        .optional(),
    },
    documentAnswer,
  ),
  quotationPdf: query(
    'sales.read',
    { id, revision: z.int().min(1).optional(), locale: z.enum(['zh-CN', 'en']), sheet: sheet.optional() },
    z.object({ fileName: z.string(), pdf: z.string() }),
    { heavy: true },
  ),

  /** What a customer usually orders: items of several orders in the last 180 days, each with its usual quantity. */
  usualOrder: query(
    'sales.read',
    { customerId: id },
    z.object({
      /** days between orders, as a rule; null with less than two orders */
      everyDays: z.int().nullable(),
      orders: z.int(),
      lines: z.array(
        z.object({
          item: itemRef,
          packId: id,
          packUnit: z.string(),
          packBaseQuantity: z.int(),
          quantityMicro,
          orders: z.int(),
          lastOn: z.string(),
        }),
      ),
    }),
  ),
  listStanding: query(
    'sales.read',
    { ...listInput, dueBy: date.optional() },
    listOf(
      z.object({
        id,
        name: z.string(),
        customer: partnerRef,
        rhythm,
        every: z.int(),
        nextOn: z.string().nullable(),
        untilOn: z.string().nullable(),
        active: z.boolean(),
        lines: z.int(),
        made: z.int(),
      }),
    ),
  ),
  getStanding: query(
    'sales.read',
    { id },
    z.object({
      id,
      name: z.string(),
      customer: partnerRef,
      warehouseId: id,
      note: z.string(),
      rhythm,
      every: z.int(),
      nextOn: z.string().nullable(),
      untilOn: z.string().nullable(),
      leadDays: z.int(),
      active: z.boolean(),
      pricesIncludeTax: z.boolean(),
      currency: z.string().nullable(),
      lines: z.array(
        z.object({
          item: itemRef,
          packId: id,
          packUnit: z.string(),
          packBaseQuantity: z.int(),
          quantityMicro,
          priceMicro: priceMicro.nullable(),
        }),
      ),
      made: z.array(z.object({ orderId: id, number: z.string().nullable(), state: z.string(), dueOn: z.string() })),
    }),
  ),
  saveStanding: command(
    'sales.write',
    {
      id: id.optional(),
      name,
      customerId: id,
      warehouseId: id,
      note: note.default(''),
      rhythm,
      /** weeks or months from one to the next */
      every: z.int().min(1).max(52).default(1),
      /** without a rhythm: none */
      nextOn: date.nullable(),
      untilOn: date.nullable().default(null),
      /** from the order to the promised day */
      leadDays: z.int().min(0).max(365).default(1),
      active: z.boolean().default(true),
      pricesIncludeTax,
      currency: inCurrency.currency,
      lines: z
        .array(z.strictObject({ ...enteredLine, priceMicro: priceMicro.nullable().default(null) }))
        .min(1)
        .max(2000),
    },
    z.object({ id }),
  ),
  /**
   * A draft order from it, dated today. With the day on which it fell due, the day moves on to the next one; asked again
   * for the same day it answers the order made then.
   */
  orderStanding: command('sales.write', { id, dueOn: date.optional() }, documentAnswer),
}

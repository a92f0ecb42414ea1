import { z } from 'zod'
import {
  chain,
  costMicro,
  costMinor,
  date,
  documentAnswer,
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

/** Without a pack: in the base unit. */
const wantedLine = z.strictObject({ itemId: id, packId: id.optional(), quantityMicro: positiveQuantityMicro })
const wantedLines = z.array(wantedLine).min(1).max(500)

const line = {
  id,
  item: itemRef,
  packId: id,
  packUnit: z.string(),
  packBaseQuantity: z.int(),
  quantityMicro,
}

const bid = z.object({
  supplierId: id,
  priceMicro: costMicro(),
  amountMinor: costMinor(),
  leadDays: z.int(),
  minimumMicro: quantityMicro,
  isCheapest: z.boolean(),
  /** here by the day it is needed, if it were ordered today */
  isInTime: z.boolean(),
})

/** What comes before a purchase order: what the house needs, and what several suppliers ask for it. */
export const sourcing = {
  listRequests: query(
    'purchasing.read',
    { ...listInput, state: z.enum(['open', 'asked', 'ordered', 'refused']).optional() },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        requestedOn: z.string(),
        neededOn: z.string(),
        reason: z.string(),
        requestedBy: z.string(),
        lines: z.int(),
      }),
    ),
  ),
  getRequest: query(
    'purchasing.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      warehouseId: id,
      requestedOn: z.string(),
      neededOn: z.string(),
      reason: z.string(),
      answer: z.string(),
      requestedBy: z.string(),
      lines: z.array(z.object(line)),
      chain,
    }),
  ),
  /** Whoever works with the goods may ask for them: it binds nobody. */
  placeRequest: command(
    'purchasing.read',
    { warehouseId: id, requestedOn: date, neededOn: date, reason: name, lines: wantedLines },
    documentAnswer,
  ),
  refuseRequest: command('purchasing.write', { id, answer: name }, documentAnswer),
  /** Straight to a supplier at its listed prices, where nobody need be asked. */
  orderRequest: command('purchasing.write', { id, supplierId: id, orderedOn: date }, documentAnswer),

  listEnquiries: query(
    'purchasing.read',
    { ...listInput, state: z.enum(['open', 'awarded', 'cancelled']).optional() },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        askedOn: z.string(),
        answerBy: z.string(),
        neededOn: z.string(),
        lines: z.int(),
        asked: z.int(),
        answered: z.int(),
      }),
    ),
  ),
  getEnquiry: query(
    'purchasing.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      warehouseId: id,
      askedOn: z.string(),
      answerBy: z.string(),
      neededOn: z.string(),
      note: z.string(),
      bidders: z.array(
        z.object({
          supplier: partnerRef,
          state: z.string(),
          reference: z.string(),
          answeredOn: z.string().nullable(),
          validUntil: z.string().nullable(),
          /** of all lines; null where it did not offer every line */
          amountMinor: costMinor(),
          offered: z.int(),
        }),
      ),
      lines: z.array(
        z.object({
          ...line,
          bids: z.array(bid),
          awards: z.array(z.object({ supplierId: id, quantityMicro, orderId: id })),
        }),
      ),
      /** the cheapest bid of each line taken together */
      cheapestMinor: costMinor(),
      chain,
    }),
  ),
  /** The same goods asked of several suppliers at once. */
  placeEnquiry: command(
    'purchasing.write',
    {
      requestId: id.optional(),
      warehouseId: id,
      askedOn: date,
      answerBy: date,
      neededOn: date,
      note: note.default(''),
      supplierIds: z.array(id).min(1).max(50),
      lines: wantedLines,
    },
    documentAnswer,
  ),
  /** A supplier's answer, or its later one. A line it does not offer is left out. */
  recordBid: command(
    'purchasing.write',
    {
      enquiryId: id,
      supplierId: id,
      answeredOn: date,
      validUntil: date.nullable().default(null),
      reference: z.string().trim().max(40).default(''),
      lines: z
        .array(
          z.strictObject({
            lineId: id,
            priceMicro,
            leadDays: z.int().min(0).max(1000),
            minimumMicro: z.int().min(0).max(1_000_000_000_000_000).default(0),
          }),
        )
        .min(1)
        .max(500),
    },
    documentAnswer,
  ),
  declineBid: command('purchasing.write', { enquiryId: id, supplierId: id }, documentAnswer),
  /** Makes one draft order a supplier at the prices it asked; a line may be shared out. */
  awardEnquiry: command(
    'purchasing.write',
    {
      id,
      orderedOn: date,
      lines: z
        .array(z.strictObject({ lineId: id, supplierId: id, quantityMicro: positiveQuantityMicro }))
        .min(1)
        .max(1000),
    },
    z.object({ orders: z.array(z.object({ id, supplier: partnerRef, lines: z.int() })) }),
  ),
  cancelEnquiry: command('purchasing.write', { id }, documentAnswer),
  /** The enquiry as this supplier gets it; base64. */
  enquiryPdf: query(
    'purchasing.read',
    { id, supplierId: id, locale: z.enum(['zh-CN', 'en']) },
    z.object({ fileName: z.string(), pdf: z.string() }),
    { heavy: true },
  ),
}

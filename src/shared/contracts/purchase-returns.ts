import { z } from 'zod'
import {
  binRef,
  chain,
  code,
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
  scan,
} from './fields'
import { inCurrency, pricesIncludeTax } from './currencies'
import { command, query } from './procedure'

/** Goods that go back to their supplier, and what the supplier credits for them. Part of the purchasing room. */
export const purchaseReturns = {
  /** What of a supplier's deliveries may still go back. */
  returnableLines: query(
    'purchasing.read',
    { supplierId: id },
    z.object({
      rows: z.array(
        z.object({
          receiptLineId: id,
          receiptId: id,
          receiptNumber: z.string(),
          receivedOn: z.string(),
          warehouseId: id,
          item: itemRef,
          lotCode: z.string().nullable(),
          returnableMicro: quantityMicro,
          priceMicro: costMicro(),
        }),
      ),
    }),
  ),
  /** What is to go back, from lines of receipts or from stock by lot. Nothing is posted before it is scanned out. */
  planReturn: command(
    'purchasing.write',
    {
      supplierId: id,
      warehouseId: id,
      plannedOn: date,
      reason: name,
      lines: z
        .array(
          z.union([
            z.strictObject({ receiptLineId: id, quantityMicro: positiveQuantityMicro }),
            z.strictObject({
              itemId: id,
              lotCode: code.optional(),
              quantityMicro: positiveQuantityMicro,
              /** net, per base unit, that the supplier is asked to credit */
              priceMicro,
            }),
          ]),
        )
        .min(1)
        .max(500),
    },
    documentAnswer,
  ),
  listReturns: query(
    'purchasing.read',
    { ...listInput, state: z.enum(['planned', 'sent', 'closed', 'cancelled', 'reversed']).optional() },
    listOf(
      z.object({
        id,
        number: z.string(),
        state: z.string(),
        supplier: partnerRef,
        plannedOn: z.string(),
        reason: z.string(),
        /** credit that is expected and has not come */
        expectedMinor: costMinor(),
      }),
      { expectedMinor: costMinor() },
    ),
  ),
  getReturn: query(
    'purchasing.read',
    { id },
    z.object({
      id,
      number: z.string(),
      state: z.string(),
      supplier: partnerRef,
      warehouseId: id,
      plannedOn: z.string(),
      reason: z.string(),
      lines: z.array(
        z.object({
          id,
          item: itemRef,
          lotCode: z.string().nullable(),
          quantityMicro,
          sentMicro: quantityMicro,
          uninvoicedMicro: quantityMicro,
          creditedMicro: quantityMicro,
          priceMicro: costMicro(),
          /** what it was ordered in, null for the currency of the books, and its price there */
          currency: z.string().nullable(),
          foreignPriceMicro: costMicro(),
          /** as it was ordered, where that included the tax */
          grossPriceMicro: costMicro(),
          taxCode: z.string(),
          costMinor: costMinor(),
          expectedMinor: costMinor(),
        }),
      ),
      chain,
    }),
  ),
  /** Returns that wait to be scanned out, each line with the bins where its goods lie. */
  returnsToSend: query(
    'warehouse.read',
    { warehouseId: id },
    z.object({
      rows: z.array(
        z.object({
          id,
          number: z.string(),
          supplier: partnerRef,
          lines: z.array(
            z.object({
              id,
              item: itemRef,
              lotCode: z.string().nullable(),
              openMicro: quantityMicro,
              /** quarantined and damaged goods first */
              places: z.array(z.object({ bin: binRef, status: z.string(), quantityMicro })),
            }),
          ),
        }),
      ),
    }),
  ),
  /** Goods of one line leave out of a scanned bin: stock, GRNI and expected credit at once. */
  sendReturn: command(
    'warehouse.work',
    {
      lineId: id,
      binScan: scan,
      itemScan: scan,
      /** left out: all that is open and lies there */
      quantityMicro: positiveQuantityMicro.optional(),
      sentOn: date,
    },
    z.object({ returnId: id, state: z.string(), sentMicro: quantityMicro, openMicro: quantityMicro }),
  ),
  /** Nothing more of it goes: cancelled where nothing went. */
  endReturn: command('purchasing.write', { id }, documentAnswer),
  /** Takes back what was sent, while no credit note is matched to it. */
  reverseReturn: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
  /** The supplier's credit note for goods that were invoiced before they went back. */
  postCredit: command(
    'purchasing.post',
    {
      returnId: id,
      supplierReference: code,
      creditedOn: date,
      ...inCurrency,
      pricesIncludeTax,
      lines: z
        .array(z.strictObject({ returnLineId: id, quantityMicro: positiveQuantityMicro, priceMicro }))
        .min(1)
        .max(500),
    },
    documentAnswer,
  ),
  reverseCredit: command('documents.reverse', { id, reversedOn: date, reason: note }, documentAnswer),
}

import { z } from 'zod'
import {
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
  partnerRef,
  positiveQuantityMicro,
  priceMicro,
  quantityMicro,
} from './fields'
import { command, query } from './procedure'

const share = z.int().min(0).max(1_000_000)
const result = z.enum(['matched', 'price-difference', 'quantity-difference', 'not-received'])

const billRow = z.strictObject({
  /** code or name */
  supplier: z.string().trim().min(1).max(200),
  reference: code,
  invoicedOn: date,
  /** the order or receipt that the supplier names */
  document: z.string().trim().max(40).default(''),
  /** our code, a barcode, or the supplier's own code */
  item: z.string().trim().min(1).max(200),
  quantityMicro: positiveQuantityMicro,
  /** net, per base unit */
  priceMicro,
})
const billRows = z.array(billRow).min(1).max(5000)

const matchedLine = z.object({
  item: itemRef,
  document: z.string(),
  result,
  quantityMicro,
  /** of it, what came and has no invoice */
  receivedMicro: quantityMicro,
  priceMicro: costMicro(),
  agreedMicro: costMicro(),
})

/** Why a row of a list is left out, with all other rows of its invoice. */
const rowError = z.object({
  row: z.int(),
  code: z.enum(['supplier-unknown', 'item-unknown', 'reference-taken', 'days-differ']),
  text: z.string(),
})

/** Order, receipt and invoice compared line by line. Part of the purchasing room. */
export const purchaseMatching = {
  listTolerances: query(
    'purchasing.read',
    {},
    z.object({
      rows: z.array(
        z.object({
          /** null: everyone without a rule of their own */
          supplier: partnerRef.nullable(),
          overReceiptMicro: z.int(),
          priceMicro: z.int(),
          priceMinor: z.int(),
          quantityMicro: z.int(),
        }),
      ),
    }),
  ),
  /** How far receipts may go beyond orders, and invoices from agreed prices, before they are held. */
  setTolerance: command(
    'purchasing.release',
    {
      supplierId: id.nullable(),
      overReceiptMicro: share,
      priceMicro: share,
      priceMinor: z.int().min(0).max(1_000_000_000_000),
      /** how much more than came an invoice may ask for */
      quantityMicro: share.default(0),
    },
    done,
  ),
  removeTolerance: command('purchasing.release', { supplierId: id.nullable() }, done),
  /** Lets a held invoice be paid. */
  releaseInvoice: command('purchasing.release', { id, note: name }, documentAnswer),

  /** What a list of suppliers' invoices would match, invoice by invoice; changes nothing. */
  previewBills: query(
    'purchasing.write',
    { rows: billRows },
    z.object({
      errors: z.array(rowError),
      bills: z.array(
        z.object({
          supplier: partnerRef,
          reference: z.string(),
          invoicedOn: z.string(),
          netMinor: costMinor(),
          result,
          lines: z.array(matchedLine),
        }),
      ),
    }),
  ),
  /** Takes the list: what has come is posted, held where prices differ; the rest waits for its goods. */
  importBills: command(
    'purchasing.post',
    { rows: billRows },
    z.object({ errors: z.array(rowError), posted: z.int(), held: z.int(), waiting: z.int() }),
  ),
  /** Tries what waits again: its goods may have come. */
  matchBills: command('purchasing.post', {}, z.object({ posted: z.int(), held: z.int(), waiting: z.int() })),
  listBills: query(
    'purchasing.read',
    { ...listInput },
    listOf(
      z.object({
        id,
        supplier: partnerRef,
        reference: z.string(),
        invoicedOn: z.string(),
        result,
        lines: z.int(),
        netMinor: costMinor(),
      }),
      { netMinor: costMinor() },
    ),
  ),
  getBill: query(
    'purchasing.read',
    { id },
    z.object({
      id,
      state: z.string(),
      supplier: partnerRef,
      reference: z.string(),
      invoicedOn: z.string(),
      result,
      netMinor: costMinor(),
      lines: z.array(matchedLine),
    }),
  ),
  /** Posts what had come of a waiting invoice; the rest of it is not paid. */
  acceptBill: command('purchasing.release', { id, note: name }, documentAnswer),
  /** It was wrong, or the supplier took it back. */
  dropBill: command('purchasing.write', { id, note: name }, done),
}

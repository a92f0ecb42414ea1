import type { JournalLine } from '../../../ledgers/accounting'
import type { MovementDraft, Place } from '../../../ledgers/inventory'

/** A goods receipt as its postings see it. */
export interface PostedReceipt {
  readonly supplierId: number
  readonly warehouseId: number
  /** the dock where the goods stand */
  readonly binId: number
  /** Whose the goods stay until they are used; left out: ours. */
  readonly ownerId?: number
  readonly lines: readonly {
    readonly id: number
    readonly itemId: number
    readonly lotId: number
    /** Left out: at the dock, available. */
    readonly place?: Place
    readonly quantityMicro: number
    /** Of goods that are counted and weighed. */
    readonly pieces?: number | undefined
    /** net, at the order's price */
    readonly valueMinor: number
  }[]
}

/** Each line comes in from outside: available at the dock, or held where it may not be sold from. */
export function receiptMovements(receipt: PostedReceipt): MovementDraft[] {
  const dock: Place = { binId: receipt.binId, status: 'available' }
  return receipt.lines.map(({ id, itemId, lotId, place, quantityMicro, pieces, valueMinor }) => ({
    warehouseId: receipt.warehouseId,
    itemId,
    lotId,
    to: place ?? dock,
    quantityMicro,
    valueMinor,
    sourceLineId: id,
    ...(pieces === undefined ? {} : { pieces }),
    ...(receipt.ownerId === undefined ? {} : { ownerId: receipt.ownerId }),
  }))
}

/** Goods are here and no invoice is: stock against goods received, not invoiced (暂估应付), net of tax. */
export function receiptJournal(receipt: PostedReceipt): JournalLine[] {
  const stock = receipt.lines.map(({ itemId, quantityMicro, valueMinor }): JournalLine => ({
    role: 'stock',
    debitMinor: valueMinor,
    itemId,
    quantityMicro,
  }))
  const totalMinor = receipt.lines.reduce((sum, { valueMinor }) => sum + valueMinor, 0)
  return [...stock, { role: 'goods-received-not-invoiced', creditMinor: totalMinor, partnerId: receipt.supplierId }]
}

/** Goods that went from the supplier straight to the customer: on their way to customers, against what is not invoiced. */
export function directReceiptJournal(
  supplierId: number,
  lines: readonly { readonly itemId: number; readonly valueMinor: number }[],
): JournalLine[] {
  const totalMinor = lines.reduce((sum, { valueMinor }) => sum + valueMinor, 0)
  return [
    ...lines.map(({ itemId, valueMinor }): JournalLine => {
      return { role: 'goods-shipped-not-invoiced', debitMinor: valueMinor, itemId }
    }),
    { role: 'goods-received-not-invoiced', creditMinor: totalMinor, partnerId: supplierId },
  ]
}

/**
 * What stock gained or lost against the books when values were taken back: the moving average has moved on, and cost
 * of sales carries the difference.
 */
export function stockDifferenceJournal(
  differences: readonly { readonly itemId: number; readonly differenceMinor: number }[],
): JournalLine[] {
  return differences
    .filter(({ differenceMinor }) => differenceMinor !== 0)
    .flatMap(({ itemId, differenceMinor }): JournalLine[] =>
      differenceMinor > 0
        ? [
            { role: 'stock', debitMinor: differenceMinor, itemId },
            { role: 'cost-of-sales', creditMinor: differenceMinor, itemId },
          ]
        : [
            { role: 'cost-of-sales', debitMinor: 0 - differenceMinor, itemId },
            { role: 'stock', creditMinor: 0 - differenceMinor, itemId },
          ],
    )
}

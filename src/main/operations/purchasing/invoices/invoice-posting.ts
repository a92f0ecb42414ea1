import { multiplyDivide } from '../../../../shared/values/integers'
import type { ForeignAmount, JournalLine } from '../../../ledgers/accounting'

/** A supplier's invoice as its journal sees it. */
export interface PostedInvoice {
  readonly supplierId: number
  /** Where its tax goes; null: it is cost, and part of the difference that follows the goods. */
  readonly taxRole: 'input-tax' | 'input-tax-pending' | null
  /** The whole in the document's currency where that is not the books' own. */
  readonly foreign?: ForeignAmount | undefined
  readonly lines: readonly {
    readonly itemId: number
    readonly netMinor: number
    readonly taxMinor: number
    /** the value at which the goods came in */
    readonly receivedValueMinor: number
    /** of the price difference: what stock still here carries, and what is sold by now */
    readonly toStockMinor: number
    readonly toCostMinor: number
  }[]
}

/** GRNI and input tax against the payable; what the price differs from the receipt's goes to stock and cost of sales. */
export function invoiceJournal(invoice: PostedInvoice): JournalLine[] {
  const { supplierId, taxRole, lines, foreign } = invoice
  const sum = (of: (line: PostedInvoice['lines'][number]) => number): number =>
    lines.reduce((total, line) => total + of(line), 0)
  return [
    { role: 'goods-received-not-invoiced', debitMinor: sum((line) => line.receivedValueMinor), partnerId: supplierId },
    ...(taxRole === null ? [] : [{ role: taxRole, debitMinor: sum((line) => line.taxMinor), partnerId: supplierId }]),
    ...lines.map((line) => onItsSide({ role: 'stock', itemId: line.itemId }, line.toStockMinor)),
    ...lines.map((line) => onItsSide({ role: 'cost-of-sales', itemId: line.itemId }, line.toCostMinor)),
    {
      role: 'payable',
      creditMinor: sum((line) => line.netMinor + line.taxMinor),
      partnerId: supplierId,
      // Debit is above zero, and this is owed.
      ...(foreign === undefined
        ? {}
        : { foreign: { currency: foreign.currency, amountMinor: 0 - foreign.amountMinor } }),
    },
  ]
}

function onItsSide(line: JournalLine, amountMinor: number): JournalLine {
  return amountMinor >= 0 ? { ...line, debitMinor: amountMinor } : { ...line, creditMinor: 0 - amountMinor }
}

/**
 * The part of a receipt line's value that an invoice of `quantityMicro` takes off GRNI: in proportion to all invoiced
 * so far, so that parts never drift from the whole and the last one takes what is left.
 */
export function receivedValuePart(
  line: { quantityMicro: number; valueMinor: number; invoicedMicro: number; invoicedValueMinor: number },
  quantityMicro: number,
): number {
  const leftMinor = line.valueMinor - line.invoicedValueMinor
  const invoicedMicro = line.invoicedMicro + quantityMicro
  if (invoicedMicro === line.quantityMicro) return leftMinor
  const part = multiplyDivide(line.valueMinor, invoicedMicro, line.quantityMicro) - line.invoicedValueMinor
  return Math.min(Math.max(part, 0), leftMinor)
}

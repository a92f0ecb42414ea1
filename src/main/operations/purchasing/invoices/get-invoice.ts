import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import { openItemOf, settlersOf } from '../../../ledgers/accounting'
import { invoiceQueries } from './invoice-queries'
import { INVOICE } from './post-invoice'
import { requireInvoice } from './reverse-invoice'

/** A supplier's invoice with its lines, the receipts it took and the payments that took it. */
export function getInvoice(reader: Reader, id: number) {
  const invoice = requireInvoice(reader, id)
  const { code, name } = requirePartner(reader, invoice.supplierId)
  const source = { kind: INVOICE, id }
  const item = openItemOf(reader, source)
  const payments = settlersOf(reader, source).flatMap((settler) => {
    const found = invoiceQueries.link(reader, settler.kind, settler.id)
    return found === undefined ? [] : [found]
  })
  return {
    id,
    number: invoice.number,
    state: invoice.state,
    supplier: { id: invoice.supplierId, code, name },
    supplierReference: invoice.supplierReference,
    invoicedOn: invoice.invoicedOn,
    dueOn: invoice.dueOn,
    note: invoice.note,
    netMinor: invoice.netMinor,
    taxMinor: invoice.taxMinor,
    grossMinor: invoice.grossMinor,
    isHeld: invoice.held === 1 && invoice.state === 'posted',
    releaseNote: invoice.releaseNote,
    currency: invoice.currency,
    rateMicro: invoice.rateMicro,
    foreignNetMinor: invoice.foreignNetMinor,
    foreignTaxMinor: invoice.foreignTaxMinor,
    openMinor: item?.openMinor ?? 0,
    foreignOpenMinor: item?.foreignOpenMinor ?? null,
    lines: invoiceQueries.lines(reader, id).map((line) => ({
      id: line.id,
      receiptLineId: line.receiptLineId,
      item: { id: line.itemId, code: line.itemCode, name: line.itemName, baseUnit: line.baseUnit },
      quantityMicro: line.quantityMicro,
      billedMicro: line.billedMicro,
      priceMicro: line.priceMicro,
      netMinor: line.netMinor,
      taxMinor: line.taxMinor,
      foreignPriceMicro: line.foreignPriceMicro,
      grossPriceMicro: line.grossPriceMicro,
      foreignNetMinor: line.foreignNetMinor,
      foreignTaxMinor: line.foreignTaxMinor,
      varianceMinor: line.varianceMinor,
      match: line.match,
      orderPriceMicro: line.orderPriceMicro,
    })),
    chain: { from: invoiceQueries.receipts(reader, id), to: payments },
  }
}

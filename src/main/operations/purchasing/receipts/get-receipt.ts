import { requirePartner } from '../../../foundation/parties'
import { assert } from '../../../kernel/assert'
import type { Reader } from '../../../kernel/db'
import { directStore } from '../direct/direct-store'
import { receiptQueries } from './receipt-queries'
import { releaseStore } from './release-store'
import { requireReceipt } from './reverse-receipt'

/** A receipt with its lines, the order it came from and the invoices that took it. */
export function getReceipt(reader: Reader, id: number) {
  const receipt = requireReceipt(reader, id)
  const { code, name } = requirePartner(reader, receipt.supplierId)
  const lines = receiptQueries.lines(reader, id)
  const [first] = lines
  const held = new Map(releaseStore.held(reader, id).map((line) => [line.id, line.heldMicro]))
  assert(first !== undefined, 'a receipt has lines')
  return {
    id,
    number: receipt.number,
    state: receipt.state,
    supplier: { id: receipt.supplierId, code, name },
    orderId: receipt.orderId,
    receivedOn: receipt.receivedOn,
    note: receipt.note,
    terms: receipt.terms,
    dock: first.binId === null ? null : { id: first.binId, code: first.binCode ?? '' },
    lines: lines.map((line) => ({
      id: line.id,
      item: { id: line.itemId, code: line.itemCode, name: line.itemName, baseUnit: line.baseUnit },
      lotCode: line.lotCode,
      expiresOn: line.expiresOn,
      quantityMicro: line.quantityMicro,
      heldMicro: receipt.state === 'reversed' ? 0 : (held.get(line.id) ?? 0),
      status: line.status,
      overMicro: line.overMicro,
      valueMinor: line.valueMinor,
      invoicedMicro: line.invoicedMicro,
    })),
    chain: {
      from: [...receiptQueries.order(reader, receipt.orderId), ...receiptQueries.delivery(reader, id)],
      to: [
        ...directStore.shipments(reader, id),
        ...receiptQueries.uses(reader, id),
        ...receiptQueries.invoices(reader, id),
      ],
    },
  }
}

/** What a supplier has delivered and not invoiced yet, oldest first. */
export function linesToInvoice(reader: Reader, supplierId: number) {
  const rows = receiptQueries.toInvoice(reader, supplierId).map((row) => ({
    receiptLineId: row.receiptLineId,
    receiptId: row.receiptId,
    receiptNumber: row.receiptNumber,
    receivedOn: row.receivedOn,
    item: { id: row.itemId, code: row.itemCode, name: row.itemName, baseUnit: row.baseUnit },
    openMicro: row.openMicro,
    priceMicro: row.priceMicro,
    grossPriceMicro: row.grossPriceMicro,
    currency: row.currency,
    taxCode: row.taxCode,
  }))
  return { rows }
}

import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import { requireOrder as requireSalesOrder } from '../../sales'
import { directStore } from '../direct/direct-store'
import { receivableOf, toleranceFor } from '../matching/tolerance'
import { requireOrder } from './order'
import { orderQueries } from './order-queries'

/** An order with its lines and the receipts that came of it. */
export function getOrder(reader: Reader, id: number) {
  const order = requireOrder(reader, id)
  const tolerance = toleranceFor(reader, order.supplierId)
  const { code, name } = requirePartner(reader, order.supplierId)
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    supplier: { id: order.supplierId, code, name },
    warehouseId: order.warehouseId,
    orderedOn: order.orderedOn,
    expectedOn: order.expectedOn,
    acknowledgedOn: order.acknowledgedOn,
    acknowledgedNumber: order.acknowledgedNumber,
    note: order.note,
    isConsigned: order.consigned === 1,
    sendsTo: sendsTo(reader, id),
    netMinor: order.netMinor,
    taxMinor: order.taxMinor,
    grossMinor: order.grossMinor,
    currency: order.currency,
    rateMicro: order.rateMicro,
    foreignNetMinor: order.foreignNetMinor,
    foreignTaxMinor: order.foreignTaxMinor,
    lines: orderQueries.lines(reader, id).map((line) => ({
      receivableMicro: receivableOf(line.quantityMicro, tolerance),
      id: line.id,
      lineNumber: line.lineNumber,
      item: { id: line.itemId, code: line.itemCode, name: line.itemName, baseUnit: line.baseUnit },
      packId: line.packId,
      packUnit: line.packUnit,
      packBaseQuantity: line.packBaseQuantity,
      lotTracked: line.lotTracked === 1,
      quantityMicro: line.quantityMicro,
      priceMicro: line.priceMicro,
      taxCode: line.taxCode,
      netMinor: line.netMinor,
      taxMinor: line.taxMinor,
      foreignPriceMicro: line.foreignPriceMicro,
      grossPriceMicro: line.grossPriceMicro,
      foreignNetMinor: line.foreignNetMinor,
      foreignTaxMinor: line.foreignTaxMinor,
      promisedOn: line.promisedOn,
      receivedMicro: line.receivedMicro,
      invoicedMicro: line.invoicedMicro,
    })),
    chain: {
      from: [...directStore.reasons(reader, id), ...orderQueries.origins(reader, id)],
      to: [...orderQueries.deposits(reader, id), ...orderQueries.receipts(reader, id)],
    },
  }
}

/** The customer to whom the supplier sends, where the goods don't come here. */
function sendsTo(reader: Reader, orderId: number) {
  const salesOrderId = directStore.salesOrderOf(reader, orderId)
  if (salesOrderId === null) return null
  const { customerId } = requireSalesOrder(reader, salesOrderId)
  const { code, name, address, phone } = requirePartner(reader, customerId)
  return { id: customerId, code, name, address, phone }
}

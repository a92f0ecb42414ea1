import { nominalPieces } from '../../../../shared/values/catch-weight'
import type { BusinessDate } from '../../../../shared/values/date'
import { lineAmounts } from '../../../../shared/values/exchange/line-amounts'
import { documentMoney } from '../../../foundation/currencies'
import { catchWeightOf, requireLikelyWeight } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import { suppliersTaxRateMicro } from '../../../ledgers/accounting'
import { orderStore, type StoredOrder, type StoredOrderLine } from '../orders/order-store'

interface Arrived {
  readonly quantityMicro: number
  readonly pieces?: number | undefined
}

/**
 * Pieces that came, with their weight: the order's line had reckoned it, and follows the scale. Answers the line as it
 * is ordered now, and how many pieces they are; a line of goods that are not weighed as it was.
 */
export function weighGoods(
  tx: Tx,
  order: StoredOrder,
  line: StoredOrderLine,
  receivedMicro: number,
  arrived: Arrived,
  field: string,
): { readonly line: StoredOrderLine; readonly pieces: number | undefined } {
  const terms = catchWeightOf(tx, line.itemId)
  if (terms === undefined) return { line, pieces: undefined }
  const pieces = arrived.pieces ?? nominalPieces(terms, arrived.quantityMicro)
  requireLikelyWeight(tx, terms, { quantityMicro: arrived.quantityMicro, pieces }, field)
  const openMicro = Math.max(0, line.quantityMicro - receivedMicro)
  const openPieces = openMicro === 0 ? 0 : nominalPieces(terms, openMicro)
  // More pieces than were ordered are more than was ordered, whatever they weigh.
  const plannedMicro =
    pieces < openPieces ? pieces * terms.nominalMicro : openMicro + (pieces - openPieces) * terms.nominalMicro
  const quantityMicro = line.quantityMicro + arrived.quantityMicro - plannedMicro
  if (quantityMicro === line.quantityMicro) return { line, pieces }
  const orderedOn = order.orderedOn as BusinessDate
  const money = documentMoney(tx, { currency: order.currency, rateMicro: order.rateMicro }, orderedOn)
  const includesTax = line.grossPriceMicro !== null
  const priceMicro = line.grossPriceMicro ?? line.foreignPriceMicro ?? line.priceMicro
  const amounts = lineAmounts(
    { quantityMicro, priceMicro, includesTax },
    suppliersTaxRateMicro(tx, line.taxCode, orderedOn),
    money,
  )
  orderStore.settleWeight(tx, { orderId: order.id, lineId: line.id, quantityMicro, ...amounts })
  return { line: { ...line, quantityMicro, ...amounts }, pieces }
}

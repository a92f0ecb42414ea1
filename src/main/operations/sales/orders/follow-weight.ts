import type { BusinessDate } from '../../../../shared/values/date'
import { lineAmounts } from '../../../../shared/values/exchange/line-amounts'
import { documentMoney } from '../../../foundation/currencies'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { taxRateMicro } from '../../../ledgers/accounting'
import { releaseReservation, reserve } from '../../../ledgers/inventory'
import type { WeightSettled } from '../../warehouse'
import { requireOrderRow } from './order'
import { orderStore } from './order-store'

/**
 * The scale said what a line of weighed goods had only reckoned: the line, its amount and its promise follow, so that
 * what is delivered and billed is what was weighed.
 */
export function followWeight(tx: Tx, _actor: Actor, { source, sourceLineId, differenceMicro }: WeightSettled): void {
  if (source.kind !== 'sales.order') return
  const order = requireOrderRow(tx, source.id)
  const line = orderStore.linesOf(tx, order.id).find((known) => known.id === sourceLineId)
  assert(line !== undefined, 'what is weighed was ordered')
  const { warehouse_id: warehouseId } = order
  if (differenceMicro < 0) releaseReservation(tx, source, line.id, 0 - differenceMicro)
  else reserve(tx, { warehouseId, itemId: line.item_id, source, sourceLineId: line.id, quantityMicro: differenceMicro })
  const quantityMicro = line.quantity_micro + differenceMicro
  const orderedOn = order.ordered_on as BusinessDate
  const money = documentMoney(tx, { currency: order.currency, rateMicro: order.rate_micro }, orderedOn)
  const includesTax = line.gross_price_micro !== null
  const priceMicro = line.gross_price_micro ?? line.foreign_price_micro ?? line.price_micro
  const amounts = lineAmounts(
    { quantityMicro, priceMicro, includesTax },
    taxRateMicro(tx, line.tax_code, orderedOn),
    money,
  )
  orderStore.settleWeight(tx, { orderId: order.id, lineId: line.id, quantityMicro, ...amounts })
  tx.announce({ kind: 'sales.orderSaved', id: order.id })
}

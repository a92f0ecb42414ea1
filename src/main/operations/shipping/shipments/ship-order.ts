import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { nextNumber } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal } from '../../../ledgers/accounting'
import { consumeReservation, postMovements } from '../../../ledgers/inventory'
import { recordShipment, requireOrder } from '../../sales'
import { takePacked } from '../../warehouse'
import { shipmentJournal } from './shipment-posting'
import { shipmentStore } from './shipment-store'

export interface ShipOrder {
  readonly orderId: number
  readonly shippedOn: BusinessDate
  readonly carrier: string
  readonly cartons: number
  readonly weightGrams: number
  readonly note: string
}

/** Ships what is packed: stock leaves, its cost is posted, the order knows, the delivery note exists. */
export function shipOrder(tx: Tx, actor: Actor, input: ShipOrder) {
  const order = requireOrder(tx, input.orderId)
  const orderSource = { kind: 'sales.order', id: order.id }
  const packed = takePacked(tx, orderSource)
  if (packed.length === 0) refuse('shipping.nothingPacked', { number: order.number ?? '' }, 'orderId')

  const { customerId, warehouseId } = order
  const number = nextNumber(tx, 'SH', input.shippedOn)
  const id = shipmentStore.insert(tx, { ...input, number, customerId, warehouseId, by: actor.userId })
  const source = { kind: 'shipping.shipment', id }
  for (const line of packed) consumeReservation(tx, orderSource, line.sourceLineId, line.quantityMicro)
  const movements = postMovements(
    tx,
    { postedOn: input.shippedOn, source, by: actor },
    packed.map(({ itemId, lotId, binId, quantityMicro, sourceLineId }) => {
      const from = { binId, status: 'available' as const }
      return { warehouseId, itemId, lotId, from, quantityMicro, sourceLineId }
    }),
  )
  let costMinor = 0
  for (const [at, line] of packed.entries()) {
    const lineCost = movements[at]?.valueMinor ?? 0
    shipmentStore.insertLine(tx, { ...line, shipmentId: id, orderLineId: line.sourceLineId, costMinor: lineCost })
    costMinor += lineCost
  }
  const customer = requirePartner(tx, customerId)
  const memo = `${number} ${customer.name}`
  postJournal(tx, actor, { postedOn: input.shippedOn, memo, source, lines: shipmentJournal(costMinor) })
  const shipped = packed.map((line) => ({ orderLineId: line.sourceLineId, quantityMicro: line.quantityMicro }))
  recordShipment(tx, order.id, shipped)
  const words = [customer.code, order.number ?? '', input.carrier]
  index(tx, { kind: source.kind, id, title: number, subtitle: customer.name, words })
  tx.announce({ kind: 'shipping.shipped', id })
  return { id, number, state: 'posted' }
}

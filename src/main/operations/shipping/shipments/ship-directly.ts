import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { nextNumber } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal, reverseJournal } from '../../../ledgers/accounting'
import { recordDirect, requireOrder, undoDirect } from '../../sales'
import { requireNothingBuiltOn } from './reverse-shipment'
import { directJournal } from './shipment-posting'
import { shipmentStore } from './shipment-store'

export interface ShipDirectly {
  readonly orderId: number
  readonly shippedOn: BusinessDate
  readonly carrier: string
  readonly note: string
  readonly lines: readonly {
    readonly orderLineId: number
    readonly itemId: number
    readonly lotId: number
    readonly quantityMicro: number
    readonly costMinor: number
  }[]
}

/** Goods that a supplier sent straight to the customer: delivered and costed, out of no bin of ours. */
export function shipDirectly(tx: Tx, actor: Actor, input: ShipDirectly): { id: number; number: string } {
  const { orderId, shippedOn, carrier, note, lines } = input
  const order = requireOrder(tx, orderId)
  const { customerId, warehouseId } = order
  const number = nextNumber(tx, 'SH', shippedOn)
  const head = { number, orderId, customerId, warehouseId, shippedOn, carrier, cartons: 0, weightGrams: 0, note }
  const id = shipmentStore.insert(tx, { ...head, by: actor.userId })
  for (const line of lines) shipmentStore.insertLine(tx, { ...line, shipmentId: id, binId: null })
  const costMinor = lines.reduce((sum, line) => sum + line.costMinor, 0)
  const { name, code } = requirePartner(tx, customerId)
  const source = { kind: 'shipping.shipment', id }
  postJournal(tx, actor, { postedOn: shippedOn, memo: `${number} ${name}`, source, lines: directJournal(costMinor) })
  recordDirect(tx, orderId, lines)
  index(tx, { kind: source.kind, id, title: number, subtitle: name, words: [code, order.number ?? '', carrier] })
  tx.announce({ kind: 'shipping.shipped', id })
  return { id, number }
}

/** The supplier did not send it, as it now turns out; asked for by the receipt that posted it. */
export function undoDirectShipment(
  tx: Tx,
  actor: Actor,
  shipmentId: number,
  reversal: { readonly postedOn: string; readonly memo: string },
): void {
  const shipment = shipmentStore.byId(tx, shipmentId) ?? refuse('shipping.shipmentUnknown', {}, 'id')
  const lines = shipmentStore.linesOf(tx, shipmentId)
  requireNothingBuiltOn(tx, shipment, lines)
  reverseJournal(tx, actor, { kind: 'shipping.shipment', id: shipmentId }, reversal)
  const back = lines.map((line) => ({ orderLineId: line.order_line_id, quantityMicro: line.quantity_micro }))
  undoDirect(tx, shipment.order_id, back)
  shipmentStore.setReversed(tx, shipmentId)
  tx.announce({ kind: 'shipping.shipmentReversed', id: shipmentId })
}

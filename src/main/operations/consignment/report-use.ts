import type { BusinessDate } from '../../../shared/values/date'
import { requireBasePack } from '../../foundation/items'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { priceOf } from '../prices'
import { confirmOrder, invoiceOrder, saveOrder } from '../sales'
import { shipOrder } from '../shipping'
import { handOver } from '../warehouse'
import { requirePlace } from './move-goods'

export interface ReportUse {
  readonly customerId: number
  readonly usedOn: BusinessDate
  /** The customer's number of the report. */
  readonly reference: string
  readonly lines: readonly {
    readonly itemId: number
    readonly quantityMicro: number
    /** Left out: what the customer pays on that day. */
    readonly priceMicro?: number | undefined
    readonly serials?: readonly string[] | undefined
  }[]
}

/** The customer has used goods that lie there: ordered, delivered out of that place and invoiced at once, or not at all. */
export function reportUse(tx: Tx, actor: Actor, input: ReportUse) {
  const { customerId, usedOn, reference } = input
  const warehouseId = requirePlace(tx, customerId)
  const lines = input.lines.map(({ itemId, quantityMicro, priceMicro }, at) => ({
    itemId,
    packId: requireBasePack(tx, itemId, `lines.${at}.itemId`),
    quantityMicro,
    priceMicro: priceMicro ?? priceOf(tx, { itemId, quantityMicro, customerId, on: usedOn }).priceMicro,
  }))
  const head = { customerId, warehouseId, orderedOn: usedOn, promisedOn: usedOn, customerReference: reference }
  const order = saveOrder(tx, actor, { ...head, note: '', channelId: null, priority: 0, lines })
  confirmOrder(tx, actor, { id: order.id, backOrder: false })
  const serials = input.lines.flatMap(({ itemId, serials: named = [] }) => named.map((serial) => ({ itemId, serial })))
  handOver(tx, actor, { warehouseId, orderId: order.id, on: usedOn, serials })
  const shipped = { orderId: order.id, shippedOn: usedOn, carrier: '', cartons: 1, weightGrams: 0, note: reference }
  const shipment = shipOrder(tx, actor, shipped)
  const invoice = invoiceOrder(tx, actor, { orderId: order.id, invoicedOn: usedOn, note: reference })
  tx.announce({ kind: 'consignment.useReported', id: order.id })
  return { orderId: order.id, shipmentId: shipment.id, invoiceId: invoice.id, invoiceNumber: invoice.number }
}

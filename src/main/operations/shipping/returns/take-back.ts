import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { requireShipment, shippedLines } from '../shipments/shipment-queries'
import { receiveReturn } from './receive-return'

export interface TakeBack {
  readonly shipmentId: number
  readonly returnedOn: BusinessDate
  readonly reason: string
  readonly lines: readonly {
    readonly shipmentLineId: number
    readonly quantityMicro: number
    readonly status: 'available' | 'quarantine' | 'damaged'
  }[]
}

/** Goods that stand at the dock again, by their delivery note: credited at what they were sold for, nothing is typed. */
export function takeBack(tx: Tx, actor: Actor, input: TakeBack) {
  const shipment = requireShipment(tx, input.shipmentId)
  const shipped = new Map(shippedLines(tx, shipment.id).map((line) => [line.id, line]))
  const { returnedOn, reason } = input
  const { id, number, state } = receiveReturn(tx, actor, {
    customerId: shipment.customer_id,
    warehouseId: shipment.warehouse_id,
    shipmentId: shipment.id,
    returnedOn,
    reason,
    lines: input.lines.map(({ shipmentLineId, quantityMicro, status }, at) => {
      const line =
        shipped.get(shipmentLineId) ??
        refuse('shipping.lineNotShipped', { shipment: shipment.number }, `lines.${at}.shipmentLineId`)
      const { itemId, priceMicro } = line
      return { shipmentLineId, itemId, quantityMicro, priceMicro, status }
    }),
  })
  return { id, number, state }
}

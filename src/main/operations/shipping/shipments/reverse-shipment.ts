import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { reverseJournal } from '../../../ledgers/accounting'
import { reserve, reverseMovements } from '../../../ledgers/inventory'
import { requireOrder, undoShipment } from '../../sales'
import { putBackShipped } from '../../warehouse'
import { shipmentStore, type ShipmentLineRow, type ShipmentRow } from './shipment-store'

export interface ReverseShipment {
  readonly id: number
  readonly reversedOn: BusinessDate
  readonly reason: string
}

/** The goods never left: they stand at the packing place again, packed and promised to their order, at their old cost. */
export function reverseShipment(tx: Tx, actor: Actor, input: ReverseShipment) {
  const shipment = shipmentStore.byId(tx, input.id) ?? refuse('shipping.shipmentUnknown', {}, 'id')
  const { number } = shipment
  if (shipment.state === 'reversed') refuse('shipping.shipmentReversed', { number }, 'id')
  const lines = shipmentStore.linesOf(tx, shipment.id)
  if (lines.some((line) => line.bin_id === null)) refuse('shipping.sentBySupplier', { number }, 'id')
  requireNothingBuiltOn(tx, shipment, lines)

  const source = { kind: 'shipping.shipment', id: shipment.id }
  const orderSource = { kind: 'sales.order', id: shipment.order_id }
  reverseMovements(tx, source, { postedOn: input.reversedOn })
  for (const line of lines) {
    reserve(tx, {
      warehouseId: shipment.warehouse_id,
      itemId: line.item_id,
      source: orderSource,
      sourceLineId: line.order_line_id,
      quantityMicro: line.quantity_micro,
    })
  }
  putBackShipped(tx, orderSource, lines.map(packedLine))
  reverseJournal(tx, actor, source, { postedOn: input.reversedOn, memo: `${number} ${input.reason}`.trim() })
  const unshipped = lines.map((line) => ({ orderLineId: line.order_line_id, quantityMicro: line.quantity_micro }))
  undoShipment(tx, shipment.order_id, unshipped)
  shipmentStore.setReversed(tx, shipment.id)
  tx.announce({ kind: 'shipping.shipmentReversed', id: shipment.id })
  return { id: shipment.id, number, state: 'reversed' }
}

export function requireNothingBuiltOn(tx: Tx, shipment: ShipmentRow, lines: readonly ShipmentLineRow[]): void {
  const { number } = shipment
  if (lines.some((line) => line.returned_micro > 0)) {
    refuse('shipping.returnedAlready', { number, returns: shipmentStore.returnsOf(tx, shipment.id).join(', ') }, 'id')
  }
  const backOfLine = new Map<number, number>()
  for (const line of lines) {
    backOfLine.set(line.order_line_id, (backOfLine.get(line.order_line_id) ?? 0) + line.quantity_micro)
  }
  const order = requireOrder(tx, shipment.order_id)
  const isInvoiced = order.lines.some((line) => line.invoicedMicro > line.shippedMicro - (backOfLine.get(line.id) ?? 0))
  if (isInvoiced) {
    const invoices = shipmentStore.invoicesOfOrder(tx, shipment.order_id).join(', ')
    refuse('shipping.invoicedAlready', { number, invoices }, 'id')
  }
}

function packedLine(line: ShipmentLineRow) {
  assert(line.bin_id !== null, 'goods left from a bin')
  return {
    sourceLineId: line.order_line_id,
    itemId: line.item_id,
    lotId: line.lot_id,
    binId: line.bin_id,
    quantityMicro: line.quantity_micro,
  }
}

import type { Reader } from '../../../kernel/db'
import { requireShipment } from './shipment-queries'

/** What stands on the address label of a shipment. */
export function shipmentFacts(reader: Reader, shipmentId: number) {
  const { number, customer_id, carrier, cartons } = requireShipment(reader, shipmentId)
  return { number, customerId: customer_id, carrier, cartons }
}

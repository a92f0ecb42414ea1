/**
 * Shipping (TMS): goods that leave to customers and come back.
 *
 * Owns shipments with their delivery notes, and returns with their credit notes.
 * Invariants: a shipment carries what was packed, and no more comes back of a line than left; goods come back at the cost
 * at which they left; each return has one credit note over the same amounts.
 * Folders are its nouns: shipments, returns. Tables: shipping_shipment, shipping_shipment_line, shipping_return,
 * shipping_return_line, shipping_inspection, shipping_inspection_line, shipping_exchange.
 */
export { checks } from './checks-queries'
export { handlers } from './handlers'
export { shipDirectly, undoDirectShipment } from './shipments/ship-directly'
export { shipOrder } from './shipments/ship-order'
export { shipmentFacts } from './shipments/shipment-facts'

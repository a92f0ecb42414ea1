import type { Migration } from '../kernel/db'

/** Lots that a supplier sent straight to a customer: no movement of ours tells of them, their documents do. */
export const directLots: Migration = {
  version: 268,
  name: 'direct-lots',
  sql: `
    CREATE INDEX purchasing_receipt_line_lot ON purchasing_receipt_line (lot_id) WHERE lot_id <> 0;
    CREATE VIEW v_purchasing_direct_lot AS
      SELECT l.id, l.item_id, l.lot_id, l.quantity_micro, r.id AS receipt_id, r.number, r.supplier_id, r.received_on
      FROM purchasing_receipt_line l JOIN purchasing_receipt r ON r.id = l.receipt_id
      WHERE l.lot_id <> 0 AND r.terms = 'direct' AND r.state = 'posted';
    CREATE VIEW v_shipping_direct_lot AS
      SELECT l.id, l.item_id, l.lot_id, l.quantity_micro, s.id AS shipment_id, s.number, s.customer_id, s.shipped_on
      FROM shipping_shipment_line l JOIN shipping_shipment s ON s.id = l.shipment_id
      WHERE l.lot_id <> 0 AND l.bin_id IS NULL AND s.state = 'posted';
  `,
}

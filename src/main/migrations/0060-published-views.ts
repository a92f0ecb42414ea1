import type { Migration } from '../kernel/db'

/**
 * What rooms publish for others to join in lists: names of what a row points to. A room reads another room's
 * `v_<room>_*`, never its tables.
 */
export const publishedViews: Migration = {
  version: 60,
  name: 'published-views',
  sql: `
    CREATE VIEW v_parties_partner AS
      SELECT id, code, name, is_customer, is_supplier, active FROM parties_partner;
    CREATE VIEW v_items_item AS
      SELECT id, code, name, other_name, kind, category, base_unit, lot_tracked, active,
        weight_grams, volume_millilitres
      FROM items_item;
    CREATE VIEW v_items_pack AS
      SELECT id, item_id, unit, base_quantity FROM items_pack;
    CREATE VIEW v_warehouse_bin AS
      SELECT id, warehouse_id, code, kind FROM warehouse_bin;
    CREATE VIEW v_accounting_open_item AS
      SELECT id, role, partner_id, source_kind, source_id, document_number, posted_on, due_on, amount_minor, open_minor
      FROM accounting_open_item;
    CREATE VIEW v_inventory_lot AS
      SELECT id, item_id, code, expires_on FROM inventory_lot;

    CREATE VIEW v_inventory_balance AS
      SELECT item_id, bin_id, lot_id, status, warehouse_id, quantity_micro, allocated_micro FROM inventory_balance;
    CREATE VIEW v_inventory_reservation AS
      SELECT id, warehouse_id, item_id, source_kind, source_id, source_line_id, open_micro FROM inventory_reservation;
    CREATE VIEW v_access_user AS
      SELECT id, name FROM access_user;
    CREATE VIEW v_purchasing_order AS
      SELECT id, warehouse_id, state FROM purchasing_order;
    CREATE VIEW v_treasury_application AS
      SELECT payment_id, open_item_id, amount_minor FROM treasury_application;
    CREATE VIEW v_warehouse_demand AS
      SELECT id, source_kind, source_id, source_line_id, wave_id, quantity_micro, released_micro, picked_micro,
        packed_micro, shipped_micro, withdrawn_micro, warehouse_id, due_on
      FROM warehouse_demand;
    CREATE VIEW v_sales_order AS
      SELECT id, number, state, customer_id, warehouse_id, promised_on, net_minor FROM sales_order;
    CREATE VIEW v_sales_order_line AS
      SELECT id, order_id, item_id, quantity_micro, price_micro, tax_code, shipped_micro, invoiced_micro, cancelled_micro
      FROM sales_order_line;
    CREATE VIEW v_sales_invoice AS
      SELECT id, number, kind, state, order_id, return_id, customer_id, invoiced_on, net_minor,
        tax_minor, gross_minor
      FROM sales_invoice;
    CREATE VIEW v_shipping_shipment AS
      SELECT id, number, state, order_id, shipped_on FROM shipping_shipment;
    CREATE VIEW v_shipping_shipment_line AS
      SELECT l.id, l.shipment_id, l.order_line_id, l.item_id, l.bin_id, l.quantity_micro, l.cost_minor, s.state,
        s.shipped_on
      FROM shipping_shipment_line l JOIN shipping_shipment s ON s.id = l.shipment_id;
    CREATE VIEW v_shipping_return AS
      SELECT id, number, state, shipment_id, returned_on FROM shipping_return;

    -- Number and state of any document, for links between rooms: always asked by kind and id.
    CREATE VIEW v_document_link AS
      SELECT 'purchasing.order' AS kind, id, number, state FROM purchasing_order
      UNION ALL SELECT 'purchasing.receipt', id, number, state FROM purchasing_receipt
      UNION ALL SELECT 'purchasing.invoice', id, number, state FROM purchasing_invoice
      UNION ALL SELECT 'sales.order', id, number, state FROM sales_order
      UNION ALL SELECT 'sales.invoice', id, number, state FROM sales_invoice
      UNION ALL SELECT 'shipping.shipment', id, number, state FROM shipping_shipment
      UNION ALL SELECT 'shipping.return', id, number, state FROM shipping_return
      UNION ALL SELECT 'treasury.payment', id, number, state FROM treasury_payment
      UNION ALL SELECT 'warehouse.count', id, number, state FROM warehouse_count
      UNION ALL SELECT 'warehouse.adjustment', id, number, state FROM warehouse_adjustment
      UNION ALL SELECT 'warehouse.wave', id, number, state FROM warehouse_wave
      UNION ALL SELECT 'accounting.voucher', e.id, e.voucher_type || '-' || e.number,
        CASE WHEN EXISTS (SELECT 1 FROM accounting_entry r WHERE r.reverses_entry_id = e.id)
          THEN 'reversed' ELSE 'posted' END
        FROM accounting_entry e WHERE e.source_kind = 'accounting.voucher';
  `,
}

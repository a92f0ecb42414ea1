import type { Migration } from '../kernel/db'

/**
 * What rooms publish for reports, proofs across rooms and exports. Plain selections: SQLite dissolves them into the
 * query that asks, so the rooms' own indexes serve it.
 */
export const reportViews: Migration = {
  version: 70,
  name: 'report-views',
  sql: `
    -- Reports look for the few reversed documents of all; a row that is not reversed costs these indexes nothing.
    CREATE INDEX sales_invoice_reversed ON sales_invoice (id) WHERE state = 'reversed';
    CREATE INDEX shipping_shipment_reversed ON shipping_shipment (id) WHERE state = 'reversed';
    CREATE INDEX shipping_return_reversed ON shipping_return (id) WHERE state = 'reversed';

    CREATE VIEW v_accounting_account AS
      SELECT id, code, name_zh, name_en, kind, parent_id FROM accounting_account;
    CREATE VIEW v_accounting_role AS
      SELECT role, account_id FROM accounting_role;
    CREATE VIEW v_accounting_period AS
      SELECT id, starts_on, ends_on, state FROM accounting_period;
    CREATE VIEW v_accounting_entry AS
      SELECT id, voucher_type, number, period_id, posted_on, source_kind, source_id, memo, reverses_entry_id
      FROM accounting_entry;
    CREATE VIEW v_accounting_line AS
      SELECT entry_id, line_number, account_id, debit_minor, credit_minor, partner_id, item_id, quantity_micro,
        cash_flow_item
      FROM accounting_line;
    CREATE VIEW v_accounting_balance AS
      SELECT account_id, period_id, debit_minor, credit_minor FROM accounting_balance;
    CREATE VIEW v_accounting_settlement AS
      SELECT id, open_item_id, source_kind, source_id, settled_on, amount_minor FROM accounting_settlement;

    CREATE VIEW v_inventory_stock AS
      SELECT warehouse_id, item_id, on_hand_micro, available_micro, reserved_micro, value_minor FROM inventory_stock;
    CREATE VIEW v_inventory_movement AS
      SELECT id, posted_on, warehouse_id, item_id, lot_id, from_bin_id, from_status, to_bin_id, to_status,
        quantity_micro, value_minor, source_kind, source_id, source_line_id
      FROM inventory_movement;
    CREATE VIEW v_inventory_revaluation AS
      SELECT id, posted_on, warehouse_id, item_id, value_minor, source_kind, source_id FROM inventory_revaluation;

    CREATE VIEW v_purchasing_receipt AS
      SELECT id, number, state, order_id, supplier_id, received_on FROM purchasing_receipt;
    CREATE VIEW v_purchasing_receipt_line AS
      SELECT id, receipt_id, order_line_id, item_id, quantity_micro, value_minor, invoiced_micro, invoiced_value_minor
      FROM purchasing_receipt_line;
    CREATE VIEW v_purchasing_invoice AS
      SELECT id, number, state, supplier_id, invoiced_on, net_minor, tax_minor, gross_minor FROM purchasing_invoice;
    CREATE VIEW v_sales_invoice_line AS
      SELECT id, invoice_id, order_line_id, item_id, quantity_micro, net_minor, tax_minor FROM sales_invoice_line;
    CREATE VIEW v_shipping_return_line AS
      SELECT id, return_id, item_id, bin_id, quantity_micro, net_minor, tax_minor, cost_minor FROM shipping_return_line;
    CREATE VIEW v_treasury_payment AS
      SELECT id, number, direction, state, partner_id, paid_on, amount_minor, unapplied_minor FROM treasury_payment;
    CREATE VIEW v_warehouse_adjustment_line AS
      SELECT l.adjustment_id, l.item_id, l.quantity_micro, l.value_minor, a.state
      FROM warehouse_adjustment_line l JOIN warehouse_adjustment a ON a.id = l.adjustment_id;
    CREATE VIEW v_warehouse_count_line AS
      SELECT l.count_id, l.item_id, l.counted_micro - l.expected_micro AS difference_micro, l.value_minor, c.state
      FROM warehouse_count_line l JOIN warehouse_count c ON c.id = l.count_id;
    CREATE VIEW v_warehouse_batch AS
      SELECT id, number, wave_id, state FROM warehouse_batch;
  `,
}

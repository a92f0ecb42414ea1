import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

export const imports: Migration = {
  version: 280,
  name: 'imports',
  sql: `
    -- Tables of master data that were read in, whole; each can be taken back once.
    CREATE TABLE imports_run (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      file_name TEXT NOT NULL,
      run_at TEXT NOT NULL,
      run_by INTEGER NOT NULL,
      added INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      undone_at TEXT
    ) STRICT;

    -- What each row did: cells as JSON, before (null: it was new) and after.
    CREATE TABLE imports_row (
      run_id INTEGER NOT NULL REFERENCES imports_run (id),
      position INTEGER NOT NULL,
      before_json TEXT,
      after_json TEXT NOT NULL,
      PRIMARY KEY (run_id, position)
    ) STRICT, WITHOUT ROWID;
    ${appendOnly('imports_row')}

    -- What the tables of master data show.
    CREATE VIEW v_parties_partner_card AS
      SELECT id, code, name, is_customer, is_supplier, payment_terms_days, cash_discount_micro, cash_discount_days,
        credit_limit_minor, minimum_remaining_life_days, tax_number, phone, email, address, currency, active
      FROM parties_partner;
    CREATE VIEW v_prices_list AS
      SELECT id, code, name, customer_id, channel_id, class_id, valid_from, valid_to, maximum_discount_micro, active
      FROM prices_list;
    CREATE VIEW v_prices_class AS SELECT id, code, name FROM prices_class;
    CREATE VIEW v_prices_list_line AS
      SELECT id, list_id, item_id, pack_id, minimum_micro, price_micro FROM prices_list_line;
    CREATE VIEW v_suppliers_price AS
      SELECT id, supplier_id, item_id, valid_from, price_micro, lead_days, minimum_micro, multiple_micro, supplier_code,
        is_preferred
      FROM suppliers_term;
    CREATE VIEW v_items_substitute AS SELECT item_id, rank, substitute_id FROM items_substitute;
  `,
}

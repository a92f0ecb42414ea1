import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

export const ledgers: Migration = {
  version: 30,
  name: 'ledgers',
  sql: `
    CREATE TABLE accounting_account (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      name_zh TEXT NOT NULL,
      name_en TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('asset', 'liability', 'equity', 'cost', 'revenue', 'expense')),
      normal_side TEXT NOT NULL CHECK (normal_side IN ('debit', 'credit')),
      parent_id INTEGER REFERENCES accounting_account (id),
      is_postable INTEGER NOT NULL DEFAULT 1
    ) STRICT;

    -- Documents name a role (stock, receivable, ...), never an account code.
    CREATE TABLE accounting_role (
      role TEXT PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES accounting_account (id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE accounting_tax_rate (
      tax_code TEXT NOT NULL,
      valid_from TEXT NOT NULL,
      rate_micro INTEGER NOT NULL CHECK (rate_micro >= 0),
      PRIMARY KEY (tax_code, valid_from)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE accounting_period (
      id INTEGER PRIMARY KEY,
      starts_on TEXT NOT NULL UNIQUE,
      ends_on TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'soft-closed', 'closed'))
    ) STRICT;

    CREATE TABLE accounting_entry (
      id INTEGER PRIMARY KEY,
      voucher_type TEXT NOT NULL,
      number INTEGER NOT NULL,
      period_id INTEGER NOT NULL REFERENCES accounting_period (id),
      posted_on TEXT NOT NULL,
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      memo TEXT NOT NULL,
      reverses_entry_id INTEGER REFERENCES accounting_entry (id),
      posted_by INTEGER NOT NULL,
      posted_at TEXT NOT NULL,
      UNIQUE (voucher_type, period_id, number)
    ) STRICT;
    CREATE INDEX accounting_entry_source ON accounting_entry (source_kind, source_id);
    CREATE INDEX accounting_entry_date ON accounting_entry (posted_on, id);
    CREATE UNIQUE INDEX accounting_entry_reversal ON accounting_entry (reverses_entry_id) WHERE reverses_entry_id IS NOT NULL;
    ${appendOnly('accounting_entry')}

    CREATE TABLE accounting_line (
      entry_id INTEGER NOT NULL REFERENCES accounting_entry (id),
      line_number INTEGER NOT NULL,
      account_id INTEGER NOT NULL REFERENCES accounting_account (id),
      debit_minor INTEGER NOT NULL,
      credit_minor INTEGER NOT NULL,
      partner_id INTEGER REFERENCES parties_partner (id),
      item_id INTEGER REFERENCES items_item (id),
      quantity_micro INTEGER,
      cash_flow_item TEXT,
      CHECK ((debit_minor = 0) <> (credit_minor = 0)),
      PRIMARY KEY (entry_id, line_number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX accounting_line_account ON accounting_line (account_id, entry_id);
    ${appendOnly('accounting_line')}

    -- Turnover per account and period, kept by the posting itself and proved by verify.
    CREATE TABLE accounting_balance (
      account_id INTEGER NOT NULL REFERENCES accounting_account (id),
      period_id INTEGER NOT NULL REFERENCES accounting_period (id),
      debit_minor INTEGER NOT NULL,
      credit_minor INTEGER NOT NULL,
      PRIMARY KEY (account_id, period_id)
    ) STRICT, WITHOUT ROWID;

    -- What partners owe (receivable) or are owed (payable), item by item. amount_minor is negative for credit notes
    -- and advances; open_minor moves towards zero by settlements.
    CREATE TABLE accounting_open_item (
      id INTEGER PRIMARY KEY,
      role TEXT NOT NULL,
      partner_id INTEGER NOT NULL REFERENCES parties_partner (id),
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      document_number TEXT NOT NULL,
      posted_on TEXT NOT NULL,
      due_on TEXT NOT NULL,
      amount_minor INTEGER NOT NULL,
      open_minor INTEGER NOT NULL,
      CHECK ((amount_minor >= 0 AND open_minor BETWEEN 0 AND amount_minor)
          OR (amount_minor < 0 AND open_minor BETWEEN amount_minor AND 0))
    ) STRICT;
    CREATE INDEX accounting_open_item_partner ON accounting_open_item (partner_id, role) WHERE open_minor <> 0;
    CREATE INDEX accounting_open_item_due ON accounting_open_item (role, due_on) WHERE open_minor <> 0;
    CREATE INDEX accounting_open_item_source ON accounting_open_item (source_kind, source_id);

    CREATE TABLE accounting_settlement (
      id INTEGER PRIMARY KEY,
      open_item_id INTEGER NOT NULL REFERENCES accounting_open_item (id),
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      settled_on TEXT NOT NULL,
      amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0)
    ) STRICT;
    CREATE INDEX accounting_settlement_item ON accounting_settlement (open_item_id);
    CREATE INDEX accounting_settlement_source ON accounting_settlement (source_kind, source_id);
    ${appendOnly('accounting_settlement')}

    CREATE TABLE inventory_lot (
      id INTEGER PRIMARY KEY,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      code TEXT NOT NULL,
      expires_on TEXT,
      supplier_id INTEGER REFERENCES parties_partner (id),
      created_at TEXT NOT NULL,
      UNIQUE (item_id, code)
    ) STRICT;
    CREATE INDEX inventory_lot_expiry ON inventory_lot (expires_on);

    -- The truth about stock. A bin of null is the outside world (supplier, customer, loss). Value is carried only by
    -- movements that cross that border. lot_id 0 = not tracked by lot.
    CREATE TABLE inventory_movement (
      id INTEGER PRIMARY KEY,
      posted_on TEXT NOT NULL,
      posted_at TEXT NOT NULL,
      warehouse_id INTEGER NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      lot_id INTEGER NOT NULL DEFAULT 0,
      from_bin_id INTEGER,
      from_status TEXT,
      to_bin_id INTEGER,
      to_status TEXT,
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      value_minor INTEGER NOT NULL,
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      source_line_id INTEGER,
      CHECK (from_bin_id IS NOT NULL OR to_bin_id IS NOT NULL),
      CHECK (value_minor = 0 OR from_bin_id IS NULL OR to_bin_id IS NULL)
    ) STRICT;
    CREATE INDEX inventory_movement_item ON inventory_movement (item_id, id);
    CREATE INDEX inventory_movement_source ON inventory_movement (source_kind, source_id);
    ${appendOnly('inventory_movement')}

    -- Value without quantity: a late price difference or a revaluation of what is on hand.
    CREATE TABLE inventory_revaluation (
      id INTEGER PRIMARY KEY,
      posted_on TEXT NOT NULL,
      warehouse_id INTEGER NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      value_minor INTEGER NOT NULL CHECK (value_minor <> 0),
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX inventory_revaluation_item ON inventory_revaluation (item_id);
    CREATE INDEX inventory_revaluation_source ON inventory_revaluation (source_kind, source_id);
    ${appendOnly('inventory_revaluation')}

    -- On hand per bin, lot and status; allocated = promised to a released pick.
    CREATE TABLE inventory_balance (
      item_id INTEGER NOT NULL,
      bin_id INTEGER NOT NULL,
      lot_id INTEGER NOT NULL,
      status TEXT NOT NULL,
      warehouse_id INTEGER NOT NULL,
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro >= 0),
      allocated_micro INTEGER NOT NULL DEFAULT 0 CHECK (allocated_micro BETWEEN 0 AND quantity_micro),
      PRIMARY KEY (item_id, bin_id, lot_id, status)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX inventory_balance_bin ON inventory_balance (bin_id);

    -- Per item and warehouse: what is there, what is promised, what it is worth (moving average = value / on hand).
    CREATE TABLE inventory_stock (
      warehouse_id INTEGER NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      on_hand_micro INTEGER NOT NULL DEFAULT 0 CHECK (on_hand_micro >= 0),
      available_micro INTEGER NOT NULL DEFAULT 0 CHECK (available_micro >= 0),
      reserved_micro INTEGER NOT NULL DEFAULT 0 CHECK (reserved_micro BETWEEN 0 AND available_micro),
      value_minor INTEGER NOT NULL DEFAULT 0 CHECK (value_minor >= 0),
      PRIMARY KEY (warehouse_id, item_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE inventory_reservation (
      id INTEGER PRIMARY KEY,
      warehouse_id INTEGER NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      source_line_id INTEGER NOT NULL,
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      open_micro INTEGER NOT NULL CHECK (open_micro BETWEEN 0 AND quantity_micro),
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX inventory_reservation_item ON inventory_reservation (item_id, warehouse_id) WHERE open_micro > 0;
    CREATE UNIQUE INDEX inventory_reservation_line ON inventory_reservation (source_kind, source_line_id);
    CREATE INDEX inventory_reservation_source ON inventory_reservation (source_kind, source_id);
  `,
}

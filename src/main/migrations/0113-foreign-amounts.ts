import type { Migration } from '../kernel/db'
import { appendOnly } from './append-only'

const onDocument = (table: string): string => `
    ALTER TABLE ${table} ADD COLUMN currency TEXT REFERENCES currencies_currency (code);
    ALTER TABLE ${table} ADD COLUMN rate_micro INTEGER
      CHECK ((rate_micro IS NULL) = (currency IS NULL) AND (rate_micro IS NULL OR rate_micro > 0));
    ALTER TABLE ${table} ADD COLUMN foreign_net_minor INTEGER
      CHECK ((foreign_net_minor IS NULL) = (currency IS NULL));
    ALTER TABLE ${table} ADD COLUMN foreign_tax_minor INTEGER
      CHECK ((foreign_tax_minor IS NULL) = (currency IS NULL));`

const onLine = (table: string): string => `
    ALTER TABLE ${table} ADD COLUMN foreign_price_micro INTEGER;
    ALTER TABLE ${table} ADD COLUMN foreign_net_minor INTEGER
      CHECK ((foreign_net_minor IS NULL) = (foreign_price_micro IS NULL));
    ALTER TABLE ${table} ADD COLUMN foreign_tax_minor INTEGER
      CHECK ((foreign_tax_minor IS NULL) = (foreign_price_micro IS NULL));`

/**
 * Foreign currencies on accounts, partners, documents, payments and open items. What was there before is in the
 * currency of the books and stays so: the foreign side stands beside it and is empty where there is none.
 */
export const foreignAmounts: Migration = {
  version: 113,
  name: 'foreign-amounts',
  sql: `
    -- An account that is kept in this currency and takes no other; null: in the books' own.
    ALTER TABLE accounting_account ADD COLUMN currency TEXT REFERENCES currencies_currency (code);
    DROP VIEW v_accounting_account;
    CREATE VIEW v_accounting_account AS
      SELECT id, code, name_zh, name_en, kind, normal_side, parent_id, is_postable, is_active, cash_kind, quantity_unit,
        statement_tag, requires, currency
      FROM accounting_account;

    ALTER TABLE parties_partner ADD COLUMN currency TEXT REFERENCES currencies_currency (code);
    DROP VIEW v_parties_partner;
    CREATE VIEW v_parties_partner AS
      SELECT id, code, name, is_customer, is_supplier, active, currency FROM parties_partner;

    ALTER TABLE accounting_open_item ADD COLUMN currency TEXT REFERENCES currencies_currency (code);
    ALTER TABLE accounting_open_item ADD COLUMN foreign_minor INTEGER
      CHECK ((foreign_minor IS NULL) = (currency IS NULL));
    ALTER TABLE accounting_open_item ADD COLUMN foreign_open_minor INTEGER
      CHECK ((foreign_open_minor IS NULL) = (currency IS NULL) AND (foreign_minor IS NULL
        OR (foreign_minor >= 0 AND foreign_open_minor BETWEEN 0 AND foreign_minor)
        OR (foreign_minor < 0 AND foreign_open_minor BETWEEN foreign_minor AND 0)));
    CREATE INDEX accounting_open_item_currency ON accounting_open_item (currency, posted_on) WHERE currency IS NOT NULL;
    DROP VIEW v_accounting_open_item;
    CREATE VIEW v_accounting_open_item AS
      SELECT id, role, partner_id, source_kind, source_id, document_number, posted_on, due_on, amount_minor, open_minor,
        currency, foreign_minor, foreign_open_minor
      FROM accounting_open_item;

    -- A part of a foreign item may be too small for a cent of ours: a settlement moves one of the two.
    DROP VIEW v_accounting_settlement;
    DROP TRIGGER accounting_settlement_no_update;
    DROP TRIGGER accounting_settlement_no_delete;
    DROP INDEX accounting_settlement_item;
    DROP INDEX accounting_settlement_source;
    ALTER TABLE accounting_settlement RENAME TO accounting_settlement_before;
    CREATE TABLE accounting_settlement (
      id INTEGER PRIMARY KEY,
      open_item_id INTEGER NOT NULL REFERENCES accounting_open_item (id),
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      settled_on TEXT NOT NULL,
      amount_minor INTEGER NOT NULL,
      foreign_minor INTEGER,
      CHECK (amount_minor <> 0 OR coalesce(foreign_minor, 0) <> 0)
    ) STRICT;
    INSERT INTO accounting_settlement (id, open_item_id, source_kind, source_id, settled_on, amount_minor)
      SELECT id, open_item_id, source_kind, source_id, settled_on, amount_minor FROM accounting_settlement_before;
    DROP TABLE accounting_settlement_before;
    CREATE INDEX accounting_settlement_item ON accounting_settlement (open_item_id);
    CREATE INDEX accounting_settlement_source ON accounting_settlement (source_kind, source_id);
    ${appendOnly('accounting_settlement')}
    CREATE VIEW v_accounting_settlement AS
      SELECT id, open_item_id, source_kind, source_id, settled_on, amount_minor, foreign_minor FROM accounting_settlement;

    -- What a month's end added to accounts and open items to bring them to the rate of its last day. What was added to
    -- open items is taken back on the first day of the next month.
    CREATE TABLE accounting_revaluation (
      id INTEGER PRIMARY KEY,
      period_id INTEGER NOT NULL REFERENCES accounting_period (id),
      entry_id INTEGER NOT NULL REFERENCES accounting_entry (id),
      account_id INTEGER NOT NULL REFERENCES accounting_account (id),
      open_item_id INTEGER REFERENCES accounting_open_item (id),
      currency TEXT NOT NULL REFERENCES currencies_currency (code),
      rate_micro INTEGER NOT NULL,
      foreign_minor INTEGER NOT NULL,
      amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0)
    ) STRICT;
    CREATE INDEX accounting_revaluation_period ON accounting_revaluation (period_id, open_item_id);
    CREATE INDEX accounting_revaluation_entry ON accounting_revaluation (entry_id);
    CREATE INDEX accounting_revaluation_item ON accounting_revaluation (open_item_id) WHERE open_item_id IS NOT NULL;
    ${appendOnly('accounting_revaluation')}
    CREATE VIEW v_accounting_revaluation AS
      SELECT id, period_id, entry_id, account_id, open_item_id, currency, rate_micro, foreign_minor, amount_minor
      FROM accounting_revaluation;

    ${onDocument('sales_order')} ${onLine('sales_order_line')}
    ${onDocument('sales_invoice')} ${onLine('sales_invoice_line')}
    ${onDocument('purchasing_order')} ${onLine('purchasing_order_line')}
    ${onDocument('purchasing_invoice')} ${onLine('purchasing_invoice_line')}

    -- The money in the currency of its account, and what is left of it as an advance.
    ALTER TABLE treasury_payment ADD COLUMN currency TEXT REFERENCES currencies_currency (code);
    ALTER TABLE treasury_payment ADD COLUMN rate_micro INTEGER CHECK ((rate_micro IS NULL) = (currency IS NULL));
    ALTER TABLE treasury_payment ADD COLUMN foreign_minor INTEGER CHECK ((foreign_minor IS NULL) = (currency IS NULL));
    ALTER TABLE treasury_payment ADD COLUMN foreign_unapplied_minor INTEGER
      CHECK ((foreign_unapplied_minor IS NULL) = (currency IS NULL));
    -- What is settled of a foreign item in its currency, and what the money was worth beyond the item: gain above zero.
    ALTER TABLE treasury_application ADD COLUMN foreign_minor INTEGER;
    ALTER TABLE treasury_application ADD COLUMN exchange_minor INTEGER NOT NULL DEFAULT 0;
    DROP VIEW v_treasury_application;
    CREATE VIEW v_treasury_application AS
      SELECT payment_id, open_item_id, amount_minor, foreign_minor, exchange_minor FROM treasury_application;
  `,
}

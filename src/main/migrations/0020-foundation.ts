import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

export const foundation: Migration = {
  version: 20,
  name: 'foundation',
  sql: `
    CREATE TABLE company_profile (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      name TEXT NOT NULL,
      pack TEXT NOT NULL,
      currency TEXT NOT NULL,
      locale TEXT NOT NULL,
      is_demo INTEGER NOT NULL DEFAULT 0,
      demo_seed INTEGER,
      created_at TEXT NOT NULL
    ) STRICT;

    -- Gapless document numbers: the next one is taken in the transaction that posts.
    CREATE TABLE company_number_series (
      series TEXT NOT NULL,
      year INTEGER NOT NULL,
      next_number INTEGER NOT NULL,
      PRIMARY KEY (series, year)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE access_user (
      id INTEGER PRIMARY KEY,
      login TEXT NOT NULL UNIQUE COLLATE NOCASE,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('owner', 'bookkeeper', 'clerk')),
      password_hash TEXT,
      badge_code TEXT UNIQUE,
      pin_hash TEXT,
      active INTEGER NOT NULL DEFAULT 1,
      created_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE access_session (
      id INTEGER PRIMARY KEY,
      token_hash TEXT NOT NULL UNIQUE,
      user_id INTEGER NOT NULL REFERENCES access_user (id),
      station TEXT NOT NULL,
      opened_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      ended_at TEXT
    ) STRICT;
    CREATE INDEX access_session_user ON access_session (user_id);

    CREATE TABLE access_attempt (
      id INTEGER PRIMARY KEY,
      login TEXT NOT NULL COLLATE NOCASE,
      station TEXT NOT NULL,
      succeeded INTEGER NOT NULL,
      attempted_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX access_attempt_login ON access_attempt (login, id);

    CREATE TABLE audit_entry (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      recorded_at TEXT NOT NULL,
      user_id INTEGER NOT NULL,
      user_name TEXT NOT NULL,
      station TEXT NOT NULL,
      procedure TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
      refusal_code TEXT,
      facts TEXT NOT NULL,
      detail TEXT NOT NULL,
      previous_hash TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    ${appendOnly('audit_entry')}

    CREATE TABLE parties_partner (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE COLLATE NOCASE,
      name TEXT NOT NULL,
      is_customer INTEGER NOT NULL,
      is_supplier INTEGER NOT NULL,
      payment_terms_days INTEGER NOT NULL DEFAULT 0,
      credit_limit_minor INTEGER,
      minimum_remaining_life_days INTEGER NOT NULL DEFAULT 0,
      tax_number TEXT NOT NULL DEFAULT '',
      phone TEXT NOT NULL DEFAULT '',
      email TEXT NOT NULL DEFAULT '',
      address TEXT NOT NULL DEFAULT '',
      active INTEGER NOT NULL DEFAULT 1,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX parties_partner_name ON parties_partner (name);

    CREATE TABLE items_item (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE COLLATE NOCASE,
      name TEXT NOT NULL,
      other_name TEXT NOT NULL DEFAULT '',
      kind TEXT NOT NULL CHECK (kind IN ('stock', 'service')),
      category TEXT NOT NULL DEFAULT '',
      base_unit TEXT NOT NULL,
      lot_tracked INTEGER NOT NULL DEFAULT 0,
      shelf_life_days INTEGER,
      tax_code TEXT NOT NULL,
      sales_price_micro INTEGER NOT NULL DEFAULT 0,
      purchase_price_micro INTEGER NOT NULL DEFAULT 0,
      supplier_id INTEGER REFERENCES parties_partner (id),
      weight_grams INTEGER NOT NULL DEFAULT 0,
      volume_millilitres INTEGER NOT NULL DEFAULT 0,
      active INTEGER NOT NULL DEFAULT 1,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX items_item_name ON items_item (name);
    CREATE INDEX items_item_supplier ON items_item (supplier_id);

    CREATE TABLE items_pack (
      id INTEGER PRIMARY KEY,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      unit TEXT NOT NULL,
      base_quantity INTEGER NOT NULL CHECK (base_quantity > 0),
      UNIQUE (item_id, unit)
    ) STRICT;

    CREATE TABLE items_barcode (
      barcode TEXT PRIMARY KEY,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      pack_id INTEGER NOT NULL REFERENCES items_pack (id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX items_barcode_item ON items_barcode (item_id);

    -- One row per thing that Ctrl+K finds: words, single Chinese characters and pinyin initials as tokens.
    CREATE VIRTUAL TABLE search_entry USING fts5 (
      tokens, kind UNINDEXED, subject_id UNINDEXED, title UNINDEXED, subtitle UNINDEXED,
      tokenize = 'unicode61', prefix = '1 2 3'
    );
    CREATE TABLE search_subject (
      kind TEXT NOT NULL,
      subject_id INTEGER NOT NULL,
      entry_id INTEGER NOT NULL,
      PRIMARY KEY (kind, subject_id)
    ) STRICT, WITHOUT ROWID;
  `,
}

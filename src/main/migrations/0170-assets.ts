import { appendOnly } from './append-only'
import { withDocumentLinks } from './document-links'
import type { Migration } from '../kernel/db'

/** Fixed assets: cards, what happened to each, the monthly runs. */
export const assets: Migration = {
  version: 170,
  name: 'assets',
  sql: (schema) => `
    CREATE TABLE assets_category (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      method TEXT NOT NULL CHECK (method IN ('straight-line', 'double-declining', 'sum-of-digits', 'units')),
      life_months INTEGER NOT NULL CHECK (life_months BETWEEN 1 AND 1200),
      -- share of the cost that stays, in micro
      residual_micro INTEGER NOT NULL CHECK (residual_micro BETWEEN 0 AND 1000000),
      -- where its depreciation goes; null: the pack's own account for it
      expense_account_id INTEGER REFERENCES accounting_account (id)
    ) STRICT;

    CREATE TABLE assets_asset (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('in-use', 'disposed', 'reversed')),
      category_id INTEGER NOT NULL REFERENCES assets_category (id),
      acquired_on TEXT NOT NULL,
      -- Depreciation begins in the month after.
      in_service_on TEXT NOT NULL,
      method TEXT NOT NULL CHECK (method IN ('straight-line', 'double-declining', 'sum-of-digits', 'units')),
      life_months INTEGER NOT NULL CHECK (life_months BETWEEN 1 AND 1200),
      cost_minor INTEGER NOT NULL CHECK (cost_minor > 0),
      residual_minor INTEGER NOT NULL CHECK (residual_minor BETWEEN 0 AND cost_minor),
      units_total INTEGER CHECK (units_total > 0),
      -- What was depreciated before these books began, over how many months.
      opening_minor INTEGER NOT NULL DEFAULT 0,
      opening_months INTEGER NOT NULL DEFAULT 0,
      location TEXT NOT NULL DEFAULT '',
      custodian TEXT NOT NULL DEFAULT '',
      serial_number TEXT NOT NULL DEFAULT '',
      supplier_id INTEGER REFERENCES parties_partner (id),
      note TEXT NOT NULL DEFAULT '',
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      CHECK ((method = 'units') = (units_total IS NOT NULL)),
      CHECK (opening_minor BETWEEN 0 AND cost_minor - residual_minor)
    ) STRICT;
    CREATE INDEX assets_asset_category ON assets_asset (category_id);
    CREATE INDEX assets_asset_state ON assets_asset (state);

    -- Every change of cost and of accumulated depreciation, with the document that posted it.
    CREATE TABLE assets_change (
      id INTEGER PRIMARY KEY,
      asset_id INTEGER NOT NULL REFERENCES assets_asset (id),
      kind TEXT NOT NULL CHECK (kind IN ('acquisition', 'depreciation', 'impairment', 'disposal')),
      posted_on TEXT NOT NULL,
      -- first day of the month that a depreciation is for
      month TEXT,
      cost_minor INTEGER NOT NULL,
      accumulated_minor INTEGER NOT NULL,
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      -- the change that this one takes back
      reverses_id INTEGER UNIQUE REFERENCES assets_change (id)
    ) STRICT;
    CREATE INDEX assets_change_asset ON assets_change (asset_id, posted_on);
    CREATE INDEX assets_change_source ON assets_change (source_kind, source_id);
    ${appendOnly('assets_change')}

    CREATE TABLE assets_run (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL DEFAULT 'posted' CHECK (state IN ('posted', 'reversed')),
      month TEXT NOT NULL,
      posted_on TEXT NOT NULL,
      amount_minor INTEGER NOT NULL,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX assets_run_month ON assets_run (month);

    CREATE TABLE assets_disposal (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL DEFAULT 'posted' CHECK (state IN ('posted', 'reversed')),
      asset_id INTEGER NOT NULL REFERENCES assets_asset (id),
      disposed_on TEXT NOT NULL,
      proceeds_minor INTEGER NOT NULL CHECK (proceeds_minor >= 0),
      tax_minor INTEGER NOT NULL CHECK (tax_minor BETWEEN 0 AND proceeds_minor),
      result_minor INTEGER NOT NULL,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX assets_disposal_asset ON assets_disposal (asset_id);

    CREATE TABLE assets_impairment (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      asset_id INTEGER NOT NULL REFERENCES assets_asset (id),
      impaired_on TEXT NOT NULL,
      amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
      reason TEXT NOT NULL,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX assets_impairment_asset ON assets_impairment (asset_id);

    -- How much an asset was used in a month, where that is what it is depreciated by.
    CREATE TABLE assets_usage (
      asset_id INTEGER NOT NULL REFERENCES assets_asset (id),
      month TEXT NOT NULL,
      units INTEGER NOT NULL CHECK (units >= 0),
      PRIMARY KEY (asset_id, month)
    ) STRICT, WITHOUT ROWID;

    ${withDocumentLinks(schema, [
      `SELECT 'assets.asset', id, number, state FROM assets_asset`,
      `SELECT 'assets.run', id, number, state FROM assets_run`,
      `SELECT 'assets.disposal', id, number, state FROM assets_disposal`,
      `SELECT 'assets.impairment', id, number, 'posted' FROM assets_impairment`,
    ])}
  `,
}

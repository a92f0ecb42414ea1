import type { Migration } from '../kernel/db'

export const inStoreCodes: Migration = {
  version: 412,
  name: 'in-store-codes',
  sql: `
    -- How the company's own scales and labels write item and weight or price into an EAN-13 (values/barcodes): the first
    -- layout that fits a code reads it.
    CREATE TABLE items_scan_mask (
      position INTEGER PRIMARY KEY,
      mask TEXT NOT NULL UNIQUE,
      note TEXT NOT NULL DEFAULT ''
    ) STRICT;
  `,
}

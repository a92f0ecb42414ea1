import { appendOnly } from './append-only'
import type { Migration } from '../kernel/db'

export const itemImports: Migration = {
  version: 220,
  name: 'item-imports',
  sql: `
    CREATE TABLE items_import (
      id INTEGER PRIMARY KEY,
      file_name TEXT NOT NULL,
      imported_at TEXT NOT NULL,
      imported_by INTEGER NOT NULL,
      added INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      undone_at TEXT
    ) STRICT;

    -- What an import did to each item, so that it can be taken back: how it was, and a mark of how it was left.
    CREATE TABLE items_import_row (
      import_id INTEGER NOT NULL REFERENCES items_import (id),
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      before_json TEXT,
      was_active INTEGER NOT NULL,
      after_mark TEXT NOT NULL,
      PRIMARY KEY (import_id, item_id)
    ) STRICT, WITHOUT ROWID;
    ${appendOnly('items_import_row')}
  `,
}

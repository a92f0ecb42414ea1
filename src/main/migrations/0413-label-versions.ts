import type { Migration } from '../kernel/db'

export const labelVersions: Migration = {
  version: 413,
  name: 'label-versions',
  sql: `
    -- Counts how often a label was saved: whoever saves one that somebody else has saved meanwhile is told.
    ALTER TABLE labels_template ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1);
  `,
}

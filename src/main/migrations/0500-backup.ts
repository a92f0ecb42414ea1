import type { Migration } from '../kernel/db'

export const backup: Migration = {
  version: 500,
  name: 'backup',
  sql: `
    -- Tells this company from every other on a shared backup target; goes along wherever the file goes.
    CREATE TABLE backup_company (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      company_id TEXT NOT NULL
    ) STRICT;
    INSERT INTO backup_company (id, company_id) VALUES (1, lower(hex(randomblob(16))));
  `,
}

import type { Migration } from '../kernel/db'

export const kernel: Migration = {
  version: 10,
  name: 'kernel',
  sql: `
    -- Ids ascend with time, so that what is old is one range at the front.
    CREATE TABLE kernel_answer (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      procedure TEXT NOT NULL,
      user_id INTEGER NOT NULL,
      input_hash TEXT NOT NULL,
      answer TEXT NOT NULL,
      answered_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE kernel_outbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL,
      payload TEXT NOT NULL,
      announced_at TEXT NOT NULL
    ) STRICT;
  `,
}

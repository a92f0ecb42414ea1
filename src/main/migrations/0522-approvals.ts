import type { Migration } from '../kernel/db'

export const approvals: Migration = {
  version: 522,
  name: 'approvals',
  sql: `
    -- A command that somebody may not give alone, waiting for whoever may allow it.
    CREATE TABLE approvals_request (
      id INTEGER PRIMARY KEY,
      procedure TEXT NOT NULL,
      -- JSON without secrets: what will be done when it is granted
      input TEXT NOT NULL,
      -- a right, a limit up to a value, or wider places
      need TEXT NOT NULL,
      refusal_code TEXT NOT NULL,
      refusal_params TEXT NOT NULL,
      reason TEXT NOT NULL,
      station TEXT NOT NULL,
      asked_by INTEGER NOT NULL REFERENCES access_user (id),
      asked_at TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'granted', 'refused', 'withdrawn')),
      decided_by INTEGER REFERENCES access_user (id),
      decided_at TEXT,
      decision TEXT NOT NULL DEFAULT '',
      -- when the person who asked has read the answer
      seen_at TEXT,
      CHECK ((state = 'open') = (decided_at IS NULL)),
      CHECK (state <> 'refused' OR decision <> ''),
      -- nobody grants what he asked for himself
      CHECK (state <> 'granted' OR decided_by <> asked_by)
    ) STRICT;
    CREATE INDEX approvals_request_open ON approvals_request (id) WHERE state = 'open';
    CREATE INDEX approvals_request_asker ON approvals_request (asked_by, id);
  `,
}

import { withDocumentLinks } from './document-links'
import type { Migration } from '../kernel/db'

/** Opening and closing of the till: what was in it, what should be, who counted. */
export const tills: Migration = {
  version: 270,
  name: 'tills',
  sql: (schema) => `
    CREATE TABLE counter_till (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
      -- where its cash lies: an account of the treasury
      account_id INTEGER NOT NULL,
      station TEXT NOT NULL,
      opened_on TEXT NOT NULL,
      opened_at TEXT NOT NULL,
      opened_by INTEGER NOT NULL,
      float_minor INTEGER NOT NULL CHECK (float_minor >= 0),
      -- what the count differed from the books by; posted, so that the books say what is there
      opening_difference_minor INTEGER NOT NULL,
      -- the last entry of the books at that moment
      opening_entry_id INTEGER NOT NULL DEFAULT 0,
      closed_on TEXT,
      closed_at TEXT,
      closed_by INTEGER,
      -- whoever allowed a difference over the limit
      allowed_by INTEGER,
      expected_minor INTEGER,
      counted_minor INTEGER CHECK (counted_minor >= 0),
      taken_minor INTEGER CHECK (taken_minor BETWEEN 0 AND counted_minor),
      transfer_id INTEGER,
      reason TEXT NOT NULL DEFAULT '',
      closing_entry_id INTEGER,
      CHECK ((state = 'closed') = (counted_minor IS NOT NULL)),
      CHECK ((state = 'closed') = (expected_minor IS NOT NULL)),
      CHECK ((state = 'closed') = (closed_on IS NOT NULL)),
      CHECK ((state = 'closed') = (closing_entry_id IS NOT NULL))
    ) STRICT;
    CREATE UNIQUE INDEX counter_till_open ON counter_till (account_id) WHERE state = 'open';
    CREATE INDEX counter_till_day ON counter_till (opened_on);

    -- Notes and coins as they were counted, where somebody counted them piece by piece.
    CREATE TABLE counter_till_piece (
      till_id INTEGER NOT NULL REFERENCES counter_till (id),
      moment TEXT NOT NULL CHECK (moment IN ('opening', 'closing')),
      face_minor INTEGER NOT NULL CHECK (face_minor > 0),
      pieces INTEGER NOT NULL CHECK (pieces > 0),
      PRIMARY KEY (till_id, moment, face_minor)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE counter_sale ADD COLUMN till_id INTEGER REFERENCES counter_till (id);
    CREATE INDEX counter_sale_till ON counter_sale (till_id) WHERE till_id IS NOT NULL;

    ${withDocumentLinks(schema, [`SELECT 'counter.till', id, number, state FROM counter_till`])}
  `,
}

import type { Migration } from '../kernel/db'

/** Bank statements as they were imported, and which booking of the books each of their lines is. */
export const banking: Migration = {
  version: 160,
  name: 'banking',
  sql: `
    CREATE TABLE banking_statement (
      id INTEGER PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES treasury_account (id),
      file_name TEXT NOT NULL,
      format TEXT NOT NULL CHECK (format IN ('table', 'ofx', 'mt940', 'camt053')),
      -- Of what the file says, so that the same one under another name is known.
      content_hash TEXT NOT NULL,
      from_on TEXT NOT NULL,
      to_on TEXT NOT NULL,
      opening_minor INTEGER,
      closing_minor INTEGER,
      -- Lines that an earlier file had brought already.
      known_minor INTEGER NOT NULL,
      known_count INTEGER NOT NULL,
      imported_by INTEGER NOT NULL,
      imported_at TEXT NOT NULL,
      CHECK ((opening_minor IS NULL) = (closing_minor IS NULL)),
      UNIQUE (account_id, content_hash)
    ) STRICT;
    CREATE INDEX banking_statement_day ON banking_statement (account_id, to_on);

    CREATE TABLE banking_line (
      id INTEGER PRIMARY KEY,
      statement_id INTEGER NOT NULL REFERENCES banking_statement (id),
      account_id INTEGER NOT NULL REFERENCES treasury_account (id),
      booked_on TEXT NOT NULL,
      amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
      counterparty TEXT NOT NULL,
      counterparty_number TEXT NOT NULL,
      text TEXT NOT NULL,
      bank_reference TEXT NOT NULL,
      -- The booking itself: the bank's own id, or day, amount, words and which of several alike it is.
      fingerprint TEXT NOT NULL,
      match_id INTEGER,
      UNIQUE (account_id, fingerprint)
    ) STRICT;
    CREATE INDEX banking_line_statement ON banking_line (statement_id);
    CREATE INDEX banking_line_day ON banking_line (account_id, booked_on);
    CREATE INDEX banking_line_open ON banking_line (account_id, booked_on) WHERE match_id IS NULL;
    CREATE INDEX banking_line_match ON banking_line (match_id) WHERE match_id IS NOT NULL;

    -- Lines of a bank on one side, lines of the books on the other, of the same sum. An undone match loses its lines.
    CREATE TABLE banking_match (
      id INTEGER PRIMARY KEY,
      account_id INTEGER NOT NULL REFERENCES treasury_account (id),
      how TEXT NOT NULL CHECK (how IN ('book', 'payment', 'entry', 'transfer')),
      confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 100),
      -- The document that was made from the bank's line, if one was.
      source_kind TEXT,
      source_id INTEGER,
      matched_by INTEGER NOT NULL,
      matched_at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE banking_book_line (
      entry_id INTEGER NOT NULL REFERENCES accounting_entry (id),
      line_number INTEGER NOT NULL,
      match_id INTEGER NOT NULL REFERENCES banking_match (id),
      PRIMARY KEY (entry_id, line_number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX banking_book_line_match ON banking_book_line (match_id);

    -- What a bank's own table looks like: learned from one file, known by its titles.
    CREATE TABLE banking_profile (
      id INTEGER PRIMARY KEY,
      signature TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      mapping TEXT NOT NULL
    ) STRICT;

    -- What the bookkeeper did with lines of these words: a partner's payment, or an account of the books.
    CREATE TABLE banking_rule (
      id INTEGER PRIMARY KEY,
      direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
      pattern TEXT NOT NULL,
      partner_id INTEGER REFERENCES parties_partner (id),
      account_code TEXT,
      hits INTEGER NOT NULL DEFAULT 1,
      CHECK ((partner_id IS NULL) <> (account_code IS NULL)),
      UNIQUE (direction, pattern)
    ) STRICT;
  `,
}

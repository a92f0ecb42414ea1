import type { Migration } from '../kernel/db'

export const sessions: Migration = {
  version: 521,
  name: 'sessions',
  sql: `
    ALTER TABLE access_session ADD COLUMN locked_at TEXT;
    CREATE INDEX access_session_open ON access_session (expires_at) WHERE ended_at IS NULL;

    -- Minutes without a key, a click or a scan; 0: never; null: as the station or the house has it.
    ALTER TABLE access_user ADD COLUMN lock_minutes INTEGER CHECK (lock_minutes BETWEEN 0 AND 720);
    CREATE TABLE access_station (
      station TEXT PRIMARY KEY,
      lock_minutes INTEGER NOT NULL CHECK (lock_minutes BETWEEN 0 AND 720)
    ) STRICT, WITHOUT ROWID;

    -- The house's rule, and the owner's way back in.
    CREATE TABLE access_house (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      lock_minutes INTEGER NOT NULL CHECK (lock_minutes BETWEEN 0 AND 720),
      recovery_hash TEXT,
      recovery_made_at TEXT,
      -- only a key that was read back from paper opens anything
      recovery_confirmed_at TEXT,
      CHECK ((recovery_hash IS NULL) = (recovery_made_at IS NULL)),
      CHECK (recovery_confirmed_at IS NULL OR recovery_hash IS NOT NULL)
    ) STRICT;
    INSERT INTO access_house (id, lock_minutes) VALUES (1, 30);
  `,
}

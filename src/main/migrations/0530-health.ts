import type { Migration } from '../kernel/db'

export const health: Migration = {
  version: 530,
  name: 'health',
  sql: `
    -- Full checks of the file and of every proof, made in the background once a week.
    CREATE TABLE health_check (
      id INTEGER PRIMARY KEY,
      checked_at TEXT NOT NULL,
      problems TEXT NOT NULL,
      seconds INTEGER NOT NULL CHECK (seconds >= 0)
    ) STRICT;
    -- The one line that says that somebody wants a check now.
    CREATE TABLE health_asked (
      id INTEGER PRIMARY KEY CHECK (id = 1)
    ) STRICT;
    -- What is masked where a support text would tell it.
    CREATE VIEW v_health_name AS
      SELECT name FROM company_profile
      UNION SELECT name FROM access_user UNION SELECT login FROM access_user
      UNION SELECT name FROM parties_partner UNION SELECT code FROM parties_partner
      UNION SELECT name FROM items_item UNION SELECT other_name FROM items_item UNION SELECT code FROM items_item;
    -- What was refused or failed: codes alone.
    CREATE VIEW v_health_refusal AS
      SELECT id, recorded_at, procedure, outcome, refusal_code FROM audit_entry WHERE outcome <> 'done';
  `,
}

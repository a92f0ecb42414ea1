import type { Migration } from '../kernel/db'

export const labels: Migration = {
  version: 410,
  name: 'labels',
  sql: `
    -- Which printer of a station takes a kind of label, and whether it comes by itself.
    CREATE TABLE labels_rule (
      id INTEGER PRIMARY KEY,
      station TEXT NOT NULL,
      use TEXT NOT NULL,
      device_id INTEGER NOT NULL,
      is_automatic INTEGER NOT NULL DEFAULT 0 CHECK (is_automatic IN (0, 1)),
      UNIQUE (station, use)
    ) STRICT;

    -- One label on its way to paper. 'sent' is written before the first byte leaves: what was sent is never sent again.
    CREATE TABLE labels_job (
      id INTEGER PRIMARY KEY,
      station TEXT NOT NULL,
      device_id INTEGER NOT NULL,
      use TEXT NOT NULL,
      title TEXT NOT NULL,
      -- JSON: the template as it was, and its fields filled in
      template TEXT NOT NULL CHECK (json_valid(template)),
      field_values TEXT NOT NULL CHECK (json_valid(field_values)),
      copies INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 500),
      state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'confirmed', 'unknown', 'expired', 'cancelled')),
      trouble TEXT CHECK (trouble IS NULL OR json_valid(trouble)),
      source_kind TEXT NOT NULL,
      source_id INTEGER NOT NULL,
      reprint_of INTEGER REFERENCES labels_job (id),
      reason TEXT NOT NULL DEFAULT '',
      asked_by INTEGER NOT NULL,
      asked_at TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      sent_at TEXT,
      settled_at TEXT
    ) STRICT;
    CREATE INDEX labels_job_queue ON labels_job (station, state, id);
    CREATE INDEX labels_job_source ON labels_job (source_kind, source_id);
    CREATE INDEX labels_job_reprint ON labels_job (reprint_of) WHERE reprint_of IS NOT NULL;

    CREATE VIEW v_purchasing_received_line AS
      SELECT l.id, l.receipt_id, r.number, l.item_id, l.lot_id, l.quantity_micro
      FROM purchasing_receipt_line l JOIN purchasing_receipt r ON r.id = l.receipt_id;
  `,
}

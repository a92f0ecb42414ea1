import type { Migration } from '../kernel/db'

export const printing: Migration = {
  version: 411,
  name: 'printing',
  sql: `
    -- A label as the company wants it: a changed copy of one that the program brings. Data of the company, not of a PC.
    CREATE TABLE labels_template (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      use TEXT NOT NULL,
      -- JSON: shared/labels/template
      template TEXT NOT NULL CHECK (json_valid(template)),
      -- printed for its use, in the place of the program's own
      is_used INTEGER NOT NULL CHECK (is_used IN (0, 1)),
      changed_by INTEGER NOT NULL,
      changed_at TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX labels_template_name ON labels_template (name COLLATE NOCASE);
    CREATE UNIQUE INDEX labels_template_used ON labels_template (use) WHERE is_used = 1;

    -- The paper that lies in the printer, and by how much its print stands off, tenths of a millimetre.
    ALTER TABLE labels_rule ADD COLUMN form TEXT NOT NULL DEFAULT 'A4';
    ALTER TABLE labels_rule ADD COLUMN shift_x_tenths INTEGER NOT NULL DEFAULT 0 CHECK (shift_x_tenths BETWEEN -500 AND 500);
    ALTER TABLE labels_rule ADD COLUMN shift_y_tenths INTEGER NOT NULL DEFAULT 0 CHECK (shift_y_tenths BETWEEN -500 AND 500);

    -- What 'template' holds: a label, the lines of a receipt, or which document is printed.
    ALTER TABLE labels_job ADD COLUMN what TEXT NOT NULL DEFAULT 'label' CHECK (what IN ('label', 'receipt', 'paper'));
  `,
}

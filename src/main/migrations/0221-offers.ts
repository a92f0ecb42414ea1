import { withDocumentLinks } from './document-links'
import type { Migration } from '../kernel/db'

const line = `
      line_number INTEGER NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      pack_id INTEGER NOT NULL REFERENCES items_pack (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),`

export const offers: Migration = {
  version: 221,
  name: 'offers',
  sql: (schema) => `
    -- Its number stays through all revisions; the lines of earlier ones stay as the customer got them.
    CREATE TABLE offers_quotation (
      id INTEGER PRIMARY KEY,
      number TEXT UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'lost')),
      revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
      customer_id INTEGER NOT NULL REFERENCES parties_partner (id),
      warehouse_id INTEGER NOT NULL,
      quoted_on TEXT NOT NULL,
      valid_until TEXT NOT NULL,
      customer_reference TEXT NOT NULL DEFAULT '',
      note TEXT NOT NULL DEFAULT '',
      net_minor INTEGER NOT NULL DEFAULT 0,
      tax_minor INTEGER NOT NULL DEFAULT 0,
      gross_minor INTEGER NOT NULL DEFAULT 0,
      lost_reason TEXT,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      CHECK (valid_until >= quoted_on),
      CHECK (state = 'draft' OR number IS NOT NULL),
      CHECK ((state = 'lost') = (lost_reason IS NOT NULL))
    ) STRICT;
    CREATE INDEX offers_quotation_customer ON offers_quotation (customer_id);
    CREATE INDEX offers_quotation_date ON offers_quotation (quoted_on);
    CREATE INDEX offers_quotation_until ON offers_quotation (valid_until) WHERE state = 'sent';

    CREATE TABLE offers_line (
      id INTEGER PRIMARY KEY,
      quotation_id INTEGER NOT NULL REFERENCES offers_quotation (id),
      revision INTEGER NOT NULL,${line}
      price_micro INTEGER NOT NULL CHECK (price_micro >= 0),
      tax_code TEXT NOT NULL,
      net_minor INTEGER NOT NULL,
      tax_minor INTEGER NOT NULL,
      UNIQUE (quotation_id, revision, line_number)
    ) STRICT;
    CREATE INDEX offers_line_item ON offers_line (item_id);

    -- The head of each revision that another one replaced.
    CREATE TABLE offers_earlier (
      quotation_id INTEGER NOT NULL REFERENCES offers_quotation (id),
      revision INTEGER NOT NULL,
      quoted_on TEXT NOT NULL,
      valid_until TEXT NOT NULL,
      note TEXT NOT NULL,
      net_minor INTEGER NOT NULL,
      tax_minor INTEGER NOT NULL,
      gross_minor INTEGER NOT NULL,
      PRIMARY KEY (quotation_id, revision)
    ) STRICT, WITHOUT ROWID;

    -- What became an order. A draft that is thrown away gives its part back by itself.
    CREATE TABLE offers_taken (
      order_id INTEGER NOT NULL REFERENCES sales_order (id) ON DELETE CASCADE,
      line_id INTEGER NOT NULL REFERENCES offers_line (id),
      quotation_id INTEGER NOT NULL REFERENCES offers_quotation (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      PRIMARY KEY (order_id, line_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX offers_taken_quotation ON offers_taken (quotation_id);
    CREATE INDEX offers_taken_line ON offers_taken (line_id);

    -- What a customer orders again and again: by hand (rhythm none) or by itself on its day.
    CREATE TABLE offers_standing (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      customer_id INTEGER NOT NULL REFERENCES parties_partner (id),
      warehouse_id INTEGER NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      rhythm TEXT NOT NULL CHECK (rhythm IN ('none', 'weekly', 'monthly')),
      every INTEGER NOT NULL DEFAULT 1 CHECK (every BETWEEN 1 AND 52),
      -- the day of the month that a monthly order keeps to, also after a short month
      month_day INTEGER CHECK (month_day BETWEEN 1 AND 31),
      next_on TEXT,
      until_on TEXT,
      lead_days INTEGER NOT NULL DEFAULT 1 CHECK (lead_days BETWEEN 0 AND 365),
      active INTEGER NOT NULL DEFAULT 1,
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      CHECK ((rhythm = 'none') = (next_on IS NULL) OR active = 0)
    ) STRICT;
    CREATE INDEX offers_standing_due ON offers_standing (next_on) WHERE active = 1 AND next_on IS NOT NULL;
    CREATE INDEX offers_standing_customer ON offers_standing (customer_id);

    CREATE TABLE offers_standing_line (
      standing_id INTEGER NOT NULL REFERENCES offers_standing (id),${line}
      -- null: by the price lists of the day
      price_micro INTEGER CHECK (price_micro >= 0),
      PRIMARY KEY (standing_id, line_number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX offers_standing_line_item ON offers_standing_line (item_id);

    CREATE TABLE offers_standing_made (
      order_id INTEGER PRIMARY KEY REFERENCES sales_order (id) ON DELETE CASCADE,
      standing_id INTEGER NOT NULL REFERENCES offers_standing (id),
      due_on TEXT NOT NULL
    ) STRICT;
    CREATE INDEX offers_standing_made_by ON offers_standing_made (standing_id);

    CREATE VIEW v_offers_taken AS SELECT DISTINCT order_id, quotation_id FROM offers_taken;

    ${withDocumentLinks(schema, [`SELECT 'offers.quotation', id, number, state FROM offers_quotation`])}
  `,
}

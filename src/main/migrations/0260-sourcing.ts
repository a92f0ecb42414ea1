import type { Migration } from '../kernel/db'
import { withDocumentLinks } from './document-links'

export const sourcing: Migration = {
  version: 260,
  name: 'sourcing',
  sql: (schema) => `
    -- What somebody in the house needs, before anybody is asked for it.
    CREATE TABLE sourcing_request (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('open', 'asked', 'ordered', 'refused')),
      warehouse_id INTEGER NOT NULL,
      requested_on TEXT NOT NULL,
      needed_on TEXT NOT NULL,
      reason TEXT NOT NULL,
      -- why it was refused
      answer TEXT NOT NULL DEFAULT '',
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sourcing_request_open ON sourcing_request (id) WHERE state = 'open';

    CREATE TABLE sourcing_request_line (
      id INTEGER PRIMARY KEY,
      request_id INTEGER NOT NULL REFERENCES sourcing_request (id),
      line_number INTEGER NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      pack_id INTEGER NOT NULL REFERENCES items_pack (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      UNIQUE (request_id, line_number)
    ) STRICT;

    -- The same goods asked of several suppliers (RFQ).
    CREATE TABLE sourcing_enquiry (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('open', 'awarded', 'cancelled')),
      request_id INTEGER REFERENCES sourcing_request (id),
      warehouse_id INTEGER NOT NULL,
      asked_on TEXT NOT NULL,
      answer_by TEXT NOT NULL,
      needed_on TEXT NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sourcing_enquiry_request ON sourcing_enquiry (request_id) WHERE request_id IS NOT NULL;

    CREATE TABLE sourcing_enquiry_line (
      id INTEGER PRIMARY KEY,
      enquiry_id INTEGER NOT NULL REFERENCES sourcing_enquiry (id),
      line_number INTEGER NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      pack_id INTEGER NOT NULL REFERENCES items_pack (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      UNIQUE (enquiry_id, line_number)
    ) STRICT;

    CREATE TABLE sourcing_bidder (
      enquiry_id INTEGER NOT NULL REFERENCES sourcing_enquiry (id),
      supplier_id INTEGER NOT NULL REFERENCES parties_partner (id),
      state TEXT NOT NULL CHECK (state IN ('asked', 'answered', 'declined')),
      reference TEXT NOT NULL DEFAULT '',
      answered_on TEXT,
      valid_until TEXT,
      PRIMARY KEY (enquiry_id, supplier_id)
    ) STRICT, WITHOUT ROWID;

    -- What a supplier asks for a line, net, per base unit; its latest word.
    CREATE TABLE sourcing_bid (
      line_id INTEGER NOT NULL REFERENCES sourcing_enquiry_line (id),
      supplier_id INTEGER NOT NULL REFERENCES parties_partner (id),
      price_micro INTEGER NOT NULL CHECK (price_micro >= 0),
      lead_days INTEGER NOT NULL CHECK (lead_days >= 0),
      minimum_micro INTEGER NOT NULL DEFAULT 0 CHECK (minimum_micro >= 0),
      PRIMARY KEY (line_id, supplier_id)
    ) STRICT, WITHOUT ROWID;

    -- Who got what of it, and the order that it went into.
    CREATE TABLE sourcing_award (
      line_id INTEGER NOT NULL REFERENCES sourcing_enquiry_line (id),
      supplier_id INTEGER NOT NULL REFERENCES parties_partner (id),
      quantity_micro INTEGER NOT NULL CHECK (quantity_micro > 0),
      price_micro INTEGER NOT NULL,
      order_id INTEGER NOT NULL,
      PRIMARY KEY (line_id, supplier_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sourcing_award_order ON sourcing_award (order_id);

    CREATE VIEW v_sourcing_award AS
      SELECT DISTINCT a.order_id, l.enquiry_id, e.request_id
      FROM sourcing_award a JOIN sourcing_enquiry_line l ON l.id = a.line_id
      JOIN sourcing_enquiry e ON e.id = l.enquiry_id;

    -- What the supplier said to an order: its number for it, and the day for each line.
    ALTER TABLE purchasing_order ADD COLUMN acknowledged_on TEXT;
    ALTER TABLE purchasing_order ADD COLUMN acknowledged_number TEXT NOT NULL DEFAULT '';
    ALTER TABLE purchasing_order_line ADD COLUMN promised_on TEXT;

    DROP VIEW v_purchasing_incoming;
    -- The supplier's own word goes before what we expected.
    CREATE VIEW v_purchasing_incoming AS
      SELECT l.id AS line_id, o.warehouse_id, l.item_id, coalesce(l.promised_on, o.expected_on) AS expected_on,
        l.quantity_micro - l.received_micro AS open_micro
      FROM purchasing_order_line l JOIN purchasing_order o ON o.id = l.order_id
      WHERE o.state IN ('confirmed', 'partly-received') AND l.received_micro < l.quantity_micro;

    ${withDocumentLinks(schema, [
      `SELECT 'sourcing.request', id, number, state FROM sourcing_request`,
      `SELECT 'sourcing.enquiry', id, number, state FROM sourcing_enquiry`,
    ])}
  `,
}

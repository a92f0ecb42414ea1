import type { Migration } from '../kernel/db'
import { withDocumentLinks } from './document-links'

/** What is agreed with a supplier beforehand and called off in parts, and what of its goods was found wanting. */
export const agreements: Migration = {
  version: 266,
  name: 'agreements',
  sql: (schema) => `
    CREATE TABLE purchasing_agreement (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL CHECK (state IN ('open', 'ended')),
      supplier_id INTEGER NOT NULL REFERENCES parties_partner (id),
      valid_from TEXT NOT NULL,
      valid_to TEXT NOT NULL,
      -- net, of all call-offs together; empty: no limit but those of the lines
      amount_minor INTEGER CHECK (amount_minor > 0),
      note TEXT NOT NULL DEFAULT '',
      created_by INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      CHECK (valid_from <= valid_to)
    ) STRICT;
    CREATE INDEX purchasing_agreement_supplier ON purchasing_agreement (supplier_id, valid_to);
    CREATE TABLE purchasing_agreement_line (
      id INTEGER PRIMARY KEY,
      agreement_id INTEGER NOT NULL REFERENCES purchasing_agreement (id),
      line_number INTEGER NOT NULL,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      price_micro INTEGER NOT NULL CHECK (price_micro >= 0),
      -- empty: as much as is wanted, within the amount
      quantity_micro INTEGER CHECK (quantity_micro > 0),
      UNIQUE (agreement_id, item_id)
    ) STRICT;
    ALTER TABLE purchasing_order ADD COLUMN agreement_id INTEGER REFERENCES purchasing_agreement (id);
    CREATE INDEX purchasing_order_agreement ON purchasing_order (agreement_id) WHERE agreement_id IS NOT NULL;

    -- What suppliers' goods were rejected for, when they were looked at or later; what was not used of consigned goods
    -- is none of it.
    CREATE VIEW v_quality_rejected AS
      SELECT supplier_id, made_at, rejected_micro, followed_by FROM quality_inspection
      WHERE state = 'decided' AND rejected_micro > 0;
    CREATE VIEW v_purchasing_returned AS
      SELECT h.supplier_id, h.number, h.planned_on, n.sent_micro
      FROM purchasing_return_line n
      JOIN purchasing_return h ON h.id = n.return_id AND h.state NOT IN ('cancelled', 'reversed')
      JOIN purchasing_receipt_line l ON l.id = n.receipt_line_id
      JOIN purchasing_receipt r ON r.id = l.receipt_id AND r.terms <> 'consigned'
      WHERE n.sent_micro > 0;
    ${withDocumentLinks(schema, [`SELECT 'purchasing.agreement', id, number, state FROM purchasing_agreement`])}
  `,
}

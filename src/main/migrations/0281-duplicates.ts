import type { Migration } from '../kernel/db'

export const duplicates: Migration = {
  version: 281,
  name: 'duplicates',
  sql: `
    -- What was entered twice: the old one is archived and points to the one that stays.
    ALTER TABLE items_item ADD COLUMN merged_into INTEGER REFERENCES items_item (id);
    CREATE INDEX items_item_merged ON items_item (merged_into) WHERE merged_into IS NOT NULL;
    ALTER TABLE parties_partner ADD COLUMN merged_into INTEGER REFERENCES parties_partner (id);
    CREATE INDEX parties_partner_merged ON parties_partner (merged_into) WHERE merged_into IS NOT NULL;

    CREATE TABLE duplicates_merge (
      id INTEGER PRIMARY KEY,
      noun TEXT NOT NULL CHECK (noun IN ('item', 'partner')),
      from_id INTEGER NOT NULL,
      into_id INTEGER NOT NULL,
      merged_on TEXT NOT NULL,
      merged_at TEXT NOT NULL,
      merged_by INTEGER NOT NULL,
      -- the commands that take it back, the last first, as JSON
      back TEXT NOT NULL,
      -- what the one that stays was right after: changed since, it is not put back over
      mark TEXT NOT NULL,
      undone_at TEXT,
      CHECK (from_id <> into_id)
    ) STRICT;
    CREATE INDEX duplicates_merge_from ON duplicates_merge (noun, from_id);
    CREATE INDEX duplicates_merge_into ON duplicates_merge (noun, into_id);

    CREATE VIEW v_items_merged AS SELECT id, code, active, merged_into FROM items_item;
    CREATE VIEW v_parties_merged AS SELECT id, code, active, merged_into FROM parties_partner;
    CREATE VIEW v_items_supplied AS SELECT id, supplier_id FROM items_item WHERE active = 1 AND supplier_id IS NOT NULL;
    CREATE VIEW v_prices_promotion AS
      SELECT id, name, valid_from, valid_to, channel_id, class_id, item_id, category, minimum_micro, discount_micro,
        price_micro, is_alone, active
      FROM prices_promotion;
    CREATE VIEW v_prices_customer_terms AS SELECT customer_id, class_id, channel_id FROM prices_customer_terms;
    CREATE VIEW v_orders_nickname AS SELECT customer_id, text, item_id, pack_id FROM orders_nickname;

    -- Lines of documents that are not done, by the room that has them.
    CREATE VIEW v_offers_open_line AS
      SELECT 'offers.quotation' AS kind, q.id, q.number, q.state, q.customer_id, l.item_id, q.valid_until AS until_on
      FROM offers_quotation q JOIN offers_line l ON l.quotation_id = q.id AND l.revision = q.revision
      WHERE q.state IN ('draft', 'sent')
      UNION ALL
      SELECT 'offers.standingOrder', s.id, s.name, 'open', s.customer_id, l.item_id, s.until_on
      FROM offers_standing s JOIN offers_standing_line l ON l.standing_id = s.id WHERE s.active = 1;
    CREATE VIEW v_orders_open_line AS
      SELECT r.id, r.external_number AS number, r.state, r.customer_id, l.item_id
      FROM orders_request r JOIN orders_request_line l ON l.request_id = r.id WHERE r.state = 'open';
    CREATE VIEW v_sourcing_open_line AS
      SELECT 'sourcing.request' AS kind, r.id, r.number, r.state, l.item_id
      FROM sourcing_request r JOIN sourcing_request_line l ON l.request_id = r.id WHERE r.state IN ('open', 'asked')
      UNION ALL
      SELECT 'sourcing.enquiry', e.id, e.number, e.state, l.item_id
      FROM sourcing_enquiry e JOIN sourcing_enquiry_line l ON l.enquiry_id = e.id WHERE e.state = 'open';
    CREATE VIEW v_sourcing_open_bidder AS
      SELECT e.id, e.number, e.state, b.supplier_id
      FROM sourcing_enquiry e JOIN sourcing_bidder b ON b.enquiry_id = e.id WHERE e.state = 'open';
    CREATE VIEW v_warehouse_open_task AS
      SELECT source_kind, source_id, item_id FROM warehouse_task WHERE state = 'open';
    CREATE VIEW v_warehouse_held_lot AS SELECT lot_id, item_id FROM warehouse_held_lot;
    CREATE VIEW v_stock_open_ahead AS SELECT id, number, state, item_id FROM stock_ahead WHERE state = 'open';
    CREATE VIEW v_stock_open_transfer_line AS
      SELECT t.id, t.number, t.state, l.item_id
      FROM stock_transfer t JOIN stock_transfer_line l ON l.transfer_id = t.id WHERE t.state = 'in-transit';
  `,
}

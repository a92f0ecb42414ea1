import type { Migration } from '../kernel/db'

export const itemImages: Migration = {
  version: 244,
  name: 'item-images',
  sql: `
    -- Pictures live in the company file: a backup has them, and a copied file is whole. The page sends them made small.
    CREATE TABLE items_image (
      id INTEGER PRIMARY KEY,
      item_id INTEGER NOT NULL REFERENCES items_item (id),
      mime TEXT NOT NULL CHECK (mime IN ('image/jpeg', 'image/png', 'image/webp')),
      picture BLOB NOT NULL CHECK (length(picture) <= 524288),
      thumbnail BLOB NOT NULL CHECK (length(thumbnail) <= 32768),
      added_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX items_image_item ON items_image (item_id, id);
  `,
}

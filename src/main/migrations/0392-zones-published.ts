import type { Migration } from '../kernel/db'

/** Zones are a table that comes and goes as a file. */
export const zonesPublished: Migration = {
  version: 392,
  name: 'zones-published',
  sql: `
    CREATE VIEW v_warehouse_zone AS
      SELECT id, warehouse_id, code, name, categories, temperature FROM warehouse_zone;
  `,
}

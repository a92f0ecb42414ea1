import type { Migration } from '../kernel/db'

/** What further tables of master data show. */
export const moreTables: Migration = {
  version: 390,
  name: 'more-tables',
  sql: `
    CREATE VIEW v_prices_class_card AS SELECT id, code, name, discount_micro, active FROM prices_class;
    CREATE VIEW v_warehouse_carton_kind_card AS
      SELECT id, code, name, volume_millilitres, maximum_grams, tare_grams, active FROM warehouse_carton_kind;
  `,
}

import type { Migration } from '../kernel/db'

export const serials: Migration = {
  version: 241,
  name: 'serials',
  sql: `
    -- A serial number alone names its piece: asked by code at every scan and every trace.
    CREATE INDEX inventory_lot_code ON inventory_lot (code);
  `,
}

import type { Reader } from '../../../kernel/db'

const EXPECTED = `
  SELECT i.code, i.name, i.base_unit AS baseUnit, l.code AS lotCode, l.expires_on AS expiresOn
  FROM v_inventory_balance s
  JOIN v_items_item i ON i.id = s.item_id
  LEFT JOIN v_inventory_lot l ON l.id = s.lot_id
  WHERE s.bin_id = ? AND s.quantity_micro > 0
  GROUP BY s.item_id, s.lot_id ORDER BY i.code, l.expires_on, s.lot_id`

interface Expected {
  readonly code: string
  readonly name: string
  readonly baseUnit: string
  readonly lotCode: string | null
  readonly expiresOn: string | null
}

/** What lies in a bin as far as the books know, a row an item and lot. */
export function expectedIn(reader: Reader, binId: number): Expected[] {
  return reader.all<Expected>(EXPECTED, [binId])
}

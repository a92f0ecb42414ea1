import type { Reader, Tx } from '../../kernel/db'

export interface PartRow {
  readonly itemId: number
  readonly quantityMicro: number
}

const PARTS =
  'SELECT item_id AS itemId, quantity_micro AS quantityMicro FROM items_kit_part WHERE kit_id = ? ORDER BY item_id'

export const kitStore = {
  parts: (reader: Reader, kitId: number) => reader.all<PartRow>(PARTS, [kitId]),
  clear: (tx: Tx, kitId: number): void => {
    tx.run('DELETE FROM items_kit_part WHERE kit_id = ?', [kitId])
  },
  insert: (tx: Tx, kitId: number, { itemId, quantityMicro }: PartRow): void => {
    tx.run('INSERT INTO items_kit_part (kit_id, item_id, quantity_micro) VALUES (?, ?, ?)', [
      kitId,
      itemId,
      quantityMicro,
    ])
  },
}

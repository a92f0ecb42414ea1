import type { Reader, Tx } from '../../kernel/db'

export interface NewImage {
  readonly itemId: number
  readonly mime: string
  readonly picture: Buffer
  readonly thumbnail: Buffer
}

const FIRST = `
  SELECT item_id AS itemId, mime, thumbnail FROM items_image
  WHERE id IN (SELECT min(id) FROM items_image WHERE item_id IN (SELECT value FROM json_each(?)) GROUP BY item_id)`

export const imageStore = {
  count: (reader: Reader, itemId: number): number =>
    reader.first<{ count: number }>('SELECT count(*) AS count FROM items_image WHERE item_id = ?', [itemId])?.count ??
    0,
  insert: (tx: Tx, { itemId, mime, picture, thumbnail }: NewImage): number =>
    tx.run('INSERT INTO items_image (item_id, mime, picture, thumbnail, added_at) VALUES (?, ?, ?, ?, ?)', [
      itemId,
      mime,
      picture,
      thumbnail,
      tx.now.toISOString(),
    ]).id,
  remove: (tx: Tx, id: number): boolean => tx.run('DELETE FROM items_image WHERE id = ?', [id]).changes === 1,
  byId: (reader: Reader, id: number) =>
    reader.first<{ itemId: number; mime: string; picture: Uint8Array }>(
      'SELECT item_id AS itemId, mime, picture FROM items_image WHERE id = ?',
      [id],
    ),
  ofItem: (reader: Reader, itemId: number) =>
    reader.all<{ id: number; mime: string; thumbnail: Uint8Array }>(
      'SELECT id, mime, thumbnail FROM items_image WHERE item_id = ? ORDER BY id',
      [itemId],
    ),
  firstOf: (reader: Reader, itemIds: readonly number[]) =>
    reader.all<{ itemId: number; mime: string; thumbnail: Uint8Array }>(FIRST, [JSON.stringify(itemIds)]),
}

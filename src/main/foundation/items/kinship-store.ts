import type { Reader, Tx } from '../../kernel/db'

export interface PartnerCode {
  readonly partnerId: number
  readonly itemId: number
  readonly code: string
  readonly name: string
}

const SUBSTITUTES = `
  SELECT i.id, i.code, i.name, i.base_unit AS baseUnit
  FROM items_substitute s JOIN items_item i ON i.id = s.substitute_id
  WHERE s.item_id = ? AND i.active = 1 ORDER BY s.rank`
const PARTNER_CODE = 'partner_id AS partnerId, item_id AS itemId, code, name FROM items_partner_code'

/** What belongs to an item beside its own fields: its substitutes, and what partners call it. */
export const kinshipStore = {
  substitutes: (reader: Reader, itemId: number) =>
    reader.all<{ id: number; code: string; name: string; baseUnit: string }>(SUBSTITUTES, [itemId]),
  setSubstitutes(tx: Tx, itemId: number, substituteIds: readonly number[]): void {
    tx.run('DELETE FROM items_substitute WHERE item_id = ?', [itemId])
    for (const [at, substituteId] of substituteIds.entries()) {
      tx.run('INSERT INTO items_substitute (item_id, rank, substitute_id) VALUES (?, ?, ?)', [
        itemId,
        at + 1,
        substituteId,
      ])
    }
  },
  codesOfItem: (reader: Reader, itemId: number) =>
    reader.all<PartnerCode>(`SELECT ${PARTNER_CODE} WHERE item_id = ? ORDER BY partner_id`, [itemId]),
  codesOfPartner: (reader: Reader, partnerId: number, itemIds: readonly number[]) =>
    reader.all<PartnerCode>(
      `SELECT ${PARTNER_CODE} WHERE partner_id = ? AND item_id IN (SELECT value FROM json_each(?))`,
      [partnerId, JSON.stringify(itemIds)],
    ),
  byCode: (reader: Reader, partnerId: number, code: string) =>
    reader.first<PartnerCode>(`SELECT ${PARTNER_CODE} WHERE partner_id = ? AND code = ? AND code <> ''`, [
      partnerId,
      code,
    ]),
  clearCodes: (tx: Tx, itemId: number): void => {
    tx.run('DELETE FROM items_partner_code WHERE item_id = ?', [itemId])
  },
  clearCode: (tx: Tx, partnerId: number, itemId: number): void => {
    tx.run('DELETE FROM items_partner_code WHERE partner_id = ? AND item_id = ?', [partnerId, itemId])
  },
  insertCode: (tx: Tx, { partnerId, itemId, code, name }: PartnerCode): void => {
    tx.run('INSERT INTO items_partner_code (partner_id, item_id, code, name) VALUES (?, ?, ?, ?)', [
      partnerId,
      itemId,
      code,
      name,
    ])
  },
}

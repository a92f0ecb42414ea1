import type { Reader, Tx } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'

export interface FamilyRow {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly axesJson: string
}

export interface VariantRow {
  readonly itemId: number
  readonly valueCodes: string
  readonly code: string
  readonly name: string
  readonly baseUnit: string
  readonly salesPriceMicro: number
  readonly active: number
}

const FAMILY = 'SELECT id, code, name, axes_json AS axesJson FROM items_family'
const VARIANTS = `
  SELECT v.item_id AS itemId, v.value_codes AS valueCodes, i.code, i.name, i.base_unit AS baseUnit,
    i.sales_price_micro AS salesPriceMicro, i.active
  FROM items_variant v JOIN items_item i ON i.id = v.item_id WHERE v.family_id = ? ORDER BY v.item_id`
const LIST = `
  FROM items_family f WHERE ?1 = '' OR f.code LIKE ?2 OR f.name LIKE ?2`

export const familyStore = {
  byId: (reader: Reader, id: number) => reader.first<FamilyRow>(`${FAMILY} WHERE id = ?`, [id]),
  byCode: (reader: Reader, code: string) => reader.first<FamilyRow>(`${FAMILY} WHERE code = ?`, [code]),
  insert: (tx: Tx, code: string, name: string, axesJson: string): number =>
    tx.run('INSERT INTO items_family (code, name, axes_json, created_at) VALUES (?, ?, ?, ?)', [
      code,
      name,
      axesJson,
      tx.now.toISOString(),
    ]).id,
  update: (tx: Tx, id: number, code: string, name: string, axesJson: string): void => {
    tx.run('UPDATE items_family SET code = ?, name = ?, axes_json = ? WHERE id = ?', [code, name, axesJson, id])
  },
  variants: (reader: Reader, familyId: number) => reader.all<VariantRow>(VARIANTS, [familyId]),
  addVariant: (tx: Tx, familyId: number, itemId: number, valueCodes: string): void => {
    tx.run('INSERT INTO items_variant (item_id, family_id, value_codes) VALUES (?, ?, ?)', [
      itemId,
      familyId,
      valueCodes,
    ])
  },
  list(reader: Reader, input: ListInput) {
    const params = [input.filter, `%${input.filter}%`]
    return {
      rows: reader.all<{ id: number; code: string; name: string; variants: number }>(
        `SELECT f.id, f.code, f.name, (SELECT count(*) FROM items_variant v WHERE v.family_id = f.id) AS variants
         ${LIST} ORDER BY f.code LIMIT ?3 OFFSET ?4`,
        [...params, input.limit, input.offset],
      ),
      total: reader.first<{ total: number }>(`SELECT count(*) AS total ${LIST}`, params)?.total ?? 0,
      sums: {},
    }
  },
}

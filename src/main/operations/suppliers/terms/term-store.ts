import type { Reader, Tx } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'

export interface TermFields {
  readonly supplierId: number
  readonly itemId: number
  readonly validFrom: string
  readonly priceMicro: number
  readonly leadDays: number
  readonly minimumMicro: number
  readonly multipleMicro: number
  readonly supplierCode: string
  readonly isPreferred: boolean
}

const values = (term: TermFields): unknown[] => [
  term.supplierId,
  term.itemId,
  term.validFrom,
  term.priceMicro,
  term.leadDays,
  term.minimumMicro,
  term.multipleMicro,
  term.supplierCode,
  term.isPreferred ? 1 : 0,
]

interface Row {
  id: number
  supplierId: number
  supplierCode: string
  supplierName: string
  itemId: number
  code: string
  name: string
  baseUnit: string
  validFrom: string
  priceMicro: number
  leadDays: number
  minimumMicro: number
  multipleMicro: number
  ownCode: string
  isPreferred: number
}

const FROM = `
  FROM suppliers_term t
  JOIN v_parties_partner p ON p.id = t.supplier_id
  JOIN v_items_item i ON i.id = t.item_id
  WHERE (?1 IS NULL OR t.supplier_id = ?1) AND (?2 IS NULL OR t.item_id = ?2)
    AND (?3 = '' OR p.code LIKE ?4 OR p.name LIKE ?4 OR i.code LIKE ?4 OR i.name LIKE ?4 OR t.supplier_code LIKE ?4)`

const SORTS: Readonly<Record<string, string>> = {
  supplier: 'p.name',
  item: 'i.code',
  validFrom: 't.valid_from',
  priceMicro: 't.price_micro',
  leadDays: 't.lead_days',
}

export const termStore = {
  insert: (tx: Tx, term: TermFields): number =>
    tx.run(
      `INSERT INTO suppliers_term (supplier_id, item_id, valid_from, price_micro, lead_days, minimum_micro, multiple_micro,
         supplier_code, is_preferred) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      values(term),
    ).id,
  update: (tx: Tx, id: number, term: TermFields): boolean =>
    tx.run(
      `UPDATE suppliers_term SET supplier_id = ?, item_id = ?, valid_from = ?, price_micro = ?, lead_days = ?,
         minimum_micro = ?, multiple_micro = ?, supplier_code = ?, is_preferred = ? WHERE id = ?`,
      [...values(term), id],
    ).changes === 1,
  remove: (tx: Tx, id: number): boolean => tx.run('DELETE FROM suppliers_term WHERE id = ?', [id]).changes === 1,
  /** Another term of the same supplier, item and day. */
  same: (reader: Reader, term: TermFields) =>
    reader.first<{ id: number }>(
      'SELECT id FROM suppliers_term WHERE supplier_id = ? AND item_id = ? AND valid_from = ?',
      [term.supplierId, term.itemId, term.validFrom],
    ),
  /** An item has one preferred supplier: the others step back. */
  preferOnly: (tx: Tx, itemId: number, supplierId: number): void => {
    tx.run('UPDATE suppliers_term SET is_preferred = 0 WHERE item_id = ? AND supplier_id <> ? AND is_preferred = 1', [
      itemId,
      supplierId,
    ])
  },
  list(reader: Reader, input: ListInput & { supplierId?: number | undefined; itemId?: number | undefined }) {
    const params = [input.supplierId ?? null, input.itemId ?? null, input.filter, `%${input.filter}%`]
    const sort = SORTS[input.sort ?? ''] ?? 'i.code'
    const direction = input.descending ? 'DESC' : 'ASC'
    const rows = reader.all<Row>(
      `SELECT t.id, p.id AS supplierId, p.code AS supplierCode, p.name AS supplierName, i.id AS itemId, i.code, i.name,
         i.base_unit AS baseUnit, t.valid_from AS validFrom, t.price_micro AS priceMicro, t.lead_days AS leadDays,
         t.minimum_micro AS minimumMicro, t.multiple_micro AS multipleMicro, t.supplier_code AS ownCode,
         t.is_preferred AS isPreferred
       ${FROM} ORDER BY ${sort} ${direction}, i.id, p.id, t.valid_from DESC LIMIT ?5 OFFSET ?6`,
      [...params, input.limit, input.offset],
    )
    const total = reader.first<{ total: number }>(`SELECT count(*) AS total ${FROM}`, params)?.total ?? 0
    return {
      rows: rows.map((row) => ({
        id: row.id,
        supplier: { id: row.supplierId, code: row.supplierCode, name: row.supplierName },
        item: { id: row.itemId, code: row.code, name: row.name, baseUnit: row.baseUnit },
        validFrom: row.validFrom,
        priceMicro: row.priceMicro,
        leadDays: row.leadDays,
        minimumMicro: row.minimumMicro,
        multipleMicro: row.multipleMicro,
        supplierCode: row.ownCode,
        isPreferred: row.isPreferred === 1,
      })),
      total,
      sums: {},
    }
  },
}

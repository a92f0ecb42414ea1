import type { Reader } from '../../kernel/db'

export interface QuantityInput {
  readonly itemId?: number | undefined
  readonly from: string
  readonly to: string
  readonly offset: number
  readonly limit: number
}

interface Sum {
  readonly total: number
  readonly micro: number
  readonly minor: number
}

interface Row {
  readonly on: string
  readonly sourceKind: string
  readonly sourceId: number
  readonly itemCode: string | null
  readonly itemName: string | null
  readonly micro: number
  readonly minor: number
  readonly isIn: number
}

/** Across the border of the house, and what a late invoice made it worth: out is below zero. */
const MOVEMENTS = `
  SELECT posted_on, 0 AS part, id, item_id, source_kind, source_id,
    CASE WHEN from_bin_id IS NULL THEN quantity_micro ELSE -quantity_micro END AS micro,
    CASE WHEN from_bin_id IS NULL THEN value_minor ELSE -value_minor END AS minor,
    from_bin_id IS NULL AS is_in
  FROM v_inventory_movement WHERE (from_bin_id IS NULL) <> (to_bin_id IS NULL)
  UNION ALL
  SELECT posted_on, 1, id, item_id, source_kind, source_id, 0, value_minor, 1 FROM v_inventory_revaluation`

const linesOf = (ids: readonly number[]): string => `
  SELECT l.posted_on, l.entry_id AS part, l.line_number AS id, l.item_id, e.source_kind, e.source_id,
    CASE WHEN l.debit_minor <> 0 THEN coalesce(l.quantity_micro, 0) ELSE -coalesce(l.quantity_micro, 0) END AS micro,
    l.debit_minor - l.credit_minor AS minor, l.debit_minor <> 0 AS is_in
  FROM v_accounting_line l JOIN v_accounting_entry e ON e.id = l.entry_id
  WHERE l.account_id IN (${ids.map(Number).join(', ')})`

const ORDER = 'ORDER BY q.posted_on, q.part, q.id'

export function quantityQueries(from: 'movements' | 'lines', ids: readonly number[]) {
  const source = from === 'movements' ? MOVEMENTS : linesOf(ids)
  const within = '(?1 IS NULL OR q.item_id = ?1) AND q.posted_on >= ?2 AND q.posted_on <= ?3'
  const span = ({ itemId, from: first, to }: QuantityInput) => [itemId ?? null, first, to]
  const sum = `SELECT count(*) AS total, coalesce(sum(micro), 0) AS micro, coalesce(sum(minor), 0) AS minor`
  return {
    before: (reader: Reader, { itemId, from: first }: QuantityInput): Sum =>
      reader.first<Sum>(`${sum} FROM (${source}) q WHERE (?1 IS NULL OR q.item_id = ?1) AND q.posted_on < ?2`, [
        itemId ?? null,
        first,
      ])!,
    within: (reader: Reader, input: QuantityInput): Sum =>
      reader.first<Sum>(`${sum} FROM (${source}) q WHERE ${within}`, span(input))!,
    /** What the lines before the page add up to. */
    first: (reader: Reader, input: QuantityInput): Sum =>
      reader.first<Sum>(`${sum} FROM (SELECT micro, minor FROM (${source}) q WHERE ${within} ${ORDER} LIMIT ?4)`, [
        ...span(input),
        input.offset,
      ])!,
    page: (reader: Reader, input: QuantityInput): Row[] =>
      reader.all<Row>(
        `SELECT q.posted_on AS "on", q.source_kind AS sourceKind, q.source_id AS sourceId, i.code AS itemCode,
           i.name AS itemName, q.micro, q.minor, q.is_in AS isIn
         FROM (${source}) q LEFT JOIN v_items_item i ON i.id = q.item_id
         WHERE ${within} ${ORDER} LIMIT ?4 OFFSET ?5`,
        [...span(input), input.limit, input.offset],
      ),
    unit: (reader: Reader, itemId: number): string | null =>
      reader.first<{ unit: string }>('SELECT base_unit AS unit FROM v_items_item WHERE id = ?', [itemId])?.unit ?? null,
  }
}

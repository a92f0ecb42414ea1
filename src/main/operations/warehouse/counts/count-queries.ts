import { refuse } from '../../../../shared/errors'
import type { Reader } from '../../../kernel/db'
import { countStore } from './count-store'

export interface ListInput {
  readonly offset: number
  readonly limit: number
  readonly sort?: string | undefined
  readonly descending: boolean
  readonly filter: string
}

interface CountRow {
  id: number
  number: string | null
  state: string
  countedOn: string
  bins: number
  binsFinished: number
  differences: number | null
  valueMinor: number | null
}

const SORTS: Readonly<Record<string, string>> = { number: 'c.number', state: 'c.state', countedOn: 'c.counted_on' }
const MATCHES = `(?1 = '' OR c.number LIKE '%' || ?1 || '%' OR c.note LIKE '%' || ?1 || '%')`

export function listCounts(reader: Reader, input: ListInput) {
  const order = `${SORTS[input.sort ?? ''] ?? 'c.id'} ${input.descending || input.sort === undefined ? 'DESC' : 'ASC'}`
  const rows = reader.all<CountRow>(
    `SELECT c.id, c.number, c.state, c.counted_on AS countedOn,
      (SELECT count(*) FROM warehouse_count_bin b WHERE b.count_id = c.id) AS bins,
      (SELECT count(*) FROM warehouse_count_bin b WHERE b.count_id = c.id AND b.finished = 1) AS binsFinished,
      CASE WHEN c.state IN ('counted', 'approved') THEN
        (SELECT count(*) FROM warehouse_count_line l WHERE l.count_id = c.id AND l.counted_micro <> l.expected_micro)
      END AS differences,
      CASE WHEN c.state = 'approved' THEN
        (SELECT coalesce(sum(l.value_minor), 0) FROM warehouse_count_line l WHERE l.count_id = c.id)
      END AS valueMinor
    FROM warehouse_count c WHERE ${MATCHES} ORDER BY ${order}, c.id DESC LIMIT ?2 OFFSET ?3`,
    [input.filter, input.limit, input.offset],
  )
  const total =
    reader.first<{ total: number }>(`SELECT count(*) AS total FROM warehouse_count c WHERE ${MATCHES}`, [input.filter])
      ?.total ?? 0
  return { rows, total, sums: {} }
}

const LINES = `
  SELECT l.bin_id AS binId, b.code AS binCode, l.item_id AS itemId, i.code, i.name, i.base_unit AS baseUnit,
    l.lot_id AS lotId, o.code AS lotCode, o.expires_on AS expiresOn, l.counted_micro AS countedMicro,
    l.expected_micro AS expectedMicro, l.value_minor AS valueMinor
  FROM warehouse_count_line l
  JOIN warehouse_bin b ON b.id = l.bin_id
  JOIN v_items_item i ON i.id = l.item_id
  LEFT JOIN v_inventory_lot o ON o.id = l.lot_id
  WHERE l.count_id = ? ORDER BY b.code, i.code, o.expires_on, l.id`

interface LineRow {
  binId: number
  binCode: string
  itemId: number
  code: string
  name: string
  baseUnit: string
  lotId: number
  lotCode: string | null
  expiresOn: string | null
  countedMicro: number
  expectedMicro: number
  valueMinor: number
}

const BINS = `
  SELECT b.id, b.code, c.finished FROM warehouse_count_bin c JOIN warehouse_bin b ON b.id = c.bin_id
  WHERE c.count_id = ? ORDER BY b.aisle, b.y_millimetres, b.level, b.code`

/** A count stays blind until every bin is counted: before that only what clerks entered is shown. */
export function getCount(reader: Reader, input: { id: number }) {
  const count = countStore.byId(reader, input.id) ?? refuse('warehouse.countUnknown', {}, 'id')
  const isOpen = count.state === 'counted' || count.state === 'approved'
  const rows = reader.all<LineRow>(LINES, [count.id])
  return {
    id: count.id,
    number: count.number,
    state: count.state,
    countedOn: count.counted_on,
    note: count.note,
    isFrozen: countStore.frozenBins(reader, count.id).size > 0,
    bins: reader
      .all<{ id: number; code: string; finished: number }>(BINS, [count.id])
      .map(({ id, code, finished }) => ({ bin: { id, code }, finished: finished === 1 })),
    // A line of nothing counted would tell that the books expect something.
    lines: rows
      .filter((row) => isOpen || row.countedMicro > 0)
      .map((row) => ({
        bin: { id: row.binId, code: row.binCode },
        item: { id: row.itemId, code: row.code, name: row.name, baseUnit: row.baseUnit },
        lot: row.lotCode === null ? null : { id: row.lotId, code: row.lotCode, expiresOn: row.expiresOn },
        countedMicro: row.countedMicro,
        expectedMicro: isOpen ? row.expectedMicro : null,
        differenceMicro: isOpen ? row.countedMicro - row.expectedMicro : null,
        valueMinor: count.state === 'approved' ? row.valueMinor : null,
      })),
  }
}

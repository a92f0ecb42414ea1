import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { ListInput } from '../counts/count-queries'
import type { WarehouseTables } from '../tables'

const db = compiler<WarehouseTables>()

interface NewAdjustment {
  readonly number: string
  readonly warehouseId: number
  readonly adjustedOn: string
  readonly reason: string
  readonly by: number
}

const insert = statement((p: NewAdjustment & { at: string }) =>
  db.insertInto('warehouse_adjustment').values({
    number: p.number,
    warehouse_id: p.warehouseId,
    state: 'posted',
    adjusted_on: p.adjustedOn,
    reason: p.reason,
    created_by: p.by,
    created_at: p.at,
  }),
)

interface NewLine {
  readonly adjustmentId: number
  readonly binId: number
  readonly itemId: number
  readonly lotId: number
  readonly status: string
  readonly quantityMicro: number
  readonly valueMinor: number
}

const insertLine = statement((p: NewLine) =>
  db.insertInto('warehouse_adjustment_line').values({
    adjustment_id: p.adjustmentId,
    bin_id: p.binId,
    item_id: p.itemId,
    lot_id: p.lotId,
    status: p.status,
    quantity_micro: p.quantityMicro,
    value_minor: p.valueMinor,
  }),
)

const byId = statement((p: { id: number }) => db.selectFrom('warehouse_adjustment').selectAll().where('id', '=', p.id))

const binsOf = statement((p: { id: number }) =>
  db.selectFrom('warehouse_adjustment_line').select('bin_id').distinct().where('adjustment_id', '=', p.id),
)

const setReversed = statement((p: { id: number }) =>
  db.updateTable('warehouse_adjustment').set({ state: 'reversed' }).where('id', '=', p.id),
)

export const adjustmentStore = {
  insert: (tx: Tx, row: NewAdjustment): number => insert.run(tx, { ...row, at: tx.now.toISOString() }).id,
  insertLine: (tx: Tx, row: NewLine) => insertLine.run(tx, row),
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  binsOf: (reader: Reader, id: number): number[] => binsOf.all(reader, { id }).map((row) => row.bin_id),
  setReversed: (tx: Tx, id: number) => setReversed.run(tx, { id }),
}

interface AdjustmentRow {
  id: number
  number: string
  state: string
  adjustedOn: string
  reason: string
  valueMinor: number
}

const SORTS: Readonly<Record<string, string>> = {
  number: 'a.number',
  state: 'a.state',
  adjustedOn: 'a.adjusted_on',
  reason: 'a.reason',
}
const MATCHES = `(?1 = '' OR a.number LIKE '%' || ?1 || '%' OR a.reason LIKE '%' || ?1 || '%')`

export function listAdjustments(reader: Reader, input: ListInput) {
  const order = `${SORTS[input.sort ?? ''] ?? 'a.id'} ${input.descending || input.sort === undefined ? 'DESC' : 'ASC'}`
  const rows = reader.all<AdjustmentRow>(
    `SELECT a.id, a.number, a.state, a.adjusted_on AS adjustedOn, a.reason,
      (SELECT coalesce(sum(l.value_minor), 0) FROM warehouse_adjustment_line l WHERE l.adjustment_id = a.id) AS valueMinor
    FROM warehouse_adjustment a WHERE ${MATCHES} ORDER BY ${order}, a.id DESC LIMIT ?2 OFFSET ?3`,
    [input.filter, input.limit, input.offset],
  )
  const count = `SELECT count(*) AS total FROM warehouse_adjustment a WHERE ${MATCHES}`
  return { rows, total: reader.first<{ total: number }>(count, [input.filter])?.total ?? 0, sums: {} }
}

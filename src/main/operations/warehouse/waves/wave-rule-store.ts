import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { WarehouseTables } from '../tables'

const db = compiler<WarehouseTables>()

export type WaveRuleRow = Omit<WarehouseTables['warehouse_wave_rule'], 'id'>

const insert = statement((p: WaveRuleRow) =>
  db.insertInto('warehouse_wave_rule').values({
    warehouse_id: p.warehouse_id,
    name: p.name,
    carrier: p.carrier,
    channel: p.channel,
    minimum_priority: p.minimum_priority,
    zone_id: p.zone_id,
    single_line: p.single_line,
    due_within_days: p.due_within_days,
    cut_off: p.cut_off,
    picking: p.picking,
    allocation: p.allocation,
    batch_capacity: p.batch_capacity,
  }),
)

const update = statement((p: WaveRuleRow & { id: number }) =>
  db
    .updateTable('warehouse_wave_rule')
    .set({
      name: p.name,
      carrier: p.carrier,
      channel: p.channel,
      minimum_priority: p.minimum_priority,
      zone_id: p.zone_id,
      single_line: p.single_line,
      due_within_days: p.due_within_days,
      cut_off: p.cut_off,
      picking: p.picking,
      allocation: p.allocation,
      batch_capacity: p.batch_capacity,
    })
    .where('id', '=', p.id)
    .where('warehouse_id', '=', p.warehouse_id),
)

const remove = statement((p: { id: number }) => db.deleteFrom('warehouse_wave_rule').where('id', '=', p.id))

// What leaves soonest comes first; what has no hour comes last.
const ofWarehouse = statement((p: { warehouseId: number }) =>
  db
    .selectFrom('warehouse_wave_rule')
    .selectAll()
    .where('warehouse_id', '=', p.warehouseId)
    .orderBy((e) => e('cut_off', '=', ''))
    .orderBy('cut_off')
    .orderBy('name'),
)

const byName = statement((p: { warehouseId: number; name: string }) =>
  db
    .selectFrom('warehouse_wave_rule')
    .select('id')
    .where('warehouse_id', '=', p.warehouseId)
    .where('name', '=', p.name),
)

export const waveRuleStore = {
  insert: (tx: Tx, row: WaveRuleRow): number => insert.run(tx, row).id,
  update: (tx: Tx, row: WaveRuleRow & { id: number }): number => update.run(tx, row).changes,
  remove: (tx: Tx, id: number): number => remove.run(tx, { id }).changes,
  ofWarehouse: (reader: Reader, warehouseId: number) => ofWarehouse.all(reader, { warehouseId }),
  idOfName: (reader: Reader, warehouseId: number, name: string): number | undefined =>
    byName.first(reader, { warehouseId, name })?.id,
}

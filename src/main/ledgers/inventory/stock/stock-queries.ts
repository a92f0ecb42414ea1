import { sql } from 'kysely'
import { compiler, statement, type Reader } from '../../../kernel/db'
import type { InventoryDatabase } from '../tables'

const db = compiler<InventoryDatabase>()

const binCode = statement((p: { id: number }) => db.selectFrom('v_warehouse_bin').where('id', '=', p.id).select('code'))

// First expired, first out; what never expires comes last; then bin by bin.
const pickable = statement((p: { warehouseId: number; itemId: number }) =>
  db
    .selectFrom('inventory_balance as b')
    .leftJoin('inventory_lot as l', 'l.id', 'b.lot_id')
    .where('b.item_id', '=', p.itemId)
    .where('b.warehouse_id', '=', p.warehouseId)
    .where('b.status', '=', sql.lit('available'))
    .where(sql<boolean>`b.quantity_micro > b.allocated_micro`)
    .orderBy(sql`l.expires_on IS NULL`)
    .orderBy('l.expires_on')
    .orderBy('b.bin_id')
    .orderBy('b.lot_id')
    .select((e) => [
      'b.bin_id as binId',
      'b.lot_id as lotId',
      'l.code as lotCode',
      'l.expires_on as expiresOn',
      e('b.quantity_micro', '-', e.ref('b.allocated_micro')).as('freeMicro'),
    ]),
)

const inBin = statement((p: { binId: number }) =>
  db
    .selectFrom('inventory_balance')
    .where('bin_id', '=', p.binId)
    .orderBy('item_id')
    .orderBy('lot_id')
    .select([
      'item_id as itemId',
      'lot_id as lotId',
      'status',
      'quantity_micro as quantityMicro',
      'allocated_micro as allocatedMicro',
    ]),
)

const ofItem = statement((p: { warehouseId: number; itemId: number }) =>
  db
    .selectFrom('inventory_balance')
    .where('item_id', '=', p.itemId)
    .where('warehouse_id', '=', p.warehouseId)
    .orderBy('bin_id')
    .orderBy('lot_id')
    .select([
      'bin_id as binId',
      'lot_id as lotId',
      'status',
      'quantity_micro as quantityMicro',
      'allocated_micro as allocatedMicro',
    ]),
)

const totalValue = statement((_p: object) =>
  db.selectFrom('inventory_stock').select((e) => e.fn.sum<number | null>('value_minor').as('valueMinor')),
)

export const stockQueries = {
  binCode: (reader: Reader, id: number): string | undefined => binCode.first(reader, { id })?.code,
  pickable: (reader: Reader, place: { warehouseId: number; itemId: number }) => pickable.all(reader, place),
  inBin: (reader: Reader, binId: number) => inBin.all(reader, { binId }),
  ofItem: (reader: Reader, warehouseId: number, itemId: number) => ofItem.all(reader, { warehouseId, itemId }),
  totalValueMinor: (reader: Reader): number => Number(totalValue.first(reader, {})?.valueMinor ?? 0),
}

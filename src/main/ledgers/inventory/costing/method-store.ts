import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../../kernel/db'
import type { InventoryDatabase } from '../tables'

const db = compiler<InventoryDatabase>()

export type LayeredMethod = 'fifo' | 'lot'
export type CostingMethod = 'average' | LayeredMethod

const ofItem = statement((p: { itemId: number }) =>
  db.selectFrom('inventory_item_costing').where('item_id', '=', p.itemId).select('method'),
)
const ruleOfItem = statement((p: { itemId: number }) =>
  db
    .selectFrom('v_items_item as i')
    .innerJoin('inventory_costing_rule as r', 'r.category', 'i.category')
    .where('i.id', '=', p.itemId)
    .select('r.method'),
)
const anyRule = statement((_p: object) => db.selectFrom('inventory_costing_rule').limit(sql.lit(1)).select('category'))
const isOnHand = statement((p: { itemId: number }) =>
  db
    .selectFrom('inventory_stock')
    .where('item_id', '=', p.itemId)
    .where(sql<boolean>`on_hand_micro > consigned_micro`)
    .limit(sql.lit(1))
    .select('item_id'),
)
const setItem = statement((p: { itemId: number; method: LayeredMethod }) =>
  db
    .insertInto('inventory_item_costing')
    .values({ item_id: p.itemId, method: p.method })
    .onConflict((conflict) => conflict.column('item_id').doUpdateSet({ method: p.method })),
)
const clearItem = statement((p: { itemId: number }) =>
  db.deleteFrom('inventory_item_costing').where('item_id', '=', p.itemId),
)
const setRule = statement((p: { category: string; method: LayeredMethod }) =>
  db
    .insertInto('inventory_costing_rule')
    .values({ category: p.category, method: p.method })
    .onConflict((conflict) => conflict.column('category').doUpdateSet({ method: p.method })),
)
const clearRule = statement((p: { category: string }) =>
  db.deleteFrom('inventory_costing_rule').where('category', '=', p.category),
)
const itemsOf = statement((p: { category: string }) =>
  db.selectFrom('v_items_item').where('category', '=', p.category).where('kind', '=', sql.lit('stock')).select('id'),
)
const stocksOf = statement((p: { itemId: number }) =>
  db
    .selectFrom('inventory_stock')
    .where('item_id', '=', p.itemId)
    .where(sql<boolean>`on_hand_micro > consigned_micro`)
    .orderBy('warehouse_id')
    .select([
      'warehouse_id as warehouseId',
      sql<number>`on_hand_micro - consigned_micro`.as('ownMicro'),
      'value_minor as valueMinor',
    ]),
)
/** Our own goods, lot by lot. */
const LOTS = `
  SELECT lot_id AS lotId, sum(quantity) AS quantityMicro FROM (
    SELECT lot_id, quantity_micro AS quantity FROM inventory_balance WHERE item_id = ?1 AND warehouse_id = ?2
    UNION ALL
    SELECT lot_id, -quantity_micro FROM inventory_consigned WHERE item_id = ?1 AND warehouse_id = ?2
  ) GROUP BY lot_id HAVING sum(quantity) > 0 ORDER BY lot_id`
const categories = statement((_p: object) =>
  db
    .selectFrom('v_items_item as i')
    .leftJoin('inventory_costing_rule as r', 'r.category', 'i.category')
    .where('i.kind', '=', sql.lit('stock'))
    .where('i.active', '=', sql.lit(1))
    .groupBy('i.category')
    .orderBy('i.category')
    .select((e) => [
      'i.category as category',
      sql<CostingMethod>`coalesce(r.method, 'average')`.as('method'),
      e.fn.countAll<number>().as('items'),
    ]),
)

export const methodStore = {
  ofItem: (reader: Reader, itemId: number): LayeredMethod | undefined => ofItem.first(reader, { itemId })?.method,
  ruleOfItem: (reader: Reader, itemId: number): LayeredMethod | undefined =>
    ruleOfItem.first(reader, { itemId })?.method,
  hasRules: (reader: Reader): boolean => anyRule.first(reader, {}) !== undefined,
  isOnHand: (reader: Reader, itemId: number): boolean => isOnHand.first(reader, { itemId }) !== undefined,
  setItem(tx: Tx, itemId: number, method: CostingMethod): void {
    if (method === 'average') clearItem.run(tx, { itemId })
    else setItem.run(tx, { itemId, method })
  },
  setRule(tx: Tx, category: string, method: CostingMethod): void {
    if (method === 'average') clearRule.run(tx, { category })
    else setRule.run(tx, { category, method })
  },
  itemsOf: (reader: Reader, category: string): number[] => itemsOf.all(reader, { category }).map(({ id }) => id),
  stocksOf: (reader: Reader, itemId: number) => stocksOf.all(reader, { itemId }),
  lotsOf: (reader: Reader, warehouseId: number, itemId: number) =>
    reader.all<{ lotId: number; quantityMicro: number }>(LOTS, [itemId, warehouseId]),
  categories: (reader: Reader) => categories.all(reader, {}),
}

import { sql, type Selectable } from 'kysely'
import type { Reader, Tx } from '../../kernel/db'
import { compiler, statement } from '../../kernel/db'
import type { ItemsTables } from './tables'

const db = compiler<ItemsTables>()

export type ItemRow = Selectable<ItemsTables['items_item']>
export type PackRow = Selectable<ItemsTables['items_pack']>
export type ItemFields = Omit<ItemRow, 'id' | 'active' | 'created_at' | 'merged_into'>

const columns = (p: ItemFields) => ({
  code: p.code,
  name: p.name,
  other_name: p.other_name,
  kind: p.kind,
  category: p.category,
  base_unit: p.base_unit,
  lot_tracked: p.lot_tracked,
  shelf_life_days: p.shelf_life_days,
  tax_code: p.tax_code,
  sales_price_micro: p.sales_price_micro,
  purchase_price_micro: p.purchase_price_micro,
  supplier_id: p.supplier_id,
  weight_grams: p.weight_grams,
  volume_millilitres: p.volume_millilitres,
  serial_tracked: p.serial_tracked,
  brand: p.brand,
  is_kit: p.is_kit,
})

const byId = statement((p: { id: number }) => db.selectFrom('items_item').selectAll().where('id', '=', p.id))
const byCode = statement((p: { code: string }) => db.selectFrom('items_item').selectAll().where('code', '=', p.code))
/** Codes that begin with a text, whatever its case: a range of their index, because LIKE may not use one for a parameter. */
const beginning = statement((p: { from: string; to: string; limit: number }) =>
  db
    .selectFrom('items_item')
    .selectAll()
    .where('code', '>=', p.from)
    .where('code', '<', p.to)
    .where('active', '=', sql.lit(1))
    .orderBy('code')
    .limit(p.limit),
)
const insert = statement((p: ItemFields & { created_at: string }) =>
  db.insertInto('items_item').values({ ...columns(p), created_at: p.created_at }),
)
const update = statement((p: ItemFields & { id: number }) =>
  db.updateTable('items_item').set(columns(p)).where('id', '=', p.id),
)
const setActive = statement((p: { id: number; active: number }) =>
  db.updateTable('items_item').set({ active: p.active }).where('id', '=', p.id),
)
const archive = statement((p: { id: number; mergedInto: number | null }) =>
  db.updateTable('items_item').set({ active: 0, merged_into: p.mergedInto }).where('id', '=', p.id),
)
const restore = statement((p: { id: number }) =>
  db.updateTable('items_item').set({ active: 1, merged_into: null }).where('id', '=', p.id),
)
const merged = statement((p: { id: number }) =>
  db.selectFrom('items_item').select(['code', 'name']).where('merged_into', '=', p.id).orderBy('id'),
)

const packById = statement((p: { id: number; itemId: number }) =>
  db.selectFrom('items_pack').selectAll().where('id', '=', p.id).where('item_id', '=', p.itemId),
)
const packsOf = statement((p: { itemId: number }) =>
  db.selectFrom('items_pack').selectAll().where('item_id', '=', p.itemId).orderBy('base_quantity').orderBy('id'),
)
const insertPack = statement((p: { itemId: number; unit: string; baseQuantity: number }) =>
  db.insertInto('items_pack').values({ item_id: p.itemId, unit: p.unit, base_quantity: p.baseQuantity }),
)
const updatePack = statement((p: { id: number; unit: string; baseQuantity: number }) =>
  db.updateTable('items_pack').set({ unit: p.unit, base_quantity: p.baseQuantity }).where('id', '=', p.id),
)

const barcode = statement((p: { barcode: string }) =>
  db
    .selectFrom('items_barcode as b')
    .innerJoin('items_pack as k', 'k.id', 'b.pack_id')
    .innerJoin('items_item as i', 'i.id', 'b.item_id')
    .where('b.barcode', '=', p.barcode)
    .select(['b.item_id', 'b.pack_id', 'k.base_quantity', 'i.serial_tracked']),
)
const barcodesOf = statement((p: { itemId: number }) =>
  db.selectFrom('items_barcode').select(['barcode', 'pack_id']).where('item_id', '=', p.itemId).orderBy('barcode'),
)
const barcodesOfItems = statement((p: { ids: string }) =>
  db
    .selectFrom('items_barcode')
    .select(['item_id', 'barcode'])
    .where('item_id', 'in', sql<number>`(select value from json_each(${p.ids}))`)
    .orderBy('barcode'),
)
const insertBarcode = statement((p: { barcode: string; itemId: number; packId: number }) =>
  db.insertInto('items_barcode').values({ barcode: p.barcode, item_id: p.itemId, pack_id: p.packId }),
)
const deleteBarcodes = statement((p: { itemId: number }) =>
  db.deleteFrom('items_barcode').where('item_id', '=', p.itemId),
)

export interface ItemListInput {
  readonly kind: 'stock' | 'service' | 'any'
  /** Those that the search index knows; undefined: all. */
  readonly found?: readonly number[] | undefined
  readonly sort?: string | undefined
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

const SORTS = {
  code: 'code',
  name: 'name',
  category: 'category',
  salesPriceMicro: 'sales_price_micro',
  purchasePriceMicro: 'purchase_price_micro',
} as const

function filtered(input: ItemListInput) {
  let query = db.selectFrom('items_item').where('active', '=', 1)
  if (input.kind !== 'any') query = query.where('kind', '=', input.kind)
  if (input.found === undefined) return query
  return query.where('id', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(input.found)}))`)
}

export const itemStore = {
  byId: (reader: Reader, id: number) => byId.first(reader, { id }),
  byCode: (reader: Reader, code: string) => byCode.first(reader, { code }),
  beginning: (reader: Reader, text: string, limit: number) =>
    beginning.all(reader, { from: text, to: `${text}\u{10FFFF}`, limit }),
  insert: (tx: Tx, fields: ItemFields): number => insert.run(tx, { ...fields, created_at: tx.now.toISOString() }).id,
  update: (tx: Tx, id: number, fields: ItemFields) => update.run(tx, { ...fields, id }),
  setActive: (tx: Tx, id: number, active: boolean) => setActive.run(tx, { id, active: active ? 1 : 0 }),
  archive: (tx: Tx, id: number, mergedInto: number | null) => archive.run(tx, { id, mergedInto }),
  restore: (tx: Tx, id: number) => restore.run(tx, { id }),
  /** Codes and names under which it was entered a second time. */
  mergedCodes: (reader: Reader, id: number): string[] =>
    merged.all(reader, { id }).flatMap((row) => [row.code, row.name]),
  packById: (reader: Reader, itemId: number, id: number) => packById.first(reader, { id, itemId }),
  packsOf: (reader: Reader, itemId: number) => packsOf.all(reader, { itemId }),
  insertPack: (tx: Tx, itemId: number, unit: string, baseQuantity: number): number =>
    insertPack.run(tx, { itemId, unit, baseQuantity }).id,
  updatePack: (tx: Tx, id: number, unit: string, baseQuantity: number) =>
    updatePack.run(tx, { id, unit, baseQuantity }),
  barcode: (reader: Reader, code: string) => barcode.first(reader, { barcode: code }),
  barcodesOf: (reader: Reader, itemId: number) => barcodesOf.all(reader, { itemId }),
  barcodesOfItems: (reader: Reader, itemIds: readonly number[]) =>
    barcodesOfItems.all(reader, { ids: JSON.stringify(itemIds) }),
  insertBarcode: (tx: Tx, code: string, itemId: number, packId: number) =>
    insertBarcode.run(tx, { barcode: code, itemId, packId }),
  deleteBarcodes: (tx: Tx, itemId: number) => deleteBarcodes.run(tx, { itemId }),
  page(reader: Reader, input: ItemListInput): ItemRow[] {
    const sort = SORTS[input.sort as keyof typeof SORTS] ?? 'code'
    return reader.query(
      filtered(input)
        .selectAll()
        .orderBy(sort, input.descending ? 'desc' : 'asc')
        .orderBy('id')
        .limit(input.limit)
        .offset(input.offset),
    )
  },
  count: (reader: Reader, input: ItemListInput): number =>
    reader.query(filtered(input).select((e) => e.fn.countAll<number>().as('count')))[0]?.count ?? 0,
}

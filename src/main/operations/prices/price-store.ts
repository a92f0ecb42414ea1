import { sql } from 'kysely'
import { compiler, statement, type Reader, type Tx } from '../../kernel/db'
import type { ListPrice, Promotion } from './price-engine'
import type { PricesTables } from './tables'

const db = compiler<PricesTables>()

/** Lists of the customer, of the class, of the channel, of both, of everyone: all that know the item on the day. */
const LIST_PRICES = `
  SELECT l.id AS listId, l.name, l.valid_from AS validFrom, n.pack_id AS packId, n.minimum_micro AS minimumMicro,
    n.price_micro AS priceMicro, l.maximum_discount_micro AS maximumDiscountMicro,
    CASE WHEN l.customer_id IS NOT NULL THEN 4
      ELSE 2 * (l.class_id IS NOT NULL) + (l.channel_id IS NOT NULL) END AS rank
  FROM prices_list_line n JOIN prices_list l ON l.id = n.list_id
  WHERE n.item_id = ?1 AND l.active = 1 AND l.valid_from <= ?2 AND (l.valid_to IS NULL OR l.valid_to >= ?2)
    AND (l.customer_id IS NULL OR l.customer_id = ?3)
    AND (l.class_id IS NULL OR l.class_id = ?4)
    AND (l.channel_id IS NULL OR l.channel_id = ?5)`

const PROMOTIONS = `
  SELECT id, name, minimum_micro AS minimumMicro, discount_micro AS discountMicro, price_micro AS priceMicro,
    is_alone AS isAlone
  FROM prices_promotion
  WHERE active = 1 AND valid_to >= ?2 AND valid_from <= ?2
    AND (item_id IS NULL OR item_id = ?1)
    AND (category = '' OR category = ?6)
    AND (class_id IS NULL OR class_id = ?4)
    AND (channel_id IS NULL OR channel_id = ?5)
    AND ?3 IS NOT NULL`

const TERMS = `
  SELECT t.class_id AS classId, t.channel_id AS channelId,
    coalesce(CASE WHEN c.active = 1 THEN c.discount_micro END, 0) AS discountMicro
  FROM prices_customer_terms t LEFT JOIN prices_class c ON c.id = t.class_id WHERE t.customer_id = ?`

export interface CustomerTerms {
  readonly classId: number | null
  readonly channelId: number | null
  readonly discountMicro: number
}

interface PriceKey {
  readonly itemId: number
  readonly on: string
  /** 0: nobody in particular. */
  readonly customerId: number
  readonly classId: number | null
  readonly channelId: number | null
  readonly category: string
}

const keyOf = (key: PriceKey) => [key.itemId, key.on, key.customerId, key.classId, key.channelId]

const policy = statement((_p: object) => db.selectFrom('prices_policy').select('maximum_discount_micro'))
const setPolicy = statement((p: { part: number }) =>
  db.updateTable('prices_policy').set({ maximum_discount_micro: p.part }).where('id', '=', 1),
)
const setTerms = statement((p: { customerId: number; classId: number | null; channelId: number | null }) =>
  db
    .insertInto('prices_customer_terms')
    .values({ customer_id: p.customerId, class_id: p.classId, channel_id: p.channelId })
    .onConflict((c) => c.column('customer_id').doUpdateSet({ class_id: p.classId, channel_id: p.channelId })),
)

interface NamedRow {
  readonly code: string
  readonly name: string
  readonly active: number
}
const insertChannel = statement((p: NamedRow) =>
  db.insertInto('prices_channel').values({ code: p.code, name: p.name, active: p.active }),
)
const changeChannel = statement((p: NamedRow & { id: number }) =>
  db.updateTable('prices_channel').set({ code: p.code, name: p.name, active: p.active }).where('id', '=', p.id),
)
const channels = statement((_p: object) => db.selectFrom('prices_channel').selectAll().orderBy('code'))
const channelById = statement((p: { id: number }) => db.selectFrom('prices_channel').selectAll().where('id', '=', p.id))
const channelByCode = statement((p: { code: string }) =>
  db.selectFrom('prices_channel').selectAll().where('code', '=', p.code),
)

type ClassRow = NamedRow & { readonly discountMicro: number }
const insertClass = statement((p: ClassRow) =>
  db
    .insertInto('prices_class')
    .values({ code: p.code, name: p.name, discount_micro: p.discountMicro, active: p.active }),
)
const changeClass = statement((p: ClassRow & { id: number }) =>
  db
    .updateTable('prices_class')
    .set({ code: p.code, name: p.name, discount_micro: p.discountMicro, active: p.active })
    .where('id', '=', p.id),
)
const classes = statement((_p: object) => db.selectFrom('prices_class').selectAll().orderBy('code'))
const classById = statement((p: { id: number }) => db.selectFrom('prices_class').selectAll().where('id', '=', p.id))
const classByCode = statement((p: { code: string }) =>
  db.selectFrom('prices_class').selectAll().where('code', '=', p.code),
)

export interface ListHead {
  readonly code: string
  readonly name: string
  readonly customerId: number | null
  readonly channelId: number | null
  readonly classId: number | null
  readonly validFrom: string
  readonly validTo: string | null
  readonly maximumDiscountMicro: number | null
  readonly active: number
}
const listColumns = (p: ListHead) => ({
  code: p.code,
  name: p.name,
  customer_id: p.customerId,
  channel_id: p.channelId,
  class_id: p.classId,
  valid_from: p.validFrom,
  valid_to: p.validTo,
  maximum_discount_micro: p.maximumDiscountMicro,
  active: p.active,
})
const insertList = statement((p: ListHead) => db.insertInto('prices_list').values(listColumns(p)))
const changeList = statement((p: ListHead & { id: number }) =>
  db.updateTable('prices_list').set(listColumns(p)).where('id', '=', p.id),
)
const listById = statement((p: { id: number }) => db.selectFrom('prices_list').selectAll().where('id', '=', p.id))
const listByCode = statement((p: { code: string }) =>
  db.selectFrom('prices_list').selectAll().where('code', '=', p.code),
)

export interface ListLine {
  readonly itemId: number
  readonly packId: number
  readonly minimumMicro: number
  readonly priceMicro: number
}
const setLine = statement((p: ListLine & { listId: number }) =>
  db
    .insertInto('prices_list_line')
    .values({
      list_id: p.listId,
      item_id: p.itemId,
      pack_id: p.packId,
      minimum_micro: p.minimumMicro,
      price_micro: p.priceMicro,
    })
    .onConflict((c) =>
      c.columns(['item_id', 'list_id', 'pack_id', 'minimum_micro']).doUpdateSet({ price_micro: p.priceMicro }),
    ),
)
const removeLine = statement((p: { listId: number; id: number }) =>
  db.deleteFrom('prices_list_line').where('id', '=', p.id).where('list_id', '=', p.listId),
)

export interface PromotionFields {
  readonly name: string
  readonly validFrom: string
  readonly validTo: string
  readonly channelId: number | null
  readonly classId: number | null
  readonly itemId: number | null
  readonly category: string
  readonly minimumMicro: number
  readonly discountMicro: number | null
  readonly priceMicro: number | null
  readonly isAlone: number
  readonly active: number
}
const promotionColumns = (p: PromotionFields) => ({
  name: p.name,
  valid_from: p.validFrom,
  valid_to: p.validTo,
  channel_id: p.channelId,
  class_id: p.classId,
  item_id: p.itemId,
  category: p.category,
  minimum_micro: p.minimumMicro,
  discount_micro: p.discountMicro,
  price_micro: p.priceMicro,
  is_alone: p.isAlone,
  active: p.active,
})
const insertPromotion = statement((p: PromotionFields) => db.insertInto('prices_promotion').values(promotionColumns(p)))
const changePromotion = statement((p: PromotionFields & { id: number }) =>
  db.updateTable('prices_promotion').set(promotionColumns(p)).where('id', '=', p.id),
)
const promotionById = statement((p: { id: number }) =>
  db
    .selectFrom('prices_promotion')
    .select(sql<number>`1`.as('known'))
    .where('id', '=', p.id),
)

export const priceStore = {
  listPrices: (reader: Reader, key: PriceKey): ListPrice[] => reader.all<ListPrice>(LIST_PRICES, keyOf(key)),
  promotions: (reader: Reader, key: PriceKey): Promotion[] =>
    reader
      .all<Omit<Promotion, 'isAlone'> & { isAlone: number }>(PROMOTIONS, [...keyOf(key), key.category])
      .map((row) => ({ ...row, isAlone: row.isAlone === 1 })),
  terms: (reader: Reader, customerId: number): CustomerTerms =>
    reader.first<CustomerTerms>(TERMS, [customerId]) ?? { classId: null, channelId: null, discountMicro: 0 },
  setTerms: (tx: Tx, row: { customerId: number; classId: number | null; channelId: number | null }) =>
    setTerms.run(tx, row),
  maximumDiscount: (reader: Reader): number => policy.first(reader, {})?.maximum_discount_micro ?? 1_000_000,
  setMaximumDiscount: (tx: Tx, part: number) => setPolicy.run(tx, { part }),
  channels: (reader: Reader) => channels.all(reader, {}),
  channelById: (reader: Reader, id: number) => channelById.first(reader, { id }),
  channelByCode: (reader: Reader, code: string) => channelByCode.first(reader, { code }),
  insertChannel: (tx: Tx, row: NamedRow): number => insertChannel.run(tx, row).id,
  changeChannel: (tx: Tx, row: NamedRow & { id: number }) => changeChannel.run(tx, row),
  classes: (reader: Reader) => classes.all(reader, {}),
  classById: (reader: Reader, id: number) => classById.first(reader, { id }),
  classByCode: (reader: Reader, code: string) => classByCode.first(reader, { code }),
  insertClass: (tx: Tx, row: ClassRow): number => insertClass.run(tx, row).id,
  changeClass: (tx: Tx, row: ClassRow & { id: number }) => changeClass.run(tx, row),
  insertList: (tx: Tx, row: ListHead): number => insertList.run(tx, row).id,
  changeList: (tx: Tx, row: ListHead & { id: number }) => changeList.run(tx, row),
  listById: (reader: Reader, id: number) => listById.first(reader, { id }),
  listByCode: (reader: Reader, code: string) => listByCode.first(reader, { code }),
  setLine: (tx: Tx, row: ListLine & { listId: number }) => setLine.run(tx, row),
  removeLine: (tx: Tx, listId: number, id: number) => removeLine.run(tx, { listId, id }),
  insertPromotion: (tx: Tx, row: PromotionFields): number => insertPromotion.run(tx, row).id,
  changePromotion: (tx: Tx, row: PromotionFields & { id: number }) => changePromotion.run(tx, row),
  isPromotion: (reader: Reader, id: number): boolean => promotionById.first(reader, { id }) !== undefined,
}

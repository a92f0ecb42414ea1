import { compiler, type Reader } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'
import { requireList } from './save-prices'
import type { PricesTables } from './tables'

const db = compiler<PricesTables>()

interface ScopeColumns {
  readonly customerId: number | null
  readonly customerCode: string | null
  readonly customerName: string | null
  readonly active: number
}

function withScope<Row extends ScopeColumns>({ customerId, customerCode, customerName, active, ...row }: Row) {
  return {
    ...row,
    customer: customerId === null ? null : { id: customerId, code: customerCode ?? '', name: customerName ?? '' },
    active: active === 1,
  }
}

const LIST_SORTS = { code: 'l.code', name: 'l.name', validFrom: 'l.valid_from', validTo: 'l.valid_to' } as const

function lists() {
  return db
    .selectFrom('prices_list as l')
    .leftJoin('v_parties_partner as p', 'p.id', 'l.customer_id')
    .leftJoin('prices_channel as h', 'h.id', 'l.channel_id')
    .leftJoin('prices_class as c', 'c.id', 'l.class_id')
}

export function listLists(reader: Reader, input: ListInput & { side: 'lists' | 'contracts' }) {
  let matching = lists().where('l.customer_id', input.side === 'contracts' ? 'is not' : 'is', null)
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    matching = matching.where((e) =>
      e.or([
        e('l.code', 'like', like),
        e('l.name', 'like', like),
        e('p.name', 'like', like),
        e('p.code', 'like', like),
      ]),
    )
  }
  const total = reader.query(matching.select((e) => e.fn.countAll<number>().as('total')))[0]?.total ?? 0
  const rows = reader.query(
    matching
      .select((e) => [
        'l.id',
        'l.code',
        'l.name',
        'l.valid_from as validFrom',
        'l.valid_to as validTo',
        'l.active',
        'l.customer_id as customerId',
        'p.code as customerCode',
        'p.name as customerName',
        'h.name as channelName',
        'c.name as className',
        e
          .selectFrom('prices_list_line as n')
          .whereRef('n.list_id', '=', 'l.id')
          .select((n) => n.fn.countAll<number>().as('lines'))
          .as('lines'),
      ])
      .orderBy(LIST_SORTS[input.sort as keyof typeof LIST_SORTS] ?? 'l.code', input.descending ? 'desc' : 'asc')
      .orderBy('l.id')
      .limit(input.limit)
      .offset(input.offset),
  )
  return { rows: rows.map((row) => ({ ...withScope(row), lines: row.lines ?? 0 })), total, sums: {} }
}

export function getList(reader: Reader, input: { id: number }) {
  requireList(reader, input.id)
  const [row] = reader.query(
    lists()
      .where('l.id', '=', input.id)
      .select([
        'l.id',
        'l.code',
        'l.name',
        'l.channel_id as channelId',
        'l.class_id as classId',
        'l.valid_from as validFrom',
        'l.valid_to as validTo',
        'l.maximum_discount_micro as maximumDiscountMicro',
        'l.active',
        'l.customer_id as customerId',
        'p.code as customerCode',
        'p.name as customerName',
      ]),
  )
  return withScope(row!)
}

const LINE_SORTS = {
  item: 'i.code',
  name: 'i.name',
  minimumMicro: 'n.minimum_micro',
  priceMicro: 'n.price_micro',
} as const

export function listPrices(reader: Reader, input: ListInput & { listId: number }) {
  requireList(reader, input.listId)
  let matching = db
    .selectFrom('prices_list_line as n')
    .innerJoin('v_items_item as i', 'i.id', 'n.item_id')
    .leftJoin('v_items_pack as k', 'k.id', 'n.pack_id')
    .where('n.list_id', '=', input.listId)
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    matching = matching.where((e) => e.or([e('i.code', 'like', like), e('i.name', 'like', like)]))
  }
  const total = reader.query(matching.select((e) => e.fn.countAll<number>().as('total')))[0]?.total ?? 0
  const rows = reader.query(
    matching
      .select([
        'n.id',
        'i.id as itemId',
        'i.code',
        'i.name',
        'i.base_unit as baseUnit',
        'n.pack_id as packId',
        'k.unit as packUnit',
        'n.minimum_micro as minimumMicro',
        'n.price_micro as priceMicro',
      ])
      .orderBy(LINE_SORTS[input.sort as keyof typeof LINE_SORTS] ?? 'i.code', input.descending ? 'desc' : 'asc')
      .orderBy('n.pack_id')
      .orderBy('n.minimum_micro')
      .limit(input.limit)
      .offset(input.offset),
  )
  return {
    rows: rows.map(({ itemId, code, name, baseUnit, packId, ...row }) => ({
      ...row,
      item: { id: itemId, code, name, baseUnit },
      packId: packId === 0 ? null : packId,
    })),
    total,
    sums: {},
  }
}

const PROMOTION_SORTS = { name: 'o.name', validFrom: 'o.valid_from', validTo: 'o.valid_to' } as const

export function listPromotions(reader: Reader, input: ListInput) {
  let matching = db
    .selectFrom('prices_promotion as o')
    .leftJoin('v_items_item as i', 'i.id', 'o.item_id')
    .leftJoin('prices_channel as h', 'h.id', 'o.channel_id')
    .leftJoin('prices_class as c', 'c.id', 'o.class_id')
  if (input.filter !== '') {
    const like = `%${input.filter}%`
    matching = matching.where((e) =>
      e.or([
        e('o.name', 'like', like),
        e('o.category', 'like', like),
        e('i.code', 'like', like),
        e('i.name', 'like', like),
      ]),
    )
  }
  const total = reader.query(matching.select((e) => e.fn.countAll<number>().as('total')))[0]?.total ?? 0
  const rows = reader.query(
    matching
      .select([
        'o.id',
        'o.name',
        'o.valid_from as validFrom',
        'o.valid_to as validTo',
        'o.channel_id as channelId',
        'o.class_id as classId',
        'h.name as channelName',
        'c.name as className',
        'o.category',
        'o.minimum_micro as minimumMicro',
        'o.discount_micro as discountMicro',
        'o.price_micro as priceMicro',
        'o.is_alone as isAlone',
        'o.active',
        'o.item_id as itemId',
        'i.code',
        'i.name as itemName',
        'i.base_unit as baseUnit',
      ])
      .orderBy(
        PROMOTION_SORTS[input.sort as keyof typeof PROMOTION_SORTS] ?? 'o.valid_to',
        input.sort === undefined || input.descending ? 'desc' : 'asc',
      )
      .orderBy('o.id', 'desc')
      .limit(input.limit)
      .offset(input.offset),
  )
  return {
    rows: rows.map(({ itemId, code, itemName, baseUnit, isAlone, active, ...row }) => ({
      ...row,
      item: itemId === null ? null : { id: itemId, code: code ?? '', name: itemName ?? '', baseUnit: baseUnit ?? '' },
      isAlone: isAlone === 1,
      active: active === 1,
    })),
    total,
    sums: {},
  }
}

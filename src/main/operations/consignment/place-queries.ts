import type { Reader } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'
import { listed } from '../../kernel/list-queries'

const PLACE = 'SELECT id FROM v_warehouse_warehouse WHERE customer_id = ?'

/** The warehouse that stands at a customer's, if goods ever went there. */
export function placeOf(reader: Reader, customerId: number): number | undefined {
  return reader.first<{ id: number }>(PLACE, [customerId])?.id
}

interface Row {
  readonly id: string
  readonly customerId: number
  readonly customerCode: string
  readonly customerName: string
  readonly itemId: number
  readonly itemCode: string
  readonly itemName: string
  readonly baseUnit: string
  readonly quantityMicro: number
  readonly valueMinor: number
  readonly lastUsedOn: string | null
}

const COLUMNS = `
  w.id || '/' || s.item_id AS id, p.id AS customerId, p.code AS customerCode, p.name AS customerName,
  i.id AS itemId, i.code AS itemCode, i.name AS itemName, i.base_unit AS baseUnit, s.on_hand_micro AS quantityMicro,
  s.value_minor AS valueMinor,
  (SELECT max(o.promised_on) FROM v_sales_order o JOIN v_sales_order_line l ON l.order_id = o.id
    WHERE o.warehouse_id = w.id AND l.item_id = s.item_id AND l.shipped_micro > 0) AS lastUsedOn`
const FROM = `
  FROM v_warehouse_warehouse w
  JOIN v_parties_partner p ON p.id = w.customer_id
  JOIN v_inventory_stock s ON s.warehouse_id = w.id AND s.on_hand_micro > 0
  JOIN v_items_item i ON i.id = s.item_id
  WHERE ?1 = '' OR p.code LIKE ?2 OR p.name LIKE ?2 OR i.code LIKE ?2 OR i.name LIKE ?2`
const SUM = `SELECT coalesce(sum(s.value_minor), 0) AS valueMinor ${FROM}`

const SORTS = {
  customer: 'p.name',
  item: 'i.code',
  quantityMicro: 's.on_hand_micro',
  valueMinor: 's.value_minor',
} as const

const shown = ({ customerId, customerCode, customerName, itemId, itemCode, itemName, baseUnit, ...row }: Row) => ({
  ...row,
  customer: { id: customerId, code: customerCode, name: customerName },
  item: { id: itemId, code: itemCode, name: itemName, baseUnit },
})

/** Our goods in customers' places. */
export function listGoods(reader: Reader, input: ListInput) {
  const params = [input.filter, `%${input.filter}%`]
  const query = { columns: COLUMNS, from: FROM, sorts: SORTS, byId: 'i.id', params }
  const { rows, total } = listed<Row>(reader, input, query)
  const valueMinor = reader.first<{ valueMinor: number }>(SUM, params)?.valueMinor ?? 0
  return { rows: rows.map(shown), total, sums: { valueMinor } }
}

/** Of one customer, for a report of use or what is taken back. */
export function goodsAt(reader: Reader, input: { customerId: number }) {
  const rows = reader.all<Row>(
    `SELECT ${COLUMNS} FROM v_warehouse_warehouse w
     JOIN v_parties_partner p ON p.id = w.customer_id
     JOIN v_inventory_stock s ON s.warehouse_id = w.id AND s.on_hand_micro > 0
     JOIN v_items_item i ON i.id = s.item_id WHERE w.customer_id = ? ORDER BY i.code`,
    [input.customerId],
  )
  return { rows: rows.map(shown) }
}

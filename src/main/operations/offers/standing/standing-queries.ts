import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { requireStanding } from './standing-store'

const SORTS: Readonly<Record<string, string>> = { name: 's.name', customer: 'p.name', nextOn: 's.next_on' }

const FROM = `
  FROM offers_standing s JOIN v_parties_partner p ON p.id = s.customer_id
  WHERE (?1 = '' OR s.name LIKE ?2 OR p.code LIKE ?2 OR p.name LIKE ?2)
    AND (?3 IS NULL OR (s.active = 1 AND s.next_on <= ?3))`

type RhythmName = 'none' | 'weekly' | 'monthly'

interface Row {
  id: number
  standingName: string
  partnerId: number
  code: string
  name: string
  rhythm: RhythmName
  every: number
  nextOn: string | null
  untilOn: string | null
  active: number
  lines: number
  made: number
}

export function listStanding(reader: Reader, input: ListInput & { dueBy?: string | undefined }) {
  const params = [input.filter, `%${input.filter}%`, input.dueBy ?? null]
  const rows = reader.all<Row>(
    `SELECT s.id, s.name AS standingName, p.id AS partnerId, p.code, p.name, s.rhythm, s.every, s.next_on AS nextOn,
       s.until_on AS untilOn, s.active,
       (SELECT count(*) FROM offers_standing_line l WHERE l.standing_id = s.id) AS lines,
       (SELECT count(*) FROM offers_standing_made m WHERE m.standing_id = s.id) AS made
     ${FROM} ORDER BY ${SORTS[input.sort ?? ''] ?? 's.id'} ${input.descending ? 'DESC' : 'ASC'}, s.id LIMIT ?4 OFFSET ?5`,
    [...params, input.limit, input.offset],
  )
  return {
    rows: rows.map(({ standingName, partnerId, code, name, active, ...row }) => ({
      ...row,
      name: standingName,
      customer: { id: partnerId, code, name },
      active: active === 1,
    })),
    total: reader.first<{ total: number }>(`SELECT count(*) AS total ${FROM}`, params)?.total ?? 0,
    sums: {},
  }
}

const LINES = `
  SELECT l.item_id AS itemId, i.code, i.name, i.base_unit AS baseUnit, l.pack_id AS packId, k.unit AS packUnit,
    k.base_quantity AS packBaseQuantity, l.quantity_micro AS quantityMicro, l.price_micro AS priceMicro
  FROM offers_standing_line l JOIN v_items_item i ON i.id = l.item_id JOIN v_items_pack k ON k.id = l.pack_id
  WHERE l.standing_id = ? ORDER BY l.line_number`

interface LineRow {
  itemId: number
  code: string
  name: string
  baseUnit: string
  packId: number
  packUnit: string
  packBaseQuantity: number
  quantityMicro: number
  priceMicro: number | null
}

const MADE = `
  SELECT o.id AS orderId, o.number, o.state, m.due_on AS dueOn
  FROM offers_standing_made m JOIN v_sales_order o ON o.id = m.order_id
  WHERE m.standing_id = ? ORDER BY m.due_on DESC, o.id DESC LIMIT 50`

export function getStanding(reader: Reader, input: { id: number }) {
  const { customerId, monthDay: _monthDay, active, pricesIncludeTax, ...head } = requireStanding(reader, input.id)
  const { id, code, name } = requirePartner(reader, customerId)
  return {
    ...head,
    customer: { id, code, name },
    active: active === 1,
    pricesIncludeTax: pricesIncludeTax === 1,
    lines: reader.all<LineRow>(LINES, [head.id]).map((line) => {
      const { itemId, code: itemCode, name: itemName, baseUnit, ...rest } = line
      return { ...rest, item: { id: itemId, code: itemCode, name: itemName, baseUnit } }
    }),
    made: reader.all<{ orderId: number; number: string | null; state: string; dueOn: string }>(MADE, [head.id]),
  }
}

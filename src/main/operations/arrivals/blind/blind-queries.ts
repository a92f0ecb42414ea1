import { refuse } from '../../../../shared/errors'
import { requireItem } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { blindStore, type BlindState } from './blind-store'
import { shareOut } from './blind-arrivals'

const LIST = `
  FROM arrivals_blind b
  WHERE (?1 = '' OR b.number LIKE ?2 OR b.note LIKE ?2) AND (?3 = '' OR b.state = ?3) AND (?4 = 0 OR b.warehouse_id = ?4)`

interface Row {
  readonly id: number
  readonly number: string
  readonly state: BlindState
  readonly arrivedOn: string
  readonly note: string
  readonly lines: number
  readonly receipts: string
}

export function listBlind(
  reader: Reader,
  input: ListInput & { readonly state?: BlindState | undefined; readonly warehouseId?: number | undefined },
) {
  const params = [input.filter, `%${input.filter}%`, input.state ?? '', input.warehouseId ?? 0]
  const total = reader.first<{ total: number }>(`SELECT count(*) AS total ${LIST}`, params)?.total ?? 0
  const rows = reader.all<Row>(
    `SELECT b.id, b.number, b.state, b.arrived_on AS arrivedOn, b.note,
       (SELECT count(*) FROM arrivals_blind_line l WHERE l.blind_id = b.id) AS lines,
       coalesce((SELECT group_concat(r.number, ', ') FROM arrivals_blind_receipt x
         JOIN v_purchasing_receipt r ON r.id = x.receipt_id WHERE x.blind_id = b.id), '') AS receipts
     ${LIST} ORDER BY b.id DESC LIMIT ?5 OFFSET ?6`,
    [...params, input.limit, input.offset],
  )
  return { rows, total, sums: {} }
}

const OPEN_ORDERS = `
  SELECT o.id AS orderId, o.number AS orderNumber, o.expected_on AS expectedOn, s.id, s.code, s.name
  FROM v_purchasing_order o JOIN v_parties_partner s ON s.id = o.supplier_id
  WHERE o.warehouse_id = ?1 AND o.state IN ('confirmed', 'partly-received') AND EXISTS (
    SELECT 1 FROM v_purchasing_order_line p JOIN arrivals_blind_line l ON l.item_id = p.item_id
    WHERE p.order_id = o.id AND l.blind_id = ?2 AND p.quantity_micro > p.received_micro)
  ORDER BY o.expected_on, o.id LIMIT 50`

/** Whose goods these have been, by order or by price list. */
const SUPPLIERS = `
  SELECT s.id, s.code, s.name FROM v_parties_partner s WHERE s.id IN (
    SELECT o.supplier_id FROM v_purchasing_order o JOIN v_purchasing_order_line p ON p.order_id = o.id
    JOIN arrivals_blind_line l ON l.item_id = p.item_id WHERE l.blind_id = ?1
    UNION
    SELECT t.supplier_id FROM v_suppliers_term t JOIN arrivals_blind_line l ON l.item_id = t.item_id WHERE l.blind_id = ?1
  ) ORDER BY s.name LIMIT 20`

interface OpenOrder {
  readonly orderId: number
  readonly orderNumber: string
  readonly expectedOn: string
  readonly id: number
  readonly code: string
  readonly name: string
}

/** A blind arrival with the orders that it may be for, those that take most of its lines whole first. */
export function getBlind(reader: Reader, input: { readonly id: number }) {
  const blind = blindStore.byId(reader, input.id) ?? refuse('arrivals.blindUnknown', {}, 'id')
  const lines = blindStore.lines(reader, blind.id)
  const isOpen = blind.state === 'waiting'
  const orders = isOpen ? reader.all<OpenOrder>(OPEN_ORDERS, [blind.warehouseId, blind.id]) : []
  const candidates = orders.map(({ orderId, orderNumber, expectedOn, id, code, name }) => {
    const { rest } = shareOut(lines, blindStore.openOfOrder(reader, orderId))
    const fits = lines.length - rest.length
    return { orderId, orderNumber, expectedOn, supplier: { id, code, name }, fits, lines: lines.length }
  })
  return {
    id: blind.id,
    number: blind.number,
    state: blind.state,
    arrivedOn: blind.arrivedOn,
    note: blind.note,
    lines: lines.map(({ itemId, lotCode, expiresOn, quantityMicro }) => {
      const { id, code, name, baseUnit } = requireItem(reader, itemId)
      return { item: { id, code, name, baseUnit }, lotCode, expiresOn, quantityMicro }
    }),
    receipts: blindStore.receipts(reader, blind.id),
    candidates: candidates.toSorted((a, b) => b.fits - a.fits),
    suppliers: isOpen ? reader.all<{ id: number; code: string; name: string }>(SUPPLIERS, [blind.id]) : [],
  }
}

import { requirePack, substitutesOf } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import type { ListInput } from '../../../kernel/list-input'
import { localDate } from '../../../../shared/values/date'
import { promisableStock } from '../../sales'
import { readText } from '../text/read-text'
import { carrierOfRequest } from './carrier-store'
import { guessItem, matchItem, matchPack } from './match-queries'
import { requireRequest, type RequestAnswer } from './request'

const FILTER = `
  FROM orders_request r
  JOIN v_prices_channel h ON h.id = r.channel_id
  LEFT JOIN v_parties_partner p ON p.id = r.customer_id
  LEFT JOIN v_access_user u ON u.id = r.hold_owner_id
  WHERE (?1 = '' OR r.external_number LIKE ?2 OR r.customer_text LIKE ?2 OR p.name LIKE ?2)
    AND CASE ?3
      WHEN 'exceptions' THEN r.state = 'open' AND r.problems <> '[]'
      WHEN 'ready' THEN r.state = 'open' AND r.problems = '[]' AND r.hold_reason IS NULL
      WHEN 'held' THEN r.state = 'open' AND r.hold_reason IS NOT NULL
      WHEN 'open' THEN r.state = 'open'
      ELSE 1 END`

const ROWS = `
  SELECT r.id, r.external_number AS externalNumber, r.state, r.source, h.name AS channelName, r.customer_id AS customerId,
    coalesce(p.name, r.customer_text) AS customerName, r.promised_on AS promisedOn, r.priority, r.problems,
    r.hold_reason AS holdReason, coalesce(u.name, '') AS holdOwner, r.order_id AS orderId, r.received_at AS receivedAt,
    (SELECT count(*) FROM orders_request_line l WHERE l.request_id = r.id) AS lines
  ${FILTER} ORDER BY r.priority DESC, r.id LIMIT ?4 OFFSET ?5`

interface Row {
  id: number
  externalNumber: string
  state: string
  source: string
  channelName: string
  customerId: number | null
  customerName: string
  promisedOn: string
  priority: number
  problems: string
  holdReason: string | null
  holdOwner: string
  orderId: number | null
  receivedAt: string
  lines: number
}

const problemsOf = (text: string): RequestAnswer['problems'] => JSON.parse(text) as RequestAnswer['problems']

export function listQueue(reader: Reader, input: ListInput & { show: string }) {
  const filter = [input.filter, `%${input.filter}%`, input.show]
  const total = reader.first<{ total: number }>(`SELECT count(*) AS total ${FILTER}`, filter)?.total ?? 0
  const rows = reader.all<Row>(ROWS, [...filter, input.limit, input.offset])
  return {
    rows: rows.map((row) => ({ ...row, problems: [...new Set(problemsOf(row.problems).map(({ code }) => code))] })),
    total,
    sums: {},
  }
}

const LINES = `
  SELECT l.id, l.item_text AS itemText, l.unit_text AS unitText, l.count_micro AS countMicro, l.price_micro AS priceMicro,
    l.item_id AS itemId, i.code, i.name, i.base_unit AS baseUnit, l.pack_id AS packId, k.unit AS packUnit
  FROM orders_request_line l
  LEFT JOIN v_items_item i ON i.id = l.item_id
  LEFT JOIN v_items_pack k ON k.id = l.pack_id
  WHERE l.request_id = ? ORDER BY l.id`

interface LineRow {
  id: number
  itemText: string
  unitText: string
  countMicro: number
  priceMicro: number | null
  itemId: number | null
  code: string | null
  name: string | null
  baseUnit: string | null
  packId: number | null
  packUnit: string | null
}

const CUSTOMER = 'SELECT id, code, name FROM v_parties_partner WHERE id = ?'
const MERGED = 'SELECT external_number AS number FROM orders_request WHERE merged_into = ? ORDER BY id'

/** An order in the queue with a guess for each line that nobody has named yet. */
export function getRequest(reader: Reader, input: { id: number }) {
  const request = requireRequest(reader, input.id)
  const problems = problemsOf(request.problems)
  const lines = reader.all<LineRow>(LINES, [request.id])
  const isShort = (lineId: number): boolean =>
    problems.some((problem) => problem.code === 'stock' && problem.lineId === lineId)
  return {
    id: request.id,
    externalNumber: request.external_number,
    state: request.state,
    channelId: request.channel_id,
    warehouseId: request.warehouse_id,
    carrier: carrierOfRequest(reader, request),
    customer:
      request.customer_id === null
        ? null
        : (reader.first<{ id: number; code: string; name: string }>(CUSTOMER, [request.customer_id]) ?? null),
    customerText: request.customer_text,
    shipTo: request.ship_to,
    promisedOn: request.promised_on,
    priority: request.priority,
    note: request.note,
    holdReason: request.hold_reason,
    orderId: request.order_id,
    mergedInto: request.merged_into,
    mergedNumbers: reader.all<{ number: string }>(MERGED, [request.id]).map((row) => row.number),
    problems,
    lines: lines.map(({ itemId, code, name, baseUnit, ...line }) => ({
      ...line,
      item: itemId === null ? null : { id: itemId, code: code ?? '', name: name ?? '', baseUnit: baseUnit ?? '' },
      guess:
        itemId !== null || request.state !== 'open'
          ? null
          : itemRefOf(reader, guessItem(reader, request.customer_id, line.itemText)?.itemId),
      substitutes:
        itemId === null || request.state !== 'open' || !isShort(line.id)
          ? []
          : substitutesFor(reader, request, { ...line, itemId }),
      problems: problems.filter(({ lineId }) => lineId === line.id).map(({ code: problem }) => problem),
    })),
  }
}

/** What may be given instead and is there in full for this channel. */
function substitutesFor(
  reader: Reader,
  request: { readonly warehouse_id: number; readonly channel_id: number },
  line: Pick<LineRow, 'countMicro' | 'packId'> & { readonly itemId: number },
) {
  const pack = line.packId === null ? undefined : requirePack(reader, line.itemId, line.packId)
  const wantedMicro = line.countMicro * (pack?.baseQuantity ?? 1)
  return substitutesOf(reader, line.itemId).filter(
    ({ id }) => promisableStock(reader, request.warehouse_id, id, request.channel_id) >= wantedMicro,
  )
}

const ITEM = 'SELECT id, code, name, base_unit AS baseUnit FROM v_items_item WHERE id = ?'

function itemRefOf(reader: Reader, id: number | undefined) {
  if (id === undefined) return null
  return reader.first<{ id: number; code: string; name: string; baseUnit: string }>(ITEM, [id]) ?? null
}

/** What a pasted message says, with the item that each line means, or might. */
export function readMessage(
  reader: Reader,
  input: { text: string; customerId?: number | undefined; today?: string | undefined },
) {
  const customerId = input.customerId ?? null
  const { lines, promisedOn } = readText(input.text, input.today ?? localDate(reader.now))
  return {
    promisedOn: promisedOn ?? null,
    lines: lines.map((line) => {
      const match = matchItem(reader, customerId, line.itemText) ?? guessItem(reader, customerId, line.itemText)
      const pack = match === undefined ? undefined : matchPack(reader, match.itemId, line.unitText)
      return {
        ...line,
        item: itemRefOf(reader, match?.itemId),
        by: match?.by ?? null,
        packId: line.unitText === '' ? (match?.packId ?? pack?.id ?? null) : (pack?.id ?? null),
      }
    }),
  }
}

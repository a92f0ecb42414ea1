import { addDays, localDate } from '../../../shared/values/date'
import { lineAmountMinor } from '../../../shared/values/money'
import { currencyDecimalsOf } from '../../foundation/company'
import { requirePartner } from '../../foundation/parties'
import type { Reader } from '../../kernel/db'
import type { ListInput } from '../../kernel/list-input'
import { listed } from '../../kernel/list-queries'
import { linesWithItems, linksOf } from './references-queries'
import { requireEnquiry, sourcingStore, type BidRow } from './sourcing-store'

const COLUMNS = `
  e.id, e.number, e.state, e.asked_on AS askedOn, e.answer_by AS answerBy, e.needed_on AS neededOn,
  (SELECT count(*) FROM sourcing_enquiry_line l WHERE l.enquiry_id = e.id) AS lines,
  (SELECT count(*) FROM sourcing_bidder b WHERE b.enquiry_id = e.id) AS asked,
  (SELECT count(*) FROM sourcing_bidder b WHERE b.enquiry_id = e.id AND b.state <> 'asked') AS answered`
const FILTER = `
  FROM sourcing_enquiry e
  WHERE (?1 = '' OR e.number LIKE ?2 OR EXISTS (SELECT 1 FROM sourcing_bidder b
      JOIN v_parties_partner p ON p.id = b.supplier_id WHERE b.enquiry_id = e.id AND (p.name LIKE ?2 OR p.code LIKE ?2)))
    AND (?3 = '' OR e.state = ?3)`

const SORTS = {
  number: 'e.number',
  state: 'e.state',
  askedOn: 'e.asked_on',
  answerBy: 'e.answer_by',
  neededOn: 'e.needed_on',
} as const

interface Row {
  readonly id: number
  readonly number: string
  readonly state: string
  readonly askedOn: string
  readonly answerBy: string
  readonly neededOn: string
  readonly lines: number
  readonly asked: number
  readonly answered: number
}

export function listEnquiries(reader: Reader, input: ListInput & { readonly state?: string | undefined }) {
  const { rows, total } = listed<Row>(reader, input, {
    columns: COLUMNS,
    from: FILTER,
    sorts: SORTS,
    byId: 'e.id',
    params: [input.filter, `%${input.filter}%`, input.state ?? ''],
  })
  return { rows, total, sums: {} }
}

const AWARDS = `
  SELECT a.line_id AS lineId, a.supplier_id AS supplierId, a.quantity_micro AS quantityMicro, a.order_id AS orderId
  FROM sourcing_award a JOIN sourcing_enquiry_line l ON l.id = a.line_id WHERE l.enquiry_id = ?`

const FROM = `
  SELECT 'sourcing.request' AS kind, r.id, r.number, r.state
  FROM sourcing_enquiry e JOIN sourcing_request r ON r.id = e.request_id WHERE e.id = ?1`

const TO = `
  SELECT d.kind, d.id, d.number, d.state FROM v_document_link d
  WHERE d.kind = 'purchasing.order' AND d.id IN (SELECT order_id FROM v_sourcing_award WHERE enquiry_id = ?1)`

/** An enquiry with every supplier's answer beside the others': who is cheapest a line, and who can be in time. */
export function getEnquiry(reader: Reader, id: number) {
  const { requestId: _requestId, ...enquiry } = requireEnquiry(reader, id)
  const decimals = currencyDecimalsOf(reader)
  const bids = sourcingStore.bids(reader, id)
  const awards = reader.all<{ lineId: number; supplierId: number; quantityMicro: number; orderId: number }>(AWARDS, [
    id,
  ])
  const today = localDate(reader.now)
  const lines = linesWithItems(reader, 'enquiry', id).map((line) => {
    const ofLine = bids.filter(({ lineId }) => lineId === line.id)
    return {
      ...line,
      bids: ofLine.map((bid, at) =>
        shownBid(bid, line.quantityMicro, { decimals, today, neededOn: enquiry.neededOn, at }),
      ),
      awards: awards
        .filter(({ lineId }) => lineId === line.id)
        .map(({ supplierId, quantityMicro, orderId }) => ({ supplierId, quantityMicro, orderId })),
    }
  })
  const bidders = sourcingStore.bidders(reader, id).map(({ supplierId, ...bidder }) => {
    const { code, name } = requirePartner(reader, supplierId)
    const amounts = lines.flatMap((line) =>
      line.bids.filter((bid) => bid.supplierId === supplierId).map((bid) => bid.amountMinor),
    )
    const isWhole = amounts.length === lines.length
    return {
      ...bidder,
      supplier: { id: supplierId, code, name },
      offered: amounts.length,
      amountMinor: isWhole ? amounts.reduce((sum, amount) => sum + amount, 0) : null,
    }
  })
  return {
    ...enquiry,
    bidders,
    lines,
    cheapestMinor: lines.reduce((sum, line) => sum + (line.bids[0]?.amountMinor ?? 0), 0),
    chain: { from: linksOf(reader, FROM, id), to: linksOf(reader, TO, id) },
  }
}

/** Bids of a line come cheapest first. */
function shownBid(
  { lineId: _lineId, ...bid }: BidRow,
  quantityMicro: number,
  line: { readonly decimals: number; readonly today: string; readonly neededOn: string; readonly at: number },
) {
  return {
    ...bid,
    amountMinor: lineAmountMinor(quantityMicro, bid.priceMicro, line.decimals),
    isCheapest: line.at === 0,
    isInTime: addDays(line.today, bid.leadDays) <= line.neededOn,
  }
}

const TERMS = `
  SELECT item_id AS itemId, price_micro AS priceMicro, lead_days AS leadDays FROM v_suppliers_term
  WHERE supplier_id = ? AND valid_from <= ? ORDER BY valid_from`

/** What a supplier lists on a day, by item: the last price that holds by then. */
export function termsOf(reader: Reader, supplierId: number, on: string) {
  const rows = reader.all<{ itemId: number; priceMicro: number; leadDays: number }>(TERMS, [supplierId, on])
  return new Map(rows.map((row) => [row.itemId, row]))
}

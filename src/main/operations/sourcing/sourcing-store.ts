import { refuse } from '../../../shared/errors'
import type { Reader, Tx } from '../../kernel/db'

export interface WantedLine {
  readonly itemId: number
  readonly packId: number
  readonly quantityMicro: number
}

export interface RequestRow {
  readonly id: number
  readonly number: string
  readonly state: 'open' | 'asked' | 'ordered' | 'refused'
  readonly warehouseId: number
  readonly requestedOn: string
  readonly neededOn: string
  readonly reason: string
  readonly answer: string
  readonly createdBy: number
}

export interface EnquiryRow {
  readonly id: number
  readonly number: string
  readonly state: 'open' | 'awarded' | 'cancelled'
  readonly requestId: number | null
  readonly warehouseId: number
  readonly askedOn: string
  readonly answerBy: string
  readonly neededOn: string
  readonly note: string
}

export interface BidderRow {
  readonly supplierId: number
  readonly state: 'asked' | 'answered' | 'declined'
  readonly reference: string
  readonly answeredOn: string | null
  readonly validUntil: string | null
}

export interface BidRow {
  readonly lineId: number
  readonly supplierId: number
  readonly priceMicro: number
  readonly leadDays: number
  readonly minimumMicro: number
}

const REQUEST = `
  SELECT id, number, state, warehouse_id AS warehouseId, requested_on AS requestedOn, needed_on AS neededOn, reason,
    answer, created_by AS createdBy FROM sourcing_request WHERE id = ?`

const ENQUIRY = `
  SELECT id, number, state, request_id AS requestId, warehouse_id AS warehouseId, asked_on AS askedOn,
    answer_by AS answerBy, needed_on AS neededOn, note FROM sourcing_enquiry WHERE id = ?`

const BIDDERS = `
  SELECT supplier_id AS supplierId, state, reference, answered_on AS answeredOn, valid_until AS validUntil
  FROM sourcing_bidder WHERE enquiry_id = ? ORDER BY supplier_id`

const BIDS = `
  SELECT b.line_id AS lineId, b.supplier_id AS supplierId, b.price_micro AS priceMicro, b.lead_days AS leadDays,
    b.minimum_micro AS minimumMicro
  FROM sourcing_bid b JOIN sourcing_enquiry_line l ON l.id = b.line_id WHERE l.enquiry_id = ?
  ORDER BY b.line_id, b.price_micro, b.lead_days`

type StoredLine = WantedLine & { readonly id: number }

const linesOf = (kind: 'request' | 'enquiry'): string => `
  SELECT id, item_id AS itemId, pack_id AS packId, quantity_micro AS quantityMicro
  FROM sourcing_${kind}_line WHERE ${kind}_id = ? ORDER BY line_number`

function insertLines(tx: Tx, kind: 'request' | 'enquiry', id: number, lines: readonly WantedLine[]): void {
  for (const [at, line] of lines.entries()) {
    tx.run(
      `INSERT INTO sourcing_${kind}_line (${kind}_id, line_number, item_id, pack_id, quantity_micro)
       VALUES (?, ?, ?, ?, ?)`,
      [id, at + 1, line.itemId, line.packId, line.quantityMicro],
    )
  }
}

export function requireRequest(reader: Reader, id: number): RequestRow {
  return reader.first<RequestRow>(REQUEST, [id]) ?? refuse('sourcing.requestUnknown', {}, 'id')
}

export function requireEnquiry(reader: Reader, id: number): EnquiryRow {
  return reader.first<EnquiryRow>(ENQUIRY, [id]) ?? refuse('sourcing.enquiryUnknown', {}, 'id')
}

export function requireOpenEnquiry(reader: Reader, id: number): EnquiryRow {
  const enquiry = requireEnquiry(reader, id)
  return enquiry.state === 'open' ? enquiry : refuse('sourcing.enquiryNotOpen', { number: enquiry.number }, 'id')
}

export const sourcingStore = {
  insertRequest(tx: Tx, row: Omit<RequestRow, 'id' | 'state' | 'answer'>, lines: readonly WantedLine[]): number {
    const { id } = tx.run(
      `INSERT INTO sourcing_request (number, state, warehouse_id, requested_on, needed_on, reason, created_by, created_at)
       VALUES (?, 'open', ?, ?, ?, ?, ?, ?)`,
      [row.number, row.warehouseId, row.requestedOn, row.neededOn, row.reason, row.createdBy, tx.now.toISOString()],
    )
    insertLines(tx, 'request', id, lines)
    return id
  },
  setRequest(tx: Tx, id: number, state: RequestRow['state'], answer = ''): void {
    tx.run('UPDATE sourcing_request SET state = ?, answer = ? WHERE id = ?', [state, answer, id])
  },
  requestLines: (reader: Reader, id: number): StoredLine[] => reader.all<StoredLine>(linesOf('request'), [id]),
  insertEnquiry(tx: Tx, row: Omit<EnquiryRow, 'id' | 'state'>, lines: readonly WantedLine[], by: number): number {
    const { id } = tx.run(
      `INSERT INTO sourcing_enquiry (number, state, request_id, warehouse_id, asked_on, answer_by, needed_on, note,
         created_by, created_at) VALUES (?, 'open', ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        row.number,
        row.requestId,
        row.warehouseId,
        row.askedOn,
        row.answerBy,
        row.neededOn,
        row.note,
        by,
        tx.now.toISOString(),
      ],
    )
    insertLines(tx, 'enquiry', id, lines)
    return id
  },
  setEnquiry(tx: Tx, id: number, state: EnquiryRow['state']): void {
    tx.run('UPDATE sourcing_enquiry SET state = ? WHERE id = ?', [state, id])
  },
  enquiryLines: (reader: Reader, id: number): StoredLine[] => reader.all<StoredLine>(linesOf('enquiry'), [id]),
  invite(tx: Tx, enquiryId: number, supplierId: number): void {
    tx.run(`INSERT INTO sourcing_bidder (enquiry_id, supplier_id, state) VALUES (?, ?, 'asked')`, [
      enquiryId,
      supplierId,
    ])
  },
  bidders: (reader: Reader, enquiryId: number): BidderRow[] => reader.all<BidderRow>(BIDDERS, [enquiryId]),
  bids: (reader: Reader, enquiryId: number): BidRow[] => reader.all<BidRow>(BIDS, [enquiryId]),
  /** The supplier's answer in place of an earlier one. */
  answer(tx: Tx, enquiryId: number, bidder: BidderRow, bids: readonly Omit<BidRow, 'supplierId'>[]): void {
    tx.run(
      `UPDATE sourcing_bidder SET state = ?, reference = ?, answered_on = ?, valid_until = ?
       WHERE enquiry_id = ? AND supplier_id = ?`,
      [bidder.state, bidder.reference, bidder.answeredOn, bidder.validUntil, enquiryId, bidder.supplierId],
    )
    tx.run(
      `DELETE FROM sourcing_bid WHERE supplier_id = ?
       AND line_id IN (SELECT id FROM sourcing_enquiry_line WHERE enquiry_id = ?)`,
      [bidder.supplierId, enquiryId],
    )
    for (const bid of bids) {
      tx.run(
        `INSERT INTO sourcing_bid (line_id, supplier_id, price_micro, lead_days, minimum_micro) VALUES (?, ?, ?, ?, ?)`,
        [bid.lineId, bidder.supplierId, bid.priceMicro, bid.leadDays, bid.minimumMicro],
      )
    }
  },
  award(
    tx: Tx,
    row: { lineId: number; supplierId: number; quantityMicro: number; priceMicro: number; orderId: number },
  ) {
    tx.run(
      `INSERT INTO sourcing_award (line_id, supplier_id, quantity_micro, price_micro, order_id) VALUES (?, ?, ?, ?, ?)`,
      [row.lineId, row.supplierId, row.quantityMicro, row.priceMicro, row.orderId],
    )
  },
}

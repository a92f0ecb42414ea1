import { refuse } from '../../../shared/errors'
import type { BusinessDate } from '../../../shared/values/date'
import { nextNumber } from '../../foundation/company'
import { requireSupplier } from '../../foundation/parties'
import { index } from '../../foundation/search'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { requireWarehouse } from '../warehouse'
import { buyable, type EnteredLine } from './place-request'
import { requireOpenEnquiry, requireRequest, sourcingStore, type BidderRow, type EnquiryRow } from './sourcing-store'

export interface PlaceEnquiry {
  readonly requestId?: number | undefined
  readonly warehouseId: number
  readonly askedOn: BusinessDate
  readonly answerBy: BusinessDate
  readonly neededOn: BusinessDate
  readonly note: string
  readonly supplierIds: readonly number[]
  readonly lines: readonly EnteredLine[]
}

export function placeEnquiry(tx: Tx, actor: Actor, input: PlaceEnquiry) {
  requireWarehouse(tx, input.warehouseId)
  const lines = buyable(tx, input.lines)
  if (input.answerBy < input.askedOn) refuse('sourcing.answerBeforeAsked', {}, 'answerBy')
  if (input.neededOn < input.askedOn) refuse('sourcing.neededBeforeAsked', {}, 'neededOn')
  const requestId = input.requestId ?? null
  if (requestId !== null) takeRequest(tx, requestId)
  const number = nextNumber(tx, 'EQ', input.askedOn)
  const id = sourcingStore.insertEnquiry(tx, { ...input, number, requestId }, lines, actor.userId)
  const suppliers = [...new Set(input.supplierIds)].map((supplierId) => requireSupplier(tx, supplierId))
  for (const supplier of suppliers) sourcingStore.invite(tx, id, supplier.id)
  const names = suppliers.map(({ name }) => name)
  index(tx, { kind: 'sourcing.enquiry', id, title: number, subtitle: names.join(', '), words: [] })
  tx.announce({ kind: 'sourcing.enquiryPlaced', id })
  return { id, number, state: 'open' }
}

function takeRequest(tx: Tx, id: number): void {
  const request = requireRequest(tx, id)
  if (request.state !== 'open') refuse('sourcing.requestNotOpen', { number: request.number }, 'requestId')
  sourcingStore.setRequest(tx, id, 'asked')
}

export interface RecordBid {
  readonly enquiryId: number
  readonly supplierId: number
  readonly answeredOn: BusinessDate
  readonly validUntil: BusinessDate | null
  readonly reference: string
  readonly lines: readonly {
    readonly lineId: number
    readonly priceMicro: number
    readonly leadDays: number
    readonly minimumMicro: number
  }[]
}

/** A supplier's answer; its later one takes the place of the earlier. */
export function recordBid(tx: Tx, input: RecordBid) {
  const enquiry = requireOpenEnquiry(tx, input.enquiryId)
  requireBidder(tx, enquiry, input.supplierId)
  const known = new Set(sourcingStore.enquiryLines(tx, enquiry.id).map(({ id }) => id))
  const seen = new Set<number>()
  for (const [at, { lineId }] of input.lines.entries()) {
    if (!known.has(lineId) || seen.has(lineId)) refuse('sourcing.lineUnknown', {}, `lines.${at}.lineId`)
    seen.add(lineId)
  }
  const { supplierId, reference, answeredOn, validUntil } = input
  sourcingStore.answer(
    tx,
    enquiry.id,
    { supplierId, state: 'answered', reference, answeredOn, validUntil },
    input.lines,
  )
  tx.announce({ kind: 'sourcing.answered', id: enquiry.id })
  return { id: enquiry.id, number: enquiry.number, state: enquiry.state }
}

export function declineBid(tx: Tx, input: { enquiryId: number; supplierId: number }) {
  const enquiry = requireOpenEnquiry(tx, input.enquiryId)
  const bidder = requireBidder(tx, enquiry, input.supplierId)
  sourcingStore.answer(tx, enquiry.id, { ...bidder, state: 'declined', validUntil: null }, [])
  tx.announce({ kind: 'sourcing.answered', id: enquiry.id })
  return { id: enquiry.id, number: enquiry.number, state: enquiry.state }
}

function requireBidder(tx: Tx, enquiry: EnquiryRow, supplierId: number): BidderRow {
  const bidder = sourcingStore.bidders(tx, enquiry.id).find((one) => one.supplierId === supplierId)
  return bidder ?? refuse('sourcing.supplierNotAsked', { number: enquiry.number }, 'supplierId')
}

/** Nothing is bought of it; a request behind it is open again. */
export function cancelEnquiry(tx: Tx, input: { id: number }) {
  const { id, number, requestId } = requireOpenEnquiry(tx, input.id)
  sourcingStore.setEnquiry(tx, id, 'cancelled')
  if (requestId !== null) sourcingStore.setRequest(tx, requestId, 'open')
  tx.announce({ kind: 'sourcing.enquiryCancelled', id })
  return { id, number, state: 'cancelled' }
}

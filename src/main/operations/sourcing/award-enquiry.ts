import { refuse } from '../../../shared/errors'
import { addDays, type BusinessDate } from '../../../shared/values/date'
import { formatQuantity } from '../../../shared/values/format'
import { requireItem } from '../../foundation/items'
import { requireSupplier } from '../../foundation/parties'
import { assert } from '../../kernel/assert'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { grouped } from '../../kernel/grouped'
import { saveOrder } from '../purchasing'
import { requireOpenEnquiry, sourcingStore, type EnquiryRow } from './sourcing-store'

interface Award {
  readonly lineId: number
  readonly supplierId: number
  readonly quantityMicro: number
}

export interface AwardEnquiry {
  readonly id: number
  readonly orderedOn: BusinessDate
  readonly lines: readonly Award[]
}

const text = (quantityMicro: number): string => formatQuantity(quantityMicro, { group: false })

/** One draft order a supplier at the prices it asked; due when its slowest line can be here. */
export function awardEnquiry(tx: Tx, actor: Actor, input: AwardEnquiry) {
  const enquiry = requireOpenEnquiry(tx, input.id)
  const taken = takenLines(tx, enquiry, input)
  const orders = [...grouped(taken, (line) => line.supplierId)].map(([supplierId, lines]) => {
    const { code, name } = requireSupplier(tx, supplierId)
    const leadDays = Math.max(...lines.map((line) => line.leadDays))
    const order = saveOrder(tx, actor, {
      supplierId,
      warehouseId: enquiry.warehouseId,
      orderedOn: input.orderedOn,
      expectedOn: addDays(input.orderedOn, leadDays),
      note: [enquiry.number, lines[0]?.reference ?? ''].filter((part) => part !== '').join(' / '),
      lines,
    })
    for (const line of lines) sourcingStore.award(tx, { ...line, orderId: order.id })
    return { id: order.id, supplier: { id: supplierId, code, name }, lines: lines.length }
  })
  sourcingStore.setEnquiry(tx, enquiry.id, 'awarded')
  if (enquiry.requestId !== null) sourcingStore.setRequest(tx, enquiry.requestId, 'ordered')
  tx.announce({ kind: 'sourcing.awarded', id: enquiry.id })
  return { orders }
}

/** Each award with what its supplier asked; refuses what was not offered, offered in the past only, or too much. */
function takenLines(tx: Tx, enquiry: EnquiryRow, { lines, orderedOn }: AwardEnquiry) {
  const wanted = new Map(sourcingStore.enquiryLines(tx, enquiry.id).map((line) => [line.id, line]))
  const bidders = new Map(sourcingStore.bidders(tx, enquiry.id).map((bidder) => [bidder.supplierId, bidder]))
  const bids = sourcingStore.bids(tx, enquiry.id)
  const left = new Map([...wanted].map(([id, line]) => [id, line.quantityMicro]))
  const seen = new Set<string>()
  return lines.map((award, at) => {
    const field = `lines.${at}`
    const line = wanted.get(award.lineId) ?? refuse('sourcing.lineUnknown', {}, `${field}.lineId`)
    const item = requireItem(tx, line.itemId)
    const named = { item: `${item.code} ${item.name}` }
    const bid = bids.find((one) => one.lineId === line.id && one.supplierId === award.supplierId)
    const key = `${line.id} ${award.supplierId}`
    if (bid === undefined || seen.has(key)) refuse('sourcing.notOffered', named, `${field}.supplierId`)
    seen.add(key)
    const bidder = bidders.get(award.supplierId)
    assert(bidder !== undefined, 'who bids was asked')
    if (bidder.validUntil !== null && bidder.validUntil < orderedOn) {
      refuse('sourcing.bidExpired', { ...named, day: bidder.validUntil }, `${field}.supplierId`)
    }
    const openMicro = left.get(line.id) ?? 0
    if (award.quantityMicro > openMicro) {
      const params = { ...named, wanted: text(line.quantityMicro), open: text(openMicro) }
      refuse('sourcing.awardedTooMuch', params, `${field}.quantityMicro`)
    }
    if (award.quantityMicro < bid.minimumMicro) {
      refuse('sourcing.belowMinimum', { ...named, minimum: text(bid.minimumMicro) }, `${field}.quantityMicro`)
    }
    left.set(line.id, openMicro - award.quantityMicro)
    const { itemId, packId } = line
    const { priceMicro, leadDays } = bid
    return { ...award, itemId, packId, priceMicro, leadDays, reference: bidder.reference }
  })
}

import { refuse } from '../../../../shared/errors'
import { localDate, type BusinessDate } from '../../../../shared/values/date'
import { formatQuantity } from '../../../../shared/values/format'
import { requireItem } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { saveOrder } from '../../sales'
import { quotationStore, requireSent, type LineRow, type QuotationRow } from './quotation-store'

export interface OrderQuotation {
  readonly id: number
  readonly orderedOn: BusinessDate
  readonly promisedOn: BusinessDate
  /** Left out: everything that is open. */
  readonly lines?: readonly { readonly lineId: number; readonly quantityMicro: number }[] | undefined
}

/** A draft order at the quoted prices: it is confirmed where every order is, with its stock and its credit. */
export function orderQuotation(tx: Tx, actor: Actor, input: OrderQuotation) {
  const quotation = requireSent(tx, input.id)
  const today = localDate(tx.now)
  if (quotation.validUntil < today) {
    refuse('offers.expired', { number: quotation.number ?? '', day: quotation.validUntil }, 'id')
  }
  const lines = quotationStore.linesOf(tx, quotation.id, quotation.revision)
  const parts = input.lines === undefined ? openParts(lines) : chosenParts(tx, quotation, lines, input.lines)
  if (parts.length === 0) refuse('offers.allOrdered', { number: quotation.number ?? '' }, 'id')
  const answer = saveOrder(tx, actor, {
    customerId: quotation.customerId,
    warehouseId: quotation.warehouseId,
    orderedOn: input.orderedOn,
    promisedOn: input.promisedOn,
    customerReference: quotation.customerReference,
    channelId: null,
    priority: 0,
    note: quotation.note,
    // The order takes the rate of its own day: the customer was promised a price in this currency, not in ours.
    currency: quotation.currency,
    // One choice for the whole quotation: every line has it.
    pricesIncludeTax: parts.some(({ line }) => line.grossPriceMicro !== null),
    lines: parts.map(({ line, quantityMicro }) => ({
      itemId: line.itemId,
      packId: line.packId,
      quantityMicro,
      priceMicro: line.grossPriceMicro ?? line.foreignPriceMicro ?? line.priceMicro,
    })),
  })
  for (const { line, quantityMicro } of parts) {
    quotationStore.take(tx, { orderId: answer.id, lineId: line.id, quotationId: quotation.id, quantityMicro })
  }
  tx.announce({ kind: 'offers.quotationOrdered', id: quotation.id })
  return answer
}

interface Part {
  readonly line: LineRow
  readonly quantityMicro: number
}

function openParts(lines: readonly LineRow[]): Part[] {
  return lines
    .map((line) => ({ line, quantityMicro: line.quantityMicro - line.orderedMicro }))
    .filter(({ quantityMicro }) => quantityMicro > 0)
}

function chosenParts(
  tx: Tx,
  quotation: QuotationRow,
  lines: readonly LineRow[],
  chosen: NonNullable<OrderQuotation['lines']>,
): Part[] {
  const byId = new Map(lines.map((line) => [line.id, line]))
  return chosen.map(({ lineId, quantityMicro }, at) => {
    const line = byId.get(lineId)
    // Named once each: a line that stands there twice is not found the second time.
    byId.delete(lineId)
    if (line === undefined) {
      return refuse('offers.lineUnknown', { number: quotation.number ?? '' }, `lines.${at}.lineId`)
    }
    const openMicro = line.quantityMicro - line.orderedMicro
    if (quantityMicro > openMicro) {
      const item = requireItem(tx, line.itemId)
      refuse(
        'offers.moreThanQuoted',
        { item: `${item.code} ${item.name}`, open: formatQuantity(openMicro), wanted: formatQuantity(quantityMicro) },
        `lines.${at}.quantityMicro`,
      )
    }
    return { line, quantityMicro }
  })
}

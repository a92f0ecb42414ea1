import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { formatQuantity } from '../../../../shared/values/format'
import { lineAmounts } from '../../../../shared/values/exchange/line-amounts'
import { nextNumber } from '../../../foundation/company'
import { documentMoney } from '../../../foundation/currencies'
import { requireItem } from '../../../foundation/items'
import { requirePartner } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal, reverseJournal } from '../../../ledgers/accounting'
import { shipDirectly, undoDirectShipment } from '../../shipping'
import { followProgress, type DocumentAnswer } from '../orders/order'
import { orderStore } from '../orders/order-store'
import { directReceiptJournal } from '../receipts/receipt-posting'
import { lotOf, requireOpen } from '../receipts/receive-goods'
import { receiptStore, type StoredReceipt } from '../receipts/receipt-store'
import { directStore } from './direct-store'

const RECEIPT = 'purchasing.receipt'

export interface ConfirmDispatch {
  readonly id: number
  readonly dispatchedOn: BusinessDate
  readonly carrier: string
  readonly note: string
  readonly lines: readonly {
    readonly orderLineId: number
    readonly quantityMicro: number
    readonly lotCode?: string | undefined
    readonly expiresOn?: string | undefined
  }[]
}

/** The supplier has sent goods to our customer: received and delivered in one moment, through no bin of ours. */
export function confirmDispatch(
  tx: Tx,
  actor: Actor,
  input: ConfirmDispatch,
): DocumentAnswer & { readonly shipmentId: number } {
  const order = requireOpen(tx, input.id)
  const salesOrderId = directStore.salesOrderOf(tx, order.id)
  if (salesOrderId === null) return refuse('purchasing.orderComesHere', { order: order.number ?? '' }, 'id')
  const { supplierId, warehouseId } = order
  const { dispatchedOn, carrier, note } = input
  const sent = sentLines(tx, order, input)
  const number = nextNumber(tx, 'GR', dispatchedOn)
  const head = { number, orderId: order.id, supplierId, warehouseId, receivedOn: dispatchedOn, note }
  const id = receiptStore.insert(tx, { ...head, terms: 'direct' }, actor.userId)
  for (const { salesLineId: _salesLineId, ...line } of sent) {
    receiptStore.insertLine(tx, id, { ...line, binId: 0, status: 'available', overMicro: 0, usedOfId: null })
    orderStore.addReceived(tx, line.orderLineId, line.quantityMicro)
  }
  const { name, code } = requirePartner(tx, supplierId)
  const source = { kind: RECEIPT, id }
  const lines = directReceiptJournal(supplierId, sent)
  postJournal(tx, actor, { postedOn: dispatchedOn, memo: `${number} ${name}`, source, lines })
  const delivered = sent.map(({ salesLineId, itemId, lotId, quantityMicro, valueMinor }) => {
    return { orderLineId: salesLineId, itemId, lotId, quantityMicro, costMinor: valueMinor }
  })
  const shipment = shipDirectly(tx, actor, {
    orderId: salesOrderId,
    shippedOn: dispatchedOn,
    carrier,
    note,
    lines: delivered,
  })
  directStore.tieShipment(tx, id, shipment.id)
  followProgress(tx, order.id)
  index(tx, { kind: RECEIPT, id, title: number, subtitle: name, words: [order.number ?? '', code, shipment.number] })
  tx.announce({ kind: 'purchasing.sentDirectly', id })
  return { id, number, state: 'posted', shipmentId: shipment.id }
}

function sentLines(tx: Tx, order: ReturnType<typeof requireOpen>, input: ConfirmDispatch) {
  const money = documentMoney(tx, { currency: order.currency }, input.dispatchedOn)
  const known = new Map(orderStore.lines(tx, order.id).map((line) => [line.id, line]))
  const tied = new Map(directStore.lines(tx, order.id).map((line) => [line.id, line]))
  return input.lines.map(({ orderLineId, quantityMicro, lotCode, expiresOn }, at) => {
    const line = known.get(orderLineId)
    const direct = tied.get(orderLineId)
    // Named once each: a line that stands there twice is not found the second time.
    known.delete(orderLineId)
    if (line === undefined || direct === undefined) {
      return refuse('purchasing.lineUnknown', { order: order.number ?? '' }, `lines.${at}.orderLineId`)
    }
    if (quantityMicro > direct.openMicro) {
      const { code, name } = requireItem(tx, line.itemId)
      const text = (micro: number): string => formatQuantity(micro, { group: false })
      const params = { item: `${code} ${name}`, open: text(direct.openMicro), wanted: text(quantityMicro) }
      refuse('purchasing.sentTooMany', params, `lines.${at}.quantityMicro`)
    }
    const priceMicro = line.foreignPriceMicro ?? line.priceMicro
    return {
      orderLineId,
      salesLineId: direct.salesLineId,
      itemId: line.itemId,
      lotId: lotOf(tx, line, { orderLineId, quantityMicro, lotCode, expiresOn }, order.supplierId, `lines.${at}`),
      quantityMicro,
      valueMinor: lineAmounts({ quantityMicro, priceMicro }, 0, money).netMinor,
    }
  })
}

/** It was not sent after all: neither received nor delivered, while neither is invoiced. */
export function undoDispatch(
  tx: Tx,
  actor: Actor,
  receipt: StoredReceipt,
  reversal: { readonly postedOn: string; readonly memo: string },
): void {
  const shipmentId = directStore.shipmentOf(tx, receipt.id)
  assert(shipmentId !== null, 'what was sent directly was delivered')
  // The order waits for it again before its delivery is undone, so that both sides agree throughout.
  for (const line of receiptStore.lines(tx, receipt.id)) {
    orderStore.addReceived(tx, line.orderLineId, 0 - line.quantityMicro)
  }
  undoDirectShipment(tx, actor, shipmentId, reversal)
  reverseJournal(tx, actor, { kind: RECEIPT, id: receipt.id }, reversal)
  receiptStore.markReversed(tx, receipt.id)
  followProgress(tx, receipt.orderId)
}

import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { formatQuantity } from '../../../../shared/values/format'
import { lineAmounts } from '../../../../shared/values/exchange/line-amounts'
import { nextNumber } from '../../../foundation/company'
import { documentMoney } from '../../../foundation/currencies'
import { requireItem } from '../../../foundation/items'
import { requirePartner } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal } from '../../../ledgers/accounting'
import { ensureLot, postMovements } from '../../../ledgers/inventory'
import { isInspected, openInspection } from '../../quality'
import { fillBackOrders } from '../../sales'
import { settleAhead } from '../../stock'
import { crossDock, planPutaway, quarantineBin, receivingBin } from '../../warehouse'
import { receivableOf, toleranceFor, type Tolerance } from '../matching/tolerance'
import { directStore } from '../direct/direct-store'
import { followProgress, requireOrder, type DocumentAnswer } from '../orders/order'
import { orderStore, type StoredOrder, type StoredOrderLine } from '../orders/order-store'
import { receiptJournal, receiptMovements } from './receipt-posting'
import { pieceLines, requireNotSold } from './pieces'
import { receiptStore, type NewReceiptLine } from './receipt-store'
import { weighGoods } from './weigh-goods'

export const RECEIPT = 'purchasing.receipt'

export interface ReceiptInput {
  readonly orderId: number
  readonly receivedOn: BusinessDate
  readonly note: string
  readonly lines: readonly {
    readonly orderLineId: number
    readonly quantityMicro: number
    /** Of goods that are counted and weighed; the quantity is their weight. */
    readonly pieces?: number | undefined
    readonly lotCode?: string | undefined
    readonly expiresOn?: string | undefined
    readonly serials?: readonly string[] | undefined
    readonly status?: 'available' | 'quarantine' | 'damaged' | undefined
  }[]
}

/** Goods at the dock: stock and books at once, at the order's price, and the way to their bins planned. */
export function receiveGoods(
  tx: Tx,
  actor: Actor,
  input: ReceiptInput,
): DocumentAnswer & { readonly picksForOrders: number } {
  const order = requireOpen(tx, input.orderId)
  if (directStore.salesOrderOf(tx, order.id) !== null) refuse('purchasing.orderIsDirect', { order: order.number ?? '' })
  const supplier = requirePartner(tx, order.supplierId)
  const binId = receivingBin(tx, order.warehouseId)
  const drafts = receiptLines(tx, order, input, binId)

  const number = nextNumber(tx, 'GR', input.receivedOn)
  const { supplierId, warehouseId } = order
  const isConsigned = order.consigned === 1
  const { receivedOn, note } = input
  const id = receiptStore.insert(
    tx,
    {
      number,
      orderId: order.id,
      supplierId,
      warehouseId,
      receivedOn,
      note,
      terms: isConsigned ? 'consigned' : 'bought',
    },
    actor.userId,
  )
  const lines = drafts.map((draft) => {
    orderStore.addReceived(tx, draft.orderLineId, draft.quantityMicro)
    return Object.assign(draft, { id: receiptStore.insertLine(tx, id, draft) })
  })

  const source = { kind: RECEIPT, id }
  const placed = lines.map((line) => ({ ...line, place: { binId: line.binId, status: line.status } }))
  const posting = { supplierId, warehouseId, binId, lines: placed, ...(isConsigned ? { ownerId: supplierId } : {}) }
  postMovements(tx, { postedOn: receivedOn, source }, receiptMovements(posting))
  postJournal(tx, actor, {
    postedOn: receivedOn,
    memo: `${number} ${supplier.name}`,
    source,
    lines: receiptJournal(posting),
  })
  for (const line of lines) {
    if (line.isHeld) openInspection(tx, { ...line, warehouseId, source, supplierId, sourceLineId: line.id })
  }
  const available = lines.filter((line) => line.status === 'available')
  const arrival = { warehouseId, binId, receivedOn, receipt: source }
  const sound = isConsigned ? available : settleAhead(tx, actor, arrival, available)
  // Customers who wait for these goods have them promised before anybody else asks.
  fillBackOrders(tx, { warehouseId, itemIds: sound.map((line) => line.itemId) })
  const arrived = sound.map((line) => ({
    sourceLineId: line.id,
    itemId: line.itemId,
    lotId: line.lotId,
    quantityMicro: line.quantityMicro,
    fromBinId: binId,
  }))
  const { rest, picks } = crossDock(tx, actor, { warehouseId, source, arrivedOn: receivedOn, lines: arrived })
  planPutaway(tx, { warehouseId, source, lines: rest })
  followProgress(tx, order.id)
  index(tx, { kind: RECEIPT, id, title: number, subtitle: supplier.name, words: [order.number ?? '', supplier.code] })
  tx.announce({ kind: 'purchasing.goodsReceived', id })
  return { id, number, state: 'posted', picksForOrders: picks }
}

export function requireOpen(tx: Tx, orderId: number): StoredOrder {
  const order = requireOrder(tx, orderId)
  if (order.state === 'draft') refuse('purchasing.orderNotConfirmed', {})
  if (order.state !== 'confirmed' && order.state !== 'partly-received') {
    refuse('purchasing.orderNotOpen', { order: order.number ?? '' })
  }
  return order
}

function receiptLines(
  tx: Tx,
  order: StoredOrder,
  input: ReceiptInput,
  binId: number,
): (NewReceiptLine & { readonly isHeld: boolean; readonly pieces: number | undefined })[] {
  // Goods of a foreign order are worth what they cost on the day they come; the invoice brings what they did cost.
  const money = documentMoney(tx, { currency: order.currency }, input.receivedOn)
  const tolerance = toleranceFor(tx, order.supplierId)
  const orderLines = new Map(orderStore.lines(tx, order.id).map((line) => [line.id, line]))
  const receivedMicro = new Map<number, number>()
  return pieceLines(input.lines).map((scanned, at) => {
    const field = `lines.${at}`
    const ordered = orderLines.get(scanned.orderLineId)
    if (ordered === undefined) refuse('purchasing.lineUnknown', { order: order.number ?? '' }, `${field}.orderLineId`)
    const before = ordered.receivedMicro + (receivedMicro.get(ordered.id) ?? 0)
    const { line, pieces } = weighGoods(tx, order, ordered, before, scanned, `${field}.quantityMicro`)
    orderLines.set(line.id, line)
    const overMicro = requireExpected(tx, { line, tolerance }, before, scanned.quantityMicro, `${field}.quantityMicro`)
    // Goods that have to be looked at stand in quarantine from the first moment.
    const goods = { itemId: line.itemId, supplierId: order.supplierId }
    const isHeld = (scanned.status ?? 'available') === 'available' && isInspected(tx, goods)
    const status = isHeld ? 'quarantine' : (scanned.status ?? 'available')
    const { quantityMicro } = scanned
    const priceMicro = line.foreignPriceMicro ?? line.priceMicro
    receivedMicro.set(line.id, before - line.receivedMicro + scanned.quantityMicro)
    return {
      orderLineId: line.id,
      itemId: line.itemId,
      lotId: lotOf(tx, line, scanned, order.supplierId, field),
      isHeld,
      binId: status === 'available' ? binId : quarantineBin(tx, order.warehouseId),
      status,
      quantityMicro: scanned.quantityMicro,
      pieces,
      overMicro,
      usedOfId: null,
      // What stays the supplier's has no value here before it is used.
      valueMinor: order.consigned === 1 ? 0 : lineAmounts({ quantityMicro, priceMicro }, 0, money).netMinor,
    }
  })
}

/** Answers what of it is more than was ordered; refuses what goes beyond the supplier's tolerance as well. */
function requireExpected(
  tx: Tx,
  { line, tolerance }: { readonly line: StoredOrderLine; readonly tolerance: Tolerance | undefined },
  receivedMicro: number,
  wantedMicro: number,
  field: string,
): number {
  const overMicro = receivedMicro + wantedMicro - line.quantityMicro
  if (receivedMicro + wantedMicro <= receivableOf(line.quantityMicro, tolerance)) {
    return Math.min(Math.max(overMicro, 0), wantedMicro)
  }
  const item = requireItem(tx, line.itemId)
  const text = (quantityMicro: number): string => formatQuantity(quantityMicro, { group: false })
  return refuse(
    'purchasing.overReceived',
    {
      item: `${item.code} ${item.name}`,
      ordered: text(line.quantityMicro),
      received: text(receivedMicro),
      open: text(line.quantityMicro - receivedMicro),
      wanted: text(wantedMicro),
    },
    field,
  )
}

/** The lot as scanned; 0 for an item that is not kept by lot, whatever its label says. */
export function lotOf(
  tx: Tx,
  line: StoredOrderLine,
  scanned: ReceiptInput['lines'][number],
  supplierId: number,
  field: string,
): number {
  const item = requireItem(tx, line.itemId)
  if (!item.lotTracked) return 0
  const { lotCode, expiresOn } = scanned
  if (lotCode === undefined) refuse('purchasing.lotMissing', { item: `${item.code} ${item.name}` }, `${field}.lotCode`)
  if (item.shelfLifeDays !== null && expiresOn === undefined) {
    refuse('purchasing.expiryMissing', { item: `${item.code} ${item.name}`, lot: lotCode }, `${field}.expiresOn`)
  }
  if (item.serialTracked) requireNotSold(tx, item, lotCode, field)
  return ensureLot(tx, { itemId: item.id, code: lotCode, expiresOn: expiresOn ?? null, supplierId })
}

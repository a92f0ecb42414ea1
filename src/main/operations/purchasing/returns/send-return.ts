import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { formatQuantity } from '../../../../shared/values/format'
import { multiplyDivide } from '../../../../shared/values/integers'
import { lineAmountMinor } from '../../../../shared/values/money'
import { currencyDecimalsOf } from '../../../foundation/company'
import { interpretScan, requireItem, type Item } from '../../../foundation/items'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal } from '../../../ledgers/accounting'
import { balancesInBin, postMovements, type MovementDraft } from '../../../ledgers/inventory'
import { binOfScan, goodsLeftBin } from '../../warehouse'
import { receivedValuePart } from '../invoices/invoice-posting'
import { followProgress } from '../orders/order'
import { orderStore } from '../orders/order-store'
import { receiptStore } from '../receipts/receipt-store'
import { requireReturn, RETURN, settleReturn, supplierName } from './plan-return'
import { sentJournal } from './return-posting'
import { returnStore, type ReturnLineRow, type ReturnRow } from './return-store'

export interface SendReturn {
  readonly lineId: number
  readonly binScan: string
  readonly itemScan: string
  /** Left out: all that is open and lies there. */
  readonly quantityMicro?: number | undefined
  readonly sentOn: BusinessDate
}

const STATUS_ORDER = { damaged: 0, quarantine: 1, available: 2, 'in-transit': 3 } as const

/** Goods of one line leave out of a scanned bin: quarantined and damaged ones first, then what nobody is promised. */
export function sendReturn(tx: Tx, actor: Actor, input: SendReturn) {
  const line = returnStore.line(tx, input.lineId) ?? refuse('purchasing.returnUnknown', {}, 'lineId')
  const planned = requireReturn(tx, line.returnId)
  if (planned.state !== 'planned') refuse('purchasing.returnNotPlanned', { number: planned.number }, 'lineId')
  const item = requireItem(tx, line.itemId)
  requireScanned(tx, item, input.itemScan)
  const binId = binOfScan(tx, input.binScan, planned.warehouseId)
  const openMicro = line.quantityMicro - line.sentMicro
  const owner = consignorOf(tx, line)
  const drafts = piecesInBin(tx, planned, line, binId, input.quantityMicro ?? openMicro).map((draft) => ({
    ...draft,
    ...owner,
  }))
  const thereMicro = drafts.reduce((sum, draft) => sum + draft.quantityMicro, 0)
  const wantedMicro = Math.min(input.quantityMicro ?? Math.min(openMicro, thereMicro), openMicro)
  if (input.quantityMicro !== undefined && input.quantityMicro > openMicro) {
    const params = { item: named(item), open: text(openMicro), wanted: text(input.quantityMicro) }
    refuse('purchasing.sentTooMany', params, 'quantityMicro')
  }
  if (thereMicro === 0 || thereMicro < wantedMicro) {
    refuse('purchasing.notInBin', { item: named(item), bin: input.binScan, there: text(thereMicro) }, 'binScan')
  }

  const source = { kind: RETURN, id: planned.id }
  const posted = postMovements(tx, { postedOn: input.sentOn, source, by: actor }, drafts)
  goodsLeftBin(tx, binId)
  const costMinor = posted.reduce((sum, { valueMinor }) => sum + valueMinor, 0)
  const claim = claimFor(tx, line, wantedMicro)
  returnStore.addSent(tx, line.id, { quantityMicro: wantedMicro, costMinor, ...claim })
  postJournal(tx, actor, {
    postedOn: input.sentOn,
    memo: `${planned.number} ${supplierName(tx, planned)}`,
    source,
    lines: sentJournal({
      supplierId: planned.supplierId,
      itemId: line.itemId,
      quantityMicro: wantedMicro,
      costMinor,
      ...claim,
    }),
  })
  const state = settleReturn(tx, planned.id, { isEnded: false })
  tx.announce({ kind: 'purchasing.returnSent', id: planned.id })
  return { returnId: planned.id, state, sentMicro: wantedMicro, openMicro: openMicro - wantedMicro }
}

/** Goods on consignment go back as what they are: the supplier's. */
function consignorOf(tx: Tx, { receiptLineId }: ReturnLineRow): { ownerId?: number } {
  const received = receiptLineId === null ? undefined : receiptStore.invoiceable(tx, receiptLineId)
  return received?.receiptTerms === 'consigned' ? { ownerId: received.supplierId } : {}
}

function requireScanned(tx: Tx, item: Item, itemScan: string): void {
  const reading = interpretScan(tx, itemScan)
  if (reading.itemId === item.id) return
  const scanned = reading.itemId === null ? itemScan : named(requireItem(tx, reading.itemId))
  refuse('warehouse.wrongItem', { expected: named(item), scanned }, 'itemScan')
}

function piecesInBin(
  tx: Tx,
  { warehouseId }: ReturnRow,
  { id, itemId, lotId }: ReturnLineRow,
  binId: number,
  wantedMicro: number,
): MovementDraft[] {
  let rest = wantedMicro
  const drafts: MovementDraft[] = []
  const lying = balancesInBin(tx, binId)
    .filter((balance) => balance.itemId === itemId && balance.lotId === lotId && balance.status !== 'in-transit')
    .toSorted((a, b) => STATUS_ORDER[a.status] - STATUS_ORDER[b.status])
  for (const { status, quantityMicro, allocatedMicro } of lying) {
    const takenMicro = Math.min(quantityMicro - allocatedMicro, rest)
    if (takenMicro <= 0) continue
    const from = { binId, status }
    drafts.push({ warehouseId, itemId, lotId, from, quantityMicro: takenMicro, sourceLineId: id })
    rest -= takenMicro
  }
  return drafts
}

/** What of it never was invoiced, and what the supplier is expected to credit for the rest. */
function claimFor(tx: Tx, line: ReturnLineRow, quantityMicro: number) {
  if (line.receiptLineId === null) {
    const expectedMinor = lineAmountMinor(quantityMicro, line.priceMicro, currencyDecimalsOf(tx))
    return { uninvoicedMicro: 0, uninvoicedValueMinor: 0, expectedMinor }
  }
  const received = receiptStore.invoiceable(tx, line.receiptLineId)
  assert(received !== undefined, 'a line of a return has its receipt')
  const uninvoicedMicro = Math.min(received.quantityMicro - received.invoicedMicro, quantityMicro)
  let uninvoicedValueMinor = 0
  if (uninvoicedMicro > 0) {
    // From here on these pieces count as settled: no invoice will ask for them.
    uninvoicedValueMinor = receivedValuePart(received, uninvoicedMicro)
    receiptStore.addInvoiced(tx, received.id, uninvoicedMicro, uninvoicedValueMinor)
    orderStore.addInvoiced(tx, received.orderLineId, uninvoicedMicro)
    followProgress(tx, received.orderId)
  }
  const restMicro = quantityMicro - uninvoicedMicro
  const invoiced = returnStore.invoicedOf(tx, received.id)
  const expectedMinor = restMicro === 0 ? 0 : multiplyDivide(invoiced.netMinor, restMicro, invoiced.quantityMicro)
  return { uninvoicedMicro, uninvoicedValueMinor, expectedMinor }
}

const named = (item: Item): string => `${item.code} ${item.name}`
const text = (micro: number): string => formatQuantity(micro, { group: false })

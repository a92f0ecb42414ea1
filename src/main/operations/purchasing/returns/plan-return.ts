import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { formatQuantity } from '../../../../shared/values/format'
import { nextNumber } from '../../../foundation/company'
import { requireItem } from '../../../foundation/items'
import { requirePartner, requireSupplier } from '../../../foundation/parties'
import { index } from '../../../foundation/search'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { findLot } from '../../../ledgers/inventory'
import { requireWarehouse } from '../../warehouse'
import type { DocumentAnswer } from '../orders/order'
import { orderStore } from '../orders/order-store'
import { receiptStore } from '../receipts/receipt-store'
import { returnStore, type NewReturnLine, type ReturnRow } from './return-store'

export const RETURN = 'purchasing.return'

type PlannedLine =
  | { readonly receiptLineId: number; readonly quantityMicro: number }
  | {
      readonly itemId: number
      readonly lotCode?: string | undefined
      readonly quantityMicro: number
      readonly priceMicro: number
    }

export interface PlanReturn {
  readonly supplierId: number
  readonly warehouseId: number
  readonly plannedOn: BusinessDate
  readonly reason: string
  readonly lines: readonly PlannedLine[]
}

export function requireReturn(reader: Reader, id: number): ReturnRow {
  return returnStore.find(reader, id) ?? refuse('purchasing.returnUnknown', {}, 'id')
}

/** What is to go back: the clerk is asked for it at the station, and nothing is posted before it is scanned out. */
export function planReturn(tx: Tx, actor: Actor, input: PlanReturn): DocumentAnswer {
  const supplier = requireSupplier(tx, input.supplierId)
  requireWarehouse(tx, input.warehouseId)
  const { supplierId, warehouseId, plannedOn, reason } = input
  const number = nextNumber(tx, 'PR', plannedOn)
  const id = returnStore.insert(tx, { number, supplierId, warehouseId, plannedOn, reason, by: actor.userId })
  for (const [at, line] of input.lines.entries()) {
    const field = `lines.${at}`
    const planned = 'receiptLineId' in line ? ofReceipt(tx, input, line, field) : ofStock(tx, line, field)
    returnStore.insertLine(tx, id, at + 1, planned)
  }
  index(tx, { kind: RETURN, id, title: number, subtitle: supplier.name, words: [supplier.code, reason] })
  tx.announce({ kind: 'purchasing.returnPlanned', id })
  return { id, number, state: 'planned' }
}

function ofReceipt(
  tx: Tx,
  input: PlanReturn,
  line: { readonly receiptLineId: number; readonly quantityMicro: number },
  field: string,
): NewReturnLine {
  const received = receiptStore.invoiceable(tx, line.receiptLineId)
  if (received === undefined) return refuse('purchasing.receiptUnknown', {}, `${field}.receiptLineId`)
  const receipt = received.receiptNumber
  if (received.supplierId !== input.supplierId) {
    refuse('purchasing.receiptLineOfOther', {}, `${field}.receiptLineId`)
  }
  if (received.receiptState === 'reversed') {
    refuse('purchasing.receiptReversed', { receipt }, `${field}.receiptLineId`)
  }
  if (received.receiptTerms === 'direct') refuse('purchasing.receiptIsDirect', { receipt }, `${field}.receiptLineId`)
  if (received.warehouseId !== input.warehouseId) {
    refuse('purchasing.receiptInOtherWarehouse', { receipt }, `${field}.receiptLineId`)
  }
  const { takenMicro } = returnStore.takenOf(tx, received.id)
  const returnableMicro = received.quantityMicro - takenMicro - returnStore.usedOf(tx, received.id)
  if (line.quantityMicro > returnableMicro) {
    const item = requireItem(tx, received.itemId)
    const text = (micro: number): string => formatQuantity(micro, { group: false })
    refuse(
      'purchasing.returnedTooMany',
      {
        item: `${item.code} ${item.name}`,
        receipt,
        open: text(returnableMicro),
        wanted: text(line.quantityMicro),
      },
      `${field}.quantityMicro`,
    )
  }
  const { itemId, lotId, taxCode, orderLineId, orderId } = received
  const priceMicro = orderStore.lines(tx, orderId).find(({ id }) => id === orderLineId)?.priceMicro ?? 0
  return { receiptLineId: received.id, itemId, lotId, quantityMicro: line.quantityMicro, priceMicro, taxCode }
}

function ofStock(
  tx: Tx,
  line: {
    readonly itemId: number
    readonly lotCode?: string | undefined
    readonly quantityMicro: number
    readonly priceMicro: number
  },
  field: string,
): NewReturnLine {
  const item = requireItem(tx, line.itemId)
  const named = `${item.code} ${item.name}`
  if (item.kind !== 'stock') refuse('purchasing.returnNeedsGoods', { item: named }, `${field}.itemId`)
  let lotId = 0
  if (item.lotTracked) {
    if (line.lotCode === undefined) refuse('purchasing.lotMissing', { item: named }, `${field}.lotCode`)
    const lot = findLot(tx, item.id, line.lotCode)
    lotId = lot?.id ?? refuse('purchasing.returnLotUnknown', { item: named, lot: line.lotCode }, `${field}.lotCode`)
  }
  const { itemId, quantityMicro, priceMicro } = line
  return { receiptLineId: null, itemId, lotId, quantityMicro, priceMicro, taxCode: item.taxCode }
}

/** Nothing more of it goes. What went already is sent; where nothing went it is cancelled. */
export function endReturn(tx: Tx, input: { id: number }): DocumentAnswer {
  const planned = requireReturn(tx, input.id)
  const { id, number } = planned
  if (planned.state !== 'planned') refuse('purchasing.returnNotPlanned', { number }, 'id')
  const state = settleReturn(tx, id, { isEnded: true })
  tx.announce({ kind: 'purchasing.returnEnded', id })
  return { id, number, state }
}

/** The state that follows from what went and what was credited. */
export function settleReturn(tx: Tx, id: number, { isEnded }: { readonly isEnded: boolean }): ReturnRow['state'] {
  const before = requireReturn(tx, id)
  const lines = returnStore.linesOf(tx, id)
  const isSent = lines.every((line) => line.sentMicro === line.quantityMicro)
  const hasSent = lines.some((line) => line.sentMicro > 0)
  const isCredited = lines.every((line) => line.uninvoicedMicro + line.creditedMicro === line.sentMicro)
  let { state } = before
  if (state === 'planned') {
    if (isSent || (isEnded && hasSent)) state = isCredited ? 'closed' : 'sent'
    else if (isEnded) state = 'cancelled'
  } else if (state === 'sent' || state === 'closed') state = isCredited ? 'closed' : 'sent'
  if (state !== before.state) returnStore.setState(tx, id, state)
  return state
}

/** Refuses where the partner of a return is gone from the list of suppliers only by name: it stays payable. */
export function supplierName(reader: Reader, { supplierId }: ReturnRow): string {
  return requirePartner(reader, supplierId).name
}

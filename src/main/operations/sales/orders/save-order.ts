import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import {
  documentAmounts,
  lineAmounts,
  type DocumentMoney,
  type LineAmounts,
} from '../../../../shared/values/exchange/line-amounts'
import { documentMoney } from '../../../foundation/currencies'
import { requireItem, requirePack } from '../../../foundation/items'
import { requireCustomer } from '../../../foundation/parties'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { taxRateMicro } from '../../../ledgers/accounting'
import { requireChannel } from '../../prices'
import { requireWarehouse } from '../../warehouse'
import { requireDraft } from './order'
import { orderStore } from './order-store'

export interface SaveOrder {
  /** Left out: a new draft. */
  readonly id?: number | undefined
  readonly customerId: number
  readonly warehouseId: number
  readonly orderedOn: BusinessDate
  readonly promisedOn: BusinessDate
  readonly customerReference: string
  readonly channelId: number | null
  readonly priority: number
  readonly note: string
  /** What the prices are in; null: the currency of the books. */
  readonly currency?: string | null
  /** Left out: the rate of the day. */
  readonly rateMicro?: number | undefined
  readonly pricesIncludeTax?: boolean | undefined
  readonly lines: readonly OrderEntry[]
}

interface OrderEntry {
  readonly itemId: number
  readonly packId: number
  readonly quantityMicro: number
  readonly priceMicro: number
}

interface PricedLine extends Omit<OrderEntry, 'priceMicro'>, LineAmounts {
  readonly taxCode: string
}

/** Saves a draft, new or anew. Nothing is promised before it is confirmed. */
export function saveOrder(tx: Tx, actor: Actor, input: SaveOrder) {
  if (input.id !== undefined) requireDraft(tx, input.id)
  requireCustomer(tx, input.customerId)
  requireOwnPlace(tx, input)
  if (input.channelId !== null) requireChannel(tx, input.channelId)
  if (input.promisedOn < input.orderedOn) refuse('sales.promisedBeforeOrdered', {}, 'promisedOn')
  const money = documentMoney(tx, { ...input, currency: input.currency ?? null }, input.orderedOn)
  const lines = input.lines.map((line, at) =>
    priced(tx, { ...line, includesTax: input.pricesIncludeTax ?? false }, input.orderedOn, money, `lines.${at}`),
  )
  const head = { ...input, ...documentAmounts(lines, money) }
  const id = input.id ?? orderStore.insert(tx, { ...head, by: actor.userId })
  if (input.id !== undefined) {
    orderStore.change(tx, { ...head, id })
    orderStore.deleteLines(tx, id)
  }
  for (const [at, line] of lines.entries()) orderStore.insertLine(tx, { ...line, orderId: id, lineNumber: at + 1 })
  tx.announce({ kind: 'sales.orderSaved', id })
  return { id, number: null, state: 'draft' }
}

/** Goods in a customer's place are for that customer. */
function requireOwnPlace(tx: Tx, { warehouseId, customerId }: SaveOrder): void {
  const { name, customer_id: placeOf } = requireWarehouse(tx, warehouseId)
  if (placeOf !== null && placeOf !== customerId) {
    refuse('sales.placeOfOtherCustomer', { warehouse: name }, 'warehouseId')
  }
}

/** A draft may go; it has no number that would be missed. */
export function deleteOrder(tx: Tx, _actor: Actor, input: { id: number }): { done: true } {
  requireDraft(tx, input.id)
  orderStore.remove(tx, input.id)
  tx.announce({ kind: 'sales.orderDeleted', id: input.id })
  return { done: true }
}

function priced(
  tx: Tx,
  line: OrderEntry & { readonly includesTax: boolean },
  orderedOn: BusinessDate,
  money: DocumentMoney,
  field: string,
): PricedLine {
  const item = requireItem(tx, line.itemId)
  if (!item.active) refuse('sales.itemArchived', { item: `${item.code} ${item.name}` }, `${field}.itemId`)
  requirePack(tx, item.id, line.packId)
  const { taxCode } = item
  return { ...line, taxCode, ...lineAmounts(line, taxRateMicro(tx, taxCode, orderedOn), money) }
}

import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { lineAmountMinor, taxMinor } from '../../../../shared/values/money'
import { currencyDecimalsOf } from '../../../foundation/company'
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
  readonly lines: readonly OrderEntry[]
}

interface OrderEntry {
  readonly itemId: number
  readonly packId: number
  readonly quantityMicro: number
  readonly priceMicro: number
}

interface PricedLine extends OrderEntry {
  readonly taxCode: string
  readonly netMinor: number
  readonly taxMinor: number
}

/** Saves a draft, new or anew. Nothing is promised before it is confirmed. */
export function saveOrder(tx: Tx, actor: Actor, input: SaveOrder) {
  if (input.id !== undefined) requireDraft(tx, input.id)
  requireCustomer(tx, input.customerId)
  requireWarehouse(tx, input.warehouseId)
  if (input.channelId !== null) requireChannel(tx, input.channelId)
  if (input.promisedOn < input.orderedOn) refuse('sales.promisedBeforeOrdered', {}, 'promisedOn')
  const decimals = currencyDecimalsOf(tx)
  const lines = input.lines.map((line, at) => priced(tx, line, input.orderedOn, decimals, `lines.${at}`))
  const netMinor = lines.reduce((sum, line) => sum + line.netMinor, 0)
  const tax = lines.reduce((sum, line) => sum + line.taxMinor, 0)
  const head = { ...input, netMinor, taxMinor: tax, grossMinor: netMinor + tax }
  const id = input.id ?? orderStore.insert(tx, { ...head, by: actor.userId })
  if (input.id !== undefined) {
    orderStore.change(tx, { ...head, id })
    orderStore.deleteLines(tx, id)
  }
  for (const [at, line] of lines.entries()) orderStore.insertLine(tx, { ...line, orderId: id, lineNumber: at + 1 })
  tx.announce({ kind: 'sales.orderSaved', id })
  return { id, number: null, state: 'draft' }
}

/** A draft may go; it has no number that would be missed. */
export function deleteOrder(tx: Tx, _actor: Actor, input: { id: number }): { done: true } {
  requireDraft(tx, input.id)
  orderStore.remove(tx, input.id)
  tx.announce({ kind: 'sales.orderDeleted', id: input.id })
  return { done: true }
}

function priced(tx: Tx, line: OrderEntry, orderedOn: BusinessDate, decimals: number, field: string): PricedLine {
  const item = requireItem(tx, line.itemId)
  if (!item.active) refuse('sales.itemArchived', { item: `${item.code} ${item.name}` }, `${field}.itemId`)
  requirePack(tx, item.id, line.packId)
  const { taxCode } = item
  const netMinor = lineAmountMinor(line.quantityMicro, line.priceMicro, decimals)
  return { ...line, taxCode, netMinor, taxMinor: taxMinor(netMinor, taxRateMicro(tx, taxCode, orderedOn)) }
}

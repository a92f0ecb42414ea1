import { refuse } from '../../../../shared/errors'
import { documentAmounts, lineAmounts, type DocumentMoney } from '../../../../shared/values/exchange/line-amounts'
import { documentMoney } from '../../../foundation/currencies'
import { requireItem, requirePack } from '../../../foundation/items'
import { requireSupplier } from '../../../foundation/parties'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { suppliersTaxRateMicro } from '../../../ledgers/accounting'
import { requireWarehouse } from '../../warehouse'
import { requireOrder, type DocumentAnswer } from './order'
import { orderStore, type NewOrderLine } from './order-store'

export interface OrderInput {
  readonly id?: number | undefined
  readonly supplierId: number
  readonly warehouseId: number
  readonly orderedOn: string
  readonly expectedOn: string
  readonly note: string
  /** What the prices are in; null: the currency of the books. */
  readonly currency?: string | null
  /** Left out: the rate of the day. */
  readonly rateMicro?: number | undefined
  readonly pricesIncludeTax?: boolean | undefined
  /** The goods stay the supplier's until they are used. */
  readonly isConsigned?: boolean | undefined
  readonly lines: readonly {
    readonly itemId: number
    readonly packId: number
    readonly quantityMicro: number
    readonly priceMicro: number
  }[]
}

/** Writes a draft: a new one, or an earlier one anew with all its lines. */
export function saveOrder(tx: Tx, actor: Actor, input: OrderInput): DocumentAnswer {
  requireSupplier(tx, input.supplierId)
  requireWarehouse(tx, input.warehouseId)
  if (input.expectedOn < input.orderedOn) refuse('purchasing.expectedBeforeOrdered', {}, 'expectedOn')
  const money = documentMoney(tx, { ...input, currency: input.currency ?? null }, input.orderedOn)
  const lines = orderLines(tx, input, money)
  const head = { ...input, consigned: input.isConsigned === true ? 1 : 0, ...documentAmounts(lines, money) }
  const id = input.id === undefined ? orderStore.insert(tx, head, actor.userId) : rewrite(tx, input.id, head)
  for (const line of lines) orderStore.insertLine(tx, id, line)
  tx.announce({ kind: 'purchasing.orderSaved', id })
  return { id, number: null, state: 'draft' }
}

function rewrite(tx: Tx, id: number, head: Parameters<typeof orderStore.update>[2]): number {
  requireDraft(tx, id)
  orderStore.update(tx, id, head)
  orderStore.removeLines(tx, id)
  return id
}

export function requireDraft(tx: Tx, id: number): void {
  const order = requireOrder(tx, id)
  if (order.state !== 'draft') refuse('purchasing.orderNotDraft', { order: order.number ?? '' })
}

function orderLines(tx: Tx, input: OrderInput, money: DocumentMoney): NewOrderLine[] {
  return input.lines.map((line, at) => {
    const item = requireItem(tx, line.itemId)
    if (!item.active) refuse('purchasing.itemArchived', { item: item.name }, `lines.${at}.itemId`)
    if (item.kind === 'service') refuse('purchasing.itemIsService', { item: item.name }, `lines.${at}.itemId`)
    requirePack(tx, line.itemId, line.packId)
    return {
      lineNumber: at + 1,
      itemId: line.itemId,
      packId: line.packId,
      quantityMicro: line.quantityMicro,
      taxCode: item.taxCode,
      ...lineAmounts(
        { ...line, includesTax: input.pricesIncludeTax ?? false },
        suppliersTaxRateMicro(tx, item.taxCode, input.orderedOn),
        money,
      ),
    }
  })
}

import { refuse } from '../../../../shared/errors'
import { lineAmountMinor, taxMinor } from '../../../../shared/values/money'
import { currencyDecimalsOf } from '../../../foundation/company'
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
  const lines = orderLines(tx, input)
  const netMinor = lines.reduce((sum, line) => sum + line.netMinor, 0)
  const tax = lines.reduce((sum, line) => sum + line.taxMinor, 0)
  const head = { ...input, netMinor, taxMinor: tax, grossMinor: netMinor + tax }
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

function orderLines(tx: Tx, input: OrderInput): NewOrderLine[] {
  const decimals = currencyDecimalsOf(tx)
  return input.lines.map((line, at) => {
    const item = requireItem(tx, line.itemId)
    if (!item.active) refuse('purchasing.itemArchived', { item: item.name }, `lines.${at}.itemId`)
    if (item.kind === 'service') refuse('purchasing.itemIsService', { item: item.name }, `lines.${at}.itemId`)
    requirePack(tx, line.itemId, line.packId)
    const netMinor = lineAmountMinor(line.quantityMicro, line.priceMicro, decimals)
    return {
      lineNumber: at + 1,
      itemId: line.itemId,
      packId: line.packId,
      quantityMicro: line.quantityMicro,
      priceMicro: line.priceMicro,
      taxCode: item.taxCode,
      netMinor,
      taxMinor: taxMinor(netMinor, suppliersTaxRateMicro(tx, item.taxCode, input.orderedOn)),
    }
  })
}

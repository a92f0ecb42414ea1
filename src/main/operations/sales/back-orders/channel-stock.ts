import { refuse } from '../../../../shared/errors'
import { formatScaled, microDecimals } from '../../../../shared/values/format'
import { MICRO } from '../../../../shared/values/integers'
import { requireItem } from '../../../foundation/items'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { stockOf } from '../../../ledgers/inventory'
import { requireChannel } from '../../prices'
import type { OrderLineRow, OrderRow } from '../orders/order-store'
import { channelStore, type ChannelRule } from './channel-store'

/** Of what is free, what a channel may promise: without the buffer, of the rest its share, whole micro units. Pure. */
export function promisable(freeMicro: number, rule: Pick<ChannelRule, 'bufferMicro' | 'shareMicro'>): number {
  const restMicro = Math.max(0, freeMicro - rule.bufferMicro)
  return Number((BigInt(restMicro) * BigInt(rule.shareMicro)) / BigInt(MICRO))
}

/** What may be promised of an item now, to an order of this channel. */
export function promisableOf(reader: Reader, warehouseId: number, itemId: number, channelId: number | null): number {
  const { freeMicro } = stockOf(reader, warehouseId, itemId)
  const rule = channelId === null ? undefined : channelStore.ruleFor(reader, channelId, itemId)
  return rule === undefined ? freeMicro : promisable(freeMicro, rule)
}

/** Refuses `sales.channelStockShort` where there is stock, but not for this channel. */
export function requireChannelStock(
  tx: Tx,
  { order, line, promisableMicro }: { order: OrderRow; line: OrderLineRow; promisableMicro: number },
): void {
  const { freeMicro } = stockOf(tx, order.warehouse_id, line.item_id)
  // Too little for anybody: the refusal of the stock itself says more.
  if (freeMicro < line.quantity_micro) return
  const item = requireItem(tx, line.item_id)
  const text = (quantityMicro: number): string => formatScaled(quantityMicro, microDecimals, { minDecimals: 0 })
  refuse(
    'sales.channelStockShort',
    {
      item: `${item.code} ${item.name}`,
      wanted: text(line.quantity_micro),
      promisable: text(promisableMicro),
      free: text(freeMicro),
    },
    `lines.${line.line_number - 1}.quantityMicro`,
  )
}

/** Keeps a rule for all items of a channel, or for one; null takes it away. */
export function setChannelRule(
  tx: Tx,
  _actor: Actor,
  input: { channelId: number; itemId: number | null; bufferMicro: number; shareMicro: number },
): { done: true } {
  requireChannel(tx, input.channelId)
  if (input.itemId !== null) requireItem(tx, input.itemId)
  const { channelId, bufferMicro, shareMicro } = input
  const itemId = input.itemId ?? 0
  if (bufferMicro === 0 && shareMicro === MICRO && itemId === 0) channelStore.removeRule(tx, channelId, itemId)
  else channelStore.setRule(tx, { channelId, itemId, bufferMicro, shareMicro })
  tx.announce({ kind: 'sales.channelRuleSet', id: channelId })
  return { done: true }
}

export function listChannelRules(reader: Reader) {
  return {
    rows: channelStore.rules(reader).map(({ itemId, code, name, baseUnit, ...rule }) => ({
      ...rule,
      item: itemId === 0 ? null : { id: itemId, code: code ?? '', name: name ?? '', baseUnit: baseUnit ?? '' },
    })),
  }
}

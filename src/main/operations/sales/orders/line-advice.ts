import { localDate, type BusinessDate } from '../../../../shared/values/date'
import { unitCostMicro } from '../../../../shared/values/money'
import { MICRO } from '../../../../shared/values/integers'
import { currencyDecimalsOf } from '../../../foundation/company'
import { requireItem } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import { stockOf } from '../../../ledgers/inventory'
import { priceOf } from '../../prices'
import { promiseDateOf } from '../back-orders/promise-date'
import { lastPrices } from './order-queries'

export interface LineQuestion {
  readonly itemId: number
  readonly warehouseId: number
  readonly customerId?: number | undefined
  readonly channelId?: number | null | undefined
  readonly packId?: number | undefined
  /** Left out: one. */
  readonly quantityMicro?: number | undefined
  readonly on?: BusinessDate | undefined
}

/**
 * What a line may sell now and for how much. Where neither list nor promotion knows the item, the customer's last price
 * is proposed: that is what both remember.
 */
export function lineAdvice(reader: Reader, input: LineQuestion) {
  const item = requireItem(reader, input.itemId)
  const { onHandMicro, ownMicro, reservedMicro, freeMicro, valueMinor } = stockOf(reader, input.warehouseId, item.id)
  const { packId, customerId, channelId } = input
  const quantityMicro = input.quantityMicro ?? MICRO
  const on = input.on ?? localDate(reader.now)
  const price = priceOf(reader, { itemId: item.id, packId, quantityMicro, customerId, channelId, on }, item)
  const today = localDate(reader.now)
  const asked = { warehouseId: input.warehouseId, itemId: item.id, channelId: channelId ?? null, quantityMicro, today }
  const last = customerId === undefined ? [] : lastPrices(reader, item.id, customerId)
  const isItemPriceOnly = price.steps.length === 1 && price.steps[0]?.kind === 'item'
  return {
    onHandMicro,
    reservedMicro,
    freeMicro,
    priceMicro: isItemPriceOnly ? (last[0]?.priceMicro ?? price.priceMicro) : price.priceMicro,
    steps: [...price.steps],
    lastPrices: last,
    promiseOn: item.kind === 'service' ? today : (promiseDateOf(reader, asked) ?? null),
    unitCostMicro: ownMicro === 0 ? null : unitCostMicro(valueMinor, ownMicro, currencyDecimalsOf(reader)),
  }
}

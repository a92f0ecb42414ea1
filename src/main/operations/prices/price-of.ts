import type { BusinessDate } from '../../../shared/values/date'
import { requireItem, requirePack, type Item } from '../../foundation/items'
import type { Reader } from '../../kernel/db'
import { priceOfLine, type Price } from './price-engine'
import { priceStore } from './price-store'

export interface PriceAsked {
  readonly itemId: number
  /** Left out: the base unit. */
  readonly packId?: number | undefined
  readonly quantityMicro: number
  readonly customerId?: number | undefined
  /** Left out: the customer's own. */
  readonly channelId?: number | null | undefined
  readonly on: BusinessDate
}

/** What a quantity of an item costs this customer on this day, and how that came about. */
export function priceOf(reader: Reader, asked: PriceAsked, known?: Item): Price {
  const item = known ?? requireItem(reader, asked.itemId)
  const pack = asked.packId === undefined ? undefined : requirePack(reader, item.id, asked.packId)
  const terms = priceStore.terms(reader, asked.customerId ?? 0)
  const key = {
    itemId: item.id,
    on: asked.on,
    customerId: asked.customerId ?? 0,
    classId: terms.classId,
    channelId: asked.channelId ?? terms.channelId,
    category: item.category,
  }
  return priceOfLine({
    quantityMicro: asked.quantityMicro,
    packId: pack?.id ?? 0,
    packBaseQuantity: pack?.baseQuantity ?? 1,
    itemPriceMicro: item.salesPriceMicro,
    listPrices: priceStore.listPrices(reader, key),
    promotions: priceStore.promotions(reader, key),
    classDiscountMicro: terms.discountMicro,
    maximumDiscountMicro: priceStore.maximumDiscount(reader),
  })
}

import type { contract } from '../../../shared/contracts'
import { localDate } from '../../../shared/values/date'
import type { Handlers } from '../../kernel/dispatch'
import { priceOf } from './price-of'
import { getList, listLists, listPrices, listPromotions } from './price-queries'
import { priceStore } from './price-store'
import {
  removePrices,
  saveChannel,
  saveClass,
  saveList,
  savePromotion,
  setCustomerTerms,
  setPolicy,
  setPrices,
} from './save-prices'

export const handlers: Handlers<typeof contract.prices> = {
  listChannels: (reader) => ({
    rows: priceStore.channels(reader).map((row) => ({ ...row, active: row.active === 1 })),
  }),
  saveChannel: (tx, actor, input) => saveChannel(tx, actor, input),
  listClasses: (reader) => ({
    rows: priceStore.classes(reader).map(({ discount_micro, ...row }) => ({
      ...row,
      discountMicro: discount_micro,
      active: row.active === 1,
    })),
  }),
  saveClass: (tx, actor, input) => saveClass(tx, actor, input),
  customerTerms: (reader, _actor, input) => {
    const { classId, channelId } = priceStore.terms(reader, input.customerId)
    return { classId, channelId }
  },
  setCustomerTerms: (tx, actor, input) => setCustomerTerms(tx, actor, input),
  policy: (reader) => ({ maximumDiscountMicro: priceStore.maximumDiscount(reader) }),
  setPolicy: (tx, actor, input) => setPolicy(tx, actor, input),
  listLists: (reader, _actor, input) => listLists(reader, input),
  getList: (reader, _actor, input) => getList(reader, input),
  saveList: (tx, actor, input) => saveList(tx, actor, input),
  listPrices: (reader, _actor, input) => listPrices(reader, input),
  setPrices: (tx, actor, input) => setPrices(tx, actor, input),
  removePrices: (tx, actor, input) => removePrices(tx, actor, input),
  listPromotions: (reader, _actor, input) => listPromotions(reader, input),
  savePromotion: (tx, actor, input) => savePromotion(tx, actor, input),
  priceOf: (reader, _actor, input) => {
    const price = priceOf(reader, { ...input, on: input.on ?? localDate(reader.now) })
    return { ...price, steps: [...price.steps] }
  },
}

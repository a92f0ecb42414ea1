import { fromBasePriceMicro, quoteSides } from '../../../shared/values/exchange/rate'
import { formatScaled } from '../../../shared/values/format'
import type { DayRate } from '../currencies/day-rates'
import type { ItemFacts } from './order-lines'

/** What is known of an item, in the currency of the order. */
export function inCurrency(facts: ItemFacts, rate: DayRate | undefined): ItemFacts {
  if (rate === undefined) return facts
  const { unitCostMicro = null } = facts
  return {
    ...facts,
    priceMicro: fromBasePriceMicro(facts.priceMicro, rate),
    unitCostMicro: unitCostMicro === null ? null : fromBasePriceMicro(unitCostMicro, rate),
    // What was paid before is told in the currency of the books: beside a price in another it would mislead.
    lastPrices: '',
  }
}

/** The rate as it is quoted: 1 USD = 7.1000 CNY. */
export function rateText(rate: Omit<DayRate, 'validFrom'>): string {
  const [left, right] = quoteSides(rate, rate.base)
  return `${left} = ${formatScaled(rate.rateMicro, 6, { minDecimals: 4 })} ${right}`
}

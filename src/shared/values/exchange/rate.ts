import { divideRounded, MICRO, toSafeNumber } from '../integers'
import { currencyDecimals } from '../money'

/** How a currency is quoted: `direct`, so many of our own for `units` of it; `indirect`, so many of it for `units` of ours. */
export interface Quote {
  readonly units: number
  readonly quoted: 'direct' | 'indirect'
}

/** A rate as it reads (100 JPY = 4.7812 CNY, 1 EUR = 1.0850 USD): nothing is rounded before an amount is converted. */
export interface ExchangeRate extends Quote {
  readonly currency: string
  readonly rateMicro: number
}

/** What one unit of the foreign currency is in our own, as a fraction of whole units. */
function fractionOf({ units, quoted, rateMicro }: ExchangeRate): readonly [bigint, bigint] {
  const rate = BigInt(rateMicro)
  const per = BigInt(units) * BigInt(MICRO)
  return quoted === 'direct' ? [rate, per] : [per, rate]
}

const shift = (decimals: number): bigint => 10n ** BigInt(decimals)

/** An amount of the rate's currency in the currency of the books; rounded once, half away from zero. */
export function toBaseMinor(amountMinor: number, rate: ExchangeRate, base: string): number {
  const [numerator, denominator] = fractionOf(rate)
  const up = shift(currencyDecimals(base))
  const down = shift(currencyDecimals(rate.currency))
  return toSafeNumber(divideRounded(BigInt(amountMinor) * numerator * up, denominator * down))
}

/** An amount of the books in the rate's currency. */
export function fromBaseMinor(amountMinor: number, rate: ExchangeRate, base: string): number {
  const [numerator, denominator] = fractionOf(rate)
  const up = shift(currencyDecimals(rate.currency))
  const down = shift(currencyDecimals(base))
  return toSafeNumber(divideRounded(BigInt(amountMinor) * denominator * up, numerator * down))
}

/** A price (micro of the currency) in micro of the books' own. */
export function toBasePriceMicro(priceMicro: number, rate: ExchangeRate): number {
  const [numerator, denominator] = fractionOf(rate)
  return toSafeNumber(divideRounded(BigInt(priceMicro) * numerator, denominator))
}

/** A price of the books in micro of the rate's currency. */
export function fromBasePriceMicro(priceMicro: number, rate: ExchangeRate): number {
  const [numerator, denominator] = fractionOf(rate)
  return toSafeNumber(divideRounded(BigInt(priceMicro) * denominator, numerator))
}

/** The rate at which a foreign amount is exactly a base amount, as near as its decimals reach. */
export function impliedRateMicro(
  foreignMinor: number,
  baseMinor: number,
  rate: Omit<ExchangeRate, 'rateMicro'>,
  base: string,
): number {
  const foreign = BigInt(Math.abs(foreignMinor)) * shift(currencyDecimals(base))
  const own = BigInt(Math.abs(baseMinor)) * shift(currencyDecimals(rate.currency))
  const per = BigInt(rate.units) * BigInt(MICRO)
  return toSafeNumber(rate.quoted === 'direct' ? divideRounded(own * per, foreign) : divideRounded(foreign * per, own))
}

/** Both sides of a quote as people read it: 100 JPY = 4.7812 CNY. */
export function quoteSides(
  quote: Quote & { readonly currency: string },
  base: string,
): readonly [left: string, right: string] {
  return quote.quoted === 'direct'
    ? [`${quote.units} ${quote.currency}`, base]
    : [`${quote.units} ${base}`, quote.currency]
}

import { refuse } from '../../../../shared/errors'
import { fromBaseMinor, toBaseMinor, type ExchangeRate } from '../../../../shared/values/exchange/rate'
import { decimalText, multiplyDivide } from '../../../../shared/values/integers'
import { currencyDecimals } from '../../../../shared/values/money'
import { companyProfile, currencyDecimalsOf } from '../../../foundation/company'
import { rateFor } from '../../../foundation/currencies'
import type { Reader } from '../../../kernel/db'
import type { ForeignAmount } from '../../../ledgers/accounting'

/** Money that pays, or is left of an advance: in its own currency and what it is worth in the books. */
export interface Money {
  /** null: the currency of the books */
  readonly currency: string | null
  readonly rateMicro: number | null
  readonly amountMinor: number
  readonly baseMinor: number
}

/** An amount on an account, worth what the rate that is named, or that of the day, says. Base money asks for none. Refuses what is nothing in the books. */
export function moneyOn(
  reader: Reader,
  currency: string | null,
  amountMinor: number,
  day: { readonly on: string; readonly rateMicro?: number | undefined },
): Money {
  if (currency === null) return { currency, rateMicro: null, amountMinor, baseMinor: amountMinor }
  const rate = rateFor(reader, currency, day.on, day.rateMicro)
  const baseMinor = toBaseMinor(amountMinor, rate, companyProfile(reader).currency)
  if (baseMinor === 0 && amountMinor !== 0) refuse('accounting.amountTooSmall', { currency }, 'amountMinor')
  return { currency, rateMicro: rate.rateMicro, amountMinor, baseMinor }
}

/** What a part of the money is worth; the whole is worth the whole. */
export function worthOf({ currency, amountMinor, baseMinor }: Money, partMinor: number): number {
  if (currency === null || amountMinor === 0) return partMinor
  return multiplyDivide(baseMinor, partMinor, amountMinor)
}

/** An amount of one currency in another, by the rates of a day; null is the currency of the books. */
export function exchanged(
  reader: Reader,
  amountMinor: number,
  from: string | null,
  to: string | null,
  on: string,
): number {
  if (from === to) return amountMinor
  const base = companyProfile(reader).currency
  const rateOf = (currency: string): ExchangeRate => rateFor(reader, currency, on, undefined)
  const inBase = from === null ? amountMinor : toBaseMinor(amountMinor, rateOf(from), base)
  return to === null ? inBase : fromBaseMinor(inBase, rateOf(to), base)
}

/** The foreign side of a line; nothing for money of the books. */
export function inCurrency(currency: string | null, amountMinor: number): { foreign?: ForeignAmount } {
  return currency === null ? {} : { foreign: { currency, amountMinor } }
}

/** An amount as its currency is written, for refusals. */
export function writtenIn(reader: Reader, currency: string | null, amountMinor: number): string {
  const decimals = currency === null ? currencyDecimalsOf(reader) : currencyDecimals(currency)
  return currency === null ? decimalText(amountMinor, decimals) : `${decimalText(amountMinor, decimals)} ${currency}`
}

/** Refuses `treasury.otherCurrency`. */
export function requireSameCurrency(reader: Reader, own: string | null, other: string | null, field: string): void {
  if (own === other) return
  const base = companyProfile(reader).currency
  refuse('treasury.otherCurrency', { own: own ?? base, currency: other ?? base }, field)
}

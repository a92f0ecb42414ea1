/**
 * Foreign currencies that the company deals in, how each is quoted, and their dated rates.
 *
 * Invariants: a currency's way of quoting never changes, so that a rate kept on a document reads the same for ever; one
 * rate a day and currency. A rate of the table may be mended: documents carry their own.
 * Tables: currencies_currency, currencies_rate.
 */
import { refuse } from '../../../shared/errors'
import type { BusinessDate } from '../../../shared/values/date'
import type { DocumentMoney } from '../../../shared/values/exchange/line-amounts'
import type { ExchangeRate } from '../../../shared/values/exchange/rate'
import type { Reader } from '../../kernel/db'
import { companyProfile } from '../company'
import { currencyStore, type Currency } from './currency-store'

export { handlers } from './handlers'

/** Whether the company has ever added a foreign currency. */
export function dealsInForeign(reader: Reader): boolean {
  return currencyStore.all(reader).length > 0
}

/** The foreign currencies in use, by their codes. */
export function currencyCodes(reader: Reader): string[] {
  return currencyStore
    .all(reader)
    .filter(({ active }) => active === 1)
    .map(({ code }) => code)
}

/** A foreign currency in use. Refuses `currencies.notInUse`. */
export function requireCurrency(reader: Reader, code: string, field = 'currency'): Currency {
  const currency = currencyStore.find(reader, code)
  if (currency === undefined || currency.active !== 1) return refuse('currencies.notInUse', { currency: code }, field)
  return currency
}

/** The last rate on or before a day; undefined where there is none yet. */
export function lastRate(reader: Reader, code: string, on: BusinessDate): ExchangeRate | undefined {
  const { units, quoted } = known(reader, code)
  const rate = currencyStore.lastOn(reader, code, on)
  return rate === undefined ? undefined : { currency: code, units, quoted, rateMicro: rate.rateMicro }
}

/** The day from which that rate counts. */
export function lastRateDay(reader: Reader, code: string, on: BusinessDate): BusinessDate | undefined {
  return currencyStore.lastOn(reader, code, on)?.validFrom
}

/** Refuses `currencies.rateMissing`: it says which rate is missing and where to enter it. */
function rateOn(reader: Reader, code: string, on: BusinessDate): ExchangeRate {
  return lastRate(reader, code, on) ?? refuse('currencies.rateMissing', { currency: code, date: on }, 'rateMicro')
}

/**
 * What a document is in: the rate of its currency, fixed on it, or null for the books' own. Only a foreign document asks
 * anything.
 */
export function documentMoney(
  reader: Reader,
  wish: { readonly currency: string | null; readonly rateMicro?: number | null | undefined },
  on: BusinessDate,
): DocumentMoney {
  const base = companyProfile(reader).currency
  const { currency } = wish
  if (currency === null || currency === base) return { base, rate: null }
  requireCurrency(reader, currency)
  return { base, rate: rateFor(reader, currency, on, wish.rateMicro) }
}

/** A rate that a document carries, or the day's where it names none. */
export function rateFor(
  reader: Reader,
  code: string,
  on: BusinessDate,
  rateMicro: number | null | undefined,
): ExchangeRate {
  if (rateMicro === null || rateMicro === undefined) return rateOn(reader, code, on)
  const { units, quoted } = known(reader, code)
  return { currency: code, units, quoted, rateMicro }
}

function known(reader: Reader, code: string): Currency {
  return currencyStore.find(reader, code) ?? refuse('currencies.notInUse', { currency: code }, 'currency')
}

export { pricesWithTaxCheck } from './price-check'

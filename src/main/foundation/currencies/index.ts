/**
 * Foreign currencies that the company deals in, how each is quoted, and their dated rates.
 *
 * Invariants: a currency's way of quoting never changes, so that a rate kept on a document reads the same for ever; one
 * rate a day and currency. A rate of the table may be mended: documents carry their own.
 * Tables: currencies_currency, currencies_rate.
 */
import { refuse } from '../../../shared/errors'
import type { BusinessDate } from '../../../shared/values/date'
import type { ExchangeRate } from '../../../shared/values/exchange/rate'
import type { Reader } from '../../kernel/db'
import { currencyStore, type Currency } from './currency-store'

export { handlers } from './handlers'

/** A foreign currency in use. Refuses `currencies.notInUse`. */
export function requireCurrency(reader: Reader, code: string, field = 'currency'): Currency {
  const currency = currencyStore.find(reader, code)
  if (currency === undefined || currency.active !== 1) return refuse('currencies.notInUse', { currency: code }, field)
  return currency
}

/** The last rate on or before a day. Refuses `currencies.rateMissing`: it says which one and where to enter it. */
export function rateOn(reader: Reader, code: string, on: BusinessDate): ExchangeRate {
  const { units, quoted } = known(reader, code)
  const rate = currencyStore.lastOn(reader, code, on)
  if (rate === undefined) return refuse('currencies.rateMissing', { currency: code, date: on }, 'rateMicro')
  return { currency: code, units, quoted, rateMicro: rate.rateMicro }
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

import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { fromBaseMinor, toBaseMinor, type ExchangeRate } from '../../../shared/values/exchange/rate'
import { api } from '../engine'
import { useSession } from '../session'
import { useForeignCurrencies } from './foreign-currencies'

/** A day's rate of a currency, and the currency of the books beside it. */
export interface DayRate extends ExchangeRate {
  readonly base: string
  readonly validFrom: string
}

/** The rates of a day for every currency in use; a currency without one yet answers undefined. */
export function useDayRates(on: string): (currency: string) => DayRate | undefined {
  const { currency: base } = useSession().company
  const foreign = useForeignCurrencies()
  const answers = useQueries({
    queries: foreign.map(({ code }) => api.currencies.rateOn.queryOptions({ input: { currency: code, on } })),
    combine: (results) => results.map(({ data }) => data),
  })
  return useMemo(() => {
    const rates = new Map<string, DayRate>()
    for (const [at, { code, units, quoted }] of foreign.entries()) {
      const { rateMicro = null, validFrom = null } = answers[at] ?? {}
      if (rateMicro !== null && validFrom !== null)
        rates.set(code, { currency: code, units, quoted, rateMicro, validFrom, base })
    }
    return (currency) => rates.get(currency)
  }, [foreign, answers, base])
}

/** An amount of one currency in another at a day's rates (null: the books' own); undefined where a rate is missing. */
export function exchanged(
  amountMinor: number,
  from: string | null,
  to: string | null,
  rateOf: (currency: string) => DayRate | undefined,
): number | undefined {
  if (from === to) return amountMinor
  const [left, right] = [from === null ? null : rateOf(from), to === null ? null : rateOf(to)]
  if (left === undefined || right === undefined) return undefined
  const inBase = left === null ? amountMinor : toBaseMinor(amountMinor, left, left.base)
  return right === null ? inBase : fromBaseMinor(inBase, right, right.base)
}

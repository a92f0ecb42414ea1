import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ExchangeRate } from '../../../shared/values/exchange/rate'
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

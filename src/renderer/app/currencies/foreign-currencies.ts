import { useQuery } from '@tanstack/react-query'
import { api, type Engine } from '../engine'

export type ForeignCurrency = Awaited<ReturnType<Engine['currencies']['listCurrencies']>>['rows'][number]

const NONE: readonly ForeignCurrency[] = []

/** Currencies beside the books' own that may be used. Empty until a company adds one: then no screen asks for any. */
export function useForeignCurrencies(): readonly ForeignCurrency[] {
  const { data } = useQuery(
    api.currencies.listCurrencies.queryOptions({ input: {}, select: ({ rows }) => rows.filter((row) => row.isActive) }),
  )
  return data ?? NONE
}

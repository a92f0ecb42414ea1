import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { LookupItem } from '../../ui'
import { api } from '../engine'

/** Finds accounts of the books that take postings, by code or name in either language. */
export function useAccountLookup(): (text: string) => Promise<LookupItem[]> {
  const { data } = useQuery(api.accounting.listAccounts.queryOptions({ input: {} }))
  return useCallback(
    async (text) => {
      const wanted = text.trim().toLowerCase()
      return (data?.rows ?? [])
        .filter((row) => row.isPostable && `${row.code} ${row.name} ${row.otherName}`.toLowerCase().includes(wanted))
        .slice(0, 12)
        .map((row) => ({ key: row.code, code: row.code, name: row.name }))
    },
    [data],
  )
}

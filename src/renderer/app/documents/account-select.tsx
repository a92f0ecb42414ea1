import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { api, type Engine } from '../engine'

export type MoneyAccount = Awaited<ReturnType<Engine['treasury']['listAccounts']>>['rows'][number]

/** The accounts in use, those of one way of paying where it is named. */
export function useMoneyAccounts(method?: 'bank' | 'cash'): readonly MoneyAccount[] {
  const { data } = useQuery(api.treasury.listAccounts.queryOptions({ input: {} }))
  return (data?.rows ?? []).filter(
    ({ isActive, kind }) => isActive && (method === undefined || (kind === 'bank') === (method === 'bank')),
  )
}

export function AccountSelect(props: {
  readonly id?: string
  readonly accounts: readonly MoneyAccount[]
  readonly value: number | undefined
  readonly onChange: (id: number) => void
}): ReactNode {
  const { accounts, value, onChange, ...rest } = props
  return (
    <Select
      {...rest}
      style={{ width: '100%' }}
      value={value ?? null}
      options={accounts.map(({ id, name, accountCode, currency }) => ({
        value: id,
        label: `${accountCode} ${name}${currency === null ? '' : ` ${currency}`}`,
      }))}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen)
      }}
    />
  )
}

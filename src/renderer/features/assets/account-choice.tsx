import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { api } from '../../app/engine'

/** Chooses an account of the books that takes postings, by code or name. */
export function AccountChoice(props: {
  readonly id?: string
  readonly value: string | undefined
  readonly onChange: (code: string) => void
}): ReactNode {
  const { value, onChange, ...rest } = props
  const { data } = useQuery(api.accounting.listAccounts.queryOptions({ input: {} }))
  return (
    <Select
      {...rest}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      value={value ?? null}
      options={(data?.rows ?? [])
        .filter(({ isPostable }) => isPostable)
        .map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      onChange={(code) => {
        if (code !== null) onChange(code)
      }}
    />
  )
}

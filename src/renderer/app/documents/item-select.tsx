import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { api } from '../engine'

/** Chooses an item by code, name or barcode. */
export function ItemSelect(props: {
  readonly id?: string
  readonly label?: string
  readonly placeholder?: string
  readonly value: number | null | undefined
  /** Shown until the list is read: the present one. */
  readonly text?: string | undefined
  readonly onChange: (id: number | null, name: string) => void
}): ReactNode {
  const { id, label, placeholder, value, text, onChange } = props
  const [typed, setTyped] = useState('')
  const { data } = useQuery({
    ...api.items.findItems.queryOptions({ input: { text: typed, limit: 30 } }),
    placeholderData: keepPreviousData,
  })
  const options = (data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.code} ${row.name}` }))
  if (value != null && text !== undefined && !options.some((option) => option.value === value)) {
    options.unshift({ value, label: text })
  }
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(placeholder === undefined ? {} : { placeholder })}
      allowClear
      style={{ width: '100%', minWidth: 200 }}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      value={value ?? null}
      options={options}
      onChange={(chosen: number | null | undefined) =>
        onChange(chosen ?? null, options.find((option) => option.value === chosen)?.label ?? '')
      }
    />
  )
}

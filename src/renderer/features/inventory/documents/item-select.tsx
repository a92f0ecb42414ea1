import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { engine } from '../../../app/engine'

/** Chooses one stock item by code or name. */
export function ItemSelect(props: {
  readonly id?: string
  readonly value: number | undefined
  readonly autoFocus?: boolean
  readonly onChange: (id: number) => void
}): ReactNode {
  const { value, onChange, ...rest } = props
  const [typed, setTyped] = useState('')
  const { data } = useQuery({
    queryKey: [['items', 'select'], typed, value],
    queryFn: async ({ signal }) => {
      const { rows } = await engine.items.listItems({ kind: 'stock', filter: typed, limit: 30 }, { signal })
      if (value === undefined || rows.some((row) => row.id === value)) return rows
      return [await engine.items.getItem({ id: value }, { signal }), ...rows]
    },
    placeholderData: keepPreviousData,
  })
  return (
    <Select
      {...rest}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      style={{ width: '100%' }}
      value={value ?? null}
      options={(data ?? []).map((row) => ({ value: row.id, label: `${row.code} ${row.name}` }))}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen)
      }}
    />
  )
}

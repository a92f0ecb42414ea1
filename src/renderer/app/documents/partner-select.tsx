import { Select } from 'antd'
import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { engine } from '../engine'

/** Chooses a customer or supplier by code, name or pinyin initials. */
export function PartnerSelect(props: {
  readonly id?: string
  /** Where no label stands beside it. */
  readonly 'aria-label'?: string
  readonly placeholder?: string
  readonly side: 'customer' | 'supplier' | 'any'
  readonly value: number | undefined
  /** Shown until the list is read: the name of the present one. */
  readonly text?: string | undefined
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly onChange: (id: number) => void
}): ReactNode {
  const { side, value, text, onChange, ...rest } = props
  const [typed, setTyped] = useState('')
  const { data = [], isPlaceholderData } = useQuery({
    queryKey: [['parties', 'select'], side, typed],
    queryFn: ({ signal }) => searchPartners(side, typed, signal),
    placeholderData: keepPreviousData,
  })
  const found = data.map((row) => ({ value: row.id, label: `${row.code} ${row.name}` }))
  // Whoever types on and presses Enter must not get what matched the letters before.
  const wanted = typed.trim().toLowerCase()
  const options = isPlaceholderData ? found.filter((option) => option.label.toLowerCase().includes(wanted)) : found
  if (value !== undefined && text !== undefined && !options.some((option) => option.value === value)) {
    options.unshift({ value, label: text })
  }
  return (
    <Select
      {...rest}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      style={{ width: '100%' }}
      value={value ?? null}
      options={options}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen)
      }}
    />
  )
}

async function searchPartners(side: 'customer' | 'supplier' | 'any', text: string, signal: AbortSignal) {
  const { rows } = await engine.parties.listPartners({ side, filter: text, limit: 30, offset: 0 }, { signal })
  if (rows.length > 0 || text === '') return rows
  // Pinyin initials are found only by the search index.
  const { hits } = await engine.search.find({ text, limit: 30 }, { signal })
  return hits
    .filter((hit) => hit.kind === 'parties.partner')
    .map((hit) => ({ id: hit.id, code: hit.subtitle, name: hit.title }))
}

import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/engine'

/** One department, or 0: the word that the page has for none. Not shown where the company has no departments. */
export function DepartmentSelect(props: {
  readonly value: number
  readonly none: string
  readonly onChange: (id: number) => void
}): ReactNode {
  const { value, none, onChange } = props
  const { t } = useTranslation()
  const { data } = useQuery(api.accounting.listDimensions.queryOptions({ input: {} }))
  const departments = (data?.rows ?? []).filter(({ dimension }) => dimension === 'department')
  if (departments.length === 0) return null
  return (
    <Select
      aria-label={t('accounting.dimensions.department')}
      style={{ width: 200 }}
      value={value}
      options={[
        { value: 0, label: none },
        ...departments.map((row) => ({ value: row.id, label: `${row.code} ${row.name}` })),
      ]}
      onChange={onChange}
    />
  )
}

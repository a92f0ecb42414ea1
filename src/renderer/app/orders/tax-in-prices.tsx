import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Whether the prices of a document are typed with the tax that they include, or without it. */
export function TaxInPrices(props: {
  readonly id: string
  readonly value: boolean
  onChange(includesTax: boolean): void
}): ReactNode {
  const { t } = useTranslation()
  return (
    <Select
      id={props.id}
      style={{ width: '100%' }}
      value={props.value}
      options={[
        { value: false, label: t('app.lines.withoutTax') },
        { value: true, label: t('app.lines.withTax') },
      ]}
      onChange={props.onChange}
    />
  )
}

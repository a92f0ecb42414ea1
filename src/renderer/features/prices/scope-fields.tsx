import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/engine'
import { ScaledInput } from '../../ui'

/** Channel and class that a list or promotion is for; both empty: everyone. */
export function ScopeFields(): ReactNode {
  const { t } = useTranslation()
  const { data: channels } = useQuery(api.prices.listChannels.queryOptions({ input: {} }))
  const { data: classes } = useQuery(api.prices.listClasses.queryOptions({ input: {} }))
  const named = (rows: readonly { id: number; name: string; active: boolean }[] | undefined) =>
    (rows ?? []).filter((row) => row.active).map((row) => ({ value: row.id, label: row.name }))
  return (
    <>
      <Form.Item name="classId" label={t('prices.customerClass')}>
        <Select allowClear placeholder={t('prices.anyClass')} options={named(classes?.rows)} />
      </Form.Item>
      <Form.Item name="channelId" label={t('prices.channel')}>
        <Select allowClear placeholder={t('prices.anyChannel')} options={named(channels?.rows)} />
      </Form.Item>
    </>
  )
}

const PERCENT_DECIMALS = 4

/** A part of one in micro, typed as percent: 5 is 50000. */
export function PercentInput(props: {
  readonly id?: string
  readonly value?: number | null
  readonly onChange?: (value: number | null) => void
  readonly placeholder?: string
  readonly 'aria-label'?: string
}): ReactNode {
  return <ScaledInput {...props} decimals={PERCENT_DECIMALS} minDecimals={0} suffix="%" />
}

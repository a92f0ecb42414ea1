import { useQuery } from '@tanstack/react-query'
import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../shared/values/date'
import { api } from '../../app/engine'
import { useSession } from '../../app/session'
import { Field } from '../../ui'

export interface IntakeHead {
  readonly channelId: number | undefined
  readonly warehouseId: number | undefined
  readonly promisedOn: string
  readonly setPromisedOn: (day: string) => void
  readonly fields: ReactNode
}

/** By which channel, from which warehouse, for when: what every way of taking orders asks first. */
export function useIntakeHead(): IntakeHead {
  const { t } = useTranslation()
  const { company } = useSession()
  const [channel, setChannel] = useState<number>()
  const [warehouse, setWarehouse] = useState<number>()
  const [promisedOn, setPromisedOn] = useState(() => addDays(company.today, 1))
  const { data: channels } = useQuery(api.prices.listChannels.queryOptions({ input: {} }))
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const active = (channels?.rows ?? []).filter((row) => row.active)
  const channelId = channel ?? active[0]?.id
  const warehouseId = warehouse ?? warehouses?.rows[0]?.id
  return {
    channelId,
    warehouseId,
    promisedOn,
    setPromisedOn,
    fields: (
      <>
        <Field
          label={t('orders.channel')}
          hint={channels !== undefined && active.length === 0 ? t('orders.noChannel') : ''}
        >
          {(control) => (
            <Select
              id={control.id}
              value={channelId ?? null}
              options={active.map((row) => ({ value: row.id, label: row.name }))}
              onChange={(id) => {
                if (id !== null) setChannel(id)
              }}
            />
          )}
        </Field>
        {(warehouses?.rows.length ?? 0) < 2 ? null : (
          <Field label={t('orders.warehouse')}>
            {(control) => (
              <Select
                id={control.id}
                value={warehouseId ?? null}
                options={(warehouses?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
                onChange={(id) => {
                  if (id !== null) setWarehouse(id)
                }}
              />
            )}
          </Field>
        )}
        <Field label={t('orders.promisedOn')}>
          {(control) => (
            <DatePicker
              id={control.id}
              allowClear={false}
              value={dayjs(promisedOn)}
              onChange={(day) => day && setPromisedOn(day.format('YYYY-MM-DD'))}
            />
          )}
        </Field>
      </>
    ),
  }
}

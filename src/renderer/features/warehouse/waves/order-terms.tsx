import { Button, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { engine } from '../../../app/engine'
import { RefusalAlert } from '../../../ui'

/** Priority, carrier and channel of the chosen orders: what rules form waves by. */
export function OrderTerms(props: { readonly warehouseId: number; readonly orderIds: readonly number[] }): ReactNode {
  const { warehouseId, orderIds } = props
  const { t } = useTranslation()
  const [priority, setPriority] = useState<number>()
  const [carrier, setCarrier] = useState('')
  const [channel, setChannel] = useState('')
  const set = useCommand(engine.warehouse.setOrderTerms)
  const isEmpty = priority === undefined && carrier.trim() === '' && channel.trim() === ''
  const submit = async (): Promise<void> => {
    const answer = await set.run({
      warehouseId,
      orderIds: [...orderIds],
      ...(priority === undefined ? {} : { priority }),
      ...(carrier.trim() === '' ? {} : { carrier: carrier.trim() }),
      ...(channel.trim() === '' ? {} : { channel: channel.trim() }),
    })
    if (answer === undefined) return
    setPriority(undefined)
    setCarrier('')
    setChannel('')
  }
  return (
    <details className="k-wave-terms">
      <summary>{t('warehouse.termsOfChosen')}</summary>
      {set.refusal === undefined ? null : <RefusalAlert refusal={set.refusal} onClose={set.clearRefusal} />}
      <div className="k-wave-plan">
        <Select
          aria-label={t('warehouse.priority')}
          placeholder={t('warehouse.priority')}
          allowClear
          value={priority ?? null}
          onChange={(value: number | null) => setPriority(value ?? undefined)}
          options={[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((value) => ({
            value,
            label: value === 0 ? t('warehouse.normal') : `${t('warehouse.urgent')} ${value}`,
          }))}
        />
        <Input
          aria-label={t('warehouse.carrier')}
          placeholder={t('warehouse.carrier')}
          maxLength={60}
          value={carrier}
          onChange={(event) => setCarrier(event.target.value)}
        />
        <Input
          aria-label={t('warehouse.channel')}
          placeholder={t('warehouse.channel')}
          maxLength={40}
          value={channel}
          onChange={(event) => setChannel(event.target.value)}
        />
        <Button disabled={isEmpty} loading={set.isRunning} onClick={() => void submit()}>
          {t('warehouse.setTerms')}
        </Button>
      </div>
    </details>
  )
}

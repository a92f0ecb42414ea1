import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Checkbox, DatePicker, Form, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { api, engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { filledIn } from '../../../app/documents/record-form'
import { useSession } from '../../../app/session'
import { Dialog, RefusalAlert } from '../../../ui'
import { useWarehouse } from '../layout/warehouse-select'

interface CountForm {
  readonly on: Dayjs
  readonly bins: { readonly value: number }[]
  readonly zoneId: number | null
  readonly isFrozen: boolean
  readonly note: string
}

/** Chooses bins for a blind count; clerks find it at the station. */
export function NewCount({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const { warehouse } = useWarehouse()
  const [typed, setTyped] = useState('')
  const id = useId()
  const [form] = Form.useForm<CountForm>()
  const command = useCommand(engine.warehouse.startCount)
  const { data } = useQuery({
    ...api.warehouse.listBins.queryOptions({
      input: { warehouseId: warehouse?.id ?? 0, filter: typed, limit: 50 },
      enabled: warehouse !== undefined,
    }),
    placeholderData: keepPreviousData,
  })
  const zones = useQuery(
    api.warehouse.listZones.queryOptions({
      input: { warehouseId: warehouse?.id ?? 0 },
      enabled: warehouse !== undefined,
    }),
  )
  const zoneId = Form.useWatch('zoneId', form)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const { on, bins, note, isFrozen } = fields
    const answer = await command.run({
      warehouseId: warehouse?.id ?? 0,
      binIds: bins.map((bin) => bin.value),
      ...(fields.zoneId === null ? {} : { zoneId: fields.zoneId }),
      isFrozen,
      countedOn: on.format('YYYY-MM-DD'),
      note,
    })
    if (answer === undefined) return
    onClose()
    open('warehouse.count', { id: answer.id })
  }
  const needed = [{ required: true, message: t('app.needed') }]
  return (
    <Dialog
      title={t('warehouse.newCount')}
      okText={t('warehouse.newCount')}
      okButtonProps={{ loading: command.isRunning }}
      cancelText={t('app.cancel')}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {command.refusal === undefined ? null : <RefusalAlert refusal={command.refusal} />}
      <Form
        form={form}
        name={id}
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: dayjs(company.today), bins: [], note: '', zoneId: null, isFrozen: false }}
      >
        <Form.Item
          name="bins"
          label={t('warehouse.binsToCount')}
          extra={t('warehouse.binsToCountHint')}
          rules={typeof zoneId === 'number' ? [] : needed}
        >
          <Select
            mode="multiple"
            labelInValue
            autoFocus
            showSearch={{ filterOption: false, onSearch: setTyped }}
            options={(data?.rows ?? []).map((bin) => ({ value: bin.id, label: bin.code }))}
          />
        </Form.Item>
        <Form.Item name="zoneId" label={t('warehouse.floor.counting.zone')}>
          <Select
            options={[
              { value: null, label: t('warehouse.floor.counting.noZone') },
              ...(zones.data?.rows ?? []).map((zone) => ({ value: zone.id, label: `${zone.code} ${zone.name}` })),
            ]}
          />
        </Form.Item>
        <Form.Item name="isFrozen" valuePropName="checked" extra={t('warehouse.floor.counting.freezeHint')}>
          <Checkbox>{t('warehouse.floor.counting.freeze')}</Checkbox>
        </Form.Item>
        <Form.Item name="on" label={t('warehouse.countedOn')} rules={needed}>
          <DatePicker allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="note" label={t('warehouse.note')}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

import { Form, Input, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { filledIn } from '../../../app/documents/record-form'
import { engine, type Engine } from '../../../app/engine'
import { Dialog, RefusalAlert } from '../../../ui'

export type ZoneOf = Awaited<ReturnType<Engine['warehouse']['putawaySettings']>>['zones'][number]
export type Temperature = ZoneOf['temperature']

export const TEMPERATURES: readonly Temperature[] = ['', 'cool', 'chilled', 'frozen']

export function climateKey(temperature: Temperature): string {
  return `warehouse.floor.climates.${temperature === '' ? 'room' : temperature}`
}

const NEW = { code: '', name: '', categories: [], temperature: '' } as const

/** A zone, or a new one of a warehouse: its name, the categories it was made for, its climate. */
export function ZoneDialog(props: {
  readonly warehouseId: number
  readonly zone: ZoneOf | undefined
  readonly onClose: () => void
}): ReactNode {
  const { warehouseId, zone, onClose } = props
  const { t } = useTranslation()
  const id = useId()
  const [form] = Form.useForm<Pick<ZoneOf, 'code' | 'name' | 'categories' | 'temperature'>>()
  const save = useCommand(engine.warehouse.saveZone)
  const add = useCommand(engine.warehouse.addZone)
  const refusal = save.refusal ?? add.refusal
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const { code, ...rest } = fields
    const answer =
      zone === undefined ? await add.run({ warehouseId, code, ...rest }) : await save.run({ zoneId: zone.id, ...rest })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={zone?.code ?? t('warehouse.floor.newZone')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning || add.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Form form={form} name={id} layout="vertical" requiredMark={false} initialValues={zone ?? NEW}>
        {zone === undefined ? (
          <Form.Item name="code" label={t('warehouse.code')} rules={[{ required: true, message: t('app.needed') }]}>
            <Input autoFocus maxLength={40} />
          </Form.Item>
        ) : null}
        <Form.Item name="name" label={t('warehouse.name')} rules={[{ required: true, message: t('app.needed') }]}>
          <Input autoFocus={zone !== undefined} maxLength={200} />
        </Form.Item>
        <Form.Item name="temperature" label={t('warehouse.floor.climate')}>
          <Select options={TEMPERATURES.map((value) => ({ value, label: t(climateKey(value)) }))} />
        </Form.Item>
        <Form.Item name="categories" label={t('warehouse.categories')} extra={t('warehouse.categoriesHint')}>
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

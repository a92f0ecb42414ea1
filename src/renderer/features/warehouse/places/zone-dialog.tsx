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

/** What a zone is for: its name, the categories it was made for, its climate. */
export function ZoneDialog(props: { readonly zone: ZoneOf; readonly onClose: () => void }): ReactNode {
  const { zone, onClose } = props
  const { t } = useTranslation()
  const id = useId()
  const [form] = Form.useForm<Pick<ZoneOf, 'name' | 'categories' | 'temperature'>>()
  const save = useCommand(engine.warehouse.saveZone)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields !== undefined && (await save.run({ zoneId: zone.id, ...fields })) !== undefined) onClose()
  }
  return (
    <Dialog
      title={zone.code}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <Form form={form} name={id} layout="vertical" requiredMark={false} initialValues={zone}>
        <Form.Item name="name" label={t('warehouse.name')} rules={[{ required: true, message: t('app.needed') }]}>
          <Input autoFocus maxLength={200} />
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

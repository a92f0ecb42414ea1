import { Checkbox, Form, Input, InputNumber } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { ItemSelect } from '../../../app/documents/item-select'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { filledIn } from '../../../app/documents/record-form'
import { engine } from '../../../app/engine'
import { Dialog, RefusalAlert, ScaledInput } from '../../../ui'
import type { QualityPlan } from './plans-page'

interface PlanFields {
  readonly name: string
  readonly itemId: number | null
  readonly category: string
  readonly supplierId: number | null | undefined
  readonly samplePermille: number
  readonly sampleMinimumMicro: number | null
  readonly points: string
  readonly asksPhoto: boolean
}

/** What a plan is for and what it looks at. */
export function PlanDialog(props: { readonly plan: QualityPlan | undefined; readonly onClose: () => void }): ReactNode {
  const { plan, onClose } = props
  const { t } = useTranslation()
  const id = useId()
  const [form] = Form.useForm<PlanFields>()
  const save = useCommand(engine.quality.savePlan)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const points = fields.points.split('\n').map((line) => line.trim())
    const saved = await save.run({
      ...fields,
      ...(plan === undefined ? {} : { id: plan.id }),
      itemId: fields.itemId ?? null,
      supplierId: fields.supplierId ?? null,
      sampleMinimumMicro: fields.sampleMinimumMicro ?? 0,
      points: points.filter((line) => line !== ''),
    })
    if (saved !== undefined) onClose()
  }
  const needed = [{ required: true, message: t('app.needed') }]
  const initial: PlanFields = {
    name: plan?.name ?? '',
    itemId: plan?.item?.id ?? null,
    category: plan?.category ?? '',
    supplierId: plan?.supplier?.id,
    samplePermille: plan?.samplePermille ?? 100,
    sampleMinimumMicro: plan?.sampleMinimumMicro ?? 1_000_000,
    points: plan?.points.join('\n') ?? '',
    asksPhoto: plan?.asksPhoto ?? false,
  }
  return (
    <Dialog
      title={t(plan === undefined ? 'quality.newPlan' : 'quality.editPlan')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <Form form={form} name={id} layout="vertical" requiredMark={false} initialValues={initial}>
        <Form.Item name="name" label={t('quality.name')} rules={needed}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item name="itemId" label={t('quality.item')}>
          <ItemSelect
            placeholder={t('quality.anyItem')}
            value={plan?.item?.id}
            text={plan?.item?.name}
            onChange={() => undefined}
          />
        </Form.Item>
        <Form.Item name="category" label={t('quality.category')}>
          <Input maxLength={60} placeholder={t('quality.anyHint')} />
        </Form.Item>
        <Form.Item name="supplierId" label={t('quality.supplier')}>
          <PartnerSelect
            side="supplier"
            placeholder={t('quality.anySupplier')}
            value={plan?.supplier?.id}
            text={plan?.supplier?.name}
            onChange={() => undefined}
          />
        </Form.Item>
        <div className="k-carton-fields">
          <Form.Item name="samplePermille" label={t('quality.sampleShare')} rules={needed}>
            <InputNumber min={0} max={1000} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="sampleMinimumMicro" label={t('quality.sampleMinimum')}>
            <ScaledInput decimals={6} />
          </Form.Item>
        </div>
        <Form.Item name="points" label={t('quality.points')} extra={t('quality.pointsHint')} rules={needed}>
          <Input.TextArea rows={4} />
        </Form.Item>
        <Form.Item name="asksPhoto" valuePropName="checked">
          <Checkbox>{t('quality.asksPhoto')}</Checkbox>
        </Form.Item>
      </Form>
    </Dialog>
  )
}

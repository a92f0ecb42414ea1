import { DatePicker, Form, Input, Segmented, Switch } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { engine } from '../../../app/engine'
import { filledIn } from '../../../app/documents/record-form'
import { useSession } from '../../../app/session'
import { Dialog, RefusalAlert } from '../../../ui'
import type { linesToKeep } from './voucher-lines'

export interface TemplateDialogProps {
  readonly template: {
    readonly id?: number
    readonly name?: string
    readonly memo: string
    readonly word: string
    readonly lines: ReturnType<typeof linesToKeep>
    readonly nextOn?: string | null
    readonly endsOn?: string | null
    readonly reverses?: boolean
  }
  onClose(): void
}

interface Fields {
  readonly name: string
  readonly memo: string
  readonly rhythm: 'byHand' | 'monthly'
  readonly nextOn: Dayjs
  readonly endsOn: Dayjs | null
  readonly reverses: boolean
}

/** Names a voucher to take again, by hand or every month. */
export function TemplateDialog({ template, onClose }: TemplateDialogProps): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const id = useId()
  const [form] = Form.useForm<Fields>()
  const rhythm = Form.useWatch('rhythm', form)
  const save = useCommand(engine.accounting.saveTemplate)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const isMonthly = fields.rhythm === 'monthly'
    const answer = await save.run({
      ...(template.id === undefined ? {} : { id: template.id }),
      name: fields.name,
      memo: fields.memo,
      ...(template.word === '' ? {} : { word: template.word }),
      lines: template.lines,
      reverses: isMonthly && fields.reverses,
      ...(isMonthly ? { nextOn: fields.nextOn.format('YYYY-MM-DD') } : {}),
      ...(isMonthly && fields.endsOn ? { endsOn: fields.endsOn.endOf('month').format('YYYY-MM-DD') } : {}),
    })
    if (answer === undefined) return
    onClose()
  }
  const required = [{ required: true, message: t('app.needed') }]
  return (
    <Dialog
      title={t('accounting.template')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <Form
        form={form}
        name={id}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: template.name ?? '',
          memo: template.memo,
          rhythm: template.nextOn === undefined || template.nextOn === null ? 'byHand' : 'monthly',
          nextOn: dayjs(template.nextOn ?? company.today),
          endsOn: template.endsOn ? dayjs(template.endsOn) : null,
          reverses: template.reverses ?? false,
        }}
      >
        <Form.Item name="name" label={t('accounting.templateName')} rules={required}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item name="memo" label={t('accounting.memo')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="rhythm" label={t('accounting.rhythm')}>
          <Segmented
            block
            options={(['byHand', 'monthly'] as const).map((value) => ({
              value,
              label: t(`accounting.rhythms.${value}`),
            }))}
          />
        </Form.Item>
        {rhythm === 'monthly' ? (
          <>
            <Form.Item name="nextOn" label={t('accounting.nextOn')}>
              <DatePicker picker="month" allowClear={false} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="endsOn" label={t('accounting.endsOn')}>
              <DatePicker picker="month" style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="reverses" label={t('accounting.reverses')} valuePropName="checked">
              <Switch />
            </Form.Item>
          </>
        ) : null}
      </Form>
    </Dialog>
  )
}

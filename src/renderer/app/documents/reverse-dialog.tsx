import { DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, RefusalAlert } from '../../ui'
import { useCommand } from '../commands'
import { filledIn } from './record-form'
import { useSession } from '../session'

type Reverse = (input: { id: number; reversedOn: string; reason: string; idempotencyKey: string }) => Promise<unknown>

/** Asks for date and reason, then reverses a posted document. */
export function ReverseDialog(props: {
  readonly id: number
  readonly number: string
  readonly reverse: Reverse
  onClose(): void
}): ReactNode {
  const { id, number, reverse, onClose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const name = useId()
  const [form] = Form.useForm<{ on: Dayjs; reason: string }>()
  const command = useCommand(reverse)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const { on, reason } = fields
    const answer = await command.run({ id, reversedOn: on.format('YYYY-MM-DD'), reason })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('app.reverse.title', { number })}
      okText={t('app.reverse.do')}
      okButtonProps={{ danger: true, loading: command.isRunning }}
      cancelText={t('app.cancel')}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p className="k-soft">{t('app.reverse.hint')}</p>
      {command.refusal === undefined ? null : <RefusalAlert refusal={command.refusal} />}
      <Form
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: dayjs(company.today), reason: '' }}
      >
        <Form.Item name="on" label={t('app.reverse.on')}>
          <DatePicker allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="reason" label={t('app.reverse.reason')} rules={[{ required: true, message: t('app.needed') }]}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

import { DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, RefusalAlert } from '../../ui'
import { useCommand } from '../commands'
import { filledIn } from './record-form'
import { useCan, useSession } from '../session'

type Reverse = (input: { id: number; reversedOn: string; reason: string; idempotencyKey: string }) => Promise<unknown>

/** What takes a document back: the action, for whoever may, while it stands; and the dialog that it opens. */
export function useReversal(id: number, reverse: Reverse) {
  const { t } = useTranslation()
  const canReverse = useCan('documents.reverse')
  const [isOpen, setOpen] = useState(false)
  return {
    actions: (isStanding: boolean) =>
      canReverse && isStanding
        ? [{ key: 'reverse', label: t('app.reverse.do'), isDanger: true, onPress: () => setOpen(true) }]
        : [],
    dialog: (number: string): ReactNode =>
      isOpen ? <ReverseDialog id={id} number={number} reverse={reverse} onClose={() => setOpen(false)} /> : null,
  }
}

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

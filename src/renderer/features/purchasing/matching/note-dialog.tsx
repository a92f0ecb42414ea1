import { Form, Input } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { filledIn } from '../../../app/documents/record-form'
import { Dialog, RefusalAlert } from '../../../ui'

type Decide = (input: { id: number; note: string; idempotencyKey: string }) => Promise<unknown>

/** A decision about a document, with the reason for it. */
export function NoteDialog(props: {
  readonly id: number
  readonly title: string
  readonly decide: Decide
  onClose(): void
}): ReactNode {
  const { id, title, decide, onClose } = props
  const { t } = useTranslation()
  const name = useId()
  const [form] = Form.useForm<{ note: string }>()
  const command = useCommand(decide)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    if ((await command.run({ id, note: fields.note })) !== undefined) onClose()
  }
  return (
    <Dialog
      title={title}
      okText={title}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: command.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {command.refusal === undefined ? null : <RefusalAlert refusal={command.refusal} />}
      <Form form={form} name={name} layout="vertical" requiredMark={false}>
        <Form.Item
          name="note"
          label={t('purchasing.match.why')}
          rules={[{ required: true, whitespace: true, message: t('app.needed') }]}
        >
          <Input autoFocus maxLength={200} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

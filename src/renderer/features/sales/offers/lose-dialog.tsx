import { Form, Input } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { filledIn } from '../../../app/documents/record-form'
import { engine } from '../../../app/engine'
import { Dialog, RefusalAlert } from '../../../ui'

/** Why the customer did not buy. */
export function LoseDialog({ id, onClose }: { readonly id: number; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const name = useId()
  const [form] = Form.useForm<{ reason: string }>()
  const lose = useCommand(engine.offers.loseQuotation)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    if ((await lose.run({ id, reason: fields.reason })) !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('offers.lose')}
      okText={t('offers.lose')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: lose.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {lose.refusal === undefined ? null : <RefusalAlert refusal={lose.refusal} />}
      <Form form={form} name={name} layout="vertical" requiredMark={false}>
        <Form.Item
          name="reason"
          label={t('offers.lostBecause')}
          rules={[{ required: true, whitespace: true, message: t('app.needed') }]}
        >
          <Input autoFocus maxLength={200} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

import { Form, Input } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/errors'
import { filledIn } from '../../app/documents/record-form'
import { Dialog, RefusalAlert } from '../../ui'

export interface Approval {
  readonly login: string
  readonly pin: string
}

/** Somebody with the right, standing beside, allows it with name and PIN. */
export function ApprovalDialog(props: {
  readonly refusal: Refusal
  readonly onApprove: (approval: Approval) => void
  readonly onCancel: () => void
}): ReactNode {
  const { refusal, onApprove, onCancel } = props
  const { t } = useTranslation()
  const name = useId()
  const [form] = Form.useForm<Approval>()
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields !== undefined) onApprove(fields)
  }
  const required = [{ required: true, message: t('app.needed') }]
  return (
    <Dialog
      title={t('sales.approval.title')}
      okText={t('sales.approval.allow')}
      cancelText={t('app.cancel')}
      onOk={() => void submit()}
      onCancel={onCancel}
    >
      <RefusalAlert refusal={refusal} />
      <Form form={form} name={name} layout="vertical" requiredMark={false} onFinish={() => void submit()}>
        <Form.Item name="login" label={t('sales.approval.login')} rules={required}>
          <Input autoFocus maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="pin" label={t('sales.approval.pin')} rules={required}>
          <Input.Password maxLength={200} autoComplete="off" />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

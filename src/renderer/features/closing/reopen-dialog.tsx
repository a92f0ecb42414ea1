import { Form, Input } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { engine } from '../../app/engine'
import { filledIn } from '../../app/documents/record-form'
import { Dialog, RefusalAlert } from '../../ui'

/** The owner says why a closed month is opened again; it stays in the trail. */
export function ReopenDialog({ periodId, onClose }: { readonly periodId: number; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  const [form] = Form.useForm<{ reason: string }>()
  const reopen = useCommand(engine.closing.reopenMonth)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields !== undefined && (await reopen.run({ periodId, ...fields })) !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('closing.reopen')}
      okText={t('closing.reopen')}
      okButtonProps={{ danger: true, loading: reopen.isRunning }}
      cancelText={t('app.cancel')}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p className="k-soft">{t('closing.reopenHint')}</p>
      {reopen.refusal === undefined ? null : <RefusalAlert refusal={reopen.refusal} />}
      <Form form={form} name={id} layout="vertical" requiredMark={false} initialValues={{ reason: '' }}>
        <Form.Item name="reason" label={t('closing.reason')} rules={[{ required: true, message: t('app.needed') }]}>
          <Input autoFocus maxLength={500} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

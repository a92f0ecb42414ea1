import { Form, Input, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { filledIn } from '../../app/documents/record-form'
import { useCan } from '../../app/session'
import { Dialog, RefusalAlert } from '../../ui'

/** Why an order waits, and who is to clear it up. */
export function HoldDialog({ id, onClose }: { readonly id: number; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const name = useId()
  const canList = useCan('access.manage')
  const [form] = Form.useForm<{ reason: string; ownerId?: number }>()
  const { data: users } = useQuery(api.access.listUsers.queryOptions({ input: {}, enabled: canList }))
  const hold = useCommand(engine.orders.holdRequest)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const owner = fields.ownerId === undefined ? {} : { ownerId: fields.ownerId }
    if ((await hold.run({ id, reason: fields.reason, ...owner })) !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('sales.hold.do')}
      okText={t('sales.hold.do')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: hold.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {hold.refusal === undefined ? null : <RefusalAlert refusal={hold.refusal} />}
      <Form form={form} name={name} layout="vertical" requiredMark={false}>
        <Form.Item name="reason" label={t('sales.hold.reason')} rules={[{ required: true, message: t('app.needed') }]}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        {canList ? (
          <Form.Item name="ownerId" label={t('orders.holdOwner')}>
            <Select
              allowClear
              placeholder={t('orders.holdMyself')}
              options={(users?.rows ?? [])
                .filter((user) => user.active)
                .map((user) => ({ value: user.id, label: user.name }))}
            />
          </Form.Item>
        ) : null}
      </Form>
    </Dialog>
  )
}

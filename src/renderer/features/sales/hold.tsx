import { Form, Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { engine, type Engine } from '../../app/engine'
import { filledIn } from '../../app/documents/record-form'
import { useCan } from '../../app/session'
import { Dialog, RefusalAlert, type DocumentAction } from '../../ui'

type Order = Awaited<ReturnType<Engine['sales']['getOrder']>>

/** Holding a saved draft, ending the hold, and letting it pass beyond the customer's credit. */
export function useHold(order: Order | undefined): {
  readonly actions: readonly DocumentAction[]
  readonly banner: ReactNode
  readonly dialog: ReactNode
} {
  const { t } = useTranslation()
  const canRelease = useCan('sales.release')
  const canWrite = useCan('sales.write')
  const [isHolding, setHolding] = useState(false)
  const unhold = useCommand(engine.sales.unholdOrder)
  const release = useCommand(engine.sales.releaseCredit)
  if (order === undefined || !canWrite) return { actions: [], banner: null, dialog: null }
  const { id, holdReason } = order
  const actions: DocumentAction[] = [
    holdReason === null
      ? { key: 'hold', label: t('sales.hold.do'), onPress: () => setHolding(true) }
      : { key: 'unhold', label: t('sales.hold.end'), onPress: () => void unhold.run({ id }) },
  ]
  if (canRelease && !order.isCreditReleased) {
    actions.push({ key: 'release', label: t('sales.hold.releaseCredit'), onPress: () => void release.run({ id }) })
  }
  const refusal = unhold.refusal ?? release.refusal
  return {
    actions,
    banner: (
      <>
        {holdReason === null ? null : <p role="status">{t('sales.hold.held', { reason: holdReason })}</p>}
        {order.isCreditReleased ? <p role="status">{t('sales.hold.released')}</p> : null}
        {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      </>
    ),
    dialog: isHolding ? <HoldDialog id={id} onClose={() => setHolding(false)} /> : null,
  }
}

function HoldDialog({ id, onClose }: { readonly id: number; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const name = useId()
  const [form] = Form.useForm<{ reason: string }>()
  const hold = useCommand(engine.sales.holdOrder)
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    if ((await hold.run({ id, reason: fields.reason })) !== undefined) onClose()
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
      </Form>
    </Dialog>
  )
}

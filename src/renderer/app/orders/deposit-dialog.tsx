import { Input, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../shared/values/date'
import { currencyDecimals } from '../../../shared/values/money'
import { multiplyDivide } from '../../../shared/values/integers'
import { Dialog, Field, RefusalAlert, ScaledInput } from '../../ui'
import { useCommand } from '../commands'
import { DayPicker } from '../documents/day-picker'
import { engine } from '../engine'
import { useNavigation } from '../pages'
import { useSession } from '../session'

const SHARES = [30, 50, 100] as const
const USUAL_DAYS = 7

/** Money before the goods, for an order: what a customer is asked for, or what a supplier asks. */
export function DepositDialog(props: {
  readonly direction: 'in' | 'out'
  readonly orderId: number
  /** Of the order, in its currency. */
  readonly grossMinor: number
  readonly currency: string | undefined
  onClose(): void
}): ReactNode {
  const { direction, orderId, grossMinor, currency, onClose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const shareOf = (percent: number): number => multiplyDivide(grossMinor, percent, 100)
  const [amountMinor, setAmount] = useState<number | null>(shareOf(SHARES[0]))
  const [dueOn, setDueOn] = useState(addDays(company.today, USUAL_DAYS))
  const [reference, setReference] = useState('')
  const ask = useCommand(engine.deposits.askDeposit)
  const decimals = currencyDecimals(currency ?? company.currency)
  const submit = async (): Promise<void> => {
    if (amountMinor === null) return
    const answer = await ask.run({ direction, orderId, askedOn: company.today, dueOn, amountMinor, reference })
    if (answer === undefined) return
    onClose()
    open('deposits.deposit', { id: answer.id })
  }
  const title = t(direction === 'in' ? 'deposits.ask' : 'deposits.prepay')
  return (
    <Dialog
      title={title}
      okText={title}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: ask.isRunning, disabled: amountMinor === null || amountMinor <= 0 }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {ask.refusal === undefined ? null : <RefusalAlert refusal={ask.refusal} />}
      <Field label={t('deposits.share')}>
        {() => (
          <Segmented
            aria-label={t('deposits.share')}
            value={SHARES.find((percent) => shareOf(percent) === amountMinor) ?? 0}
            onChange={(percent) => setAmount(shareOf(percent))}
            options={SHARES.map((percent) => ({ value: percent, label: `${percent} %` }))}
          />
        )}
      </Field>
      <Field label={[t('deposits.amount'), currency ?? ''].join(' ').trim()} isRequired>
        {(control) => (
          <ScaledInput
            {...control}
            decimals={decimals}
            minDecimals={decimals}
            value={amountMinor}
            onChange={setAmount}
          />
        )}
      </Field>
      <Field label={t('deposits.dueOn')}>
        {(control) => <DayPicker id={control.id} value={dueOn} onChange={setDueOn} />}
      </Field>
      {direction === 'in' ? null : (
        <Field label={t('deposits.reference')}>
          {(control) => (
            <Input {...control} maxLength={60} value={reference} onChange={(e) => setReference(e.target.value)} />
          )}
        </Field>
      )}
    </Dialog>
  )
}

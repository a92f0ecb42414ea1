import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../../shared/values/money'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { Dialog, Field, RefusalAlert, ScaledInput } from '../../../ui'
import { AccountSelect, useMoneyAccounts } from '../../../app/documents/account-select'

/** Asks how much of an advance goes back, when, and from which account. */
export function RefundDialog(props: {
  readonly paymentId: number
  readonly number: string
  /** In the currency of the advance; null: that of the books. */
  readonly unappliedMinor: number
  readonly currency: string | null
  onClose(): void
}): ReactNode {
  const { paymentId, number, unappliedMinor, currency, onClose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const accounts = useMoneyAccounts().filter((account) => account.currency === currency)
  const [amountMinor, setAmount] = useState<number | null>(unappliedMinor)
  const [paidOn, setPaidOn] = useState(company.today)
  const [accountId, setAccount] = useState<number>()
  const refund = useCommand(engine.treasury.refundAdvance)
  const submit = async (): Promise<void> => {
    const account = accountId === undefined ? {} : { accountId }
    const answer = await refund.run({ paymentId, paidOn, amountMinor: amountMinor ?? 0, ...account })
    if (answer === undefined) return
    onClose()
    open('treasury.payment', { id: answer.id })
  }
  return (
    <Dialog
      title={t('treasury.refundTitle', { number })}
      okText={t('treasury.refund')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: refund.isRunning, disabled: amountMinor === null || amountMinor <= 0 }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {refund.refusal === undefined ? null : <RefusalAlert refusal={refund.refusal} />}
      <Field label={t('treasury.amount')}>
        {(control) => (
          <ScaledInput
            id={control.id}
            decimals={currencyDecimals(currency ?? company.currency)}
            suffix={currency ?? ''}
            value={amountMinor}
            onChange={setAmount}
          />
        )}
      </Field>
      <Field label={t('treasury.paidOn')}>
        {(control) => <DayPicker id={control.id} value={paidOn} onChange={setPaidOn} />}
      </Field>
      <Field label={t('treasury.account')}>
        {(control) => <AccountSelect id={control.id} accounts={accounts} value={accountId} onChange={setAccount} />}
      </Field>
    </Dialog>
  )
}

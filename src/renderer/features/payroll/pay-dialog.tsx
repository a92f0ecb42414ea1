import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { api, engine, type Engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { Dialog, Field, MoneyText, RefusalAlert } from '../../ui'

/** From which account, and when: the amount is what the run says. */
export function PayDialog(props: {
  readonly runId: number
  readonly due: Awaited<ReturnType<Engine['payroll']['getRun']>>['due'][number]
  onClose(): void
}): ReactNode {
  const { runId, due, onClose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const { data } = useQuery(api.treasury.listAccounts.queryOptions({ input: {} }))
  const accounts = (data?.rows ?? []).filter(({ isActive }) => isActive)
  const [chosen, setAccount] = useState<number>()
  const accountId = chosen ?? accounts.find(({ kind }) => kind === 'bank')?.id
  const [paidOn, setOn] = useState(company.today)
  const pay = useCommand(engine.payroll.pay)
  const submit = async (): Promise<void> => {
    if (accountId === undefined) return
    const answer = await pay.run({ runId, kind: due.kind, paidOn, accountId })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={t(`payroll.pay.${due.kind}`)}
      okText={t(`payroll.pay.${due.kind}`)}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: pay.isRunning, disabled: accountId === undefined }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {pay.refusal === undefined ? null : <RefusalAlert refusal={pay.refusal} />}
      <p>
        {t(`payroll.payHints.${due.kind}`)}{' '}
        <strong>
          <MoneyText amountMinor={due.amountMinor} />
        </strong>
      </p>
      <Field label={t('payroll.paidOn')} isRequired>
        {(control) => <DayPicker id={control.id} value={paidOn} onChange={setOn} />}
      </Field>
      <Field label={t('payroll.from')} isRequired>
        {(control) => (
          <Select
            id={control.id}
            style={{ width: '100%' }}
            value={accountId ?? null}
            options={accounts.map(({ id, name, accountCode }) => ({ value: id, label: `${accountCode} ${name}` }))}
            onChange={(id) => {
              if (id !== null) setAccount(id)
            }}
          />
        )}
      </Field>
    </Dialog>
  )
}

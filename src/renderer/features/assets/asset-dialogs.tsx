import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/errors'
import { currencyDecimals } from '../../../shared/values/money'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { Dialog, Field, RefusalAlert, ScaledInput } from '../../ui'
import { AccountChoice } from './account-choice'

interface Asking {
  readonly assetId: number
  onClose(): void
}

function Frame(props: {
  readonly title: string
  readonly refusal: Refusal | undefined
  readonly isRunning: boolean
  readonly isReady: boolean
  readonly onOk: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}): ReactNode {
  const { title, refusal, isRunning, isReady, onOk, onClose, children } = props
  const { t } = useTranslation()
  return (
    <Dialog
      title={title}
      okText={title}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: isRunning, disabled: !isReady }}
      onOk={onOk}
      onCancel={onClose}
    >
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {children}
    </Dialog>
  )
}

/** Sold, scrapped or lost: when, for how much, and where the money came in. */
export function DisposeDialog({ assetId, onClose }: Asking): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const decimals = currencyDecimals(company.currency)
  const [disposedOn, setOn] = useState(company.today)
  const [proceedsMinor, setProceeds] = useState<number | null>(null)
  const [taxMinor, setTax] = useState<number | null>(null)
  const [accountCode, setAccount] = useState<string>()
  const dispose = useCommand(engine.assets.dispose)
  const submit = async (): Promise<void> => {
    const account = accountCode === undefined ? {} : { accountCode }
    const amounts = { proceedsMinor: proceedsMinor ?? 0, taxMinor: taxMinor ?? 0 }
    const answer = await dispose.run({ assetId, disposedOn, ...amounts, ...account })
    if (answer !== undefined) onClose()
  }
  return (
    <Frame
      title={t('assets.dispose')}
      refusal={dispose.refusal}
      isRunning={dispose.isRunning}
      isReady
      onOk={() => void submit()}
      onClose={onClose}
    >
      <Field label={t('assets.postedOn')}>
        {(control) => <DayPicker id={control.id} value={disposedOn} onChange={setOn} />}
      </Field>
      <Field label={t('assets.proceeds')} hint={t('assets.proceedsHint')}>
        {(control) => <ScaledInput id={control.id} decimals={decimals} value={proceedsMinor} onChange={setProceeds} />}
      </Field>
      <Field label={t('assets.proceedsTax')}>
        {(control) => <ScaledInput id={control.id} decimals={decimals} value={taxMinor} onChange={setTax} />}
      </Field>
      <Field label={t('assets.account')}>
        {(control) => <AccountChoice id={control.id} value={accountCode} onChange={setAccount} />}
      </Field>
    </Frame>
  )
}

export function ImpairDialog({ assetId, onClose }: Asking): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const [impairedOn, setOn] = useState(company.today)
  const [amountMinor, setAmount] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const impair = useCommand(engine.assets.impair)
  const submit = async (): Promise<void> => {
    const answer = await impair.run({ assetId, impairedOn, amountMinor: amountMinor ?? 0, reason })
    if (answer !== undefined) onClose()
  }
  return (
    <Frame
      title={t('assets.impair')}
      refusal={impair.refusal}
      isRunning={impair.isRunning}
      isReady={amountMinor !== null && amountMinor > 0}
      onOk={() => void submit()}
      onClose={onClose}
    >
      <Field label={t('assets.postedOn')}>
        {(control) => <DayPicker id={control.id} value={impairedOn} onChange={setOn} />}
      </Field>
      <Field label={t('assets.amount')} isRequired>
        {(control) => (
          <ScaledInput
            id={control.id}
            decimals={currencyDecimals(company.currency)}
            value={amountMinor}
            onChange={setAmount}
          />
        )}
      </Field>
      <Field label={t('app.reverse.reason')}>
        {(control) => (
          <Input id={control.id} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </Frame>
  )
}

export function UnitsDialog({ assetId, onClose }: Asking): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const [month, setMonth] = useState(dayjs(company.today).startOf('month'))
  const [units, setUnits] = useState<number | null>(null)
  const set = useCommand(engine.assets.setUnits)
  const submit = async (): Promise<void> => {
    const answer = await set.run({ assetId, month: month.format('YYYY-MM-DD'), units: units ?? 0 })
    if (answer !== undefined) onClose()
  }
  return (
    <Frame
      title={t('assets.setUnits')}
      refusal={set.refusal}
      isRunning={set.isRunning}
      isReady={units !== null}
      onOk={() => void submit()}
      onClose={onClose}
    >
      <Field label={t('assets.month')}>
        {(control) => (
          <DatePicker
            id={control.id}
            picker="month"
            allowClear={false}
            value={month}
            onChange={(day) => day && setMonth(day.startOf('month'))}
          />
        )}
      </Field>
      <Field label={t('assets.units')} isRequired>
        {(control) => <ScaledInput id={control.id} decimals={0} value={units} onChange={setUnits} />}
      </Field>
    </Frame>
  )
}

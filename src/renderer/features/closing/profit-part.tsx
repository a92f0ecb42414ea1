import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../shared/values/money'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { api, engine } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { useCan, useSession } from '../../app/session'
import { Dialog, Field, MoneyText, RefusalAlert, ScaledInput } from '../../ui'

/** What the owners may be given of the profits carried over, and the share that the law keeps back. */
export function ProfitPart({ on }: { readonly on: string }): ReactNode {
  const { t } = useTranslation()
  const canPost = useCan('accounting.post')
  const canManage = useCan('company.manage')
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery(api.accounting.profitToDistribute.queryOptions({ input: { on } }))
  const { data: settings } = useQuery(api.accounting.settings.queryOptions({ input: {} }))
  const save = useCommand(engine.accounting.saveSettings)
  if (data === undefined || settings === undefined) return null
  return (
    <section aria-label={t('closing.profitTitle')}>
      <h2>{t('closing.profitTitle')}</h2>
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <p>
        {t('closing.distributable')} <MoneyText amountMinor={data.distributableMinor} />
      </p>
      {settings.hasReserve ? (
        <Field label={t('closing.reserveShare')} hint={t('closing.reserveHint')}>
          {(control) => (
            <ScaledInput
              id={control.id}
              decimals={4}
              minDecimals={0}
              suffix="%"
              disabled={!canManage}
              value={settings.reserveMicro}
              onChange={(reserveMicro) => {
                if (reserveMicro === null || reserveMicro < 0 || reserveMicro > 1_000_000) return
                void save.run({ reviewRequired: settings.reviewRequired, reserveMicro })
              }}
            />
          )}
        </Field>
      ) : null}
      {canPost && data.distributableMinor > 0 ? (
        <Button onClick={() => setOpen(true)}>{t('closing.distribute')}</Button>
      ) : null}
      {isOpen ? <DistributeDialog available={data.distributableMinor} onClose={() => setOpen(false)} /> : null}
    </section>
  )
}

function DistributeDialog({ available, onClose }: { readonly available: number; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const [distributedOn, setOn] = useState(company.today)
  const [amountMinor, setAmount] = useState<number | null>(null)
  const [note, setNote] = useState(t('closing.distribution'))
  const distribute = useCommand(engine.accounting.distributeProfit)
  const submit = async (): Promise<void> => {
    const answer = await distribute.run({ distributedOn, amountMinor: amountMinor ?? 0, note })
    if (answer === undefined) return
    onClose()
    open('accounting.voucher', { id: answer.id })
  }
  return (
    <Dialog
      title={t('closing.distribute')}
      okText={t('closing.distribute')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: distribute.isRunning, disabled: (amountMinor ?? 0) <= 0 || note.trim() === '' }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {distribute.refusal === undefined ? null : <RefusalAlert refusal={distribute.refusal} />}
      <p>
        {t('closing.distributable')} <MoneyText amountMinor={available} />
      </p>
      <Field label={t('closing.when')} isRequired>
        {(control) => <DayPicker id={control.id} value={distributedOn} onChange={setOn} />}
      </Field>
      <Field label={t('accounting.amount')} isRequired>
        {(control) => (
          <ScaledInput
            id={control.id}
            decimals={currencyDecimals(company.currency)}
            value={amountMinor}
            onChange={setAmount}
          />
        )}
      </Field>
      <Field label={t('accounting.memo')} isRequired>
        {(control) => (
          <Input id={control.id} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
    </Dialog>
  )
}

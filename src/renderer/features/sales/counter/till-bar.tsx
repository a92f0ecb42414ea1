import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../../shared/values/money'
import { useCommand } from '../../../app/commands'
import { api, engine, type Engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import { Dialog, Field, RefusalAlert, ScaledInput } from '../../../ui'
import { AccountSelect, useMoneyAccounts } from '../../../app/documents/account-select'
import { CashCountFields, NOTHING_COUNTED } from './cash-count'

type TillState = Awaited<ReturnType<Engine['counter']['tillState']>>

/** Which till takes the cash here, and the way to open and close it. */
export function TillBar(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const [dialog, setDialog] = useState<'open' | 'close'>()
  const { data } = useQuery(api.counter.tillState.queryOptions({ input: {} }))
  if (data === undefined || data.accountId === null) return null
  const { till, isKept } = data
  return (
    <div className="k-counter-till" role="status">
      <span>
        {till === null
          ? t(isKept ? 'counter.till.isClosed' : 'counter.till.notKept')
          : t('counter.till.isOpen', { till: till.number, cashier: till.cashier })}
      </span>
      {till === null ? (
        <Button onClick={() => setDialog('open')}>{t('counter.till.open')}</Button>
      ) : (
        <>
          <Button onClick={() => open('counter.till', { id: till.id })}>{t('counter.till.show')}</Button>
          <Button onClick={() => setDialog('close')}>{t('counter.till.close')}</Button>
        </>
      )}
      {dialog === 'open' ? <OpenDialog accountId={data.accountId} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'close' && till !== null ? (
        <CloseTillDialog till={till} onClose={() => setDialog(undefined)} />
      ) : null}
    </div>
  )
}

function OpenDialog({ accountId, onClose }: { readonly accountId: number; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const [count, setCount] = useState(NOTHING_COUNTED)
  const [reason, setReason] = useState('')
  const command = useCommand(engine.counter.openTill)
  const submit = async (): Promise<void> => {
    // Nothing entered is nothing there: the engine asks for the reason where money should be.
    const { countedMinor, pieces } = { ...count, countedMinor: count.countedMinor ?? 0 }
    const answer = await command.run({ accountId, openedOn: company.today, countedMinor, pieces: [...pieces], reason })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('counter.till.open')}
      okText={t('counter.till.open')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: command.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {command.refusal === undefined ? null : <RefusalAlert refusal={command.refusal} />}
      <p className="k-soft">{t('counter.till.openHint')}</p>
      <CashCountFields value={count} onChange={setCount} />
      {command.refusal?.code === 'counter.reasonWanted' || reason !== '' ? (
        <Reason value={reason} onChange={setReason} />
      ) : null}
    </Dialog>
  )
}

/** The cashier counts without being told what should be there. */
export function CloseTillDialog(props: {
  readonly till: Pick<NonNullable<TillState['till']>, 'id' | 'number'>
  onClose(): void
}): ReactNode {
  const { till, onClose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const canSeeMoney = useCan('treasury.read')
  const [count, setCount] = useState(NOTHING_COUNTED)
  const [reason, setReason] = useState('')
  const [takenMinor, setTaken] = useState<number | null>(null)
  const [takenToId, setTakenTo] = useState<number>()
  const command = useCommand(engine.counter.closeTill)
  const decimals = currencyDecimals(company.currency)
  const submit = async (): Promise<void> => {
    // Nothing entered is nothing there: the engine asks for the reason where money should be.
    const { countedMinor, pieces } = { ...count, countedMinor: count.countedMinor ?? 0 }
    const answer = await command.run({
      id: till.id,
      closedOn: company.today,
      countedMinor,
      pieces: [...pieces],
      reason,
      takenMinor: takenMinor ?? 0,
      ...(takenToId === undefined ? {} : { takenToId }),
    })
    if (answer === undefined) return
    onClose()
    open('counter.till', { id: till.id })
  }
  return (
    <Dialog
      title={`${t('counter.till.close')} ${till.number}`}
      okText={t('counter.till.close')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: command.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {command.refusal === undefined ? null : <RefusalAlert refusal={command.refusal} />}
      <p className="k-soft">{t('counter.till.closeHint')}</p>
      <CashCountFields value={count} onChange={setCount} />
      {canSeeMoney ? (
        <TakenFields
          takenMinor={takenMinor}
          onTaken={setTaken}
          toId={takenToId}
          onTo={setTakenTo}
          decimals={decimals}
        />
      ) : null}
      <Reason value={reason} onChange={setReason} />
    </Dialog>
  )
}

function TakenFields(props: {
  readonly takenMinor: number | null
  onTaken(minor: number | null): void
  readonly toId: number | undefined
  onTo(id: number): void
  readonly decimals: number
}): ReactNode {
  const { takenMinor, onTaken, toId, onTo, decimals } = props
  const { t } = useTranslation()
  const accounts = useMoneyAccounts().filter(({ currency }) => currency === null)
  return (
    <>
      <Field label={t('counter.till.taken')}>
        {(control) => (
          <ScaledInput {...control} decimals={decimals} minDecimals={decimals} value={takenMinor} onChange={onTaken} />
        )}
      </Field>
      {takenMinor === null || takenMinor === 0 ? null : (
        <Field label={t('counter.till.takenTo')} isRequired>
          {(control) => <AccountSelect id={control.id} accounts={accounts} value={toId} onChange={onTo} />}
        </Field>
      )}
    </>
  )
}

function Reason({ value, onChange }: { readonly value: string; onChange(value: string): void }): ReactNode {
  const { t } = useTranslation()
  return (
    <Field label={t('counter.till.reason')}>
      {(control) => (
        <Input {...control} maxLength={200} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}

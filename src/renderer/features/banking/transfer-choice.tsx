import { Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../shared/values/money'
import { useCommand } from '../../app/commands'
import { engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { Field, RefusalAlert, ScaledInput } from '../../ui'
import { useBankAccounts } from './bank-account'
import type { Line } from './reconcile'

/** Money to or from another of our accounts; one in another currency is asked what it gave or got. */
export function TransferChoice(props: {
  readonly line: Line
  readonly accountId: number
  readonly onDone: () => void
}): ReactNode {
  const { line, accountId, onDone } = props
  const { t } = useTranslation()
  const { currency: base } = useSession().company
  const { accounts } = useBankAccounts()
  const transfer = useCommand(engine.banking.acceptTransfer)
  const [otherId, setOther] = useState<number>()
  const [otherMinor, setOtherMinor] = useState<number | null>(null)
  const currencyOf = (id: number): string => accounts.find((account) => account.id === id)?.currency ?? base
  const isExchange = (id: number): boolean => currencyOf(id) !== currencyOf(accountId)
  const take = async (id: number): Promise<void> => {
    const amount = otherMinor === null || !isExchange(id) ? {} : { otherMinor }
    if ((await transfer.run({ lineId: line.id, otherId: id, ...amount })) !== undefined) onDone()
  }
  const choose = (id: number | null): void => {
    setOther(id ?? undefined)
    if (id !== null && !isExchange(id)) void take(id)
  }
  return (
    <>
      {transfer.refusal === undefined ? null : <RefusalAlert refusal={transfer.refusal} />}
      <Select
        aria-label={t('banking.toTransfer')}
        placeholder={t('banking.toTransfer')}
        value={otherId ?? null}
        options={accounts
          .filter(({ id, isActive }) => isActive && id !== accountId)
          .map(({ id, name, accountCode }) => ({ value: id, label: `${accountCode} ${name}` }))}
        onChange={choose}
      />
      {otherId === undefined || !isExchange(otherId) ? null : (
        <>
          <Field
            label={t(line.amountMinor > 0 ? 'banking.otherGave' : 'banking.otherGot')}
            hint={t('currencies.arrivesHint')}
          >
            {(control) => (
              <ScaledInput
                id={control.id}
                decimals={currencyDecimals(currencyOf(otherId))}
                suffix={currencyOf(otherId)}
                value={otherMinor}
                onChange={setOtherMinor}
              />
            )}
          </Field>
          <Button type="primary" loading={transfer.isRunning} onClick={() => void take(otherId)}>
            {t('banking.accept')}
          </Button>
        </>
      )}
    </>
  )
}

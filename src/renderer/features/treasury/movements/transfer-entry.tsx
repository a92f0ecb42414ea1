import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../../shared/values/money'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { DocumentFrame, Field, MoneyText, ScaledInput } from '../../../ui'
import { AccountSelect, useMoneyAccounts } from '../../../app/documents/account-select'

/** Money from one of our accounts to another. */
export function TransferEntry(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const accounts = useMoneyAccounts()
  const [fromId, setFrom] = useState<number>()
  const [toId, setTo] = useState<number>()
  const [transferredOn, setOn] = useState(company.today)
  const [amountMinor, setAmount] = useState<number | null>(null)
  const [feeMinor, setFee] = useState<number | null>(null)
  const [arrivesMinor, setArrives] = useState<number | null>(null)
  const [reference, setReference] = useState('')
  const post = useCommand(engine.treasury.postTransfer)
  const currencyOf = (id: number | undefined): string =>
    accounts.find((account) => account.id === id)?.currency ?? company.currency
  const [left, right] = [currencyOf(fromId), currencyOf(toId)]
  const isExchange = fromId !== undefined && toId !== undefined && left !== right
  const decimals = currencyDecimals(left)
  const suffix = left === company.currency ? '' : left
  const submit = async (): Promise<void> => {
    if (fromId === undefined || toId === undefined || amountMinor === null) return
    const arrives = isExchange && arrivesMinor !== null ? { arrivesMinor } : {}
    const input = { fromId, toId, transferredOn, amountMinor, feeMinor: feeMinor ?? 0, reference, ...arrives }
    const answer = await post.run(input)
    if (answer === undefined) return
    close('treasury.newTransfer')
    open('treasury.transfer', { id: answer.id })
  }
  const isComplete = fromId !== undefined && toId !== undefined && amountMinor !== null && amountMinor > 0
  return (
    <DocumentFrame
      title={t('app.kinds.treasury.transfer')}
      state={tag('draft')}
      refusal={post.refusal}
      fields={
        <>
          <Field label={t('treasury.from')} isRequired>
            {(control) => (
              <AccountSelect
                id={control.id}
                accounts={accounts.filter(({ id }) => id !== toId)}
                value={fromId}
                onChange={setFrom}
              />
            )}
          </Field>
          <Field label={t('treasury.to')} isRequired>
            {(control) => (
              <AccountSelect
                id={control.id}
                accounts={accounts.filter(({ id }) => id !== fromId)}
                value={toId}
                onChange={setTo}
              />
            )}
          </Field>
          <Field label={t('treasury.paidOn')}>
            {(control) => <DayPicker id={control.id} value={transferredOn} onChange={setOn} />}
          </Field>
          <Field label={t('treasury.amount')} isRequired>
            {(control) => (
              <ScaledInput
                id={control.id}
                decimals={decimals}
                suffix={suffix}
                value={amountMinor}
                onChange={setAmount}
              />
            )}
          </Field>
          {isExchange ? (
            <Field label={t('currencies.arrives')} hint={t('currencies.arrivesHint')}>
              {(control) => (
                <ScaledInput
                  id={control.id}
                  decimals={currencyDecimals(right)}
                  suffix={right}
                  value={arrivesMinor}
                  onChange={setArrives}
                />
              )}
            </Field>
          ) : null}
          <Field label={t('treasury.fee')}>
            {(control) => (
              <ScaledInput id={control.id} decimals={decimals} suffix={suffix} value={feeMinor} onChange={setFee} />
            )}
          </Field>
          <Field label={t('treasury.reference')}>
            {(control) => (
              <Input
                id={control.id}
                maxLength={60}
                value={reference}
                onChange={(event) => setReference(event.target.value)}
              />
            )}
          </Field>
        </>
      }
      lines={null}
      total={<MoneyText amountMinor={(amountMinor ?? 0) + (feeMinor ?? 0)} currency={left} symbol={suffix !== ''} />}
      {...(isComplete
        ? { primary: { label: t('treasury.postTransfer'), onPress: () => void submit(), isBusy: post.isRunning } }
        : {})}
    />
  )
}

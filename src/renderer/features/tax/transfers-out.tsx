import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../shared/values/money'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { useJournalPart, useStateTag } from '../../app/documents/document-parts'
import { useReversal } from '../../app/documents/reverse-dialog'
import { api, engine } from '../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { useCan, useSession } from '../../app/session'
import {
  DateText,
  Dialog,
  DocumentFrame,
  EmptyState,
  Field,
  MoneyText,
  PageHeader,
  RefusalAlert,
  ScaledInput,
  StateTag,
  useShortcuts,
  Waiting,
} from '../../ui'

const REASONS = ['loss', 'welfare', 'exempt', 'private', 'other'] as const

/** Input tax that was taken out again, with its reason and the account that bears it. */
export function TransfersOut(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  const canWrite = useCan('accounting.post')
  const [isEntering, setEntering] = useState(false)
  const { data } = useQuery(api.tax.listTransfersOut.queryOptions({ input: {} }))
  useShortcuts(
    t('ui.shortcuts.page'),
    canWrite ? [{ keys: 'N', label: t('tax.newTransferOut'), run: () => setEntering(true) }] : [],
  )
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('tax.transfersOut')}
        hint={t('tax.transfersOutHint')}
        actions={
          canWrite ? (
            <Button type="primary" onClick={() => setEntering(true)}>
              {t('tax.newTransferOut')}
            </Button>
          ) : null
        }
      />
      {data === undefined ? (
        <Waiting />
      ) : data.rows.length === 0 ? (
        <EmptyState title={t('tax.noTransfersOut')} hint={t('tax.transfersOutHint')} />
      ) : (
        <table className="k-table" aria-label={t('tax.transfersOut')}>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <button
                    type="button"
                    className="k-plain k-link"
                    onClick={() => open('tax.transferOut', { id: row.id })}
                  >
                    {row.number}
                  </button>
                </td>
                <td>
                  <DateText date={row.transferredOn} />
                </td>
                <td>{t(`tax.reasons.${row.reason}`)}</td>
                <td>{row.note}</td>
                <td>
                  <StateTag {...tag(row.state)} />
                </td>
                <td className="k-right">
                  <MoneyText amountMinor={row.amountMinor} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isEntering ? <TransferDialog onClose={() => setEntering(false)} /> : null}
    </section>
  )
}

function TransferDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const [on, setOn] = useState(company.today)
  const [amountMinor, setAmount] = useState<number | null>(null)
  const [reason, setReason] = useState<(typeof REASONS)[number]>('loss')
  const [accountCode, setAccount] = useState<string>()
  const [note, setNote] = useState('')
  const transfer = useCommand(engine.tax.transferOut)
  const { data: accounts } = useQuery(api.accounting.listAccounts.queryOptions({ input: {} }))
  const isComplete = amountMinor !== null && amountMinor > 0 && accountCode !== undefined
  const submit = async (): Promise<void> => {
    if (amountMinor === null || accountCode === undefined) return
    const answer = await transfer.run({ transferredOn: on, amountMinor, reason, accountCode, note })
    if (answer === undefined) return
    open('tax.transferOut', { id: answer.id })
    onClose()
  }
  return (
    <Dialog
      title={t('tax.newTransferOut')}
      okText={t('tax.transfer')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: transfer.isRunning, disabled: !isComplete }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {transfer.refusal === undefined ? null : <RefusalAlert refusal={transfer.refusal} />}
      <Field label={t('tax.inputTaxAmount')} isRequired>
        {(control) => (
          <ScaledInput
            id={control.id}
            decimals={currencyDecimals(company.currency)}
            value={amountMinor}
            onChange={setAmount}
          />
        )}
      </Field>
      <Field label={t('tax.reason')}>
        {(control) => (
          <Select
            id={control.id}
            style={{ width: '100%' }}
            value={reason}
            options={REASONS.map((value) => ({ value, label: t(`tax.reasons.${value}`) }))}
            onChange={setReason}
          />
        )}
      </Field>
      <Field label={t('tax.bornBy')} isRequired>
        {(control) => (
          <Select
            id={control.id}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: '100%' }}
            value={accountCode ?? null}
            options={(accounts?.rows ?? [])
              .filter(({ isPostable, isActive, isControlled }) => isPostable && isActive && !isControlled)
              .map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
            onChange={(code) => setAccount(code ?? undefined)}
          />
        )}
      </Field>
      <Field label={t('tax.on')}>{() => <DayPicker aria-label={t('tax.on')} value={on} onChange={setOn} />}</Field>
      <Field label={t('tax.memo')}>
        {(control) => (
          <Input id={control.id} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
    </Dialog>
  )
}

export function TransferOutPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const tab = usePageTab()
  const tag = useStateTag()
  const reversal = useReversal(id, engine.tax.reverseTransferOut)
  const { data } = useQuery(api.tax.getTransferOut.queryOptions({ input: { id } }))
  const side = useJournalPart('tax.transferOut', id)
  useEffect(() => {
    if (data !== undefined) tab.setTitle(data.number)
  }, [tab, data])
  if (data === undefined) return <Waiting />
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.tax.transferOut')}
        number={data.number}
        state={tag(data.state)}
        facts={[
          { key: 'on', label: t('tax.on'), value: <DateText date={data.transferredOn} /> },
          { key: 'reason', label: t('tax.reason'), value: t(`tax.reasons.${data.reason}`) },
          { key: 'account', label: t('tax.bornBy'), value: data.accountCode },
        ]}
        total={<MoneyText amountMinor={data.amountMinor} />}
        lines={<p>{data.note}</p>}
        side={side}
        actions={reversal.actions(data.state === 'posted')}
      />
      {reversal.dialog(data.number)}
    </>
  )
}

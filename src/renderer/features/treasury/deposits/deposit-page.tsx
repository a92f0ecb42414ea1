import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { useChain, useHistoryPart, useStateTag } from '../../../app/documents/document-parts'
import { api, engine, type Engine } from '../../../app/engine'
import { savePdf } from '../../../app/lists/save-file'
import { usePageTab, type PageParams } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import {
  DateText,
  Dialog,
  DocumentFrame,
  Field,
  MoneyText,
  RefusalAlert,
  useLanguage,
  Waiting,
  type DocumentAction,
} from '../../../ui'
import { AccountSelect, useMoneyAccounts } from '../../../app/documents/account-select'

type Deposit = Awaited<ReturnType<Engine['deposits']['getDeposit']>>

/** Money before the goods: asked for, paid, taken by the invoices of its order. */
export function DepositPage({ params }: { readonly params: PageParams }): ReactNode {
  const { data } = useQuery(api.deposits.getDeposit.queryOptions({ input: { id: Number(params['id']) } }))
  return data === undefined ? <Waiting /> : <ShownDeposit deposit={data} />
}

function ShownDeposit({ deposit }: { readonly deposit: Deposit }): ReactNode {
  const { id, number, state, direction } = deposit
  const { t } = useTranslation()
  const language = useLanguage()
  const tab = usePageTab()
  const tag = useStateTag()
  const canPay = useCan('treasury.write')
  const { company } = useSession()
  const inItsOwn = (foreignMinor: number | null, minor: number): ReactNode => (
    <MoneyText
      amountMinor={foreignMinor ?? minor}
      currency={deposit.currency ?? undefined}
      symbol={deposit.currency !== null}
    />
  )
  const [isPaying, setPaying] = useState(false)
  const cancel = useCommand(engine.deposits.cancelDeposit)
  const chain = useChain(deposit.chain, { kind: 'deposits.deposit', number, state })
  const history = useHistoryPart('deposits.deposit', id)
  useEffect(() => tab.setTitle(number), [tab, number])
  const print = async (): Promise<void> => {
    const { fileName, pdf } = await engine.deposits.depositPdf({ id, locale: language })
    savePdf(fileName, pdf)
  }
  const mayAct = canPay && state === 'asked'
  const actions: DocumentAction[] = [
    ...(direction === 'in' ? [{ key: 'print', label: t('sales.pdf'), onPress: () => void print() }] : []),
    ...(mayAct
      ? [{ key: 'cancel', label: t('deposits.cancel'), isDanger: true, onPress: () => void cancel.run({ id }) }]
      : []),
  ]
  return (
    <>
      <DocumentFrame
        title={t(`deposits.directions.${direction}`)}
        number={number}
        state={tag(state)}
        chain={chain}
        refusal={cancel.refusal}
        facts={[
          { key: 'partner', label: t('deposits.partner'), value: deposit.partner.name },
          { key: 'askedOn', label: t('deposits.askedOn'), value: <DateText date={deposit.askedOn} /> },
          { key: 'dueOn', label: t('deposits.dueOn'), value: <DateText date={deposit.dueOn} /> },
          ...(deposit.reference === ''
            ? []
            : [{ key: 'reference', label: t('deposits.reference'), value: deposit.reference }]),
        ]}
        total={inItsOwn(deposit.foreignMinor, deposit.amountMinor)}
        lines={null}
        totals={[
          { key: 'amount', label: t('deposits.amount'), value: inItsOwn(deposit.foreignMinor, deposit.amountMinor) },
          ...(deposit.currency === null
            ? []
            : [
                {
                  key: 'books',
                  label: t('currencies.inBooks', { currency: company.currency }),
                  value: <MoneyText amountMinor={deposit.amountMinor} />,
                },
              ]),
          ...(deposit.taxMinor === 0
            ? []
            : [
                { key: 'tax', label: t('deposits.tax'), value: <MoneyText amountMinor={deposit.taxMinor} /> },
                { key: 'back', label: t('deposits.taxBack'), value: <MoneyText amountMinor={deposit.taxBackMinor} /> },
              ]),
          {
            key: 'left',
            label: t('deposits.left'),
            value: inItsOwn(deposit.foreignLeftMinor, deposit.leftMinor),
            isStrong: true,
          },
        ]}
        side={history}
        actions={actions}
        {...(mayAct
          ? {
              primary: {
                label: t(direction === 'in' ? 'deposits.receive' : 'deposits.pay'),
                onPress: () => setPaying(true),
              },
            }
          : {})}
      />
      {isPaying ? <PayDialog deposit={deposit} onClose={() => setPaying(false)} /> : null}
    </>
  )
}

function PayDialog({ deposit, onClose }: { readonly deposit: Deposit; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const [paidOn, setPaidOn] = useState(company.today)
  const accounts = useMoneyAccounts().filter(({ currency }) => currency === deposit.currency)
  const [chosen, setAccount] = useState<number>()
  const account = accounts.find(({ id }) => id === chosen) ?? accounts.find(({ kind }) => kind === 'bank')
  const pay = useCommand(engine.deposits.payDeposit)
  const title = t(deposit.direction === 'in' ? 'deposits.receive' : 'deposits.pay')
  const submit = async (): Promise<void> => {
    const answer = await pay.run({
      id: deposit.id,
      paidOn,
      method: account === undefined || account.kind === 'bank' ? 'bank' : 'cash',
      ...(account === undefined ? {} : { accountId: account.id }),
    })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={title}
      okText={title}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: pay.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {pay.refusal === undefined ? null : <RefusalAlert refusal={pay.refusal} />}
      <p>
        <MoneyText
          amountMinor={deposit.foreignMinor ?? deposit.amountMinor}
          currency={deposit.currency ?? undefined}
          symbol
        />
      </p>
      <Field label={t('deposits.paidOn')}>
        {(control) => <DayPicker id={control.id} value={paidOn} onChange={setPaidOn} />}
      </Field>
      <Field label={t('deposits.account')}>
        {(control) => <AccountSelect id={control.id} accounts={accounts} value={account?.id} onChange={setAccount} />}
      </Field>
    </Dialog>
  )
}

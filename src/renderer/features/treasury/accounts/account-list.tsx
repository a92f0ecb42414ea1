import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Segmented, Select, Switch } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../../shared/values/money'
import { useCommand } from '../../../app/commands'
import { ForeignText } from '../../../app/currencies/foreign-text'
import { useForeignCurrencies } from '../../../app/currencies/foreign-currencies'
import { api, engine } from '../../../app/engine'
import { filledIn } from '../../../app/documents/record-form'
import { useCan, useSession } from '../../../app/session'
import { Dialog, MoneyText, PageHeader, RefusalAlert, ScaledInput, StateTag } from '../../../ui'
import type { MoneyAccount } from '../../../app/documents/account-select'

const KINDS = ['bank', 'petty', 'cash'] as const

/** Where money lies: tills, petty cash, bank accounts, each with an account of the books to itself. */
export function AccountList(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const canWrite = useCan('treasury.write')
  const canManage = useCan('company.manage')
  const [edited, setEdited] = useState<MoneyAccount | 'new'>()
  const { data } = useQuery(api.treasury.listAccounts.queryOptions({ input: {} }))
  const limit = useCommand(engine.treasury.setWriteOffLimit)
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('treasury.accounts')}
        actions={
          canWrite ? (
            <Button type="primary" onClick={() => setEdited('new')}>
              {t('treasury.addAccount')}
            </Button>
          ) : null
        }
      />
      {limit.refusal === undefined ? null : <RefusalAlert refusal={limit.refusal} />}
      <div>
        <table className="k-table k-sticky" aria-label={t('treasury.accounts')}>
          <thead>
            <tr>
              <th scope="col">{t('treasury.accountName')}</th>
              <th scope="col">{t('treasury.accountKind')}</th>
              <th scope="col">{t('treasury.ledgerAccount')}</th>
              <th scope="col">{t('treasury.bankName')}</th>
              <th scope="col">{t('treasury.bankNumber')}</th>
              <th scope="col">{t('treasury.state')}</th>
              <th scope="col" className="k-right">
                {t('treasury.balance')}
              </th>
            </tr>
          </thead>
          <tbody>
            {(data?.rows ?? []).map((row) => (
              <tr key={row.id}>
                <td>
                  <button type="button" className="k-plain k-link" disabled={!canWrite} onClick={() => setEdited(row)}>
                    {row.name}
                  </button>
                </td>
                <td>{t(`treasury.accountKinds.${row.kind}`)}</td>
                <td>{row.accountCode}</td>
                <td>{row.bankName}</td>
                <td>{row.bankNumber}</td>
                <td>
                  <StateTag
                    {...(row.isActive
                      ? { tone: 'good', label: t('treasury.inUse') }
                      : { tone: 'neutral', label: t('treasury.outOfUse') })}
                  />
                </td>
                <td className="k-right">
                  <MoneyText amountMinor={row.balanceMinor} />
                  <ForeignText currency={row.currency} amountMinor={row.foreignBalanceMinor} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {canManage && data !== undefined ? (
          <fieldset className="k-fieldset" style={{ maxWidth: 360, marginTop: 24 }}>
            <legend>{t('treasury.writeOffLimit')}</legend>
            <ScaledInput
              decimals={currencyDecimals(company.currency)}
              aria-label={t('treasury.writeOffLimit')}
              value={data.writeOffLimitMinor}
              onChange={(value) => {
                if (value !== null && value !== data.writeOffLimitMinor) void limit.run({ amountMinor: value })
              }}
            />
            <p className="k-soft">{t('treasury.writeOffLimitHint')}</p>
          </fieldset>
        ) : null}
      </div>
      {edited === undefined ? null : (
        <AccountDialog account={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </section>
  )
}

interface AccountFields {
  readonly kind: (typeof KINDS)[number]
  readonly name: string
  readonly bankName: string
  readonly bankNumber: string
  readonly isActive: boolean
  readonly currency?: string
}

function AccountDialog(props: { readonly account: MoneyAccount | undefined; onClose(): void }): ReactNode {
  const { account, onClose } = props
  const { t } = useTranslation()
  const id = useId()
  const { company } = useSession()
  const foreign = useForeignCurrencies()
  const [form] = Form.useForm<AccountFields>()
  const add = useCommand(engine.treasury.addAccount)
  const change = useCommand(engine.treasury.changeAccount)
  const refusal = add.refusal ?? change.refusal
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const { kind, isActive, currency, ...named } = fields
    const answer =
      account === undefined
        ? await add.run({ ...named, kind, currency: currency === undefined || currency === '' ? null : currency })
        : await change.run({ ...named, id: account.id, isActive })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={t(account === undefined ? 'treasury.addAccount' : 'treasury.changeAccount')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: add.isRunning || change.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Form
        form={form}
        name={id}
        layout="vertical"
        requiredMark={false}
        initialValues={
          account ?? { kind: 'bank', name: '', bankName: '', bankNumber: '', isActive: true, currency: '' }
        }
      >
        {account === undefined && foreign.length > 0 ? (
          <Form.Item name="currency" label={t('currencies.currency')}>
            <Select
              options={[
                { value: '', label: t('currencies.base', { currency: company.currency }) },
                ...foreign.map(({ code }) => ({ value: code, label: code })),
              ]}
            />
          </Form.Item>
        ) : null}
        {account === undefined ? (
          <Form.Item name="kind" label={t('treasury.accountKind')}>
            <Segmented block options={KINDS.map((value) => ({ value, label: t(`treasury.accountKinds.${value}`) }))} />
          </Form.Item>
        ) : null}
        <Form.Item name="name" label={t('treasury.accountName')} rules={[{ required: true, message: t('app.needed') }]}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item name="bankName" label={t('treasury.bankName')}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="bankNumber" label={t('treasury.bankNumber')}>
          <Input maxLength={60} />
        </Form.Item>
        {account === undefined ? null : (
          <Form.Item name="isActive" label={t('treasury.inUse')} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
      </Form>
    </Dialog>
  )
}

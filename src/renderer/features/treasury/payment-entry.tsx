import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Input, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../shared/values/money'
import { useCommand } from '../../app/commands'
import { useStateTag } from '../../app/document-parts'
import { api, engine, type Engine } from '../../app/engine'
import { useNavigation, type PageParams } from '../../app/pages'
import { PartnerSelect } from '../../app/partner-select'
import { useSession } from '../../app/session'
import { DateText, DocumentFrame, EmptyState, Field, MoneyText, ScaledInput } from '../../ui'

type OpenItem = Awaited<ReturnType<Engine['accounting']['listOpenItems']>>['rows'][number]
type Direction = 'in' | 'out'

/** Money in or out: an amount, and which invoices it pays. The rest is an advance. */
export function PaymentEntry({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [direction, setDirection] = useState<Direction>(params['direction'] === 'out' ? 'out' : 'in')
  const [partnerId, setPartner] = useState(params['partnerId'] === undefined ? undefined : Number(params['partnerId']))
  const [paidOn, setPaidOn] = useState(company.today)
  const [method, setMethod] = useState<'bank' | 'cash'>('bank')
  const [reference, setReference] = useState('')
  const [amount, setAmount] = useState<number | null>(null)
  const [applied, setApplied] = useState<ReadonlyMap<number, number>>(new Map())
  const post = useCommand(engine.treasury.postPayment)
  const { data: partner } = useQuery(
    api.parties.getPartner.queryOptions({ input: { id: partnerId ?? 0 }, enabled: partnerId !== undefined }),
  )
  const role = direction === 'in' ? ('receivable' as const) : ('payable' as const)
  const { data } = useQuery(
    api.accounting.listOpenItems.queryOptions({
      input: { role, partnerId: partnerId ?? 0, limit: 500, offset: 0, sort: 'dueOn' },
      enabled: partnerId !== undefined,
    }),
  )
  const items = data?.rows ?? []
  const sum = [...applied.values()].reduce((total, value) => total + value, 0)
  const decimals = currencyDecimals(company.currency)
  const total = amount ?? sum

  const pay = (item: OpenItem, value: number | null): void => {
    const next = new Map(applied)
    if (value === null || value === 0) next.delete(item.id)
    else next.set(item.id, value)
    setApplied(next)
  }
  /** Pays what the amount reaches, oldest first; without an amount, everything. */
  const payOldestFirst = (): void => {
    let left = amount ?? Number.POSITIVE_INFINITY
    const next = new Map<number, number>()
    for (const item of items) {
      const share = Math.min(item.openMinor, left)
      if (share === 0) continue
      next.set(item.id, share)
      left -= share
    }
    setApplied(next)
  }
  const submit = async (): Promise<void> => {
    if (partnerId === undefined) return
    const applications = [...applied].map(([openItemId, amountMinor]) => ({ openItemId, amountMinor }))
    const answer = await post.run({ direction, partnerId, paidOn, method, amountMinor: total, reference, applications })
    if (answer === undefined) return
    close('treasury.newPayment', params)
    open('treasury.payment', { id: answer.id })
  }
  return (
    <DocumentFrame
      title={t(`treasury.titles.${direction}`)}
      state={tag('draft')}
      refusal={post.refusal}
      fields={
        <>
          <Field label={t('treasury.direction')}>
            {() => (
              <Segmented
                value={direction}
                onChange={(value) => {
                  setDirection(value)
                  setApplied(new Map())
                }}
                options={(['in', 'out'] as const).map((value) => ({ value, label: t(`treasury.directions.${value}`) }))}
              />
            )}
          </Field>
          <Field label={t('treasury.partner')} isRequired>
            {(control) => (
              <PartnerSelect
                id={control.id}
                side={direction === 'in' ? 'customer' : 'supplier'}
                value={partnerId}
                autoFocus={partnerId === undefined}
                text={partner === undefined ? undefined : `${partner.code} ${partner.name}`}
                onChange={(id) => {
                  setPartner(id)
                  setApplied(new Map())
                }}
              />
            )}
          </Field>
          <Field label={t('treasury.amount')} hint={t('treasury.amountHint')}>
            {(control) => <ScaledInput id={control.id} decimals={decimals} value={amount} onChange={setAmount} />}
          </Field>
          <Field label={t('treasury.paidOn')}>
            {(control) => (
              <DatePicker
                id={control.id}
                allowClear={false}
                value={dayjs(paidOn)}
                onChange={(day) => day && setPaidOn(day.format('YYYY-MM-DD'))}
              />
            )}
          </Field>
          <Field label={t('treasury.method')}>
            {() => (
              <Segmented
                value={method}
                onChange={setMethod}
                options={(['bank', 'cash'] as const).map((value) => ({ value, label: t(`treasury.methods.${value}`) }))}
              />
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
      lines={
        items.length === 0 ? (
          <EmptyState
            title={partnerId === undefined ? t('treasury.choosePartner') : t('treasury.nothingOpen')}
            hint={t('treasury.nothingOpenHint')}
          />
        ) : (
          <>
            <Button onClick={payOldestFirst}>{t('treasury.oldestFirst')}</Button>
            <table className="k-table" aria-label={t('treasury.openItems')}>
              <thead>
                <tr>
                  <th scope="col">{t('treasury.document')}</th>
                  <th scope="col">{t('treasury.dueOn')}</th>
                  <th scope="col" className="k-right">
                    {t('treasury.total')}
                  </th>
                  <th scope="col" className="k-right">
                    {t('treasury.open')}
                  </th>
                  <th scope="col" className="k-right">
                    {t('treasury.pays')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((item) => (
                  <tr key={item.id}>
                    <td>{item.documentNumber}</td>
                    <td>
                      <DateText date={item.dueOn} />
                      {item.daysOverdue > 0 ? (
                        <span className="k-soft"> {t('treasury.overdue', { days: item.daysOverdue })}</span>
                      ) : null}
                    </td>
                    <td className="k-right">
                      <MoneyText amountMinor={item.amountMinor} />
                    </td>
                    <td className="k-right">
                      <MoneyText amountMinor={item.openMinor} />
                    </td>
                    <td className="k-right k-narrow">
                      <ScaledInput
                        decimals={decimals}
                        aria-label={t('treasury.paysOf', { number: item.documentNumber })}
                        value={applied.get(item.id) ?? null}
                        onChange={(value) => pay(item, value)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )
      }
      total={<MoneyText amountMinor={total} />}
      totals={[
        { key: 'applied', label: t('treasury.applied'), value: <MoneyText amountMinor={sum} /> },
        { key: 'advance', label: t('treasury.advance'), value: <MoneyText amountMinor={Math.max(0, total - sum)} /> },
      ]}
      {...(partnerId === undefined || total <= 0
        ? {}
        : {
            primary: { label: t(`treasury.post.${direction}`), onPress: () => void submit(), isBusy: post.isRunning },
          })}
    />
  )
}

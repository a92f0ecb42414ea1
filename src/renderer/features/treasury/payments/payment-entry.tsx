import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cashDiscountMinor } from '../../../../shared/values/cash-discount'
import { currencyDecimals } from '../../../../shared/values/money'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { useStateTag } from '../../../app/documents/document-parts'
import { api, engine } from '../../../app/engine'
import { useNavigation, type PageParams } from '../../../app/pages'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { useSession } from '../../../app/session'
import { DocumentFrame, EmptyState, Field, MoneyText, ScaledInput } from '../../../ui'
import { exchanged, useDayRates } from '../../../app/currencies/day-rates'
import { useMoneyAccounts } from '../../../app/documents/account-select'
import { MeansFields, meansAtFirst, meansInput } from './means-fields'
import { oldestFirst, owedOf, useOpenItems, type OpenItem, type Shares } from './open-items-of'
import { SharesTable } from './shares-table'

type Direction = 'in' | 'out'
const NO_SHARES: Shares = new Map()

/** Money in or out: an amount, how it is paid, and which invoices it pays. The rest is an advance. */
export function PaymentEntry({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [direction, setDirection] = useState<Direction>(params['direction'] === 'out' ? 'out' : 'in')
  const [partnerId, setPartner] = useState(params['partnerId'] === undefined ? undefined : Number(params['partnerId']))
  const [paidOn, setPaidOn] = useState(company.today)
  const [means, setMeans] = useState(() => meansAtFirst(company.today))
  const [reference, setReference] = useState('')
  const [amount, setAmount] = useState<number | null>(null)
  const [shares, setShares] = useState(NO_SHARES)
  const [keepsDifference, setKeepsDifference] = useState(false)
  const [reason, setReason] = useState<string>()
  const post = useCommand(engine.treasury.postPayment)
  const { data: partner } = useQuery(
    api.parties.getPartner.queryOptions({ input: { id: partnerId ?? 0 }, enabled: partnerId !== undefined }),
  )
  const items = useOpenItems(direction === 'in' ? 'receivable' : 'payable', partnerId)
  const accounts = useMoneyAccounts()
  const currency = accounts.find(({ id }) => id === means.accountId)?.currency ?? null
  const rateOf = useDayRates(paidOn)
  const paidOf = (item: OpenItem): number => {
    const share = shares.get(item.id)
    if (share === undefined) return 0
    return share.paidMinor ?? exchanged(owedOf(share), item.currency, currency, rateOf) ?? 0
  }
  const sum = items.reduce((total, item) => total + paidOf(item), 0)
  const decimals = currencyDecimals(currency ?? company.currency)
  const total = amount ?? sum
  const excess = Math.max(0, total - sum)
  const change = (next: Shares): void => {
    setShares(next)
    setReason(undefined)
  }
  const discountOf = (item: OpenItem): number => (partner === undefined ? 0 : cashDiscountMinor(partner, item, paidOn))
  const payByReference = async (): Promise<void> => {
    if (partnerId === undefined || amount === null) return
    const input = { direction, partnerId, amountMinor: amount, by: 'reference' as const, reference, paidOn, currency }
    const proposed = await engine.treasury.proposeApplications(input)
    change(
      new Map(
        proposed.rows.map(({ openItemId, amountMinor, discountMinor }) => [
          openItemId,
          { amountMinor, discountMinor, writeOffMinor: 0 },
        ]),
      ),
    )
    setReason(proposed.reason)
  }
  const submit = async (): Promise<void> => {
    if (partnerId === undefined) return
    const applications = items.flatMap((item) => {
      const share = shares.get(item.id)
      if (share === undefined) return []
      const paid = item.currency === currency ? {} : { paidMinor: paidOf(item) }
      return [{ openItemId: item.id, ...share, ...paid }]
    })
    const answer = await post.run({
      direction,
      partnerId,
      paidOn,
      amountMinor: total,
      differenceMinor: keepsDifference ? excess : 0,
      reference,
      applications,
      ...meansInput(means),
    })
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
                  change(NO_SHARES)
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
                  change(NO_SHARES)
                }}
              />
            )}
          </Field>
          <Field label={t('treasury.amount')} hint={t('treasury.amountHint')}>
            {(control) => <ScaledInput id={control.id} decimals={decimals} value={amount} onChange={setAmount} />}
          </Field>
          <Field label={t('treasury.paidOn')}>
            {(control) => <DayPicker id={control.id} value={paidOn} onChange={setPaidOn} />}
          </Field>
          <MeansFields direction={direction} means={means} onChange={setMeans} onEndorse={setAmount} />
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
            <Button
              onClick={() =>
                change(
                  oldestFirst(
                    items.filter((item) => item.currency === currency),
                    amount,
                    discountOf,
                  ),
                )
              }
            >
              {t('treasury.oldestFirst')}
            </Button>{' '}
            <Button disabled={amount === null} onClick={() => void payByReference()}>
              {t('treasury.byReference')}
            </Button>{' '}
            {reason === undefined ? null : (
              <span className="k-soft" role="status">
                {t(`treasury.proposed.${reason}`)}
              </span>
            )}
            <SharesTable
              label={t('treasury.openItems')}
              items={items}
              shares={shares}
              hasParts
              terms={partner}
              paidOn={paidOn}
              onChange={change}
              money={{ currency, paidOf }}
            />
          </>
        )
      }
      notes={
        excess > 0 && shares.size > 0 ? (
          <Checkbox checked={keepsDifference} onChange={(event) => setKeepsDifference(event.target.checked)}>
            {t('treasury.keepDifference')}
          </Checkbox>
        ) : null
      }
      total={<MoneyText amountMinor={total} currency={currency ?? undefined} symbol={currency !== null} />}
      totals={[
        {
          key: 'applied',
          label: t('treasury.applied'),
          value: <MoneyText amountMinor={sum} currency={currency ?? undefined} symbol={currency !== null} />,
        },
        {
          key: 'advance',
          label: t(keepsDifference ? 'treasury.difference' : 'treasury.advance'),
          value: <MoneyText amountMinor={excess} currency={currency ?? undefined} symbol={currency !== null} />,
        },
      ]}
      {...(partnerId === undefined || total <= 0
        ? {}
        : {
            primary: { label: t(`treasury.post.${direction}`), onPress: () => void submit(), isBusy: post.isRunning },
          })}
    />
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { useStateTag } from '../../../app/documents/document-parts'
import { api, engine } from '../../../app/engine'
import { useNavigation, type PageParams } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { DocumentFrame, EmptyState, Field, MoneyText, Waiting } from '../../../ui'
import { oldestFirst, settledOf, useOpenItems, type Shares } from './open-items-of'
import { SharesTable } from './shares-table'

/** What is left of an advance against open items of the same partner. */
export function AdvanceApplication({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [appliedOn, setAppliedOn] = useState(company.today)
  const [shares, setShares] = useState<Shares>(new Map())
  const apply = useCommand(engine.treasury.applyAdvance)
  const { data: payment } = useQuery(api.treasury.getPayment.queryOptions({ input: { id } }))
  const role = payment?.direction === 'out' ? 'payable' : 'receivable'
  const items = useOpenItems(role, payment?.partner.id).filter(
    ({ openMinor, currency: itemCurrency }) => openMinor > 0 && itemCurrency === payment?.currency,
  )
  if (payment === undefined) return <Waiting />
  const { currency } = payment
  const leftMinor = payment.foreignUnappliedMinor ?? payment.unappliedMinor
  const sum = settledOf(shares)
  const submit = async (): Promise<void> => {
    const applications = [...shares].map(([openItemId, { amountMinor }]) => ({ openItemId, amountMinor }))
    const answer = await apply.run({ paymentId: id, appliedOn, applications })
    if (answer === undefined) return
    close('treasury.applyAdvance', params)
    open('treasury.payment', { id })
  }
  return (
    <DocumentFrame
      title={t('treasury.applyAdvance')}
      number={payment.number}
      state={tag(payment.state)}
      refusal={apply.refusal}
      fields={
        <Field label={t('treasury.paidOn')}>
          {(control) => <DayPicker id={control.id} value={appliedOn} onChange={setAppliedOn} />}
        </Field>
      }
      lines={
        items.length === 0 ? (
          <EmptyState title={t('treasury.nothingOpen')} hint={payment.partner.name} />
        ) : (
          <>
            <Button onClick={() => setShares(oldestFirst(items, leftMinor))}>{t('treasury.oldestFirst')}</Button>
            <SharesTable
              label={t('treasury.openItems')}
              items={items}
              shares={shares}
              hasParts={false}
              onChange={setShares}
            />
          </>
        )
      }
      total={<MoneyText amountMinor={leftMinor} currency={currency ?? undefined} symbol={currency !== null} />}
      totals={[
        {
          key: 'applied',
          label: t('treasury.applied'),
          value: <MoneyText amountMinor={sum} currency={currency ?? undefined} symbol={currency !== null} />,
        },
        {
          key: 'left',
          label: t('treasury.advance'),
          value: (
            <MoneyText amountMinor={leftMinor - sum} currency={currency ?? undefined} symbol={currency !== null} />
          ),
        },
      ]}
      {...(sum <= 0
        ? {}
        : { primary: { label: t('treasury.applyAdvance'), onPress: () => void submit(), isBusy: apply.isRunning } })}
    />
  )
}

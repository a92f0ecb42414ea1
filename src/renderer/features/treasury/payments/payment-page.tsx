import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ForeignText } from '../../../app/currencies/foreign-text'
import { useChain, useJournalPart, useStateTag } from '../../../app/documents/document-parts'
import { api, engine } from '../../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../../app/pages'
import { useReversal } from '../../../app/documents/reverse-dialog'
import { useCan, useSession } from '../../../app/session'
import { DateText, DocumentFrame, MoneyText, type DocumentAction, Waiting } from '../../../ui'
import { RefundDialog } from './refund-dialog'

/** A payment and what it paid. */
export function PaymentPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, canOpen } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canWrite = useCan('treasury.write')
  const reversal = useReversal(id, engine.treasury.reversePayment)
  const [isRefunding, setRefunding] = useState(false)
  const { data: payment } = useQuery(api.treasury.getPayment.queryOptions({ input: { id } }))
  const chain = useChain(payment?.chain, {
    kind: 'treasury.payment',
    number: payment?.number ?? '',
    state: payment?.state ?? 'posted',
  })
  const journal = useJournalPart('treasury.payment', id)
  useEffect(() => {
    if (payment !== undefined) tab.setTitle(payment.number)
  }, [tab, payment])
  if (payment === undefined) return <Waiting />
  const isPosted = payment.state === 'posted'
  const hasAdvance = isPosted && canWrite && payment.unappliedMinor > 0
  const actions: DocumentAction[] = [
    ...(hasAdvance ? [{ key: 'refund', label: t('treasury.refund'), onPress: () => setRefunding(true) }] : []),
    ...reversal.actions(isPosted),
  ]
  const bill = payment.bill
  const { currency } = payment
  const leftMinor = payment.foreignUnappliedMinor ?? payment.unappliedMinor
  const exchangeMinor = payment.applications.reduce((sum, each) => sum + each.exchangeMinor, 0)
  return (
    <>
      <DocumentFrame
        title={t(`treasury.titles.${payment.direction}`)}
        number={payment.number}
        state={tag(payment.state)}
        chain={chain}
        facts={[
          { key: 'partner', label: t('treasury.partner'), value: payment.partner.name },
          { key: 'paidOn', label: t('treasury.paidOn'), value: <DateText date={payment.paidOn} /> },
          { key: 'method', label: t('treasury.method'), value: t(`treasury.methods.${payment.method}`) },
          ...(payment.account === null
            ? []
            : [{ key: 'account', label: t('treasury.account'), value: payment.account.name }]),
          ...(bill === null
            ? []
            : [
                {
                  key: 'bill',
                  label: t('treasury.billNumber'),
                  value: (
                    <button
                      type="button"
                      className="k-plain k-link"
                      onClick={() => open('treasury.note', { id: bill.id })}
                    >
                      {bill.billNumber}
                    </button>
                  ),
                },
              ]),
          ...(payment.reference === ''
            ? []
            : [{ key: 'reference', label: t('treasury.reference'), value: payment.reference }]),
          ...(currency === null
            ? []
            : [
                {
                  key: 'books',
                  label: t('currencies.inBooks', { currency: company.currency }),
                  value: <MoneyText amountMinor={payment.amountMinor} />,
                },
              ]),
        ]}
        total={
          <MoneyText
            amountMinor={payment.foreignMinor ?? payment.amountMinor}
            currency={currency ?? undefined}
            symbol={currency !== null}
          />
        }
        lines={
          <table className="k-table" aria-label={t('treasury.applied')}>
            <thead>
              <tr>
                <th scope="col">{t('treasury.document')}</th>
                <th scope="col" className="k-right">
                  {t('treasury.applied')}
                </th>
                <th scope="col" className="k-right">
                  {t('treasury.discount')}
                </th>
                <th scope="col" className="k-right">
                  {t('treasury.writeOff')}
                </th>
              </tr>
            </thead>
            <tbody>
              {payment.applications.map((application, at) => (
                <tr key={at}>
                  <td>
                    <button
                      type="button"
                      className="k-plain k-link"
                      disabled={!canOpen(application.sourceKind)}
                      onClick={() => open(application.sourceKind, { id: application.sourceId })}
                    >
                      {application.documentNumber}
                    </button>
                  </td>
                  <td className="k-right">
                    <MoneyText amountMinor={application.amountMinor} />
                    <ForeignText currency={application.currency} amountMinor={application.foreignMinor} />
                  </td>
                  <td className="k-right">
                    <MoneyText amountMinor={application.discountMinor} />
                  </td>
                  <td className="k-right">
                    <MoneyText amountMinor={application.writeOffMinor} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        }
        totals={[
          {
            key: 'advance',
            label: t('treasury.advance'),
            value: <MoneyText amountMinor={leftMinor} currency={currency ?? undefined} symbol={currency !== null} />,
          },
          { key: 'refunded', label: t('treasury.refunded'), value: <MoneyText amountMinor={payment.refundedMinor} /> },
          {
            key: 'difference',
            label: t('treasury.difference'),
            value: <MoneyText amountMinor={payment.differenceMinor} />,
          },
          ...(exchangeMinor === 0
            ? []
            : [
                {
                  key: 'exchange',
                  label: t('currencies.exchange'),
                  value: <MoneyText amountMinor={exchangeMinor} plus />,
                },
              ]),
        ]}
        side={journal}
        actions={actions}
        {...(hasAdvance
          ? {
              primary: {
                label: t('treasury.applyAdvance'),
                onPress: () => open('treasury.applyAdvance', { id }),
              },
            }
          : {})}
      />
      {isRefunding ? (
        <RefundDialog
          paymentId={id}
          number={payment.number}
          unappliedMinor={leftMinor}
          currency={currency}
          onClose={() => setRefunding(false)}
        />
      ) : null}
      {reversal.dialog(payment.number)}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useChain, useJournalPart, useStateTag } from '../../app/document-parts'
import { api, engine } from '../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { ReverseDialog } from '../../app/reverse-dialog'
import { useCan } from '../../app/session'
import { DateText, DocumentFrame, MoneyText, type DocumentAction, Waiting } from '../../ui'

/** A payment and what it paid. */
export function PaymentPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canReverse = useCan('documents.reverse')
  const [isReversing, setReversing] = useState(false)
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
  const actions: DocumentAction[] =
    canReverse && payment.state === 'posted'
      ? [{ key: 'reverse', label: t('app.reverse.do'), isDanger: true, onPress: () => setReversing(true) }]
      : []
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
          ...(payment.reference === ''
            ? []
            : [{ key: 'reference', label: t('treasury.reference'), value: payment.reference }]),
        ]}
        total={<MoneyText amountMinor={payment.amountMinor} />}
        lines={
          <table className="k-table" aria-label={t('treasury.applied')}>
            <thead>
              <tr>
                <th scope="col">{t('treasury.document')}</th>
                <th scope="col" className="k-right">
                  {t('treasury.applied')}
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
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        }
        totals={[
          { key: 'advance', label: t('treasury.advance'), value: <MoneyText amountMinor={payment.unappliedMinor} /> },
        ]}
        side={journal}
        actions={actions}
      />
      {isReversing ? (
        <ReverseDialog
          id={id}
          number={payment.number}
          reverse={engine.treasury.reversePayment}
          onClose={() => setReversing(false)}
        />
      ) : null}
    </>
  )
}

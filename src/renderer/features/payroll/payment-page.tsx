import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useJournalPart, useStateTag } from '../../app/documents/document-parts'
import { useReversal } from '../../app/documents/reverse-dialog'
import { api, engine } from '../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { DateText, DocumentFrame, MoneyText, Waiting } from '../../ui'

/** One payment of a run: to the staff, to the insurance, or the tax. */
export function PaymentPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const reversal = useReversal(id, engine.payroll.reversePayment)
  const { data: payment } = useQuery(api.payroll.getPayment.queryOptions({ input: { id } }))
  const side = useJournalPart('payroll.payment', id)
  useEffect(() => {
    if (payment !== undefined) tab.setTitle(payment.number)
  }, [tab, payment])
  if (payment === undefined) return <Waiting />
  return (
    <>
      <DocumentFrame
        title={t(`payroll.kinds.${payment.kind}`)}
        number={payment.number}
        state={tag(payment.state)}
        facts={[
          {
            key: 'run',
            label: t('app.kinds.payroll.run'),
            value: (
              <button
                type="button"
                className="k-plain k-link"
                onClick={() => open('payroll.run', { id: payment.run.id })}
              >
                {payment.run.number}
              </button>
            ),
          },
          { key: 'on', label: t('payroll.paidOn'), value: <DateText date={payment.paidOn} /> },
          { key: 'account', label: t('payroll.from'), value: payment.account },
        ]}
        total={<MoneyText amountMinor={payment.amountMinor} />}
        lines={null}
        side={side}
        actions={reversal.actions(payment.state === 'posted')}
      />
      {reversal.dialog(payment.number)}
    </>
  )
}

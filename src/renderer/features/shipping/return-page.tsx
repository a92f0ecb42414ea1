import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTotals } from '../../app/currencies/document-currency'
import { useChain, useJournalPart, useStateTag } from '../../app/documents/document-parts'
import { api, engine } from '../../app/engine'
import { LinesTable } from '../../app/orders/lines-table'
import { usePageTab, type PageParams } from '../../app/pages'
import { useReversal } from '../../app/documents/reverse-dialog'
import { DateText, DocumentFrame, MoneyText, type DocumentAction, Waiting } from '../../ui'

/** Goods that came back, where they went, and what was credited. */
export function ReturnPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const totalRows = useTotals()
  const tab = usePageTab()
  const tag = useStateTag()
  const reversal = useReversal(id, engine.shipping.reverseReturn)
  const { data } = useQuery(api.shipping.getReturn.queryOptions({ input: { id } }))
  const chain = useChain(data?.chain, {
    kind: 'shipping.return',
    number: data?.number ?? '',
    state: data?.state ?? 'posted',
  })
  const journal = useJournalPart('shipping.return', id)
  useEffect(() => {
    if (data !== undefined) tab.setTitle(data.number)
  }, [tab, data])
  if (data === undefined) return <Waiting />
  const netMinor = data.lines.reduce((sum, line) => sum + line.netMinor, 0)
  const taxMinor = data.lines.reduce((sum, line) => sum + line.taxMinor, 0)
  const actions: DocumentAction[] = reversal.actions(data.state === 'posted')
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.shipping.return')}
        number={data.number}
        state={tag(data.state)}
        chain={chain}
        facts={[
          { key: 'customer', label: t('shipping.customer'), value: data.customer.name },
          { key: 'returnedOn', label: t('shipping.returnedOn'), value: <DateText date={data.returnedOn} /> },
          { key: 'reason', label: t('shipping.reason'), value: data.reason },
        ]}
        total={<MoneyText amountMinor={netMinor + taxMinor} />}
        lines={
          <LinesTable
            label={t('app.lines.label')}
            moreTitles={[t('shipping.lot'), t('shipping.expiry'), t('shipping.status')]}
            lines={data.lines.map((line) => ({
              ...line,
              more: [
                line.lot?.code ?? '',
                <DateText key="expiry" date={line.lot?.expiresOn} />,
                t(`shipping.statuses.${line.status}`),
              ],
            }))}
          />
        }
        totals={totalRows({ netMinor, taxMinor, grossMinor: netMinor + taxMinor })}
        side={journal}
        actions={actions}
      />
      {reversal.dialog(data.number)}
    </>
  )
}

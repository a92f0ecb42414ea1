import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useJournalPart, useStateTag } from '../../../app/documents/document-parts'
import { api, engine } from '../../../app/engine'
import { usePageTab, type PageParams } from '../../../app/pages'
import { useReversal } from '../../../app/documents/reverse-dialog'
import { DateText, DocumentFrame, MoneyText, QuantityText, Waiting } from '../../../ui'

export function RevaluationPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const tab = usePageTab()
  const tag = useStateTag()
  const reversal = useReversal(id, engine.stock.reverseRevaluation)
  const { data } = useQuery(api.stock.getRevaluation.queryOptions({ input: { id } }))
  const journal = useJournalPart('stock.revaluation', id)
  useEffect(() => {
    if (data !== undefined) tab.setTitle(data.number)
  }, [tab, data])
  if (data === undefined) return <Waiting />
  const { beforeMinor, afterMinor } = data
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.stock.revaluation')}
        number={data.number}
        state={tag(data.state)}
        facts={[
          { key: 'item', label: t('stock.item'), value: `${data.item.code} ${data.item.name}` },
          ...(data.lot === null ? [] : [{ key: 'lot', label: t('stock.lot'), value: data.lot.code }]),
          { key: 'warehouse', label: t('stock.warehouse'), value: data.warehouse },
          { key: 'revaluedOn', label: t('stock.revaluedOn'), value: <DateText date={data.revaluedOn} /> },
          {
            key: 'quantity',
            label: t('stock.quantity'),
            value: <QuantityText quantityMicro={data.quantityMicro} unit={data.item.baseUnit} />,
          },
        ]}
        lines={<p>{data.reason}</p>}
        totals={
          beforeMinor === null || afterMinor === null
            ? []
            : [
                { key: 'before', label: t('stock.before'), value: <MoneyText amountMinor={beforeMinor} /> },
                { key: 'after', label: t('stock.after'), value: <MoneyText amountMinor={afterMinor} /> },
                {
                  key: 'change',
                  label: t('stock.difference'),
                  value: <MoneyText amountMinor={afterMinor - beforeMinor} plus />,
                  isStrong: true,
                },
              ]
        }
        side={journal}
        actions={reversal.actions(data.state === 'posted')}
      />
      {reversal.dialog(data.number)}
    </>
  )
}

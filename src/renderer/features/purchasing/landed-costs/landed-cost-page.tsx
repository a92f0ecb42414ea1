import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useChain, useJournalPart, useStateTag } from '../../../app/documents/document-parts'
import { api, engine } from '../../../app/engine'
import { usePageTab, type PageParams } from '../../../app/pages'
import { useReversal } from '../../../app/documents/reverse-dialog'
import { DateText, DocumentFrame, MoneyText, QuantityText, Waiting } from '../../../ui'

/** A landed cost and where each part of it went. */
export function LandedCostPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const tab = usePageTab()
  const tag = useStateTag()
  const reversal = useReversal(id, engine.purchasing.reverseLandedCost)
  const { data } = useQuery(api.purchasing.getLandedCost.queryOptions({ input: { id } }))
  const chain = useChain(data?.chain, {
    kind: 'purchasing.landedCost',
    number: data?.number ?? '',
    state: data?.state ?? 'posted',
  })
  const journal = useJournalPart('purchasing.landedCost', id)
  useEffect(() => {
    if (data !== undefined) tab.setTitle(data.number)
  }, [tab, data])
  if (data === undefined) return <Waiting />
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.purchasing.landedCost')}
        number={data.number}
        state={tag(data.state)}
        chain={chain}
        facts={[
          { key: 'kind', label: t('purchasing.landed.kind'), value: t(`purchasing.landed.kinds.${data.kind}`) },
          { key: 'supplier', label: t('purchasing.supplier'), value: data.supplier.name },
          { key: 'reference', label: t('purchasing.reference'), value: data.supplierReference },
          { key: 'invoicedOn', label: t('purchasing.invoicedOn'), value: <DateText date={data.invoicedOn} /> },
          { key: 'dueOn', label: t('purchasing.dueOn'), value: <DateText date={data.dueOn} /> },
          { key: 'basis', label: t('purchasing.landed.basis'), value: t(`purchasing.landed.bases.${data.basis}`) },
        ]}
        total={<MoneyText amountMinor={(data.netMinor ?? 0) + (data.taxMinor ?? 0)} />}
        lines={
          <table className="k-table" aria-label={t('app.lines.label')}>
            <thead>
              <tr>
                <th scope="col">{t('app.kinds.purchasing.receipt')}</th>
                <th scope="col">{t('app.lines.item')}</th>
                <th scope="col" className="k-right">
                  {t('app.lines.quantity')}
                </th>
                {(['share', 'toStock', 'toCost'] as const).map((key) => (
                  <th key={key} scope="col" className="k-right">
                    {t(`purchasing.landed.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.lines.map((line) => (
                <tr key={line.id}>
                  <td>{line.receiptNumber}</td>
                  <td>
                    {line.item.code} {line.item.name}
                  </td>
                  <td className="k-right">
                    <QuantityText quantityMicro={line.quantityMicro} unit={line.item.baseUnit} />
                  </td>
                  {[line.amountMinor, line.toStockMinor, line.toCostMinor].map((amount, at) => (
                    <td key={at} className="k-right">
                      <MoneyText amountMinor={amount ?? 0} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        }
        totals={[
          { key: 'net', label: t('purchasing.landed.net'), value: <MoneyText amountMinor={data.netMinor ?? 0} /> },
          { key: 'tax', label: t('purchasing.landed.tax'), value: <MoneyText amountMinor={data.taxMinor ?? 0} /> },
          { key: 'open', label: t('purchasing.open'), value: <MoneyText amountMinor={data.openMinor} /> },
        ]}
        notes={data.note === '' ? null : <p>{data.note}</p>}
        side={journal}
        actions={reversal.actions(data.state === 'posted')}
      />
      {reversal.dialog(data.number)}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useJournalPart, useStateTag } from '../../../app/documents/document-parts'
import { api, engine } from '../../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../../app/pages'
import { useReversal } from '../../../app/documents/reverse-dialog'
import { useCan } from '../../../app/session'
import { DateText, DocumentFrame, MoneyText, QuantityText, type DocumentAction, Waiting } from '../../../ui'

/** Stock that was found or is gone, and what it was worth. */
export function AdjustmentPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canSeeCost = useCan('cost.see')
  const reversal = useReversal(id, engine.warehouse.reverseAdjustment)
  const { data } = useQuery(api.warehouse.getAdjustment.queryOptions({ input: { id } }))
  const journal = useJournalPart('warehouse.adjustment', id)
  useEffect(() => {
    if (data !== undefined) tab.setTitle(data.number)
  }, [tab, data])
  if (data === undefined) return <Waiting />
  const actions: DocumentAction[] = reversal.actions(data.state === 'posted')
  const valueMinor = data.lines.reduce((sum, line) => sum + (line.valueMinor ?? 0), 0)
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.warehouse.adjustment')}
        number={data.number}
        state={tag(data.state)}
        facts={[
          { key: 'adjustedOn', label: t('warehouse.adjustedOn'), value: <DateText date={data.adjustedOn} /> },
          { key: 'reason', label: t('warehouse.reason'), value: data.reason },
        ]}
        {...(canSeeCost ? { total: <MoneyText amountMinor={valueMinor} zeroAsDash={false} /> } : {})}
        lines={
          <table className="k-table" aria-label={t('app.lines.label')}>
            <thead>
              <tr>
                <th scope="col">{t('warehouse.item')}</th>
                <th scope="col">{t('warehouse.bin')}</th>
                <th scope="col">{t('warehouse.lot')}</th>
                <th scope="col" className="k-right">
                  {t('warehouse.change')}
                </th>
                {canSeeCost ? (
                  <th scope="col" className="k-right">
                    {t('warehouse.value')}
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {data.lines.map((line) => (
                <tr key={line.id}>
                  <td>
                    <button
                      type="button"
                      className="k-plain k-link"
                      onClick={() => open('items.item', { id: line.item.id })}
                    >
                      {line.item.code}
                    </button>{' '}
                    {line.item.name}
                  </td>
                  <td>{line.bin.code}</td>
                  <td>
                    {line.lot?.code ?? ''} <DateText date={line.lot?.expiresOn} />
                  </td>
                  <td className="k-right">
                    <QuantityText quantityMicro={line.quantityMicro} unit={line.item.baseUnit} plus />
                  </td>
                  {line.valueMinor === null ? null : (
                    <td className="k-right">
                      <MoneyText amountMinor={line.valueMinor} plus />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        }
        side={journal}
        actions={actions}
      />
      {reversal.dialog(data.number)}
    </>
  )
}

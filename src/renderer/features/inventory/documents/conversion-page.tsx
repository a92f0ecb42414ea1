import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useChain, useJournalPart, useStateTag } from '../../../app/documents/document-parts'
import { api, engine, type Engine } from '../../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../../app/pages'
import { useReversal } from '../../../app/documents/reverse-dialog'
import { useCan } from '../../../app/session'
import { DateText, DocumentFrame, MoneyText, QuantityText, Waiting, type DocumentAction } from '../../../ui'

type Line = Awaited<ReturnType<Engine['stock']['getConversion']>>['lines'][number]

/** What was used, what became of it, and what it is worth now. */
export function ConversionPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const tab = usePageTab()
  const tag = useStateTag()
  const reversal = useReversal(id, engine.stock.reverseConversion)
  const { data: conversion } = useQuery(api.stock.getConversion.queryOptions({ input: { id } }))
  const chain = useChain(conversion?.chain, {
    kind: 'stock.conversion',
    number: conversion?.number ?? '',
    state: conversion?.state ?? 'posted',
  })
  const journal = useJournalPart('stock.conversion', id)
  useEffect(() => {
    if (conversion !== undefined) tab.setTitle(conversion.number)
  }, [tab, conversion])
  if (conversion === undefined) return <Waiting />
  const actions: DocumentAction[] = reversal.actions(conversion.state === 'posted')
  return (
    <>
      <DocumentFrame
        title={t(`stock.kinds.${conversion.kind}`)}
        number={conversion.number}
        state={tag(conversion.state)}
        chain={chain}
        facts={[
          { key: 'warehouse', label: t('stock.warehouse'), value: conversion.warehouse },
          { key: 'convertedOn', label: t('stock.convertedOn'), value: <DateText date={conversion.convertedOn} /> },
        ]}
        {...(conversion.valueMinor === null ? {} : { total: <MoneyText amountMinor={conversion.valueMinor} /> })}
        lines={
          <>
            <Side title={t('stock.used')} lines={conversion.lines.filter(({ side }) => side === 'used')} />
            <Side title={t('stock.made')} lines={conversion.lines.filter(({ side }) => side === 'made')} />
          </>
        }
        totals={
          conversion.lossMinor === null || conversion.lossMinor === 0
            ? []
            : [{ key: 'loss', label: t('stock.loss'), value: <MoneyText amountMinor={conversion.lossMinor} /> }]
        }
        notes={conversion.note === '' ? null : <p>{conversion.note}</p>}
        side={journal}
        actions={actions}
      />
      {reversal.dialog(conversion.number)}
    </>
  )
}

function Side({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const canSeeCost = useCan('cost.see')
  const hasExpected = lines.some(({ expectedMicro }) => expectedMicro !== null)
  return (
    <table className="k-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('stock.item')}</th>
          <th scope="col">{t('stock.lot')}</th>
          <th scope="col">{t('stock.bin')}</th>
          <th scope="col" className="k-right">
            {t('stock.quantity')}
          </th>
          {hasExpected ? (
            <th scope="col" className="k-right">
              {t('stock.yield')}
            </th>
          ) : null}
          {canSeeCost ? (
            <th scope="col" className="k-right">
              {t('stock.value')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              {line.item.code} {line.item.name}
            </td>
            <td>
              {line.lot === null ? null : (
                <button
                  type="button"
                  className="k-plain k-link"
                  disabled={!canOpen('stock.trace')}
                  onClick={() => open('stock.trace', { code: line.lot?.code ?? '' })}
                >
                  {line.lot.code}
                </button>
              )}
            </td>
            <td>{line.bin.code}</td>
            <td className="k-right">
              <QuantityText quantityMicro={line.quantityMicro} unit={line.item.baseUnit} />
            </td>
            {hasExpected ? (
              <td className="k-right">
                {line.expectedMicro === null ? null : (
                  <QuantityText quantityMicro={line.quantityMicro - line.expectedMicro} plus />
                )}
              </td>
            ) : null}
            {canSeeCost ? (
              <td className="k-right">
                <MoneyText amountMinor={line.valueMinor ?? 0} />
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

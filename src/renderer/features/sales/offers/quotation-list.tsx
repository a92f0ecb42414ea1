import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { addDays } from '../../../../shared/values/date'
import { useForeignColumn } from '../../../app/currencies/document-currency'
import { api, engine, type Engine } from '../../../app/engine'
import { DocumentsPage } from '../../../app/lists/documents-page'
import { useCan, useSession } from '../../../app/session'
import { formatMoney, formatPercent } from '../../../../shared/values/format'
import { multiplyDivide } from '../../../../shared/values/integers'
import { useLanguage, type ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['offers']['listQuotations']>>['rows'][number]
const STATES = ['draft', 'sent', 'expired', 'partly-won', 'won', 'lost'] as const
const { listQuotations } = engine.offers

export function QuotationList(): ReactNode {
  const { t } = useTranslation()
  const tag = useStateTag()
  const canWrite = useCan('sales.write')
  const hint = useWinRate()
  const foreign = useForeignColumn<Row>((row) => ({ currency: row.currency, amountMinor: row.foreignGrossMinor }))
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('sales.number'),
        value: (row) => row.number ?? '',
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('sales.state'), kind: 'status', value: (row) => tag(row.state), width: 130 },
      { key: 'customer', title: t('offers.customer'), value: (row) => row.customer.name, isSortable: true },
      { key: 'revision', title: t('offers.revision'), kind: 'count', value: (row) => row.revision, width: 100 },
      { key: 'quotedOn', title: t('offers.quotedOn'), kind: 'date', value: (row) => row.quotedOn, isSortable: true },
      {
        key: 'validUntil',
        title: t('offers.validUntil'),
        kind: 'date',
        value: (row) => row.validUntil,
        isSortable: true,
      },
      {
        key: 'grossMinor',
        title: t('sales.gross'),
        kind: 'money',
        value: (row) => row.grossMinor,
        hasSum: true,
        isSortable: true,
      },
      ...foreign,
    ],
    [t, tag, foreign],
  )
  return (
    <DocumentsPage<Row, (typeof STATES)[number]>
      name="offers.quotations"
      room="offers"
      title={t('offers.quotations')}
      hint={hint}
      columns={columns}
      list={listQuotations}
      states={STATES}
      page="offers.quotation"
      filterHint={t('sales.filterHint')}
      initialLayout={{ sort: { key: 'quotedOn', direction: 'descending' } }}
      empty={{ title: t('offers.noQuotations'), hint: t('offers.noQuotationsHint') }}
      begin={canWrite ? { label: t('offers.newQuotation') } : undefined}
    />
  )
}

/** How many of the last twelve months' quotations became an order, in number and in money; empty before the first. */
function useWinRate(): string {
  const { t } = useTranslation()
  const { company } = useSession()
  const { today } = company
  const locale = useLanguage()
  const { data } = useQuery(api.offers.winRate.queryOptions({ input: { from: addDays(today, -365), to: today } }))
  if (data === undefined || data.decided === 0) return ''
  const money = (minor: number): string => formatMoney(minor, locale, { currency: company.currency })
  const [first] = data.lost
  return [
    t('offers.winRate', {
      rate: formatPercent(multiplyDivide(1000, data.won, data.decided) * 1000),
      won: data.won,
      decided: data.decided,
      ordered: money(data.orderedMinor),
      quoted: money(data.quotedMinor),
    }),
    ...(first === undefined
      ? []
      : [t('offers.mostLost', { reason: first.reason ?? t('offers.lostInSilence'), count: first.count })]),
  ].join(' ')
}

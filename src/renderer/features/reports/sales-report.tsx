import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../shared/values/format'
import { formatMonth } from '../../../shared/values/format-date'
import { api } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { useSession } from '../../app/session'
import { EmptyState, MoneyText, PageHeader, TrendChart, useLanguage, Waiting } from '../../ui'

/** Sales, cost and gross profit of every month; below, who bought most and what sold most. */
export function SalesReport(): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { company } = useSession()
  const { open } = useNavigation()
  const range = { from: `${company.today.slice(0, 4)}-01-01`, to: company.today }
  const { data: months } = useQuery(api.reports.salesByMonth.queryOptions({ input: {} }))
  const { data: customers } = useQuery(api.reports.salesByCustomer.queryOptions({ input: { ...range, limit: 20 } }))
  const { data: items } = useQuery(api.reports.salesByItem.queryOptions({ input: { ...range, limit: 20 } }))
  const rows = months?.rows ?? []
  return (
    <section className="k-page k-scroll">
      <PageHeader title={t('reports.sales.title')} />
      {months === undefined ? (
        <Waiting />
      ) : rows.length === 0 ? (
        <EmptyState title={t('reports.sales.none')} hint={t('reports.sales.noneHint')} />
      ) : (
        <div className="k-owner-body">
          <TrendChart
            title={t('reports.sales.byMonth')}
            labels={rows.map((row) => formatMonth(row.month, language))}
            series={[
              { key: 'net', title: t('reports.sales.net'), kind: 'bar', values: rows.map((row) => row.netMinor) },
              {
                key: 'profit',
                title: t('reports.sales.profit'),
                kind: 'line',
                values: rows.map((row) => row.profitMinor ?? undefined),
              },
            ]}
            format={(value) => formatMoney(value, language, { currency: company.currency })}
            onOpen={() => open('sales.invoices')}
          />
          <table className="k-table" aria-label={t('reports.sales.byMonth')}>
            <thead>
              <tr>
                <th scope="col">{t('reports.sales.month')}</th>
                {(['invoices', 'net', 'credited', 'cost', 'profit'] as const).map((column) => (
                  <th key={column} scope="col" className="k-right">
                    {t(`reports.sales.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.month}>
                  <td>{formatMonth(row.month, language)}</td>
                  <td className="k-right">{row.invoices}</td>
                  {[row.netMinor, row.creditedMinor, row.costMinor, row.profitMinor].map((amount, at) => (
                    <td key={at} className="k-right">
                      {amount === null ? null : <MoneyText amountMinor={amount} />}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <div className="k-owner-figures">
            <Ranking
              title={t('reports.sales.customers')}
              rows={(customers?.rows ?? []).map((row) => ({
                id: row.partnerId,
                text: `${row.code} ${row.name}`,
                netMinor: row.netMinor,
              }))}
              onOpen={(id) => open('parties.partner', { id })}
            />
            <Ranking
              title={t('reports.sales.items')}
              rows={(items?.rows ?? []).map((row) => ({
                id: row.itemId,
                text: `${row.code} ${row.name}`,
                netMinor: row.netMinor,
              }))}
              onOpen={(id) => open('items.item', { id })}
            />
          </div>
        </div>
      )}
    </section>
  )
}

interface RankingProps {
  readonly title: string
  readonly rows: readonly { readonly id: number; readonly text: string; readonly netMinor: number }[]
  onOpen(id: number): void
}

function Ranking({ title, rows, onOpen }: RankingProps): ReactNode {
  return (
    <table className="k-table">
      <caption>{title}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <button type="button" className="k-plain k-link" onClick={() => onOpen(row.id)}>
                {row.text}
              </button>
            </td>
            <td className="k-right">
              <MoneyText amountMinor={row.netMinor} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../shared/values/format'
import { api } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { useCan, useSession } from '../../app/session'
import { DateText, Fact, MoneyText, TrendChart, useLanguage } from '../../ui'

interface Paper {
  readonly kind: string
  readonly documentId: number
  readonly number: string
  readonly grossMinor: number
  readonly on: string | null
}

/** What goes on with a partner: open either way, the twelve months, the open orders, the last invoices and payments. */
export function PartnerYear({ partnerId }: { readonly partnerId: number }): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { open, canOpen } = useNavigation()
  const { company } = useSession()
  const canRead = useCan('reports.read')
  const { data: year } = useQuery(
    api.reports.partnerYear.queryOptions({ input: { partnerId, on: company.today }, enabled: canRead }),
  )
  if (!canRead || year === undefined) return null
  const { months } = year
  const hasTraded = months.some(({ soldMinor, boughtMinor }) => soldMinor !== 0 || (boughtMinor ?? 0) !== 0)
  const sides = (['receivable', 'payable'] as const).filter((side) => year[side].openMinor !== 0)
  if (!hasTraded && sides.length === 0 && year.openOrders.length === 0) return null
  return (
    <section className="k-fieldset" aria-label={t('parties.year.title')}>
      <h3>{t('parties.year.title')}</h3>
      <dl className="k-facts">
        {sides.map((side) => (
          <Fact key={side} label={t(`parties.year.${side}`)}>
            <button
              type="button"
              className="k-plain k-link"
              disabled={!canOpen('treasury.openItems')}
              onClick={() => open('treasury.openItems', { role: side, partnerId })}
            >
              <MoneyText amountMinor={year[side].openMinor} />
            </button>
            {year[side].overdueMinor === 0 ? null : (
              <span className="k-soft">
                {' '}
                {t('parties.year.overdue')} <MoneyText amountMinor={year[side].overdueMinor} />
              </span>
            )}
          </Fact>
        ))}
        {(['sold', 'bought'] as const).map((way) => {
          const amountMinor = months.reduce((sum, month) => sum + (month[`${way}Minor`] ?? 0), 0)
          return amountMinor === 0 ? null : (
            <Fact key={way} label={t(`parties.year.${way}`)}>
              <MoneyText amountMinor={amountMinor} />
            </Fact>
          )
        })}
      </dl>
      {hasTraded ? (
        <TrendChart
          title={t('parties.year.chart')}
          labels={months.map(({ month }) => month)}
          format={(amountMinor) => formatMoney(amountMinor, language, { currency: company.currency })}
          series={(['sold', 'bought'] as const)
            .map((way) => ({
              key: way,
              title: t(`parties.year.${way}`),
              kind: 'bar' as const,
              values: months.map((month) => month[`${way}Minor`] ?? 0),
            }))
            .filter(({ values }) => values.some((amountMinor) => amountMinor !== 0))}
        />
      ) : null}
      <Papers
        title={t('parties.year.openOrders')}
        day={t('parties.year.due')}
        rows={year.openOrders.map(({ dueOn, ...order }) => ({ ...order, on: dueOn }))}
      />
      <Papers title={t('parties.year.lastPapers')} day={t('parties.year.day')} rows={year.lastPapers} />
      {canOpen('treasury.statement') ? (
        <Button onClick={() => open('treasury.statement', { partnerId })}>{t('parties.year.statement')}</Button>
      ) : null}
    </section>
  )
}

function Papers(props: { readonly title: string; readonly day: string; readonly rows: readonly Paper[] }): ReactNode {
  const { title, day, rows } = props
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  if (rows.length === 0) return null
  return (
    <table className="k-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('parties.year.document')}</th>
          <th scope="col">{day}</th>
          <th scope="col" className="k-right">
            {t('parties.year.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ kind, documentId, number, grossMinor, on }) => (
          <tr key={`${kind} ${documentId}`}>
            <td>
              {t(`app.kinds.${kind}`)}{' '}
              <button
                type="button"
                className="k-plain k-link"
                disabled={!canOpen(kind)}
                onClick={() => open(kind, { id: documentId })}
              >
                {number}
              </button>
            </td>
            <td>{on === null ? null : <DateText date={on} />}</td>
            <td className="k-right">
              <MoneyText amountMinor={grossMinor} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../shared/values/format-date'
import { formatCount, formatMoney } from '../../../shared/values/format'
import { currencyDecimals } from '../../../shared/values/money'
import { Safety } from '../../app/entrance/safety'
import { api, type Engine } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { useSession } from '../../app/session'
import {
  EmptyState,
  FigureCard,
  MoneyText,
  PageHeader,
  TrendChart,
  useLanguage,
  type FigureComparison,
  Waiting,
} from '../../ui'
import './owner.css'

type Owner = Awaited<ReturnType<Engine['reports']['ownerPage']>>

/** The owner's morning paper: what needs a decision, then six figures, each opening what it is made of. */
export function OwnerPage(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const [on, setOn] = useState(company.today)
  const { data } = useQuery({
    ...api.reports.ownerPage.queryOptions({ input: { on } }),
    placeholderData: keepPreviousData,
  })
  return (
    <section className="k-page k-scroll k-owner">
      <PageHeader
        title={t('reports.owner.title')}
        actions={
          <DatePicker
            allowClear={false}
            aria-label={t('reports.owner.on')}
            value={dayjs(on)}
            onChange={(day) => day && setOn(day.format('YYYY-MM-DD'))}
          />
        }
      />
      {data === undefined ? (
        <Waiting />
      ) : (
        <div className="k-owner-body">
          <Safety />
          <Exceptions exceptions={data.exceptions} />
          <Figures owner={data} />
          <SalesTrend owner={data} />
        </div>
      )}
    </section>
  )
}

function Exceptions({ exceptions }: { readonly exceptions: Owner['exceptions'] }): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  if (exceptions.length === 0)
    return <EmptyState title={t('reports.owner.allWell')} hint={t('reports.owner.allWellHint')} />
  return (
    <ol className="k-owner-exceptions" aria-label={t('reports.owner.decisions')}>
      {exceptions.map(({ code, params, count, amountMinor, page }) => (
        <li key={code}>
          <div>
            <strong>
              {t(`reports.exceptions.${code}.title`, { ...params, count })}
              {amountMinor === null ? null : (
                <>
                  {' · '}
                  <MoneyText amountMinor={amountMinor} />
                </>
              )}
            </strong>
            <p>{t(`reports.exceptions.${code}.detail`, { ...params, count })}</p>
          </div>
          {canOpen(page) ? (
            <Button className="k-no-print" onClick={() => open(page)}>
              {t(`reports.exceptions.${code}.action`)}
            </Button>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function Figures({ owner }: { readonly owner: Owner }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { cash, sales, profit, stock, lateOrders, expiring, overdue } = owner
  const amounts = (points: readonly { amountMinor: number | null }[]): number[] =>
    points.map((point) => point.amountMinor ?? 0)
  const compare = useComparison()
  return (
    <div className="k-owner-figures">
      <FigureCard
        title={t('reports.owner.cash')}
        value={<MoneyText amountMinor={cash.amountMinor} />}
        detail={
          <>
            {t('reports.owner.dueIn')} <MoneyText amountMinor={cash.dueInMinor} /> · {t('reports.owner.dueOut')}{' '}
            <MoneyText amountMinor={cash.dueOutMinor} />
          </>
        }
        {...compare(cash.amountMinor, cash.previousMinor, 'thirtyDays', true)}
        trend={amounts(cash.trend)}
        onOpen={() => open('treasury.payments')}
      />
      <FigureCard
        title={t('reports.owner.sales')}
        value={<MoneyText amountMinor={sales.monthMinor} />}
        detail={
          <>
            {t('reports.owner.today')} <MoneyText amountMinor={sales.todayMinor} />
          </>
        }
        {...compare(sales.monthMinor, sales.previousMonthMinor, 'lastMonth', true)}
        trend={amounts(sales.trend)}
        onOpen={() => open('reports.sales')}
      />
      {profit.monthMinor === null ? null : (
        <FigureCard
          title={t('reports.owner.profit')}
          value={<MoneyText amountMinor={profit.monthMinor} />}
          detail={
            profit.marginPercentTenths === null
              ? undefined
              : t('reports.owner.margin', { percent: profit.marginPercentTenths / 10 })
          }
          {...compare(profit.monthMinor, profit.previousMonthMinor ?? 0, 'lastMonth', true)}
          trend={amounts(profit.trend)}
          onOpen={() => open('reports.sales')}
        />
      )}
      {stock.valueMinor === null ? null : (
        <FigureCard
          title={t('reports.owner.stock')}
          value={<MoneyText amountMinor={stock.valueMinor} />}
          detail={stock.daysOfStock === null ? undefined : t('reports.owner.days', { count: stock.daysOfStock })}
          {...compare(stock.valueMinor, stock.previousMinor ?? 0, 'thirtyDays', undefined)}
          trend={amounts(stock.trend)}
          onOpen={() => open('inventory.stock')}
        />
      )}
      <FigureCard
        title={t('reports.owner.lateOrders')}
        value={String(lateOrders.count)}
        detail={<MoneyText amountMinor={lateOrders.amountMinor} />}
        trend={lateOrders.trend.map((point) => point.count)}
        onOpen={() => open('sales.orders')}
      />
      <FigureCard
        title={t('reports.owner.expiring')}
        value={String(expiring.lots)}
        detail={
          <>
            {t('reports.owner.expired', { count: expiring.expiredLots })}
            {expiring.valueMinor === null ? null : (
              <>
                {' · '}
                <MoneyText amountMinor={expiring.valueMinor} />
              </>
            )}
          </>
        }
        onOpen={() => open('inventory.expiring')}
      />
      <FigureCard
        title={t('reports.owner.overdue')}
        value={<MoneyText amountMinor={overdue.amountMinor} />}
        detail={t('reports.owner.customers', { count: overdue.customers })}
        trend={amounts(overdue.trend)}
        onOpen={() => open('treasury.openItems', { role: 'receivable' })}
      />
    </div>
  )
}

/** "+4.2 % on last month", for a figure of which more is good, bad (false) or neither (undefined). */
function useComparison() {
  const { t } = useTranslation()
  return (
    now: number,
    before: number,
    span: 'lastMonth' | 'thirtyDays',
    moreIsGood: boolean | undefined,
  ): { comparison?: FigureComparison } => {
    if (before === 0) return {}
    const tenths = Math.round(((now - before) * 1000) / Math.abs(before))
    const direction = tenths > 0 ? 'up' : tenths < 0 ? 'down' : 'same'
    const text = t(`reports.owner.${span}`, { percent: `${tenths > 0 ? '+' : ''}${(tenths / 10).toFixed(1)}` })
    const isGood =
      moreIsGood === undefined || direction === 'same' ? {} : { isGood: (direction === 'up') === moreIsGood }
    return { comparison: { text, direction, ...isGood } }
  }
}

function SalesTrend({ owner }: { readonly owner: Owner }): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { company } = useSession()
  const { open } = useNavigation()
  const { sales, profit } = owner
  const series = [
    {
      key: 'sales',
      title: t('reports.sales.net'),
      kind: 'bar' as const,
      values: sales.trend.map((point) => point.amountMinor),
    },
    ...(profit.monthMinor === null
      ? []
      : [
          {
            key: 'profit',
            title: t('reports.sales.profit'),
            kind: 'line' as const,
            values: profit.trend.map((point) => point.amountMinor ?? undefined),
          },
        ]),
  ]
  return (
    <TrendChart
      title={t('reports.owner.trend')}
      labels={sales.trend.map((point) => formatDate(point.on, language, 'monthDay'))}
      series={series}
      format={(value) => formatMoney(value, language, { currency: company.currency })}
      formatAxis={(value) => formatCount(Math.round(value / 10 ** currencyDecimals(company.currency)))}
      onOpen={() => open('sales.invoices')}
    />
  )
}

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPercent, formatQuantity } from '../../../shared/values/format'
import { MICRO } from '../../../shared/values/integers'
import { api, type Engine } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { useCan, useSession } from '../../app/session'
import { DateText, Fact, MoneyText, QuantityText, TrendChart } from '../../ui'

type Year = Awaited<ReturnType<Engine['reports']['itemYear']>>

/** Twelve months of an item: what was sold, bought and held, what it brought; then its last sales and purchases. */
export function ItemYear({ itemId, unit }: { readonly itemId: number; readonly unit: string }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canRead = useCan('reports.read')
  const { company } = useSession()
  const { data: year } = useQuery(
    api.reports.itemYear.queryOptions({ input: { itemId, on: company.today }, enabled: canRead }),
  )
  if (!canRead || year === undefined) return null
  return (
    <section className="k-fieldset" aria-label={t('items.year.title')}>
      <h3>{t('items.year.title')}</h3>
      <TrendChart
        title={t('items.year.title')}
        labels={year.months.map(({ month }) => month)}
        format={(quantityMicro) => formatQuantity(quantityMicro, { unit })}
        series={[
          { key: 'sold', title: t('items.year.sold'), kind: 'bar', values: year.months.map((row) => row.soldMicro) },
          {
            key: 'bought',
            title: t('items.year.bought'),
            kind: 'bar',
            values: year.months.map((row) => row.boughtMicro),
          },
          { key: 'held', title: t('items.year.held'), kind: 'line', values: year.months.map((row) => row.onHandMicro) },
        ]}
      />
      <Margins months={year.months} />
      <Deals title={t('items.year.lastSold')} rows={year.lastSold} kind="sales.invoice" unit={unit} />
      <Deals
        title={t('items.year.lastBought')}
        rows={year.lastBought.map(({ valueMinor, ...row }) => ({ ...row, netMinor: valueMinor }))}
        kind="purchasing.receipt"
        unit={unit}
      />
      <button type="button" className="k-plain k-link" onClick={() => open('inventory.movements', { itemId })}>
        {t('items.year.allMovements')}
      </button>
    </section>
  )
}

function Margins({ months }: { readonly months: Year['months'] }): ReactNode {
  const { t } = useTranslation()
  const canSeeCost = useCan('cost.see')
  const netMinor = months.reduce((sum, row) => sum + row.netMinor, 0)
  const profitMinor = months.reduce((sum, row) => sum + (row.profitMinor ?? 0), 0)
  return (
    <dl className="k-facts">
      <Fact label={t('items.year.turnover')}>
        <MoneyText amountMinor={netMinor} />
      </Fact>
      {canSeeCost ? (
        <>
          <Fact label={t('items.year.profit')}>
            <MoneyText amountMinor={profitMinor} />
          </Fact>
          <Fact label={t('items.year.margin')}>
            {netMinor === 0 ? '–' : formatPercent(Math.round((profitMinor / netMinor) * 1000) * (MICRO / 1000))}
          </Fact>
        </>
      ) : null}
    </dl>
  )
}

function Deals(props: {
  readonly title: string
  readonly kind: string
  readonly unit: string
  readonly rows: readonly {
    readonly documentId: number
    readonly number: string
    readonly postedOn: string
    readonly partner: string
    readonly quantityMicro: number
    readonly netMinor: number | null
  }[]
}): ReactNode {
  const { title, rows, kind, unit } = props
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  if (rows.length === 0) return null
  return (
    <table className="k-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('items.year.document')}</th>
          <th scope="col">{t('items.year.day')}</th>
          <th scope="col">{t('items.year.partner')}</th>
          <th scope="col" className="k-right">
            {t('items.quantity')}
          </th>
          <th scope="col" className="k-right">
            {t('items.year.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={`${row.documentId}-${at}`}>
            <td>
              <button
                type="button"
                className="k-plain k-link"
                disabled={!canOpen(kind)}
                onClick={() => open(kind, { id: row.documentId })}
              >
                {row.number}
              </button>
            </td>
            <td>
              <DateText date={row.postedOn} />
            </td>
            <td>{row.partner}</td>
            <td className="k-right">
              <QuantityText quantityMicro={row.quantityMicro} unit={unit} />
            </td>
            <td className="k-right">{row.netMinor === null ? null : <MoneyText amountMinor={row.netMinor} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

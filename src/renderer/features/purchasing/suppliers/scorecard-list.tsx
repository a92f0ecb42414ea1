import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['suppliers']['listScorecards']>>['rows'][number]

/** How suppliers kept their word over the last year. */
export function ScorecardList(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const canSeeCost = useCan('cost.see')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.suppliers.listScorecards({ ...input, on: company.today }, { signal }),
    [company.today],
  )
  const columns = useMemo<ListColumn<Row>[]>(() => {
    const percent = (
      key: 'onTimeHundredths' | 'deliveredHundredths' | 'rejectedHundredths' | 'priceTrendHundredths',
      title: string,
    ) => ({
      key,
      title,
      kind: 'percent' as const,
      value: (row: Row) => (row[key] === null ? null : row[key] * 100),
      width: 120,
      isSortable: true,
    })
    return [
      {
        key: 'supplier',
        title: t('suppliers.code'),
        value: (row) => row.supplier.code,
        width: 120,
        isSortable: true,
        isFixed: true,
      },
      { key: 'name', title: t('suppliers.supplier'), value: (row) => row.supplier.name },
      {
        key: 'orders',
        title: t('suppliers.orders'),
        kind: 'count',
        value: (row) => row.orders,
        width: 90,
        isSortable: true,
      },
      percent('onTimeHundredths', t('suppliers.onTime')),
      {
        key: 'leadDays',
        title: t('suppliers.leadTime'),
        value: (row) =>
          row.leadDays === null
            ? ''
            : t('suppliers.leadWithSpread', { days: row.leadDays, spread: row.leadSpreadDays }),
        width: 150,
        isSortable: true,
      },
      percent('deliveredHundredths', t('suppliers.delivered')),
      percent('rejectedHundredths', t('suppliers.rejected')),
      ...(canSeeCost
        ? [
            percent('priceTrendHundredths', t('suppliers.priceTrend')),
            {
              key: 'boughtMinor',
              title: t('suppliers.bought'),
              kind: 'money' as const,
              value: (row: Row) => row.boughtMinor,
              hasSum: true,
              isSortable: true,
            },
          ]
        : []),
    ]
  }, [t, canSeeCost])
  return (
    <ListPage<Row>
      name="suppliers.scorecards"
      room="purchasing"
      title={t('suppliers.scorecards')}
      rowKey={(row) => String(row.supplier.id)}
      columns={columns}
      fetch={fetch}
      filterHint={t('suppliers.filterHint')}
      onOpen={(row) => open('parties.partner', { id: row.supplier.id })}
      empty={{ title: t('suppliers.noScorecards'), hint: t('suppliers.noScorecardsHint') }}
    />
  )
}

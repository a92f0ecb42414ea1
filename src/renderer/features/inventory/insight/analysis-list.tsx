import { Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['inventory']['analyse']>>['rows'][number]
const ONLY = ['all', 'slow', 'A', 'B', 'C'] as const
const AGES = ['days30', 'days90', 'days180', 'days365', 'older'] as const

/** A year of every item: what carries sales, what lies, how old it is, how long it lasts. */
export function AnalysisList(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const canSeeCost = useCan('cost.see')
  const [only, setOnly] = useState<(typeof ONLY)[number]>('all')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.inventory.analyse({ ...input, on: company.today, only }, { signal }),
    [only, company.today],
  )
  const columns = useMemo<ListColumn<Row>[]>(() => {
    const unit = (row: Row): string => row.item.baseUnit
    return [
      {
        key: 'item',
        title: t('inventory.code'),
        value: (row) => row.item.code,
        width: 120,
        isSortable: true,
        isFixed: true,
      },
      { key: 'name', title: t('inventory.item'), value: (row) => row.item.name },
      {
        key: 'valueClass',
        title: t('inventory.classes'),
        value: (row) => `${row.valueClass}${row.steadiness}`,
        width: 110,
        isSortable: true,
      },
      {
        key: 'lastSoldOn',
        title: t('inventory.lastSold'),
        kind: 'date',
        value: (row) => row.lastSoldOn,
        width: 120,
        isSortable: true,
      },
      {
        key: 'slow',
        title: t('inventory.slow'),
        kind: 'status',
        width: 90,
        value: (row) => (row.isSlow ? { tone: 'warning', label: t('inventory.slow') } : null),
      },
      {
        key: 'onHandMicro',
        title: t('inventory.onHand'),
        kind: 'quantity',
        value: (row) => row.onHandMicro,
        unit,
        isSortable: true,
      },
      {
        key: 'soldMicro',
        title: t('inventory.sold'),
        kind: 'quantity',
        value: (row) => row.soldMicro,
        unit,
        width: 150,
        isSortable: true,
      },
      {
        key: 'daysOfStock',
        title: t('inventory.daysOfStock'),
        kind: 'count',
        value: (row) => row.daysOfStock,
        width: 120,
        isSortable: true,
      },
      ...(canSeeCost
        ? [
            {
              key: 'valueMinor',
              title: t('inventory.value'),
              kind: 'money' as const,
              value: (row: Row) => row.valueMinor,
              hasSum: true,
              isSortable: true,
            },
            {
              key: 'costMinor',
              title: t('inventory.costOfSold'),
              kind: 'money' as const,
              value: (row: Row) => row.costMinor,
              hasSum: true,
              isSortable: true,
              width: 130,
            },
            {
              key: 'turnoverHundredths',
              title: t('inventory.turnover'),
              value: (row: Row) => (row.turnoverHundredths === null ? '' : (row.turnoverHundredths / 100).toFixed(2)),
              isSortable: true,
              width: 110,
            },
          ]
        : []),
      ...AGES.map((age) => ({
        key: age,
        title: t(`inventory.ages.${age}`),
        kind: 'quantity' as const,
        value: (row: Row) => row.ages[age],
        width: 130,
        isHiddenAtFirst: age !== 'older',
      })),
      { key: 'category', title: t('inventory.category'), value: (row) => row.category, isHiddenAtFirst: true },
    ]
  }, [t, canSeeCost])
  return (
    <ListPage<Row>
      name="inventory.analysis"
      room="inventory"
      title={t('inventory.analysis')}
      rowKey={(row) => String(row.item.id)}
      columns={columns}
      fetch={fetch}
      filterHint={t('inventory.filterHint')}
      filters={
        <Segmented
          aria-label={t('inventory.only')}
          value={only}
          onChange={setOnly}
          options={ONLY.map((value) => ({
            value,
            label: value === 'all' ? t('inventory.onlyAll') : value === 'slow' ? t('inventory.onlySlow') : value,
          }))}
        />
      }
      onOpen={(row) => open('items.item', { id: row.item.id })}
      empty={{ title: t('inventory.noAnalysis'), hint: t('inventory.noAnalysisHint') }}
    />
  )
}

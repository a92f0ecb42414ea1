import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['stock']['listRevaluations']>>['rows'][number]

/** Stock that was written up or down, and why. */
export function RevaluationList(): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const tag = useStateTag()
  const canSeeCost = useCan('cost.see')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.stock.listRevaluations(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Row>[]>(() => {
    const money = (key: 'beforeMinor' | 'afterMinor', title: string) => ({
      key,
      title,
      kind: 'money' as const,
      value: (row: Row) => row[key],
    })
    return [
      {
        key: 'number',
        title: t('stock.number'),
        value: (row) => row.number,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('stock.state'), kind: 'status', value: (row) => tag(row.state), width: 120 },
      { key: 'item', title: t('stock.item'), value: (row) => `${row.item.code} ${row.item.name}` },
      { key: 'warehouse', title: t('stock.warehouse'), value: (row) => row.warehouse, width: 130 },
      {
        key: 'revaluedOn',
        title: t('stock.revaluedOn'),
        kind: 'date',
        value: (row) => row.revaluedOn,
        isSortable: true,
      },
      { key: 'reason', title: t('stock.reason'), value: (row) => row.reason },
      ...(canSeeCost ? [money('beforeMinor', t('stock.before')), money('afterMinor', t('stock.after'))] : []),
    ]
  }, [t, tag, canSeeCost])
  const canAdd = canOpen('stock.newRevaluation')
  const addNew = (): void => open('stock.newRevaluation')
  return (
    <ListPage<Row>
      name="stock.revaluations"
      room="stock"
      title={t('stock.revaluations')}
      columns={columns}
      fetch={fetch}
      filterHint={t('stock.filterHint')}
      onOpen={(row) => open('stock.revaluation', { id: row.id })}
      empty={{
        title: t('stock.noRevaluations'),
        hint: t('stock.noRevaluationsHint'),
        ...(canAdd ? { action: { label: t('stock.newRevaluation'), onAction: addNew, keys: 'N' } } : {}),
      }}
      {...(canAdd ? { onNew: addNew, newLabel: t('stock.newRevaluation') } : {})}
    />
  )
}

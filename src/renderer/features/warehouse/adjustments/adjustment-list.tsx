import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['warehouse']['listAdjustments']>>['rows'][number]

export function AdjustmentList(): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const tag = useStateTag()
  const canSeeCost = useCan('cost.see')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.warehouse.listAdjustments(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('warehouse.number'),
        value: (row) => row.number,
        width: 160,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('warehouse.state'), kind: 'status', value: (row) => tag(row.state), width: 120 },
      {
        key: 'adjustedOn',
        title: t('warehouse.adjustedOn'),
        kind: 'date',
        value: (row) => row.adjustedOn,
        isSortable: true,
      },
      { key: 'reason', title: t('warehouse.reason'), value: (row) => row.reason },
      ...(canSeeCost
        ? [
            {
              key: 'valueMinor',
              title: t('warehouse.value'),
              kind: 'money' as const,
              value: (row: Row) => row.valueMinor,
            },
          ]
        : []),
    ],
    [t, tag, canSeeCost],
  )
  const canAdd = canOpen('warehouse.newAdjustment')
  const addNew = (): void => open('warehouse.newAdjustment')
  return (
    <ListPage<Row>
      name="warehouse.adjustments"
      room="warehouse"
      title={t('warehouse.adjustments')}
      columns={columns}
      fetch={fetch}
      filterHint={t('warehouse.adjustmentFilter')}
      onOpen={(row) => open('warehouse.adjustment', { id: row.id })}
      initialLayout={{ sort: { key: 'adjustedOn', direction: 'descending' } }}
      empty={{
        title: t('warehouse.noAdjustments'),
        hint: t('warehouse.noAdjustmentsHint'),
        ...(canAdd ? { action: { label: t('warehouse.newAdjustment'), onAction: addNew, keys: 'N' } } : {}),
      }}
      {...(canAdd ? { onNew: addNew, newLabel: t('warehouse.newAdjustment') } : {})}
    />
  )
}

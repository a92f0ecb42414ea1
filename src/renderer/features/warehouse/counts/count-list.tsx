import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'
import { NewCount } from './new-count'

type Row = Awaited<ReturnType<Engine['warehouse']['listCounts']>>['rows'][number]

export function CountList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  const canSeeCost = useCan('cost.see')
  const canWork = useCan('warehouse.work')
  const [isNew, setNew] = useState(false)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.warehouse.listCounts(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('warehouse.number'),
        value: (row) => row.number ?? t('warehouse.countId', { id: row.id }),
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('warehouse.state'), kind: 'status', value: (row) => tag(row.state), isSortable: true },
      {
        key: 'countedOn',
        title: t('warehouse.countedOn'),
        kind: 'date',
        value: (row) => row.countedOn,
        isSortable: true,
      },
      {
        key: 'bins',
        title: t('warehouse.binsCounted'),
        value: (row) => t('warehouse.progressOf', { done: row.binsFinished, total: row.bins }),
        width: 140,
      },
      {
        key: 'differences',
        title: t('warehouse.differences'),
        kind: 'count',
        value: (row) => row.differences,
        width: 110,
      },
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
  const addNew = (): void => setNew(true)
  return (
    <>
      <ListPage<Row>
        name="warehouse.counts"
        room="warehouse"
        title={t('warehouse.counts')}
        columns={columns}
        fetch={fetch}
        filterHint={t('warehouse.countFilter')}
        onOpen={(row) => open('warehouse.count', { id: row.id })}
        empty={{
          title: t('warehouse.noCounts'),
          hint: t('warehouse.noCountsHint'),
          ...(canWork ? { action: { label: t('warehouse.newCount'), onAction: addNew, keys: 'N' } } : {}),
        }}
        {...(canWork ? { onNew: addNew, newLabel: t('warehouse.newCount') } : {})}
      />
      {isNew ? <NewCount onClose={() => setNew(false)} /> : null}
    </>
  )
}

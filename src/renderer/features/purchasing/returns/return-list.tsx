import { Select } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['purchasing']['listReturns']>>['rows'][number]
const STATES = ['planned', 'sent', 'closed', 'cancelled', 'reversed'] as const
type State = (typeof STATES)[number]

/** What goes back to suppliers, and the credit that is still to come. */
export function ReturnList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  const canWrite = useCan('purchasing.write')
  const canSeeCost = useCan('cost.see')
  const [state, setState] = useState<State>()
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.purchasing.listReturns({ ...input, state }, { signal }),
    [state],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('purchasing.number'),
        value: (row) => row.number,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      {
        key: 'state',
        title: t('purchasing.state'),
        kind: 'status',
        value: (row) => tag(row.state),
        width: 130,
        isSortable: true,
      },
      { key: 'supplier', title: t('purchasing.supplier'), value: (row) => row.supplier.name, isSortable: true },
      {
        key: 'plannedOn',
        title: t('purchasing.back.plannedOn'),
        kind: 'date',
        value: (row) => row.plannedOn,
        isSortable: true,
      },
      { key: 'reason', title: t('purchasing.back.reason'), value: (row) => row.reason },
      ...(canSeeCost
        ? [
            {
              key: 'expectedMinor',
              title: t('purchasing.back.expected'),
              kind: 'money' as const,
              value: (row: Row) => row.expectedMinor,
              hasSum: true,
            },
          ]
        : []),
    ],
    [t, tag, canSeeCost],
  )
  const addNew = (): void => open('purchasing.newReturn')
  return (
    <ListPage<Row>
      name="purchasing.returns"
      room="purchasing"
      title={t('purchasing.back.list')}
      columns={columns}
      fetch={fetch}
      filterHint={t('purchasing.filterHint')}
      filters={
        <Select
          allowClear
          placeholder={t('purchasing.anyState')}
          aria-label={t('purchasing.state')}
          style={{ width: 150 }}
          value={state ?? null}
          onChange={(value: State | null) => setState(value ?? undefined)}
          options={STATES.map((value) => ({ value, label: t(`app.states.${value}`) }))}
        />
      }
      initialLayout={{ sort: { key: 'plannedOn', direction: 'descending' } }}
      onOpen={(row) => open('purchasing.return', { id: row.id })}
      empty={{
        title: t('purchasing.back.none'),
        hint: t('purchasing.back.noneHint'),
        ...(canWrite ? { action: { label: t('purchasing.back.new'), onAction: addNew, keys: 'N' } } : {}),
      }}
      {...(canWrite ? { onNew: addNew, newLabel: t('purchasing.back.new') } : {})}
    />
  )
}

import { Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['quality']['listInspections']>>['rows'][number]
const STATES = ['open', 'decided', 'cancelled'] as const
type State = (typeof STATES)[number]
export const STATE_TONE = { open: 'warning', decided: 'good', cancelled: 'neutral' } as const

/** Goods that wait to be looked at, and what was found of others. */
export function InspectionList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const [state, setState] = useState<State | 'all'>('open')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.quality.listInspections({ ...input, ...(state === 'all' ? {} : { state }) }, { signal }),
    [state],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('quality.number'),
        value: (row) => row.number,
        width: 110,
        isSortable: true,
        isFixed: true,
      },
      {
        key: 'state',
        title: t('quality.state'),
        kind: 'status',
        width: 100,
        value: (row) => ({ label: t(`quality.states.${row.state}`), tone: STATE_TONE[row.state] }),
        isSortable: true,
      },
      { key: 'item', title: t('quality.item'), value: (row) => `${row.item.code} ${row.item.name}`, isSortable: true },
      { key: 'lot', title: t('quality.lot'), value: (row) => row.lot?.code ?? '', width: 110 },
      { key: 'supplier', title: t('quality.supplier'), value: (row) => row.supplier.name },
      { key: 'bin', title: t('quality.bin'), value: (row) => row.bin.code, width: 120 },
      {
        key: 'quantityMicro',
        title: t('quality.quantity'),
        kind: 'quantity',
        value: (row) => row.quantityMicro,
        width: 90,
      },
      { key: 'sampleMicro', title: t('quality.sample'), kind: 'quantity', value: (row) => row.sampleMicro, width: 90 },
      {
        key: 'acceptedMicro',
        title: t('quality.accepted'),
        kind: 'quantity',
        value: (row) => row.acceptedMicro,
        width: 90,
      },
      {
        key: 'rejectedMicro',
        title: t('quality.rejected'),
        kind: 'quantity',
        value: (row) => row.rejectedMicro,
        width: 90,
      },
      {
        key: 'madeAt',
        title: t('quality.arrivedAt'),
        kind: 'date',
        value: (row) => row.madeAt.slice(0, 10),
        isSortable: true,
      },
    ],
    [t],
  )
  return (
    <ListPage<Row>
      key={state}
      name="quality.inspections"
      room="quality"
      title={t('quality.inspections')}
      columns={columns}
      fetch={fetch}
      filterHint={t('quality.filter')}
      actions={
        <Segmented
          value={state}
          onChange={setState}
          options={[
            ...STATES.map((value) => ({ value, label: t(`quality.states.${value}`) })),
            { value: 'all' as const, label: t('quality.allStates') },
          ]}
        />
      }
      onOpen={(row) => open('quality.inspection', { id: row.id })}
      empty={{ title: t('quality.noInspections'), hint: t('quality.noInspectionsHint') }}
    />
  )
}

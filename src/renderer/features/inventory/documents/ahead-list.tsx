import { useQuery } from '@tanstack/react-query'
import { Segmented, Select } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { api, engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import { RefusalAlert, type ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['stock']['listAhead']>>['rows'][number]

/** Goods that were sold before they were received, and which warehouses may do so. */
export function AheadList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canSeeCost = useCan('cost.see')
  const [onlyOpen, setOnlyOpen] = useState(true)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.stock.listAhead({ ...input, onlyOpen }, { signal }),
    [onlyOpen],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'number', title: t('stock.ahead.number'), value: (row) => row.number, width: 150, isFixed: true },
      { key: 'item', title: t('stock.ahead.item'), value: (row) => `${row.item.code} ${row.item.name}` },
      { key: 'warehouse', title: t('stock.ahead.warehouse'), value: (row) => row.warehouse, width: 140 },
      { key: 'broughtOn', title: t('stock.ahead.broughtOn'), kind: 'date', value: (row) => row.broughtOn },
      { key: 'quantityMicro', title: t('stock.ahead.quantity'), kind: 'quantity', value: (row) => row.quantityMicro },
      { key: 'openMicro', title: t('stock.ahead.open'), kind: 'quantity', value: (row) => row.openMicro },
      ...(canSeeCost
        ? [
            {
              key: 'openMinor',
              title: t('stock.ahead.openValue'),
              kind: 'money' as const,
              value: (row: Row) => row.openMinor,
            },
          ]
        : []),
    ],
    [t, canSeeCost],
  )
  return (
    <ListPage<Row>
      key={String(onlyOpen)}
      name="stock-ahead"
      room="stock"
      title={t('stock.ahead.title')}
      columns={columns}
      fetch={fetch}
      filters={
        <>
          <Segmented
            aria-label={t('stock.ahead.title')}
            value={onlyOpen}
            onChange={setOnlyOpen}
            options={[
              { value: true, label: t('stock.ahead.onlyOpen') },
              { value: false, label: t('stock.ahead.all') },
            ]}
          />
          <AheadRules />
        </>
      }
      onOpen={(row) => open('items.item', { id: row.item.id })}
      empty={{ title: t('stock.ahead.empty'), hint: t('stock.ahead.emptyHint') }}
    />
  )
}

function AheadRules(): ReactNode {
  const { t } = useTranslation()
  const canSet = useCan('accounting.post')
  const { data } = useQuery(api.stock.listAheadRules.queryOptions({ input: {} }))
  const set = useCommand(engine.stock.setAheadRule)
  const rows = data?.rows ?? []
  return (
    <>
      <Select
        mode="multiple"
        style={{ minWidth: 220 }}
        aria-label={t('stock.ahead.rules')}
        title={t('stock.ahead.hint')}
        placeholder={t('stock.ahead.rules')}
        disabled={!canSet || set.isRunning}
        value={rows.filter(({ isAllowed }) => isAllowed).map(({ id }) => id)}
        options={rows.map(({ id, name }) => ({ value: id, label: name }))}
        onSelect={(warehouseId: number) => void set.run({ warehouseId, isAllowed: true })}
        onDeselect={(warehouseId: number) => void set.run({ warehouseId, isAllowed: false })}
      />
      {set.refusal === undefined ? null : <RefusalAlert refusal={set.refusal} />}
    </>
  )
}

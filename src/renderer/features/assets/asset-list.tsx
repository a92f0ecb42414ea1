import { Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { useCan } from '../../app/session'
import type { ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['assets']['listAssets']>>['rows'][number]
const STATES = ['in-use', 'disposed', 'any'] as const

/** The inventory list: every card with where it stands, who has it, what it cost and what it is worth. */
export function AssetList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canWrite = useCan('accounting.post')
  const [state, setState] = useState<(typeof STATES)[number]>('in-use')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.assets.listAssets({ ...input, state }, { signal }),
    [state],
  )
  const columns = useMemo<ListColumn<Row>[]>(() => {
    const text = (key: 'category' | 'location' | 'custodian' | 'serialNumber'): ListColumn<Row> => ({
      key,
      title: t(`assets.${key}`),
      value: (row) => row[key],
      width: 130,
      isSortable: key !== 'serialNumber',
      isHiddenAtFirst: key === 'serialNumber',
    })
    const money = (key: 'costMinor' | 'accumulatedMinor' | 'valueMinor'): ListColumn<Row> => ({
      key,
      title: t(`assets.${key}`),
      kind: 'money',
      value: (row) => row[key],
      hasSum: true,
      isSortable: key !== 'accumulatedMinor',
    })
    return [
      {
        key: 'number',
        title: t('assets.number'),
        value: (row) => row.number,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'name', title: t('assets.name'), value: (row) => row.name, isSortable: true },
      text('category'),
      text('location'),
      text('custodian'),
      text('serialNumber'),
      {
        key: 'acquiredOn',
        title: t('assets.acquiredOn'),
        kind: 'date',
        value: (row) => row.acquiredOn,
        isSortable: true,
      },
      money('costMinor'),
      money('accumulatedMinor'),
      money('valueMinor'),
    ]
  }, [t])
  const addNew = (): void => open('assets.newAsset')
  return (
    <ListPage<Row>
      name="assets.assets"
      room="assets"
      title={t('assets.list')}
      columns={columns}
      fetch={fetch}
      filterHint={t('assets.filterHint')}
      onOpen={(row) => open('assets.asset', { id: row.id })}
      {...(canWrite ? { onNew: addNew, newLabel: t('assets.newAsset') } : {})}
      actions={
        <Segmented
          value={state}
          onChange={setState}
          options={STATES.map((value) => ({ value, label: t(`assets.states.${value}`) }))}
        />
      }
      empty={{ title: t('assets.none'), hint: t('assets.noneHint') }}
    />
  )
}

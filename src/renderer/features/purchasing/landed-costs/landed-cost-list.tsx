import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['purchasing']['listLandedCosts']>>['rows'][number]

export function LandedCostList(): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const tag = useStateTag()
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.purchasing.listLandedCosts(input, { signal }),
    [],
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
      { key: 'state', title: t('purchasing.state'), kind: 'status', value: (row) => tag(row.state), width: 120 },
      {
        key: 'kind',
        title: t('purchasing.landed.kind'),
        value: (row) => t(`purchasing.landed.kinds.${row.kind}`),
        width: 110,
      },
      { key: 'supplier', title: t('purchasing.supplier'), value: (row) => row.supplier.name, isSortable: true },
      { key: 'supplierReference', title: t('purchasing.reference'), value: (row) => row.supplierReference, width: 150 },
      {
        key: 'invoicedOn',
        title: t('purchasing.invoicedOn'),
        kind: 'date',
        value: (row) => row.invoicedOn,
        isSortable: true,
      },
      {
        key: 'basis',
        title: t('purchasing.landed.basis'),
        value: (row) => t(`purchasing.landed.bases.${row.basis}`),
        width: 110,
      },
      {
        key: 'netMinor',
        title: t('purchasing.landed.net'),
        kind: 'money',
        value: (row) => row.netMinor,
        hasSum: true,
        isSortable: true,
      },
    ],
    [t, tag],
  )
  const canAdd = canOpen('purchasing.newLandedCost')
  const addNew = (): void => open('purchasing.newLandedCost')
  return (
    <ListPage<Row>
      name="purchasing.landedCosts"
      room="purchasing"
      title={t('purchasing.landedCosts')}
      columns={columns}
      fetch={fetch}
      filterHint={t('purchasing.filterHint')}
      onOpen={(row) => open('purchasing.landedCost', { id: row.id })}
      empty={{
        title: t('purchasing.landed.none'),
        hint: t('purchasing.landed.noneHint'),
        ...(canAdd ? { action: { label: t('purchasing.newLandedCost'), onAction: addNew, keys: 'N' } } : {}),
      }}
      {...(canAdd ? { onNew: addNew, newLabel: t('purchasing.newLandedCost') } : {})}
    />
  )
}

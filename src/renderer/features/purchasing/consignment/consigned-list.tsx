import { Button, Checkbox } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SettlementDialog } from '../../../app/documents/settlement-dialog'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['purchasing']['listConsigned']>>['rows'][number]

/** Goods of suppliers that stand here, delivery by delivery: what was used of them, and what of that has no invoice. */
export function ConsignedList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canSeeCost = useCan('cost.see')
  const [isSettling, setSettling] = useState(false)
  const [isAll, setAll] = useState(false)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.purchasing.listConsigned({ ...input, onlyOpen: !isAll }, { signal }),
    [isAll],
  )
  const columns = useMemo<ListColumn<Row>[]>(() => {
    const quantity = (key: 'broughtMicro' | 'usedMicro' | 'returnedMicro' | 'hereMicro' | 'unbilledMicro') => ({
      key,
      title: t(`purchasing.consignment.${key}`),
      kind: 'quantity' as const,
      value: (row: Row) => row[key],
      unit: (row: Row) => row.item.baseUnit,
      width: 98,
    })
    return [
      { key: 'supplier', title: t('purchasing.supplier'), value: (row) => row.supplier.name, isSortable: true },
      {
        key: 'item',
        title: t('app.lines.item'),
        value: (row) => `${row.item.code} ${row.item.name}`,
        isSortable: true,
      },
      { key: 'lot', title: t('purchasing.lot'), value: (row) => row.lotCode ?? '', width: 80 },
      { key: 'warehouse', title: t('purchasing.consignment.place'), value: (row) => row.warehouse, width: 100 },
      { key: 'receipt', title: t('app.kinds.purchasing.receipt'), value: (row) => row.receiptNumber, width: 150 },
      quantity('broughtMicro'),
      quantity('usedMicro'),
      quantity('returnedMicro'),
      quantity('hereMicro'),
      quantity('unbilledMicro'),
      ...(canSeeCost
        ? [
            {
              key: 'priceMicro',
              title: t('purchasing.price'),
              kind: 'price' as const,
              value: (row: Row) => row.priceMicro,
              width: 96,
            },
          ]
        : []),
    ]
  }, [t, canSeeCost])
  return (
    <>
      {isSettling ? <SettlementDialog side="supplier" onClose={() => setSettling(false)} /> : null}
      <ListPage<Row>
        name="purchasing.consigned"
        room="purchasing"
        title={t('purchasing.consignment.list')}
        hint={t('purchasing.consignment.hint')}
        {...(canSeeCost
          ? { actions: <Button onClick={() => setSettling(true)}>{t('consignment.settlement')}</Button> }
          : {})}
        columns={columns}
        fetch={fetch}
        filterHint={t('purchasing.consignment.filterHint')}
        filters={
          <Checkbox checked={isAll} onChange={(event) => setAll(event.target.checked)}>
            {t('purchasing.consignment.all')}
          </Checkbox>
        }
        onOpen={(row) => open('purchasing.receipt', { id: row.receiptId })}
        empty={{ title: t('purchasing.consignment.none'), hint: t('purchasing.consignment.noneHint') }}
      />
    </>
  )
}

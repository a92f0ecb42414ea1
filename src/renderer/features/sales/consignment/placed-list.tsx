import { Button } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SettlementDialog } from '../../../app/documents/settlement-dialog'
import { engine, type Engine } from '../../../app/engine'
import { dayColumn } from '../../../app/lists/document-columns'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useCan } from '../../../app/session'
import { useNavigation } from '../../../app/pages'
import type { ListColumn } from '../../../ui'
import { PlaceDialog, type PlaceStep } from './place-dialog'

type Row = Awaited<ReturnType<Engine['consignment']['listGoods']>>['rows'][number]

/** Our goods at customers': brought there, billed when they are used, taken back when they are not. */
export function PlacedList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canBill = useCan('sales.post')
  const canMove = useCan('warehouse.work')
  const canSeeCost = useCan('cost.see')
  const [step, setStep] = useState<{ readonly kind: PlaceStep; readonly customerId: number | undefined }>()
  const [isSettling, setSettling] = useState(false)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.consignment.listGoods(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'customer',
        title: t('consignment.customer'),
        value: (row) => row.customer.name,
        isSortable: true,
        isFixed: true,
      },
      {
        key: 'item',
        title: t('app.lines.item'),
        value: (row) => `${row.item.code} ${row.item.name}`,
        isSortable: true,
      },
      {
        key: 'quantityMicro',
        title: t('consignment.quantity'),
        kind: 'quantity',
        value: (row) => row.quantityMicro,
        unit: (row) => row.item.baseUnit,
        isSortable: true,
      },
      ...(canSeeCost
        ? [
            {
              key: 'valueMinor',
              title: t('consignment.value'),
              kind: 'money' as const,
              value: (row: Row) => row.valueMinor,
              hasSum: true,
              isSortable: true,
            },
          ]
        : []),
      { ...dayColumn<'lastUsedOn', Row>('lastUsedOn', t('consignment.lastUsedOn')), isSortable: false },
    ],
    [t, canSeeCost],
  )
  const start = (kind: PlaceStep) => () => setStep({ kind, customerId: undefined })
  return (
    <>
      <ListPage<Row>
        name="consignment.goods"
        room="inventory"
        title={t('consignment.list')}
        hint={t('consignment.hint')}
        columns={columns}
        fetch={fetch}
        filterHint={t('consignment.filterHint')}
        onOpen={(row) => (canBill ? setStep({ kind: 'use', customerId: row.customer.id }) : open('inventory.stock'))}
        empty={{ title: t('consignment.none'), hint: t('consignment.noneHint') }}
        {...(canMove ? { onNew: start('bring'), newLabel: t('consignment.bring') } : {})}
        actions={
          <>
            {canMove ? <Button onClick={start('back')}>{t('consignment.back')}</Button> : null}
            <Button onClick={() => setSettling(true)}>{t('consignment.settlement')}</Button>
            {canBill ? <Button onClick={start('use')}>{t('consignment.use')}</Button> : null}
          </>
        }
      />
      {isSettling ? <SettlementDialog side="customer" onClose={() => setSettling(false)} /> : null}
      {step === undefined ? null : <PlaceDialog {...step} onClose={() => setStep(undefined)} />}
    </>
  )
}

import { Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { useCan } from '../../app/session'
import { useScanner, type ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['items']['listItems']>>['rows'][number]
const KINDS = ['any', 'stock', 'service'] as const

/** All items; a scan opens the item it belongs to. */
export function ItemList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canWrite = useCan('items.write')
  const canSeeCost = useCan('cost.see')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('any')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.items.listItems({ ...input, kind }, { signal }),
    [kind],
  )
  useScanner((scan) => {
    void engine.items
      .readScan({ scan: scan.text })
      .then(({ item }) => item !== null && open('items.item', { id: item.id }))
  })
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'code', title: t('items.code'), value: (row) => row.code, width: 130, isSortable: true, isFixed: true },
      { key: 'name', title: t('items.name'), value: (row) => row.name, isSortable: true },
      { key: 'otherName', title: t('items.otherName'), value: (row) => row.otherName },
      { key: 'category', title: t('items.category'), value: (row) => row.category, width: 140, isSortable: true },
      { key: 'brand', title: t('items.brand'), value: (row) => row.brand, width: 120 },
      { key: 'baseUnit', title: t('items.baseUnit'), value: (row) => row.baseUnit, width: 90 },
      {
        key: 'salesPriceMicro',
        title: t('items.salesPrice'),
        kind: 'price',
        value: (row) => row.salesPriceMicro,
        isSortable: true,
      },
      ...(canSeeCost
        ? [
            {
              key: 'purchasePriceMicro',
              title: t('items.purchasePrice'),
              kind: 'price' as const,
              value: (row: Row) => row.purchasePriceMicro,
              isSortable: true,
            },
          ]
        : []),
    ],
    [t, canSeeCost],
  )
  return (
    <ListPage<Row>
      name="items"
      room="items"
      title={t('app.rooms.items')}
      columns={columns}
      fetch={fetch}
      filterHint={t('items.filterHint')}
      filters={
        <Segmented
          aria-label={t('items.kind')}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: t(`items.kinds.${value}`) }))}
        />
      }
      onOpen={(row) => open('items.item', { id: row.id })}
      empty={{
        title: t('items.empty'),
        hint: t('items.emptyHint'),
        ...(canWrite ? { action: { label: t('items.new'), onAction: () => open('items.item'), keys: 'N' } } : {}),
      }}
      {...(canWrite ? { onNew: () => open('items.item'), newLabel: t('items.new') } : {})}
    />
  )
}

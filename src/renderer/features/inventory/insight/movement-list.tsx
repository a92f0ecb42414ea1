import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePiecesColumn } from '../../../app/documents/catch-weights'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation, type PageParams } from '../../../app/pages'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['inventory']['listMovements']>>['rows'][number]

/** Every movement of stock, newest first: what, from where, to where, and by which document. */
export function MovementList({ params }: { readonly params: PageParams }): ReactNode {
  const itemId = params['itemId'] === undefined ? undefined : Number(params['itemId'])
  const { t, i18n } = useTranslation()
  const { open, canOpen } = useNavigation()
  const canSeeCost = useCan('cost.see')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.inventory.listMovements({ ...input, itemId }, { signal }),
    [itemId],
  )
  const pieces = usePiecesColumn<Row>()
  const columns = useMemo<ListColumn<Row>[]>(() => {
    const sourceOf = (row: Row): string => {
      const own = `inventory.sources.${row.sourceKind.replace('.', '-')}`
      return i18n.exists(own) ? t(own) : t(`app.kinds.${row.sourceKind}`)
    }
    return [
      {
        key: 'postedAt',
        title: t('inventory.at'),
        kind: 'dateTime',
        value: (row) => Date.parse(row.postedAt),
        isFixed: true,
      },
      { key: 'item', title: t('inventory.item'), value: (row) => `${row.item.code} ${row.item.name}` },
      { key: 'lot', title: t('inventory.lot'), value: (row) => row.lot?.code ?? '', width: 130 },
      { key: 'fromBin', title: t('inventory.from'), value: (row) => row.fromBin?.code ?? '', width: 110 },
      { key: 'toBin', title: t('inventory.to'), value: (row) => row.toBin?.code ?? '', width: 110 },
      {
        key: 'quantityMicro',
        title: t('inventory.quantity'),
        kind: 'quantity',
        value: (row) => row.quantityMicro,
        unit: (row) => row.item.baseUnit,
      },
      ...pieces,
      ...(canSeeCost
        ? [
            {
              key: 'valueMinor',
              title: t('inventory.value'),
              kind: 'money' as const,
              value: (row: Row) => row.valueMinor,
            },
          ]
        : []),
      { key: 'source', title: t('inventory.source'), value: sourceOf, width: 150 },
    ]
  }, [t, i18n, canSeeCost, pieces])
  return (
    <ListPage<Row>
      name="inventory.movements"
      room="inventory"
      title={t('inventory.movements')}
      columns={columns}
      fetch={fetch}
      filterHint={t('inventory.filterHint')}
      onOpen={(row) =>
        canOpen(row.sourceKind) ? open(row.sourceKind, { id: row.sourceId }) : open('items.item', { id: row.item.id })
      }
      empty={{ title: t('inventory.noMovements'), hint: t('inventory.noMovementsHint') }}
    />
  )
}

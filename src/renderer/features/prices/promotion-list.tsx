import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useCan, useSession } from '../../app/session'
import type { ListColumn } from '../../ui'
import { PromotionDialog } from './promotion-dialog'
import { validityTag } from './validity'

export type Promotion = Awaited<ReturnType<Engine['prices']['listPromotions']>>['rows'][number]

export function PromotionList(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const canWrite = useCan('prices.write')
  const [shown, setShown] = useState<Promotion | 'new'>()
  const fetch = useCallback<ListPageProps<Promotion>['fetch']>(
    (input, signal) => engine.prices.listPromotions(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Promotion>[]>(
    () => [
      { key: 'name', title: t('prices.name'), value: (row) => row.name, isSortable: true, isFixed: true },
      {
        key: 'state',
        title: t('prices.state'),
        kind: 'status',
        width: 130,
        value: (row) => validityTag(t, row, company.today),
      },
      {
        key: 'subject',
        title: t('prices.item'),
        value: (row) =>
          row.item === null
            ? row.category === ''
              ? t('prices.everything')
              : row.category
            : `${row.item.code} ${row.item.name}`,
      },
      {
        key: 'discountMicro',
        title: t('prices.discount'),
        kind: 'percent',
        value: (row) => row.discountMicro,
        width: 100,
      },
      { key: 'priceMicro', title: t('prices.price'), kind: 'price', value: (row) => row.priceMicro },
      { key: 'validFrom', title: t('prices.from'), kind: 'date', value: (row) => row.validFrom, isSortable: true },
      { key: 'validTo', title: t('prices.to'), kind: 'date', value: (row) => row.validTo, isSortable: true },
    ],
    [t, company.today],
  )
  const addNew = (): void => setShown('new')
  return (
    <>
      <ListPage<Promotion>
        name="prices.promotions"
        room="prices"
        title={t('prices.promotions')}
        columns={columns}
        fetch={fetch}
        filterHint={t('prices.filterHint')}
        onOpen={setShown}
        empty={{
          title: t('prices.noPromotions'),
          hint: t('prices.noPromotionsHint'),
          ...(canWrite ? { action: { label: t('prices.newPromotion'), onAction: addNew, keys: 'N' } } : {}),
        }}
        {...(canWrite ? { onNew: addNew, newLabel: t('prices.newPromotion') } : {})}
      />
      {shown === undefined || !canWrite ? null : (
        <PromotionDialog promotion={shown === 'new' ? undefined : shown} onClose={() => setShown(undefined)} />
      )}
    </>
  )
}

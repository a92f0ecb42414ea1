import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { useCan } from '../../app/session'
import type { ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['items']['listFamilies']>>['rows'][number]

/** Articles that come in colours, sizes and the like. */
export function FamilyList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canWrite = useCan('items.write')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.items.listFamilies(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'code', title: t('items.family.code'), value: (row) => row.code, width: 160, isFixed: true },
      { key: 'name', title: t('items.family.name'), value: (row) => row.name },
      { key: 'variants', title: t('items.family.variants'), kind: 'count', value: (row) => row.variants, width: 120 },
    ],
    [t],
  )
  return (
    <ListPage<Row>
      name="item-families"
      room="items"
      title={t('items.family.title')}
      columns={columns}
      fetch={fetch}
      onOpen={(row) => open('items.family', { id: row.id })}
      empty={{
        title: t('items.family.empty'),
        hint: t('items.family.emptyHint'),
        ...(canWrite
          ? { action: { label: t('items.family.new'), onAction: () => open('items.family'), keys: 'N' } }
          : {}),
      }}
      {...(canWrite ? { onNew: () => open('items.family'), newLabel: t('items.family.new') } : {})}
    />
  )
}

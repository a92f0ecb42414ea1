import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['stock']['listConversions']>>['rows'][number]

/** Goods that became other goods: assembled, taken apart, repacked. */
export function ConversionList(): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const tag = useStateTag()
  const canSeeCost = useCan('cost.see')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.stock.listConversions(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Row>[]>(() => {
    const money = (key: 'valueMinor' | 'lossMinor', title: string) => ({
      key,
      title,
      kind: 'money' as const,
      value: (row: Row) => row[key],
      hasSum: true,
      isSortable: key === 'valueMinor',
    })
    return [
      {
        key: 'number',
        title: t('stock.number'),
        value: (row) => row.number,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('stock.state'), kind: 'status', value: (row) => tag(row.state), width: 120 },
      {
        key: 'kind',
        title: t('stock.kind'),
        value: (row) => t(`stock.kinds.${row.kind}`),
        width: 120,
        isSortable: true,
      },
      {
        key: 'convertedOn',
        title: t('stock.convertedOn'),
        kind: 'date',
        value: (row) => row.convertedOn,
        isSortable: true,
      },
      { key: 'made', title: t('stock.made'), value: (row) => row.made },
      ...(canSeeCost ? [money('valueMinor', t('stock.value')), money('lossMinor', t('stock.loss'))] : []),
    ]
  }, [t, tag, canSeeCost])
  const canAdd = canOpen('stock.newConversion')
  const addNew = (): void => open('stock.newConversion')
  return (
    <ListPage<Row>
      name="stock.conversions"
      room="stock"
      title={t('stock.conversions')}
      columns={columns}
      fetch={fetch}
      filterHint={t('stock.filterHint')}
      onOpen={(row) => open('stock.conversion', { id: row.id })}
      empty={{
        title: t('stock.noConversions'),
        hint: t('stock.noConversionsHint'),
        ...(canAdd ? { action: { label: t('stock.newConversion'), onAction: addNew, keys: 'N' } } : {}),
      }}
      {...(canAdd ? { onNew: addNew, newLabel: t('stock.newConversion') } : {})}
    />
  )
}

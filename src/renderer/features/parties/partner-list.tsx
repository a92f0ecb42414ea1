import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation, type PageParams } from '../../app/pages'
import { useCan } from '../../app/session'
import type { ListColumn } from '../../ui'

type Row = Awaited<ReturnType<Engine['parties']['listPartners']>>['rows'][number]

/** Customers or suppliers, by the page's `side`. */
export function PartnerList({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canWrite = useCan('parties.write')
  const side = params['side'] === 'supplier' ? 'supplier' : params['side'] === 'customer' ? 'customer' : 'any'
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.parties.listPartners({ ...input, side }, { signal }),
    [side],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'code', title: t('parties.code'), value: (row) => row.code, width: 120, isSortable: true, isFixed: true },
      { key: 'name', title: t('parties.name'), value: (row) => row.name, isSortable: true },
      {
        key: 'side',
        title: t('parties.side'),
        width: 140,
        value: (row) =>
          [row.isCustomer ? t('parties.customer') : '', row.isSupplier ? t('parties.supplier') : '']
            .filter(Boolean)
            .join(', '),
      },
      {
        key: 'paymentTermsDays',
        title: t('parties.terms'),
        kind: 'count',
        value: (row) => row.paymentTermsDays,
        isSortable: true,
        width: 180,
      },
      {
        key: 'creditLimitMinor',
        title: t('parties.creditLimit'),
        kind: 'money',
        value: (row) => row.creditLimitMinor,
        isSortable: true,
      },
      { key: 'phone', title: t('parties.phone'), value: (row) => row.phone, width: 140 },
      { key: 'address', title: t('parties.address'), value: (row) => row.address, isHiddenAtFirst: true },
    ],
    [t],
  )
  const addNew = canWrite ? { onNew: () => open('parties.partner'), newLabel: t('parties.new') } : {}
  return (
    <ListPage<Row>
      name={`parties.${side}`}
      room="parties"
      title={t(`parties.lists.${side}`)}
      columns={columns}
      fetch={fetch}
      filterHint={t('parties.filterHint')}
      onOpen={(row) => open('parties.partner', { id: row.id })}
      empty={{
        title: t('parties.empty'),
        hint: t('parties.emptyHint'),
        ...(canWrite
          ? { action: { label: t('parties.new'), onAction: () => open('parties.partner'), keys: 'N' } }
          : {}),
      }}
      {...addNew}
    />
  )
}

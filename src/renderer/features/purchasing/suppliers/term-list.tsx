import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'
import { TermDialog, type Term } from './term-dialog'

/** What each supplier asks for each item, how long it takes, how much it must be. */
export function TermList(): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCan('purchasing.write')
  const canSeeCost = useCan('cost.see')
  const [edited, setEdited] = useState<{ readonly term: Term | undefined }>()
  const fetch = useCallback<ListPageProps<Term>['fetch']>(
    (input, signal) => engine.suppliers.listTerms(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Term>[]>(() => {
    const unit = (row: Term): string => row.item.baseUnit
    return [
      {
        key: 'item',
        title: t('suppliers.item'),
        value: (row) => `${row.item.code} ${row.item.name}`,
        isSortable: true,
        isFixed: true,
      },
      { key: 'supplier', title: t('suppliers.supplier'), value: (row) => row.supplier.name, isSortable: true },
      {
        key: 'isPreferred',
        title: t('suppliers.preferred'),
        kind: 'status',
        width: 120,
        value: (row) => (row.isPreferred ? { tone: 'good', label: t('suppliers.preferred') } : null),
      },
      ...(canSeeCost
        ? [
            {
              key: 'priceMicro',
              title: t('suppliers.price'),
              kind: 'price' as const,
              value: (row: Term) => row.priceMicro,
              isSortable: true,
            },
          ]
        : []),
      {
        key: 'validFrom',
        title: t('suppliers.validFrom'),
        kind: 'date',
        value: (row) => row.validFrom,
        isSortable: true,
      },
      {
        key: 'leadDays',
        title: t('suppliers.leadDays'),
        kind: 'count',
        value: (row) => row.leadDays,
        width: 130,
        isSortable: true,
      },
      { key: 'minimumMicro', title: t('suppliers.minimum'), kind: 'quantity', value: (row) => row.minimumMicro, unit },
      {
        key: 'multipleMicro',
        title: t('suppliers.multiple'),
        kind: 'quantity',
        value: (row) => row.multipleMicro,
        unit,
      },
      { key: 'supplierCode', title: t('suppliers.supplierCode'), value: (row) => row.supplierCode, width: 140 },
    ]
  }, [t, canSeeCost])
  const addNew = (): void => setEdited({ term: undefined })
  return (
    <>
      <ListPage<Term>
        name="suppliers.terms"
        room="suppliers"
        title={t('suppliers.terms')}
        columns={columns}
        fetch={fetch}
        filterHint={t('suppliers.filterHint')}
        onOpen={(term) => canWrite && setEdited({ term })}
        empty={{
          title: t('suppliers.noTerms'),
          hint: t('suppliers.noTermsHint'),
          ...(canWrite ? { action: { label: t('suppliers.newTerm'), onAction: addNew, keys: 'N' } } : {}),
        }}
        {...(canWrite ? { onNew: addNew, newLabel: t('suppliers.newTerm') } : {})}
      />
      {edited === undefined ? null : <TermDialog term={edited.term} onClose={() => setEdited(undefined)} />}
    </>
  )
}

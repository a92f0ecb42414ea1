import { Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation, type PageParams } from '../../app/pages'
import type { ListColumn } from '../../ui'
import { useSpan } from '../../app/lists/span'

type Row = Awaited<ReturnType<Engine['books']['dimensionBalances']>>['rows'][number]

const DIMENSIONS = ['partner', 'department', 'project', 'item', 'person'] as const
const SIDES = ['openingMinor', 'debitMinor', 'creditMinor', 'closingMinor'] as const
const TITLES = { openingMinor: 'opening', debitMinor: 'debit', creditMinor: 'credit', closingMinor: 'closing' } as const

/** 辅助核算余额表: what stands on each account for each partner, department, project, item or person. */
export function DimensionBalancesPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { from, to, about, picker } = useSpan(params)
  const [dimension, setDimension] = useState<(typeof DIMENSIONS)[number]>('partner')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.books.dimensionBalances({ ...input, dimension, from, to }, { signal }),
    [dimension, from, to],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'valueCode', title: t('accounting.code'), value: (row) => row.valueCode, width: 110, isSortable: true },
      { key: 'valueName', title: t('accounting.name'), value: (row) => row.valueName, isSortable: true, isFixed: true },
      {
        key: 'accountCode',
        title: t('app.journal.account'),
        value: (row) => `${row.accountCode} ${row.accountName}`,
        isSortable: true,
      },
      ...SIDES.map((side) => ({
        key: side,
        title: t(`books.${TITLES[side]}`),
        kind: 'money' as const,
        value: (row: Row) => row[side],
        isSortable: true,
        hasSum: true,
      })),
    ],
    [t],
  )
  return (
    <ListPage<Row>
      key={`${dimension} ${from} ${to}`}
      name="books.dimensions"
      room="accounting"
      title={t('books.dimensions')}
      about={`${t(`accounting.dimensions.${dimension}`)} ${about}`}
      columns={columns}
      fetch={fetch}
      rowKey={(row) => row.key}
      onOpen={(row) =>
        open('books.subsidiary', {
          accountCode: row.accountCode,
          from,
          to,
          [`${dimension}Id`]: row.valueId,
          value: `${row.valueCode} ${row.valueName}`,
        })
      }
      actions={
        <>
          <Segmented
            value={dimension}
            onChange={setDimension}
            options={DIMENSIONS.map((value) => ({ value, label: t(`accounting.dimensions.${value}`) }))}
          />
          {picker}
        </>
      }
      empty={{ title: t('books.noLines'), hint: t('accounting.dimensionsHint') }}
    />
  )
}

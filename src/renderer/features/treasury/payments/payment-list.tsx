import { Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { useForeignColumn } from '../../../app/currencies/document-currency'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['treasury']['listPayments']>>['rows'][number]
const DIRECTIONS = ['any', 'in', 'out'] as const

export function PaymentList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  const canWrite = useCan('treasury.write')
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>('any')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.treasury.listPayments({ ...input, direction }, { signal }),
    [direction],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('treasury.number'),
        value: (row) => row.number,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('treasury.state'), kind: 'status', value: (row) => tag(row.state), width: 120 },
      {
        key: 'direction',
        title: t('treasury.direction'),
        value: (row) => t(`treasury.directions.${row.direction}`),
        width: 110,
      },
      { key: 'partner', title: t('treasury.partner'), value: (row) => row.partner.name },
      { key: 'paidOn', title: t('treasury.paidOn'), kind: 'date', value: (row) => row.paidOn, isSortable: true },
      { key: 'method', title: t('treasury.method'), value: (row) => t(`treasury.methods.${row.method}`), width: 100 },
      { key: 'account', title: t('treasury.account'), value: (row) => row.account, isHiddenAtFirst: true },
      {
        key: 'amountMinor',
        title: t('treasury.amount'),
        kind: 'money',
        value: (row) => row.amountMinor,
        hasSum: true,
        isSortable: true,
      },
      { key: 'unappliedMinor', title: t('treasury.unapplied'), kind: 'money', value: (row) => row.unappliedMinor },
    ],
    [t, tag],
  )
  const addNew = (): void => open('treasury.newPayment', { direction: direction === 'out' ? 'out' : 'in' })
  const foreign = useForeignColumn<Row>((row) => ({ currency: row.currency, amountMinor: row.foreignMinor }))
  return (
    <ListPage<Row>
      name="treasury.payments"
      room="treasury"
      title={t('treasury.payments')}
      columns={[...columns, ...foreign]}
      fetch={fetch}
      filterHint={t('treasury.filterHint')}
      filters={
        <Segmented
          aria-label={t('treasury.direction')}
          value={direction}
          onChange={setDirection}
          options={DIRECTIONS.map((value) => ({ value, label: t(`treasury.directions.${value}`) }))}
        />
      }
      initialLayout={{ sort: { key: 'paidOn', direction: 'descending' } }}
      onOpen={(row) => open('treasury.payment', { id: row.id })}
      empty={{
        title: t('treasury.noPayments'),
        hint: t('treasury.noPaymentsHint'),
        ...(canWrite ? { action: { label: t('treasury.newPayment'), onAction: addNew, keys: 'N' } } : {}),
      }}
      {...(canWrite ? { onNew: addNew, newLabel: t('treasury.newPayment') } : {})}
    />
  )
}

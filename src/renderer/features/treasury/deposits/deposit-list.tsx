import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useForeignColumn } from '../../../app/currencies/document-currency'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { DocumentsPage } from '../../../app/lists/documents-page'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['deposits']['listDeposits']>>['rows'][number]
const STATES = ['asked', 'paid', 'settled', 'cancelled'] as const
const { listDeposits } = engine.deposits

/** Money before the goods, of customers and to suppliers, and what no invoice has taken of it yet. */
export function DepositList(): ReactNode {
  const { t } = useTranslation()
  const tag = useStateTag()
  const foreign = useForeignColumn<Row>((row) => ({ currency: row.currency, amountMinor: row.foreignMinor }))
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('deposits.number'),
        value: (row) => row.number,
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('deposits.state'), kind: 'status', value: (row) => tag(row.state), width: 110 },
      { key: 'direction', title: t('deposits.direction'), value: (row) => t(`deposits.directions.${row.direction}`) },
      { key: 'partner', title: t('deposits.partner'), value: (row) => row.partner.name, isSortable: true },
      { key: 'order', title: t('deposits.order'), value: (row) => row.order.number ?? '', width: 150 },
      { key: 'dueOn', title: t('deposits.dueOn'), kind: 'date', value: (row) => row.dueOn, isSortable: true },
      {
        key: 'amountMinor',
        title: t('deposits.amount'),
        kind: 'money',
        value: (row) => row.amountMinor,
        hasSum: true,
        isSortable: true,
      },
      { key: 'leftMinor', title: t('deposits.left'), kind: 'money', value: (row) => row.leftMinor, hasSum: true },
      ...foreign,
    ],
    [t, tag, foreign],
  )
  return (
    <DocumentsPage<Row, (typeof STATES)[number]>
      name="deposits.deposits"
      room="deposits"
      title={t('deposits.list')}
      columns={columns}
      list={listDeposits}
      states={STATES}
      page="deposits.deposit"
      filterHint={t('deposits.filterHint')}
      initialLayout={{ sort: { key: 'dueOn', direction: 'descending' } }}
      empty={{ title: t('deposits.none'), hint: t('deposits.noneHint') }}
    />
  )
}

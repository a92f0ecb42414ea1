import { Button } from 'antd'
import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import type { ListColumn } from '../../../ui'
import { useMatchTag } from './match-tag'

type Row = Awaited<ReturnType<Engine['purchasing']['listBills']>>['rows'][number]

/** Suppliers' invoices that wait: for their goods, or for a decision. */
export function BillList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useMatchTag()
  const match = useCommand(engine.purchasing.matchBills)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.purchasing.listBills(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'reference',
        title: t('purchasing.reference'),
        value: (row) => row.reference,
        width: 160,
        isSortable: true,
        isFixed: true,
      },
      { key: 'supplier', title: t('purchasing.supplier'), value: (row) => row.supplier.name, isSortable: true },
      {
        key: 'result',
        title: t('purchasing.match.result'),
        kind: 'status',
        value: (row) => tag(row.result),
        width: 170,
      },
      {
        key: 'invoicedOn',
        title: t('purchasing.invoicedOn'),
        kind: 'date',
        value: (row) => row.invoicedOn,
        isSortable: true,
      },
      { key: 'lines', title: t('purchasing.match.lines'), kind: 'count', value: (row) => row.lines, width: 100 },
      {
        key: 'netMinor',
        title: t('app.lines.net'),
        kind: 'money',
        value: (row) => row.netMinor,
        hasSum: true,
        isSortable: true,
      },
    ],
    [t, tag],
  )
  const read = (): void => open('purchasing.billImport')
  return (
    <ListPage<Row>
      name="purchasing.bills"
      room="purchasing"
      title={t('purchasing.match.waiting')}
      columns={columns}
      fetch={fetch}
      filterHint={t('purchasing.filterHint')}
      onOpen={(row) => open('purchasing.bill', { id: row.id })}
      actions={
        <Button loading={match.isRunning} onClick={() => void match.run({})}>
          {t('purchasing.match.again')}
        </Button>
      }
      onNew={read}
      newLabel={t('purchasing.match.import')}
      empty={{
        title: t('purchasing.match.none'),
        hint: t('purchasing.match.noneHint'),
        action: { label: t('purchasing.match.import'), onAction: read, keys: 'N' },
      }}
    />
  )
}

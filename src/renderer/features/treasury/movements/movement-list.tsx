import { Button, Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['treasury']['listMovements']>>['rows'][number]
const KINDS = ['any', 'transfer', 'cashEntry', 'netting', 'writeOff'] as const

/** Transfers, other receipts and payments, nettings, write-offs. */
export function MovementList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  const canWrite = useCan('treasury.write')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('any')
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.treasury.listMovements({ ...input, kind }, { signal }),
    [kind],
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
      { key: 'kind', title: t('treasury.kind'), value: (row) => t(`treasury.movementKinds.${row.kind}`), width: 170 },
      {
        key: 'happenedOn',
        title: t('treasury.paidOn'),
        kind: 'date',
        value: (row) => row.happenedOn,
        isSortable: true,
      },
      { key: 'text', title: t('treasury.text'), value: (row) => row.text },
      {
        key: 'amountMinor',
        title: t('treasury.amount'),
        kind: 'money',
        value: (row) => row.amountMinor,
        isSortable: true,
      },
    ],
    [t, tag],
  )
  return (
    <ListPage<Row>
      name="treasury.movements"
      room="treasury"
      title={t('treasury.movements')}
      columns={columns}
      fetch={fetch}
      rowKey={(row) => `${row.kind}-${row.id}`}
      filterHint={t('treasury.number')}
      onOpen={(row) => open(`treasury.${row.kind}`, { id: row.id })}
      actions={
        <>
          <Segmented
            value={kind}
            onChange={setKind}
            options={KINDS.map((value) => ({ value, label: t(`treasury.movementKinds.${value}`) }))}
          />
          {canWrite ? (
            <>
              <Button onClick={() => open('treasury.newNetting')}>{t('treasury.newNetting')}</Button>
              <Button onClick={() => open('treasury.newTransfer')}>{t('treasury.newTransfer')}</Button>
              <Button type="primary" onClick={() => open('treasury.newCashEntry')}>
                {t('treasury.newCashEntry')}
              </Button>
            </>
          ) : null}
        </>
      }
      empty={{ title: t('treasury.noMovements'), hint: t('treasury.noMovementsHint') }}
    />
  )
}

import { Button, Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { engine, type Engine } from '../../app/engine'
import { ListPage, type ListPageProps } from '../../app/lists/list-page'
import { useNavigation } from '../../app/pages'
import { useCan } from '../../app/session'
import { RefusalAlert, type ListColumn } from '../../ui'
import { useQueueTag } from './queue-tag'

type Row = Awaited<ReturnType<Engine['orders']['listQueue']>>['rows'][number]
const SHOWS = ['open', 'exceptions', 'ready', 'held', 'all'] as const

/** What came in by all channels and is no sales order yet, with what stands against it. */
export function QueueList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canWrite = useCan('sales.write')
  const tag = useQueueTag()
  const [show, setShow] = useState<(typeof SHOWS)[number]>('open')
  const release = useCommand(engine.orders.releaseOrder)
  const merge = useCommand(engine.orders.mergeRequests)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.orders.listQueue({ ...input, show }, { signal }),
    [show],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'externalNumber',
        title: t('orders.number'),
        value: (row) => row.externalNumber,
        width: 160,
        isFixed: true,
      },
      { key: 'state', title: t('orders.state'), kind: 'status', width: 130, value: tag },
      { key: 'channel', title: t('orders.channel'), value: (row) => row.channelName, width: 130 },
      { key: 'customer', title: t('orders.customer'), value: (row) => row.customerName },
      {
        key: 'problems',
        title: t('orders.problems'),
        value: (row) =>
          row.holdReason === null
            ? row.problems.map((code) => t(`orders.problem.${code}`)).join(', ')
            : `${row.holdReason} (${row.holdOwner})`,
      },
      { key: 'lines', title: t('orders.lines'), kind: 'count', value: (row) => row.lines, width: 80 },
      { key: 'promisedOn', title: t('orders.promisedOn'), kind: 'date', value: (row) => row.promisedOn },
      {
        key: 'receivedAt',
        title: t('orders.receivedAt'),
        kind: 'dateTime',
        value: (row) => Date.parse(row.receivedAt),
      },
    ],
    [t, tag],
  )
  const releaseAll = async (rows: readonly Row[]): Promise<void> => {
    for (const row of rows) {
      // Each order by itself: one that is not clear does not stop the others.
      if (row.state === 'open' && row.problems.length === 0) await release.run({ id: row.id })
    }
  }
  const bulk = (rows: readonly Row[]): ReactNode => (
    <>
      <Button size="small" type="primary" loading={release.isRunning} onClick={() => void releaseAll(rows)}>
        {t('orders.release')}
      </Button>
      <Button
        size="small"
        loading={merge.isRunning}
        disabled={rows.length < 2}
        onClick={() => void merge.run({ ids: rows.map((row) => row.id) })}
      >
        {t('orders.merge')}
      </Button>
    </>
  )
  const refusal = release.refusal ?? merge.refusal
  return (
    <>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <ListPage<Row>
        name="orders.queue"
        room="orders"
        title={t('orders.queue')}
        columns={columns}
        fetch={fetch}
        filterHint={t('orders.filterHint')}
        filters={
          <Segmented
            aria-label={t('orders.state')}
            value={show}
            onChange={setShow}
            options={SHOWS.map((value) => ({ value, label: t(`orders.shows.${value}`) }))}
          />
        }
        onOpen={(row) => open('orders.request', { id: row.id })}
        empty={{ title: t('orders.empty'), hint: t('orders.emptyHint') }}
        {...(canWrite ? { bulk } : {})}
      />
    </>
  )
}

import { Button } from 'antd'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import { RefusalAlert, type ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['accounting']['listDrafts']>>['rows'][number]

const fetch: ListPageProps<Row>['fetch'] = (input, signal) => engine.accounting.listDrafts(input, { signal })

/** Vouchers that are not posted: to be finished, reviewed by a second person, posted together. */
export function DraftList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  const canPost = useCan('accounting.post')
  const review = useCommand(engine.accounting.reviewDraft)
  const post = useCommand(engine.accounting.postDrafts)
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'postedOn',
        title: t('accounting.postedOn'),
        kind: 'date',
        value: (row) => row.postedOn,
        isSortable: true,
      },
      { key: 'memo', title: t('accounting.memo'), value: (row) => row.memo, isSortable: true, isFixed: true },
      { key: 'word', title: t('accounting.word'), value: (row) => row.word, width: 80 },
      {
        key: 'attachments',
        title: t('accounting.attachments'),
        kind: 'count',
        value: (row) => row.attachments,
        width: 110,
      },
      { key: 'state', title: t('accounting.state'), kind: 'status', value: (row) => tag(row.state), isSortable: true },
      { key: 'preparedBy', title: t('accounting.preparedBy'), value: (row) => row.preparedBy, width: 140 },
      { key: 'reviewedBy', title: t('accounting.reviewedBy'), value: (row) => row.reviewedBy, width: 140 },
      {
        key: 'amountMinor',
        title: t('accounting.amount'),
        kind: 'money',
        value: (row) => row.amountMinor,
        hasSum: true,
        isSortable: true,
      },
    ],
    [t, tag],
  )
  const reviewAll = async (rows: readonly Row[]): Promise<void> => {
    for (const { id } of rows) {
      if ((await review.run({ id, isReviewed: true })) === undefined) return
    }
  }
  const bulk = (rows: readonly Row[]): ReactNode => (
    <>
      <Button loading={review.isRunning} onClick={() => void reviewAll(rows)}>
        {t('accounting.review')}
      </Button>
      <Button type="primary" loading={post.isRunning} onClick={() => void post.run({ ids: rows.map(({ id }) => id) })}>
        {t('accounting.postSelected')}
      </Button>
    </>
  )
  const refusal = review.refusal ?? post.refusal
  return (
    <ListPage<Row>
      name="accounting.drafts"
      room="accounting"
      title={t('accounting.drafts')}
      columns={columns}
      fetch={fetch}
      filterHint={t('accounting.memo')}
      initialLayout={{ sort: { key: 'postedOn', direction: 'ascending' } }}
      onOpen={(row) => open('accounting.draft', { id: row.id })}
      empty={{ title: t('accounting.noDrafts'), hint: t('accounting.noDraftsHint') }}
      {...(refusal === undefined ? {} : { filters: <RefusalAlert refusal={refusal} /> })}
      {...(canPost
        ? {
            onNew: () => open('accounting.newVoucher'),
            newLabel: t('accounting.newVoucher'),
            bulk,
          }
        : {})}
    />
  )
}

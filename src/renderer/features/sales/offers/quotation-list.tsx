import { Select } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan } from '../../../app/session'
import type { ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['offers']['listQuotations']>>['rows'][number]
const STATES = ['draft', 'sent', 'expired', 'partly-won', 'won', 'lost'] as const
type State = (typeof STATES)[number]

export function QuotationList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  const canWrite = useCan('sales.write')
  const [state, setState] = useState<State>()
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.offers.listQuotations({ ...input, state }, { signal }),
    [state],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'number',
        title: t('sales.number'),
        value: (row) => row.number ?? '',
        width: 150,
        isSortable: true,
        isFixed: true,
      },
      { key: 'state', title: t('sales.state'), kind: 'status', value: (row) => tag(row.state), width: 130 },
      { key: 'customer', title: t('offers.customer'), value: (row) => row.customer.name, isSortable: true },
      { key: 'revision', title: t('offers.revision'), kind: 'count', value: (row) => row.revision, width: 100 },
      { key: 'quotedOn', title: t('offers.quotedOn'), kind: 'date', value: (row) => row.quotedOn, isSortable: true },
      {
        key: 'validUntil',
        title: t('offers.validUntil'),
        kind: 'date',
        value: (row) => row.validUntil,
        isSortable: true,
      },
      {
        key: 'grossMinor',
        title: t('sales.gross'),
        kind: 'money',
        value: (row) => row.grossMinor,
        hasSum: true,
        isSortable: true,
      },
    ],
    [t, tag],
  )
  const addNew = (): void => open('offers.quotation')
  return (
    <ListPage<Row>
      name="offers.quotations"
      room="offers"
      title={t('offers.quotations')}
      columns={columns}
      fetch={fetch}
      filterHint={t('sales.filterHint')}
      filters={
        <Select
          allowClear
          placeholder={t('sales.anyState')}
          aria-label={t('sales.state')}
          style={{ width: 150 }}
          value={state ?? null}
          onChange={(value: State | null) => setState(value ?? undefined)}
          options={STATES.map((value) => ({ value, label: t(`app.states.${value}`) }))}
        />
      }
      initialLayout={{ sort: { key: 'quotedOn', direction: 'descending' } }}
      onOpen={(row) => open('offers.quotation', { id: row.id })}
      empty={{
        title: t('offers.noQuotations'),
        hint: t('offers.noQuotationsHint'),
        ...(canWrite ? { action: { label: t('offers.newQuotation'), onAction: addNew, keys: 'N' } } : {}),
      }}
      {...(canWrite ? { onNew: addNew, newLabel: t('offers.newQuotation') } : {})}
    />
  )
}

import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import type { ListColumn } from '../../../ui'
import { useRhythmText } from './rhythm-text'

type Row = Awaited<ReturnType<Engine['offers']['listStanding']>>['rows'][number]

export function StandingList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { company } = useSession()
  const canWrite = useCan('sales.write')
  const rhythmText = useRhythmText()
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.offers.listStanding(input, { signal }),
    [],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'name', title: t('offers.name'), value: (row) => row.name, isSortable: true, isFixed: true },
      { key: 'customer', title: t('offers.customer'), value: (row) => row.customer.name, isSortable: true },
      { key: 'rhythm', title: t('offers.rhythm'), value: (row) => rhythmText(row), width: 160 },
      { key: 'nextOn', title: t('offers.nextOn'), kind: 'date', value: (row) => row.nextOn, isSortable: true },
      {
        key: 'state',
        title: t('sales.state'),
        kind: 'status',
        width: 120,
        value: (row) => {
          if (!row.active) return { tone: 'neutral', label: t('offers.ended') }
          const isLate = row.nextOn !== null && row.nextOn < company.today
          return isLate ? { tone: 'bad', label: t('app.states.overdue') } : { tone: 'good', label: t('offers.active') }
        },
      },
      { key: 'lines', title: t('offers.lineCount'), kind: 'count', value: (row) => row.lines, width: 100 },
      { key: 'made', title: t('offers.madeCount'), kind: 'count', value: (row) => row.made, width: 110 },
    ],
    [t, rhythmText, company.today],
  )
  const addNew = (): void => open('offers.standingOrder')
  return (
    <ListPage<Row>
      name="offers.standing"
      room="offers"
      title={t('offers.standing')}
      columns={columns}
      fetch={fetch}
      filterHint={t('sales.filterHint')}
      onOpen={(row) => open('offers.standingOrder', { id: row.id })}
      empty={{
        title: t('offers.noStanding'),
        hint: t('offers.noStandingHint'),
        ...(canWrite ? { action: { label: t('offers.newStanding'), onAction: addNew, keys: 'N' } } : {}),
      }}
      {...(canWrite ? { onNew: addNew, newLabel: t('offers.newStanding') } : {})}
    />
  )
}

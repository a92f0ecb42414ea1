import { Button } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../../shared/values/format'
import { useCommand } from '../../../app/commands'
import { useForeignCurrencies } from '../../../app/currencies/foreign-currencies'
import { DayPicker } from '../../../app/documents/day-picker'
import { engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { savePdf } from '../../../app/lists/save-file'
import { useCan, useSession } from '../../../app/session'
import { RefusalAlert, useLanguage, type ListColumn } from '../../../ui'
import { DunningLevels } from './dunning-levels'

type Row = Awaited<ReturnType<Engine['treasury']['listDunning']>>['rows'][number]

/** Customers with overdue invoices, the longest overdue first; each reminder is a letter of the level reached. */
export function DunningList(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const language = useLanguage()
  const canWrite = useCan('treasury.write')
  const [asOf, setAsOf] = useState(company.today)
  const [showsLevels, setShowsLevels] = useState(false)
  const send = useCommand(engine.treasury.sendDunning)
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.treasury.listDunning({ ...input, asOf }, { signal }),
    [asOf],
  )
  const dealsAbroad = useForeignCurrencies().length > 0
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      {
        key: 'partner',
        title: t('treasury.partner'),
        value: (row) => row.partner.name,
        isSortable: true,
        isFixed: true,
      },
      { key: 'itemCount', title: t('treasury.items'), kind: 'count', value: (row) => row.itemCount },
      {
        key: 'daysOverdue',
        title: t('treasury.daysOverdue'),
        kind: 'count',
        value: (row) => row.daysOverdue,
        isSortable: true,
        width: 130,
      },
      {
        key: 'level',
        title: t('treasury.level'),
        kind: 'status',
        value: (row) => ({
          tone: row.level === 0 ? 'neutral' : row.level > row.lastLevel ? 'warning' : 'info',
          label: String(row.level),
        }),
        width: 90,
      },
      {
        key: 'last',
        title: t('treasury.lastLetter'),
        value: (row) =>
          row.lastSentOn === null
            ? t('treasury.neverReminded')
            : t('treasury.levelOn', { level: row.lastLevel, date: row.lastSentOn }),
        width: 200,
      },
      {
        key: 'overdueMinor',
        title: t('treasury.overdueSum'),
        kind: 'money',
        value: (row) => row.overdueMinor,
        hasSum: true,
        isSortable: true,
      },
      ...(dealsAbroad
        ? [
            {
              key: 'foreign',
              title: t('currencies.ofIt'),
              width: 200,
              value: (row: Row) =>
                row.foreign
                  .map(({ currency, amountMinor }) => `${currency} ${formatMoney(amountMinor, language, { currency })}`)
                  .join(', '),
            },
          ]
        : []),
    ],
    [t, language, dealsAbroad],
  )
  const remind = async (rows: readonly Row[]): Promise<void> => {
    for (const row of rows) {
      const answer = await send.run({ partnerId: row.partner.id, sentOn: asOf })
      if (answer === undefined) return
      const { fileName, base64 } = await engine.treasury.dunningPdf({ id: answer.id, locale: language })
      savePdf(fileName, base64)
    }
  }
  const remindButton = (rows: readonly Row[]): ReactNode => (
    <Button loading={send.isRunning} onClick={() => void remind(rows)}>
      {t('treasury.remind')}
    </Button>
  )
  return (
    <>
      <ListPage<Row>
        name="treasury.dunning"
        room="treasury"
        title={t('treasury.dunning')}
        columns={columns}
        fetch={fetch}
        rowKey={(row) => String(row.partner.id)}
        filterHint={t('treasury.partner')}
        hint={send.refusal === undefined ? undefined : <RefusalAlert refusal={send.refusal} />}
        onOpen={(row) => open('treasury.statement', { partnerId: row.partner.id })}
        actions={
          <>
            <DayPicker aria-label={t('accounting.postedOn')} value={asOf} onChange={setAsOf} />
            {canWrite ? <Button onClick={() => setShowsLevels(true)}>{t('treasury.dunningLevels')}</Button> : null}
          </>
        }
        {...(canWrite ? { bulk: remindButton } : {})}
        empty={{ title: t('treasury.noneOverdue'), hint: t('treasury.noneOverdueHint') }}
      />
      {showsLevels ? <DunningLevels onClose={() => setShowsLevels(false)} /> : null}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/engine'
import { MoneyText, PageHeader, StateTag, Waiting } from '../../ui'
import { MakeUp } from './make-up'
import { StatementActions } from './statement-actions'
import { StatementTable, type StatementRow } from './statement-table'
import './statements.css'
import { useSpan } from '../../app/lists/span'

/** 现金流量表 by the direct method, and below it the way from profit to operating cash flow. */
export function CashFlowPage(): ReactNode {
  const { t } = useTranslation()
  const { from, to, picker } = useSpan()
  const [shown, setShown] = useState<StatementRow>()
  const { data } = useQuery(api.statements.cashFlow.queryOptions({ input: { from, to } }))
  const columns = [t('statements.period'), t('statements.yearToDate')] as const
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('statements.titles.cash-flow')}
        hint={
          data === undefined ? (
            ''
          ) : data.differenceMinor === 0 ? (
            <StateTag tone="good" label={t('statements.cashTies')} />
          ) : (
            <>
              <StateTag tone="bad" label={t('statements.cashDiffers')} />{' '}
              <MoneyText amountMinor={data.differenceMinor} />
            </>
          )
        }
        actions={
          <>
            {picker}
            {data === undefined ? null : (
              <StatementActions statement="cash-flow" from={from} to={to} columns={columns} rows={data.rows} />
            )}
          </>
        }
      />
      {data === undefined ? (
        <Waiting />
      ) : (
        <div className="k-statement-one">
          <StatementTable
            label={t('statements.item')}
            rows={data.rows}
            columns={columns}
            isYearFirst
            onOpen={setShown}
          />
          <StatementTable
            label={t('statements.indirect')}
            rows={data.indirect}
            columns={columns}
            isYearFirst
            onOpen={setShown}
          />
        </div>
      )}
      {shown === undefined ? null : (
        <MakeUp row={shown} from={from} to={to} columns={columns} onClose={() => setShown(undefined)} />
      )}
    </section>
  )
}

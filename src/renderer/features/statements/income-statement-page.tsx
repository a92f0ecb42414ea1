import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/engine'
import { MoneyText, PageHeader, StateTag, Waiting } from '../../ui'
import { MakeUp } from './make-up'
import { StatementActions } from './statement-actions'
import { StatementTable, type StatementRow } from './statement-table'
import './statements.css'
import { useSpan } from '../../app/lists/span'

/** 利润表 of some months beside the year so far, of the whole company or of one department or project. */
export function IncomeStatementPage(): ReactNode {
  const { t } = useTranslation()
  const { from, to, picker } = useSpan()
  const [of, setOf] = useState('')
  const [shown, setShown] = useState<StatementRow>()
  const { data: dimensions } = useQuery(api.accounting.listDimensions.queryOptions({ input: {} }))
  const [dimension, id] = of.split(' ')
  const only =
    dimension === 'department' ? { departmentId: Number(id) } : dimension === 'project' ? { projectId: Number(id) } : {}
  const chosen = (dimensions?.rows ?? []).find((row) => String(row.id) === id)
  const narrowed = chosen === undefined ? undefined : { ...only, value: `${chosen.code} ${chosen.name}` }
  const { data } = useQuery(api.statements.incomeStatement.queryOptions({ input: { from, to, ...only } }))
  const choices = (dimensions?.rows ?? []).filter((row) => row.dimension !== 'person')
  const columns = [t('statements.period'), t('statements.yearToDate')] as const
  const title = t('statements.titles.income-statement')
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={title}
        hint={
          data === undefined || narrowed !== undefined || data.carriedMinor === null ? (
            ''
          ) : data.carriedMinor === data.compareProfitMinor ? (
            <StateTag tone="good" label={t('statements.profitTies')} />
          ) : (
            <>
              <StateTag tone="bad" label={t('statements.profitDiffers')} />{' '}
              <MoneyText amountMinor={data.compareProfitMinor - data.carriedMinor} />
            </>
          )
        }
        actions={
          <>
            {choices.length === 0 ? null : (
              <Select
                aria-label={t('statements.department')}
                style={{ width: 200 }}
                value={of}
                onChange={setOf}
                options={[
                  { value: '', label: t('statements.whole') },
                  ...choices.map((row) => ({ value: `${row.dimension} ${row.id}`, label: `${row.code} ${row.name}` })),
                ]}
              />
            )}
            {picker}
            {data === undefined ? null : (
              <StatementActions
                statement="income-statement"
                of={only}
                from={from}
                to={to}
                columns={columns}
                rows={data.rows}
              />
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
        </div>
      )}
      {shown === undefined ? null : (
        <MakeUp row={shown} from={from} to={to} columns={columns} of={narrowed} onClose={() => setShown(undefined)} />
      )}
    </section>
  )
}

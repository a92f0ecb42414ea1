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

/** 资产负债表: what is owned beside what is owed, at the end of a month and at the start of the year. */
export function BalanceSheetPage(): ReactNode {
  const { t } = useTranslation()
  const { from, to, picker } = useSpan()
  const [shown, setShown] = useState<StatementRow>()
  const { data } = useQuery(api.statements.balanceSheet.queryOptions({ input: { on: to } }))
  const columns = [t('statements.closing'), t('statements.yearStart')] as const
  const title = t('statements.titles.balance-sheet')
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={title}
        hint={data === undefined ? '' : <Balanced differenceMinor={data.differenceMinor} />}
        actions={
          <>
            {picker}
            {data === undefined ? null : (
              <StatementActions
                statement="balance-sheet"
                from={from}
                to={to}
                columns={columns}
                rows={[...data.left, ...data.right]}
              />
            )}
          </>
        }
      />
      {data === undefined ? (
        <Waiting />
      ) : (
        <div className="k-statement-pair">
          <StatementTable label={t('statements.assets')} rows={data.left} columns={columns} onOpen={setShown} />
          <StatementTable label={t('statements.claims')} rows={data.right} columns={columns} onOpen={setShown} />
        </div>
      )}
      {shown === undefined ? null : (
        <MakeUp
          row={shown}
          from={`${to.slice(0, 4)}-01-01`}
          to={to}
          columns={columns}
          onClose={() => setShown(undefined)}
        />
      )}
    </section>
  )
}

function Balanced({ differenceMinor }: { readonly differenceMinor: number }): ReactNode {
  const { t } = useTranslation()
  if (differenceMinor === 0) return <StateTag tone="good" label={t('statements.balanced')} />
  return (
    <>
      <StateTag tone="bad" label={t('statements.notBalanced')} /> <MoneyText amountMinor={differenceMinor} />
    </>
  )
}

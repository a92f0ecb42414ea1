import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPercent } from '../../../shared/values/format'
import { api, asRefusal, type Engine } from '../../app/engine'
import type { Sheet } from '../../app/lists/sheet'
import { SheetButton } from '../../app/lists/sheet-button'
import { useNavigation, type PageParams } from '../../app/pages'
import { useSession } from '../../app/session'
import { EmptyState, MoneyText, PageHeader, RefusalAlert, Waiting } from '../../ui'
import { useSpan } from '../../app/lists/span'
import { DepartmentSelect } from './department-select'

type Answer = Awaited<ReturnType<Engine['budgets']['variance']>>
type Row = Answer['rows'][number]

const FIGURES = ['budgetMinor', 'actualMinor', 'betterMinor'] as const
const KINDS = ['revenue', 'expense'] as const

/** 预算执行情况: what was planned beside what was posted; a plan opens the budget, a posting its lines. */
export function VariancePage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { company } = useSession()
  const year = company.today.slice(0, 4)
  const { from, to, about, picker } = useSpan({ from: `${year}-01-01`, to: company.today, ...params })
  const [departmentId, setDepartment] = useState(0)
  const of = departmentId === 0 ? {} : { departmentId }
  const { data, error } = useQuery(
    api.budgets.variance.queryOptions({ input: { from, to, ...of }, retry: false, throwOnError: false }),
  )
  const openPlan = (): void => open('budgets.budget', { year: from.slice(0, 4), ...of })
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('budgets.variance')}
        hint={t('budgets.varianceHint')}
        actions={
          <>
            <DepartmentSelect value={departmentId} none={t('budgets.whole')} onChange={setDepartment} />
            {picker}
            {data === undefined ? null : <SheetButton sheet={() => sheetOf(data)} />}
          </>
        }
      />
      {error === null ? null : <RefusalAlert refusal={asRefusal(error)} />}
      {data === undefined ? (
        error === null ? (
          <Waiting />
        ) : null
      ) : data.rows.length === 0 ? (
        <EmptyState
          title={t('budgets.nothing')}
          hint={t('budgets.nothingHint')}
          action={{ label: t('budgets.title'), onAction: openPlan }}
        />
      ) : (
        <div>
          <table className="k-table k-sticky k-even" aria-label={t('budgets.variance')}>
            <thead>
              <tr>
                <th scope="col">{t('app.journal.account')}</th>
                {FIGURES.map((figure) => (
                  <th key={figure} scope="col" className="k-right">
                    {t(`budgets.figures.${figure}`)}
                  </th>
                ))}
                <th scope="col" className="k-right">
                  {t('budgets.used')}
                </th>
              </tr>
            </thead>
            {KINDS.map((kind) => (
              <tbody key={kind}>
                {data.rows
                  .filter((row) => row.kind === kind)
                  .map((row) => (
                    <tr key={row.accountCode}>
                      <td>
                        {row.accountCode} {row.accountName}
                      </td>
                      <td className="k-right">
                        <button type="button" className="k-plain k-link" onClick={openPlan}>
                          <MoneyText amountMinor={row.budgetMinor} />
                        </button>
                      </td>
                      <td className="k-right">
                        <button type="button" className="k-plain k-link" onClick={() => openLines(row)}>
                          <MoneyText amountMinor={row.actualMinor} />
                        </button>
                      </td>
                      <td className="k-right">
                        <MoneyText amountMinor={row.betterMinor} plus />
                      </td>
                      <td className="k-right">
                        {row.usedMicro === null ? '' : formatPercent(row.usedMicro, ONE_DECIMAL)}
                      </td>
                    </tr>
                  ))}
                <Sum title={t(`budgets.${kind}`)} figures={data[kind]} />
              </tbody>
            ))}
            <tfoot>
              <Sum title={t('budgets.profit')} figures={data.profit} />
            </tfoot>
          </table>
        </div>
      )}
    </section>
  )

  function openLines(row: Row): void {
    open('books.subsidiary', { accountCode: row.accountCode, from, to, ...of })
  }

  function sheetOf(answer: Answer): Sheet {
    const line = (title: string, figures: Answer['profit'], usedMicro: number | null, isStrong: boolean) => ({
      isStrong,
      cells: [{ value: title }, ...FIGURES.map((figure) => ({ value: figures[figure] })), { value: usedMicro }],
    })
    return {
      title: t('budgets.variance'),
      about,
      columns: [
        { title: t('app.journal.account') },
        ...FIGURES.map((figure) => ({ title: t(`budgets.figures.${figure}`), kind: 'money' as const })),
        { title: t('budgets.used'), kind: 'percent' },
      ],
      rows: [
        ...KINDS.flatMap((kind) => [
          ...answer.rows
            .filter((row) => row.kind === kind)
            .map((row) => line(`${row.accountCode} ${row.accountName}`, row, row.usedMicro, false)),
          line(t(`budgets.${kind}`), answer[kind], null, true),
        ]),
        line(t('budgets.profit'), answer.profit, null, true),
      ],
    }
  }
}

const ONE_DECIMAL = { maxDecimals: 1 } as const

function Sum({ title, figures }: { readonly title: string; readonly figures: Answer['profit'] }): ReactNode {
  return (
    <tr>
      <th scope="row">{title}</th>
      {FIGURES.map((figure) => (
        <td key={figure} className="k-right">
          <strong>
            <MoneyText amountMinor={figures[figure]} plus={figure === 'betterMinor'} />
          </strong>
        </td>
      ))}
      <td />
    </tr>
  )
}

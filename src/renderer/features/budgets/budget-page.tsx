import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine, type Engine } from '../../app/engine'
import type { Sheet } from '../../app/lists/sheet'
import { SheetButton } from '../../app/lists/sheet-button'
import { usePageTab, type PageParams } from '../../app/pages'
import { useCan, useSession } from '../../app/session'
import { EntryGrid, MoneyText, PageHeader, RefusalAlert, useShortcuts, Waiting } from '../../ui'
import { DepartmentSelect } from './department-select'
import { MONTHS, newLine, totalOf, useBudgetColumns, type BudgetLine } from './use-budget-columns'

type Budget = Awaited<ReturnType<Engine['budgets']['get']>>

/** A year's budget by account and month: typed, pasted from a worksheet, or taken from what last year brought. */
export function BudgetPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const [year, setYear] = useState(Number(params['year'] ?? company.today.slice(0, 4)))
  const [departmentId, setDepartment] = useState(Number(params['departmentId'] ?? 0))
  const of = departmentId === 0 ? {} : { departmentId }
  const { data, refetch } = useQuery(
    api.budgets.get.queryOptions({ input: { year, ...of }, staleTime: Infinity, refetchOnWindowFocus: false }),
  )
  const picker = (
    <>
      <DepartmentSelect value={departmentId} none={t('budgets.noDepartment')} onChange={setDepartment} />
      <DatePicker
        picker="year"
        allowClear={false}
        aria-label={t('budgets.year')}
        value={dayjs(`${String(year)}-01-01`)}
        onChange={(day) => day !== null && setYear(day.year())}
      />
    </>
  )
  if (data === undefined) return <Waiting />
  return (
    <BudgetGrid
      key={`${String(year)} ${String(departmentId)} ${String(data.revision)}`}
      year={year}
      of={of}
      budget={data}
      picker={picker}
      onSaved={() => void refetch()}
    />
  )
}

const linesOf = (rows: Budget['rows']): BudgetLine[] =>
  rows.map(({ accountCode, accountName, amounts }) => ({
    ...newLine(),
    accountCode,
    accountText: `${accountCode} ${accountName}`,
    amounts: amounts.map((amount) => (amount === 0 ? undefined : amount)),
  }))

function BudgetGrid(props: {
  readonly year: number
  readonly of: { readonly departmentId?: number }
  readonly budget: Budget
  readonly picker: ReactNode
  readonly onSaved: () => void
}): ReactNode {
  const { year, of, budget, picker, onSaved } = props
  const { t } = useTranslation()
  const tab = usePageTab()
  const canWrite = useCan('accounting.post')
  const { data: accounts } = useQuery(api.accounting.listAccounts.queryOptions({ input: {} }))
  const [lines, setLines] = useState<readonly BudgetLine[]>(() => linesOf(budget.rows))
  const [isChanged, setChanged] = useState(false)
  const save = useCommand(engine.budgets.save)
  const columns = useBudgetColumns(accounts?.rows ?? NONE)
  const kinds = new Map((accounts?.rows ?? NONE).map(({ code, kind }) => [code, kind]))
  useEffect(() => tab.setUnsaved(isChanged), [tab, isChanged])
  const change = (next: readonly BudgetLine[]): void => {
    setLines(next)
    setChanged(true)
  }
  const submit = async (): Promise<void> => {
    const rows = lines.flatMap(({ accountCode, amounts }) =>
      accountCode === undefined ? [] : [{ accountCode, amounts: amounts.map((amount) => amount ?? 0) }],
    )
    const answer = await save.run({ year, ...of, revision: budget.revision, rows })
    if (answer === undefined) return
    setChanged(false)
    onSaved()
  }
  const takeLastYear = async (): Promise<void> => {
    const { rows } = await engine.budgets.actuals({ year: year - 1, ...of })
    const known = new Set(lines.map(({ accountCode }) => accountCode))
    change([...lines, ...linesOf(rows.filter(({ accountCode }) => !known.has(accountCode)))])
  }
  useShortcuts(t('ui.shortcuts.page'), [
    { keys: 'Ctrl+Enter', label: t('app.save'), run: () => canWrite && isChanged && void submit() },
  ])
  const sumOf = (kind: 'revenue' | 'expense'): number =>
    lines.reduce((sum, line) => sum + (kinds.get(line.accountCode ?? '') === kind ? totalOf(line) : 0), 0)
  const sheet = (): Sheet => ({
    title: t('budgets.title'),
    about: String(year),
    columns: columns.map(({ title, kind }) => ({ title, kind: kind === 'money' ? 'money' : 'text' })),
    rows: lines.map((line) => ({
      cells: [
        { value: line.accountText },
        ...MONTHS.map((at) => ({ value: line.amounts[at] ?? 0 })),
        { value: totalOf(line) },
      ],
    })),
  })
  return (
    <section className="k-page">
      <PageHeader
        title={t('budgets.title')}
        hint={t('budgets.hint')}
        actions={
          <>
            {picker}
            {canWrite ? <Button onClick={() => void takeLastYear()}>{t('budgets.takeLastYear')}</Button> : null}
            <SheetButton sheet={sheet} />
            {canWrite ? (
              <Button type="primary" loading={save.isRunning} disabled={!isChanged} onClick={() => void submit()}>
                {t('app.save')}
              </Button>
            ) : null}
          </>
        }
      />
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <EntryGrid
        label={t('budgets.title')}
        columns={columns}
        lines={lines}
        lineKey={(line) => line.key}
        newLine={newLine}
        onChange={change}
        isReadOnly={!canWrite}
      />
      <p>
        {t('budgets.revenue')} <MoneyText amountMinor={sumOf('revenue')} /> · {t('budgets.expense')}{' '}
        <MoneyText amountMinor={sumOf('expense')} /> · {t('budgets.profit')}{' '}
        <strong>
          <MoneyText amountMinor={sumOf('revenue') - sumOf('expense')} />
        </strong>
      </p>
    </section>
  )
}

const NONE: never[] = []

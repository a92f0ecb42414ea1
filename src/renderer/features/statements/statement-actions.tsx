import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../shared/values/money'
import { decimalText } from '../../../shared/values/integers'
import { writeWorkbook } from '../../../shared/tables'
import { useCommand } from '../../app/commands'
import { engine } from '../../app/engine'
import { EXCEL, saveFile, savePdf } from '../../app/lists/save-file'
import { useSession } from '../../app/session'
import { RefusalAlert, useLanguage } from '../../ui'
import type { StatementRow } from './statement-table'

export interface StatementActionsProps {
  readonly statement: 'balance-sheet' | 'income-statement' | 'cash-flow'
  readonly from: string
  readonly to: string
  readonly rows: readonly StatementRow[]
  readonly columns: readonly [string, string]
  /** One department or project only. */
  readonly of?: { readonly departmentId?: number; readonly projectId?: number }
}

type Print = Parameters<typeof engine.statements.print>[0]

/** The statement on A4, and as a workbook with the heading of the company. */
export function StatementActions({ statement, from, to, rows, columns, of }: StatementActionsProps): ReactNode {
  const { t } = useTranslation()
  const locale = useLanguage()
  const { company } = useSession()
  const print = useCommand(({ idempotencyKey: _key, ...input }: Print & { idempotencyKey: string }) =>
    engine.statements.print(input),
  )
  const record = useCommand(engine.audit.recordExport)
  const title = t(`statements.titles.${statement}`)
  const savePaper = async (): Promise<void> => {
    const answer = await print.run({ statement, from, to, locale, ...of })
    if (answer !== undefined) savePdf(answer.fileName, answer.pdf)
  }
  // As the form has them: the year stands before the month, the end before the start of the year.
  const inOrder = <Each,>(pair: readonly [Each, Each]): readonly Each[] =>
    statement === 'balance-sheet' ? pair : pair.toReversed()
  const saveWorkbook = async (): Promise<void> => {
    const about = `${from} – ${to}`
    if ((await record.run({ what: title, about, format: 'excel', rows: rows.length })) === undefined) return
    const decimals = currencyDecimals(company.currency)
    const text = (amount: number | null): string => (amount === null ? '' : decimalText(amount, decimals))
    const bytes = await writeWorkbook([
      {
        name: title,
        heading: [company.name, title, `${from} – ${to} · ${company.currency}`],
        columns: [
          { title: t('statements.item'), width: 52 },
          { title: t('statements.line'), width: 8 },
          ...inOrder(columns).map((of) => ({ title: of, width: 20, decimals })),
        ],
        rows: rows.map((row) => [
          `${'  '.repeat(row.level)}${row.label}`,
          row.no === null ? '' : String(row.no),
          ...inOrder([row.amountMinor, row.compareMinor]).map(text),
        ]),
      },
    ])
    saveFile(`${title} ${to}.xlsx`, new Blob([bytes.slice()], { type: EXCEL }))
  }
  const refusal = print.refusal ?? record.refusal
  return (
    <>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Button onClick={() => void saveWorkbook()}>{t('statements.excel')}</Button>
      <Button loading={print.isRunning} onClick={() => void savePaper()}>
        {t('statements.pdf')}
      </Button>
    </>
  )
}

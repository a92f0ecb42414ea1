import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Engine } from '../../app/engine'
import { MoneyText } from '../../ui'

export type StatementRow = Awaited<ReturnType<Engine['statements']['incomeStatement']>>['rows'][number]

export interface StatementTableProps {
  readonly label: string
  readonly rows: readonly StatementRow[]
  /** Titles of the two columns of figures. */
  readonly columns: readonly [string, string]
  /** 会小企02表 and 03表 have the year before the month. */
  readonly isYearFirst?: boolean
  readonly onOpen: (row: StatementRow) => void
}

/** The rows of a form with its line numbers; a figure opens what it is made of. */
export function StatementTable({ label, rows, columns, isYearFirst = false, onOpen }: StatementTableProps): ReactNode {
  const { t } = useTranslation()
  const inOrder = <Each,>(pair: readonly [Each, Each]): readonly Each[] => (isYearFirst ? pair.toReversed() : pair)
  const figure = (row: StatementRow, amountMinor: number | null): ReactNode => {
    if (amountMinor === null) return null
    const opens = row.item !== null || row.parts.length > 0
    if (!opens) return <MoneyText amountMinor={amountMinor} />
    return (
      <button type="button" className="k-plain k-link" onClick={() => onOpen(row)}>
        <MoneyText amountMinor={amountMinor} />
      </button>
    )
  }
  return (
    <table className="k-table k-sticky k-statement" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{label}</th>
          <th scope="col" className="k-center">
            {t('statements.line')}
          </th>
          {inOrder(columns).map((title) => (
            <th key={title} scope="col" className="k-right">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at} className={row.level === 0 ? 'k-statement-strong' : undefined}>
            <td style={{ paddingInlineStart: 8 + row.level * 16 }}>{row.label}</td>
            <td className="k-center k-soft">{row.no}</td>
            {inOrder([row.amountMinor, row.compareMinor]).map((amountMinor, column) => (
              <td key={column} className="k-right">
                {figure(row, amountMinor)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

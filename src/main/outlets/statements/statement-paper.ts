import { resources } from '../../../shared/i18n'
import { formatMoney, type Language } from '../../../shared/values/format'
import { formatDate } from '../../../shared/values/format-date'
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import { renderForms, type FormColumn, type FormPage } from '../../kernel/paper'
import { balanceSheet } from './balance-sheet'
import { cashFlow } from './cash-flow'
import { incomeStatement } from './income-statement'
import { statementQueries, type ResultFilter } from './statement-queries'
import type { StatementRow } from './rows'

interface PrintInput extends ResultFilter {
  readonly statement: 'balance-sheet' | 'income-statement' | 'cash-flow'
  readonly from: string
  readonly to: string
  readonly locale: Language
}

/** A statement on one sheet of A4 under the name of the company, as PDF in base64. Rows are named as the books are kept. */
export function statementPdf(reader: Reader, input: PrintInput): { fileName: string; pdf: string } {
  const texts = resources[input.locale].translation.statements
  const { name, currency } = companyProfile(reader)
  const money = (amountMinor: number | null): string =>
    amountMinor === null || amountMinor === 0 ? '' : formatMoney(amountMinor, input.locale, { currency })
  const title = texts.titles[input.statement]
  const sheet = (page: Pick<FormPage, 'form' | 'columns' | 'rows'>, day: string): FormPage => ({
    ...page,
    title,
    heads: [texts.company.replace('{{name}}', name), day, texts.unit.replace('{{currency}}', currency)],
    foot: [texts.head, texts.accountant, texts.preparer],
  })
  const span = `${formatDate(input.from, input.locale)} – ${formatDate(input.to, input.locale)}`
  const pages = {
    'balance-sheet': () => {
      const { form, left, right } = balanceSheet(reader, { on: input.to })
      // The claims have the longer names.
      const half = (side: string, share: number): FormColumn[] => [
        { title: side, share, align: 'left' },
        { title: texts.line, share: 0.035, align: 'center' },
        { title: texts.closing, share: 0.125, align: 'right' },
        { title: texts.yearStart, share: 0.125, align: 'right' },
      ]
      const cells = (row: StatementRow | undefined): string[] =>
        row === undefined ? ['', '', '', ''] : cellsOf(row, money)
      const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => {
        // Totals stand side by side at the foot, as the form has them.
        const [a, b] = [alignedRow(left, right, at), alignedRow(right, left, at)]
        const strong = (row: StatementRow | undefined): boolean[] => Array.from({ length: 4 }, () => row?.level === 0)
        return { cells: [...cells(a), ...cells(b)], isStrong: [...strong(a), ...strong(b)] }
      })
      return sheet(
        { form, columns: [...half(texts.assets, 0.19), ...half(texts.claims, 0.24)], rows },
        formatDate(input.to, input.locale),
      )
    },
    'income-statement': () => {
      const { form, rows } = incomeStatement(reader, input)
      const of = statementQueries.nameOf(reader, input.departmentId ?? input.projectId)
      return sheet(
        { form, columns: columnsOf(texts), rows: rows.map((row) => listed(row, money)) },
        of === undefined ? span : `${of} ${span}`,
      )
    },
    'cash-flow': () => {
      const { form, rows } = cashFlow(reader, input)
      return sheet({ form, columns: columnsOf(texts), rows: rows.map((row) => listed(row, money)) }, span)
    },
  }
  const pdf = renderForms('A4', [pages[input.statement]()])
  return { fileName: `${title} ${input.to}.pdf`, pdf: pdf.toString('base64') }
}

/** The last row of the shorter side stands beside the last of the longer one. */
function alignedRow(
  side: readonly StatementRow[],
  other: readonly StatementRow[],
  at: number,
): StatementRow | undefined {
  const length = Math.max(side.length, other.length)
  if (at === length - 1) return side.at(-1)
  return at < side.length - 1 ? side[at] : undefined
}

type Texts = (typeof resources)[Language]['translation']['statements']

const columnsOf = (texts: Texts): FormColumn[] => [
  { title: texts.item, share: 0.54, align: 'left' },
  { title: texts.line, share: 0.06, align: 'center' },
  { title: texts.yearToDate, share: 0.2, align: 'right' },
  { title: texts.period, share: 0.2, align: 'right' },
]

type Money = (amountMinor: number | null) => string

/** On the official form the year stands before the month. */
const listed = (row: StatementRow, money: Money) => {
  const [label = '', no = '', period = '', year = ''] = cellsOf(row, money)
  return { cells: [label, no, year, period], isStrong: row.level === 0 }
}

const cellsOf = (row: StatementRow, money: Money): string[] => [
  `${'　'.repeat(Math.max(row.level, 0))}${row.label}`,
  row.no === null ? '' : String(row.no),
  money(row.amountMinor),
  money(row.compareMinor),
]

import { resources } from '../../../shared/i18n'
import { formatDate, formatMonth } from '../../../shared/values/format-date'
import { dash, type Language } from '../../../shared/values/format'
import { textTable, type TextColumn } from '../../../shared/values/text-table'
import type { Cell, Report, ReportName, Row } from './report-command'

type Texts = (typeof resources)[Language]['translation']['reports']['text']
type ColumnName = keyof Texts['column']

/** Columns of each report: their keys in the rows; those of numbers stand right. */
const COLUMNS: Readonly<Record<ReportName, readonly ColumnName[]>> = {
  'trial-balance': [
    'account',
    'name',
    'openingDebit',
    'openingCredit',
    'debit',
    'credit',
    'closingDebit',
    'closingCredit',
  ],
  'balance-sheet': ['line', 'name', 'amount', 'compare'],
  'income-statement': ['line', 'name', 'amount', 'compare'],
  'cash-flow': ['line', 'name', 'amount', 'compare'],
  ledger: ['account', 'month', 'postedOn', 'document', 'name', 'debit', 'credit', 'balance'],
  aging: ['role', 'partner', 'currency', 'notDue', 'days30', 'days60', 'days90', 'older', 'open'],
  'stock-on-hand': ['item', 'name', 'bin', 'lot', 'expiresOn', 'status', 'quantity', 'value'],
  receivables: ['partner', 'document', 'postedOn', 'dueOn', 'amount', 'open', 'currency', 'foreignOpen', 'daysOverdue'],
  payables: ['partner', 'document', 'postedOn', 'dueOn', 'amount', 'open', 'currency', 'foreignOpen', 'daysOverdue'],
  'sales-by-month': ['month', 'invoices', 'net', 'credited', 'cost', 'profit'],
}

const TEXT_COLUMNS: ReadonlySet<ColumnName> = new Set<ColumnName>([
  'role',
  'account',
  'name',
  'item',
  'bin',
  'lot',
  'expiresOn',
  'status',
  'partner',
  'currency',
  'document',
  'postedOn',
  'dueOn',
  'month',
])
const DATE_COLUMNS: ReadonlySet<ColumnName> = new Set<ColumnName>(['expiresOn', 'postedOn', 'dueOn'])

/** A report for people: title, day, aligned table, totals. */
export function textReport(report: Report, language: Language): string {
  const texts: Texts = resources[language].translation.reports.text
  const { from, asOf } = report
  const days =
    from === null
      ? `${texts.asOf} ${formatDate(asOf, language)}`
      : `${formatDate(from, language)} – ${formatDate(asOf, language)}`
  const title = `${texts.title[report.report]} · ${days} · ${report.currency}`
  if (report.rows.length === 0) return `${title}\n\n${texts.nothing}`
  const names = COLUMNS[report.report]
  const heads = { ...texts.column, ...headsOf(report.report, language) }
  const columns = names.map((name): TextColumn => ({ title: heads[name], right: !TEXT_COLUMNS.has(name) }))
  const written = (row: Row): string[] => names.map((name) => cellText(name, row[name], texts, language))
  const totals = written(report.totals).map((text, index) => (index === 0 ? texts.total : text))
  return `${title}\n\n${textTable(columns, report.rows.flatMap(withPlaces).map(written), totals)}`
}

/** The two columns of a statement, as its form calls them. */
function headsOf(report: ReportName, language: Language): Partial<Record<ColumnName, string>> {
  const { closing, yearStart, period, yearToDate } = resources[language].translation.statements
  if (report === 'balance-sheet') return { amount: closing, compare: yearStart }
  return report === 'income-statement' || report === 'cash-flow' ? { amount: period, compare: yearToDate } : {}
}

/**
 * Stock in one place is one line; in several, a line for the item and one for each place. What is owed in a foreign
 * currency is a line below.
 */
function withPlaces(row: Row): Row[] {
  const { places, foreign } = row
  if (isPlaces(foreign)) return [row, ...foreign]
  if (!isPlaces(places)) return [row]
  const [only, ...others] = places
  if (only === undefined) return [row]
  if (others.length === 0) return [{ ...row, ...only }]
  return [row, ...places]
}

function isPlaces(value: Row[string] | undefined): value is readonly Readonly<Record<string, Cell>>[] {
  return Array.isArray(value)
}

function cellText(name: ColumnName, value: Row[string] | undefined, texts: Texts, language: Language): string {
  if (value === undefined || value === null || isPlaces(value)) return ''
  if (DATE_COLUMNS.has(name)) return formatDate(String(value), language)
  if (name === 'month') return formatMonth(String(value), language)
  if (name === 'role') return texts.role[value as keyof Texts['role']] ?? String(value)
  if (name === 'line') return String(value)
  if (name === 'status') return texts.status[value as keyof Texts['status']] ?? String(value)
  return TEXT_COLUMNS.has(name) ? String(value) : numberText(String(value))
}

/** Thousands in groups; zero as a dash, so that the eye finds what matters. */
function numberText(decimal: string): string {
  if (/^-?[0.]+$/.test(decimal)) return dash
  const [whole = '', fraction] = decimal.split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

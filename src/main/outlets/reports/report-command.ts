import type { ContractProcedure } from '@orpc/contract'
import type { z } from 'zod'
import type { Contract } from '../../../shared/contracts'
import { refuse } from '../../../shared/errors'
import { formatScaled, microDecimals } from '../../../shared/values/format'
import { decimalText } from '../../../shared/values/integers'
import { currencyDecimals } from '../../../shared/values/money'
import { aging, balanceSheet, cashFlow, incomeStatement, ledger } from './ledger-reports'

export const REPORT_NAMES = [
  'trial-balance',
  'balance-sheet',
  'income-statement',
  'cash-flow',
  'ledger',
  'aging',
  'stock-on-hand',
  'receivables',
  'payables',
  'sales-by-month',
] as const
export type ReportName = (typeof REPORT_NAMES)[number]

/** Calls a procedure by its name, as the person who asks. */
export type Call = (name: string, input: object) => unknown

export interface ReportOptions {
  /** End of that day; left out: now. */
  readonly asOf?: string | undefined
  /** First day of the trial balance (left out: 1 January) or of the sales. */
  readonly from?: string | undefined
  /** Of the ledger: one account line by line; left out: all of them by month. */
  readonly account?: string | undefined
}

/** Amounts and quantities are decimal text; null where there is none or this person may not see it. */
export type Cell = string | number | null
export type Row = Readonly<Record<string, Cell | readonly Readonly<Record<string, Cell>>[]>>

export interface Report {
  readonly report: ReportName
  /** First day of what is reported; null where the report speaks of one day. */
  readonly from: string | null
  readonly asOf: string
  readonly currency: string
  readonly rows: readonly Row[]
  readonly totals: Readonly<Record<string, Cell>>
}

type AnswerOf<P> =
  P extends ContractProcedure<z.ZodType, infer O extends z.ZodType, infer _E, infer _M> ? z.output<O> : never
export type Answer<R extends keyof Contract, V extends keyof Contract[R]> = AnswerOf<Contract[R][V]>

/** The few procedures that reports ask, typed by the contract. */
function proceduresOf(call: Call) {
  const ask =
    <R extends keyof Contract, V extends keyof Contract[R] & string>(room: R, verb: V) =>
    (input: object): Answer<R, V> =>
      call(`${room}.${verb}`, input) as Answer<R, V>
  return {
    profile: ask('company', 'profile'),
    listEntries: ask('accounting', 'listEntries'),
    trialBalance: ask('accounting', 'trialBalance'),
    listOpenItems: ask('accounting', 'listOpenItems'),
    stockOnHand: ask('reports', 'stockOnHand'),
    salesByMonth: ask('reports', 'salesByMonth'),
    balanceSheet: ask('statements', 'balanceSheet'),
    incomeStatement: ask('statements', 'incomeStatement'),
    cashFlow: ask('statements', 'cashFlow'),
    generalLedger: ask('books', 'generalLedger'),
    subsidiaryLedger: ask('books', 'subsidiaryLedger'),
    ageing: ask('books', 'ageing'),
    listCurrencies: ask('currencies', 'listCurrencies'),
  }
}

export interface Question extends ReportOptions {
  readonly procedures: ReturnType<typeof proceduresOf>
  /** The day that the report speaks of, also where none was asked for. */
  readonly on: string
  readonly amount: (minor: number | null) => string | null
}

/** Builds a report through the dispatcher's procedures. */
export function buildReport(call: Call, report: ReportName, options: ReportOptions = {}): Report {
  const procedures = proceduresOf(call)
  const { currency, today } = procedures.profile({})
  const decimals = currencyDecimals(currency)
  const on = options.asOf ?? laterOf(today, lastPostedOn(procedures))
  if (options.from !== undefined && options.from > on) refuse('reports.fromAfterTo', { from: options.from, to: on })
  const amount = (minor: number | null): string | null => (minor === null ? null : decimalText(minor, decimals))
  const { rows, totals } = BUILDERS[report]({ ...options, procedures, on, amount })
  return { report, from: firstDayOf(report, options.from, on), asOf: on, currency, rows, totals }
}

const OF_A_YEAR: ReadonlySet<ReportName> = new Set(['trial-balance', 'income-statement', 'cash-flow', 'ledger'])

function firstDayOf(report: ReportName, from: string | undefined, on: string): string | null {
  if (OF_A_YEAR.has(report)) return from ?? `${on.slice(0, 4)}-01-01`
  return report === 'sales-by-month' ? (from ?? null) : null
}

function lastPostedOn({ listEntries }: Question['procedures']): string {
  return listEntries({ limit: 1, sort: 'postedOn', descending: true }).rows[0]?.postedOn ?? ''
}

const laterOf = (a: string, b: string): string => (a > b ? a : b)

export type Body = Pick<Report, 'rows' | 'totals'>

const BUILDERS: Readonly<Record<ReportName, (question: Question) => Body>> = {
  'trial-balance': trialBalance,
  'balance-sheet': balanceSheet,
  'income-statement': incomeStatement,
  'cash-flow': cashFlow,
  ledger,
  aging,
  'stock-on-hand': stockOnHand,
  receivables: (question) => openItems(question, 'receivable'),
  payables: (question) => openItems(question, 'payable'),
  'sales-by-month': salesByMonth,
}

function trialBalance({ procedures, on, from, amount }: Question): Body {
  const { rows, totals } = procedures.trialBalance({ from: from ?? `${on.slice(0, 4)}-01-01`, to: on })
  const figures = (of: typeof totals) => ({
    openingDebit: amount(of.openingDebitMinor),
    openingCredit: amount(of.openingCreditMinor),
    debit: amount(of.debitMinor),
    credit: amount(of.creditMinor),
    closingDebit: amount(of.closingDebitMinor),
    closingCredit: amount(of.closingCreditMinor),
  })
  return {
    rows: rows.map((row) => Object.assign({ account: row.accountCode, name: row.accountName }, figures(row))),
    totals: figures(totals),
  }
}

function stockOnHand({ procedures, asOf, amount }: Question): Body {
  const stock = procedures.stockOnHand(asOf === undefined ? {} : { asOf })
  const places = new Map<number, Readonly<Record<string, Cell>>[]>()
  for (const row of stock.rows) {
    const place = {
      bin: row.binCode,
      lot: row.lotCode,
      expiresOn: row.expiresOn,
      status: row.status,
      quantity: quantity(row.quantityMicro),
    }
    const known = places.get(row.itemId)
    if (known === undefined) places.set(row.itemId, [place])
    else known.push(place)
  }
  return {
    rows: stock.items.map((item) => ({
      item: item.itemCode,
      name: item.itemName,
      quantity: quantity(item.quantityMicro),
      value: amount(item.valueMinor),
      places: places.get(item.itemId) ?? [],
    })),
    totals: { value: amount(stock.valueMinor) },
  }
}

const PAGE_ROWS = 500

function openItems({ procedures, asOf, amount }: Question, role: 'receivable' | 'payable'): Body {
  const rows: Row[] = []
  let openMinor = 0
  let total = 1
  for (let offset = 0; offset < total; offset += PAGE_ROWS) {
    const page = procedures.listOpenItems({
      role,
      offset,
      limit: PAGE_ROWS,
      sort: 'partnerName',
      ...(asOf === undefined ? {} : { asOf }),
    })
    total = page.total
    for (const item of page.rows) {
      openMinor += item.openMinor
      rows.push({
        partner: item.partnerName,
        document: item.documentNumber,
        postedOn: item.postedOn,
        dueOn: item.dueOn,
        amount: amount(item.amountMinor),
        open: amount(item.openMinor),
        currency: item.currency,
        foreignOpen:
          item.currency === null || item.foreignOpenMinor === null
            ? null
            : decimalText(item.foreignOpenMinor, currencyDecimals(item.currency)),
        daysOverdue: item.daysOverdue,
      })
    }
  }
  return { rows, totals: { open: amount(openMinor) } }
}

function salesByMonth({ procedures, asOf, from, amount }: Question): Body {
  const { rows } = procedures.salesByMonth({
    ...(from === undefined ? {} : { from }),
    ...(asOf === undefined ? {} : { to: asOf }),
  })
  const figures = (of: Omit<(typeof rows)[number], 'month'>) => ({
    invoices: of.invoices,
    net: amount(of.netMinor),
    credited: amount(of.creditedMinor),
    cost: amount(of.costMinor),
    profit: amount(of.profitMinor),
  })
  const sum = { invoices: 0, netMinor: 0, creditedMinor: 0, costMinor: 0, profitMinor: 0 }
  for (const row of rows) {
    sum.invoices += row.invoices
    sum.netMinor += row.netMinor
    sum.creditedMinor += row.creditedMinor
    sum.costMinor += row.costMinor ?? 0
    sum.profitMinor += row.profitMinor ?? 0
  }
  return { rows: rows.map((row) => Object.assign({ month: row.month }, figures(row))), totals: figures(sum) }
}

/** Plain decimal text without needless zeros. */
function quantity(quantityMicro: number): string {
  return formatScaled(quantityMicro, microDecimals, { group: false, minDecimals: 0 })
}

import { decimalText } from '../../../shared/values/integers'
import { currencyDecimals } from '../../../shared/values/money'
import type { Answer, Body, Cell, Question, Row } from './report-command'

/** Reports on the books: statements in the rows of their form, ledgers, ageing. */

type StatementRow = Answer<'statements', 'incomeStatement'>['rows'][number]

const rowOf =
  (amount: Question['amount']) =>
  ({ no, label, amountMinor, compareMinor }: StatementRow): Row => ({
    line: no,
    name: label,
    amount: amount(amountMinor),
    compare: amount(compareMinor),
  })

const yearStart = (on: string): string => `${on.slice(0, 4)}-01-01`

export function balanceSheet({ procedures, on, amount }: Question): Body {
  const { left, right, differenceMinor, compareOn } = procedures.balanceSheet({ on })
  return {
    rows: [...left, ...right].map(rowOf(amount)),
    totals: { difference: amount(differenceMinor), compareOn },
  }
}

export function incomeStatement({ procedures, on, from, amount }: Question): Body {
  const answer = procedures.incomeStatement({ from: from ?? yearStart(on), to: on })
  return {
    rows: answer.rows.map(rowOf(amount)),
    totals: { from: answer.from, compareFrom: answer.compareFrom, amount: amount(answer.profitMinor) },
  }
}

export function cashFlow({ procedures, on, from, amount }: Question): Body {
  const answer = procedures.cashFlow({ from: from ?? yearStart(on), to: on })
  return {
    rows: answer.rows.map(rowOf(amount)),
    totals: {
      from: answer.from,
      compareFrom: answer.compareFrom,
      difference: amount(answer.differenceMinor),
    },
  }
}

const PAGE_ROWS = 500

/** One account line by line; without an account every account of the first level by month. */
export function ledger({ procedures, on, from, account, amount }: Question): Body {
  const span = { from: from ?? yearStart(on), to: on }
  if (account === undefined) {
    const rows = procedures.generalLedger(span).rows.flatMap(({ account: of, openingMinor, months }) => [
      { account: of.code, name: of.name, month: null, debit: null, credit: null, balance: amount(openingMinor) },
      ...months.map((month) => ({
        account: of.code,
        name: of.name,
        month: month.month,
        debit: amount(month.debitMinor),
        credit: amount(month.creditMinor),
        balance: amount(month.balanceMinor),
      })),
    ])
    return { rows, totals: {} }
  }
  const rows: Row[] = []
  let totals: Readonly<Record<string, Cell>> = {}
  for (let offset = 0, total = 1; offset < total; offset += PAGE_ROWS) {
    const page = procedures.subsidiaryLedger({ accountCode: account, ...span, offset, limit: PAGE_ROWS })
    total = page.total
    for (const line of page.rows) {
      rows.push({
        account: page.account.code,
        postedOn: line.postedOn,
        document: line.label,
        name: line.memo,
        debit: amount(line.debitMinor),
        credit: amount(line.creditMinor),
        balance: amount(line.balanceMinor),
      })
    }
    totals = {
      opening: amount(page.openingMinor),
      debit: amount(page.sums.debitMinor),
      credit: amount(page.sums.creditMinor),
      balance: amount(page.closingMinor),
    }
  }
  return { rows, totals }
}

type Aged = Answer<'books', 'ageing'>['rows'][number]

/**
 * What customers owe and what suppliers are owed, by how long it is overdue: everything in the currency of the books, and
 * beside it what of it is in a foreign currency, in that.
 */
export function aging({ procedures, on, amount }: Question): Body {
  const currencies = procedures.listCurrencies({}).rows.map(({ code }) => code)
  const rows = (['receivable', 'payable'] as const).flatMap((role) => {
    const aged = (currency: object): Aged[] =>
      allOf((offset) => procedures.ageing({ role, asOf: on, offset, limit: PAGE_ROWS, ...currency }))
    const abroad = currencies.flatMap((currency) => aged({ currency }).map((row) => ({ row, currency })))
    return aged({}).map((row) => ({
      role,
      partner: row.partnerName,
      ...bucketsOf(row, amount),
      foreign: abroad
        .filter((other) => other.row.partnerId === row.partnerId)
        .map((other) => ({
          currency: other.currency,
          ...bucketsOf(other.row, (minor) => decimalText(minor, currencyDecimals(other.currency))),
        })),
    }))
  })
  return { rows, totals: {} }
}

const bucketsOf = <Text>(row: Aged, amount: (minor: number) => Text) => ({
  notDue: amount(row.notDueMinor),
  days30: amount(row.days30Minor),
  days60: amount(row.days60Minor),
  days90: amount(row.days90Minor),
  older: amount(row.olderMinor),
  open: amount(row.totalMinor),
})

function allOf<R>(page: (offset: number) => { readonly rows: readonly R[]; readonly total: number }): R[] {
  const rows: R[] = []
  for (let total = 1; rows.length < total;) {
    const answer = page(rows.length)
    rows.push(...answer.rows)
    if (answer.rows.length === 0) break
    total = answer.total
  }
  return rows
}

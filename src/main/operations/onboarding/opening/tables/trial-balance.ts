import { plain, plainCode, readAmount, type CellError } from './cells'
import { FOREIGN_TITLES, readForeign, type ForeignCells } from './foreign-cells'
import { readHead, type Titles } from './read-head'

/** One account of the old books that carries a balance; accounts with parts are the sum of them and left out. */
export interface BalanceRow {
  readonly row: number
  readonly code: string
  readonly name: string
  readonly debitMinor: number
  readonly creditMinor: number
  readonly foreign: ForeignCells
}

type Column = 'code' | 'name' | 'debit' | 'credit' | 'side' | 'balance' | 'currency' | 'foreign'

// As the reports of the programs that small companies leave call them; the balance at the end of a time comes before
// the one at its beginning, because the last closed month of the old books is what opens the new ones.
const TITLES: Titles<Column> = {
  code: ['科目编码', '科目代码', '科目编号', '科目号', '编码', '代码', 'account code', 'account no', 'account number'],
  name: ['科目名称', '科目全名', '会计科目', '科目', '名称', 'account name', 'account', 'description'],
  debit: [
    '期末余额借方',
    '期末借方余额',
    '期末借方',
    '余额借方',
    '借方余额',
    '借方',
    'closing debit',
    'ending debit',
    'debit balance',
    'debit',
    'dr',
    '期初余额借方',
    '期初借方余额',
    '期初借方',
    'opening debit',
  ],
  credit: [
    '期末余额贷方',
    '期末贷方余额',
    '期末贷方',
    '余额贷方',
    '贷方余额',
    '贷方',
    'closing credit',
    'ending credit',
    'credit balance',
    'credit',
    'cr',
    '期初余额贷方',
    '期初贷方余额',
    '期初贷方',
    'opening credit',
  ],
  side: ['方向', '余额方向', '借贷方向', '借贷', '期末余额方向', '期末方向', 'dr cr', 'side'],
  balance: [
    '期末余额',
    '余额',
    '期末余额金额',
    '金额',
    'closing balance',
    'ending balance',
    'balance',
    'amount',
    '期初余额',
  ],
  ...FOREIGN_TITLES,
}

/** The books' own currency, its decimals, and the foreign ones in use. */
export interface MoneyOfBooks {
  readonly decimals: number
  readonly own: string
  readonly inUse: ReadonlySet<string>
}

const CREDIT_SIDE = new Set(['贷', '贷方', 'credit', 'cr', 'c'])
/** A report's own sums below or between its accounts. */
const SUMS = /^(合计|总计|小计|资产小计|负债小计|权益小计|total|totals|sum)/

export function readTrialBalance(
  table: readonly (readonly string[])[],
  { decimals, ...currencies }: MoneyOfBooks,
): { rows: BalanceRow[]; errors: CellError[] } {
  const read = readHead(table, 'trial-balance', TITLES, ['code', 'name'])
  const errors = [...read.errors]
  if (errors.length > 0) return { rows: [], errors }
  const bySides = read.found.has('debit') && read.found.has('credit')
  if (!bySides && !read.found.has('balance')) {
    return { rows: [], errors: [{ row: 0, column: 'debit', code: 'columnMissing', value: '' }] }
  }
  const all: BalanceRow[] = []
  const seen = new Map<string, number>()
  for (const { row, cells } of read.rows) {
    const code = plainCode(cells.code)
    if (SUMS.test(plain(cells.code)) || (code === '' && (SUMS.test(plain(cells.name)) || cells.name === ''))) continue
    const fail = (column: Column, problem: string, value: string): void =>
      void errors.push({ row, column, code: problem, value })
    if (code === '') fail('code', 'missing', '')
    const other = seen.get(code)
    if (other !== undefined && code !== '') fail('code', 'twice', String(other))
    seen.set(code, row)
    const amount = (column: Column): number => {
      const value = readAmount(cells[column], decimals)
      if (value === undefined) fail(column, 'amount', cells[column])
      return value ?? 0
    }
    const foreign = readForeign(cells, currencies, fail)
    if (bySides) {
      all.push({ row, code, name: cells.name, foreign, debitMinor: amount('debit'), creditMinor: amount('credit') })
      continue
    }
    // Without a side a balance counts as debit, and one below nothing as credit.
    const value = amount('balance')
    const isCredit = CREDIT_SIDE.has(plain(cells.side))
    all.push({
      row,
      code,
      name: cells.name,
      foreign,
      debitMinor: isCredit ? 0 : value,
      creditMinor: isCredit ? value : 0,
    })
  }
  return { rows: leavesOf(all, errors), errors }
}

const net = (row: BalanceRow): number => row.debitMinor - row.creditMinor

/** Accounts without parts. Where a file gives an account and its parts, the parts must make up the account. */
function leavesOf(all: readonly BalanceRow[], errors: CellError[]): BalanceRow[] {
  const sorted = all.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.row - b.row))
  const parents = new Map<string, { row: BalanceRow; partsMinor: number }>()
  const open: BalanceRow[] = []
  for (const row of sorted) {
    while (open.length > 0 && !isPart(row, open.at(-1)!)) open.pop()
    const parent = open.at(-1)
    if (parent !== undefined) {
      const kept = parents.get(parent.code) ?? { row: parent, partsMinor: 0 }
      kept.partsMinor += net(row)
      parents.set(parent.code, kept)
    }
    open.push(row)
  }
  for (const { row, partsMinor } of parents.values()) {
    if (net(row) !== partsMinor) errors.push({ row: row.row, column: 'code', code: 'partsDiffer', value: row.code })
  }
  return all.filter((row) => !parents.has(row.code) && (row.debitMinor !== 0 || row.creditMinor !== 0))
}

const isPart = (row: BalanceRow, of: BalanceRow): boolean =>
  of.code.length >= 3 && row.code.length > of.code.length && row.code.startsWith(of.code)

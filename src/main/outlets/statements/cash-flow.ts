import { addDays } from '../../../shared/values/date'
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import { chartTree, type ChartTree } from './chart-tree'
import { incomeStatement } from './income-statement'
import { layoutOf, type CashRow, type IndirectRow } from './layout'
import { fillRows, type Figures, type Part, type StatementRow } from './rows'
import { statementQueries } from './statement-queries'

export interface CashFlow {
  readonly form: string
  readonly from: string
  readonly to: string
  readonly compareFrom: string
  readonly rows: StatementRow[]
  /** From profit to the operating cash flow. */
  readonly indirect: StatementRow[]
  /** Closing cash by the form less closing cash on the accounts. */
  readonly differenceMinor: number
  readonly compareDifferenceMinor: number
}

/** 现金流量表 by the direct method, with the way from profit to operating cash flow below it. */
export function cashFlow(reader: Reader, input: { from: string; to: string }): CashFlow {
  const { pack, locale } = companyProfile(reader)
  const layout = layoutOf(pack)
  const isChinese = locale === 'zh-CN'
  const compareFrom = `${input.to.slice(0, 4)}-01-01`
  const tree = chartTree(reader)
  const flows = [flowsOf(reader, input.from, input.to), flowsOf(reader, compareFrom, input.to)] as const
  const cashOn = (on: string): number => cashBalance(reader, tree, on)
  const opening: Figures = {
    amountMinor: cashOn(addDays(input.from, -1)),
    compareMinor: cashOn(addDays(compareFrom, -1)),
  }
  const known = new Map<number, Figures>()
  const own = (row: CashRow) => {
    if (row.cash === 'opening') return { figures: opening, parts: [] }
    const { item } = row
    if (item === undefined) return undefined
    const sign = row.out === true ? -1 : 1
    const [now, year] = flows.map((flow) => sign * (flow.get(item) ?? 0) + 0)
    return { figures: { amountMinor: now ?? 0, compareMinor: year ?? 0 }, parts: [], item }
  }
  const rows = fillRows(layout.cashFlow.rows, isChinese, own, known)
  const closing = known.get(layout.cashFlow.closing)
  const onAccounts = cashOn(input.to)
  const operating = known.get(layout.cashFlow.operating) ?? { amountMinor: 0, compareMinor: 0 }
  return {
    form: layout.forms['cash-flow'],
    from: input.from,
    to: input.to,
    compareFrom,
    rows,
    indirect: indirectRows(reader, tree, layout.indirect, { ...input, compareFrom, operating, isChinese }),
    differenceMinor: (closing?.amountMinor ?? 0) - onAccounts,
    compareDifferenceMinor: (closing?.compareMinor ?? 0) - onAccounts,
  }
}

/**
 * Money in less money out by row. Lines without a row are money that changed its place and come to nothing; what does
 * not is of an entry that no rule knew, and counts as other operating money.
 */
function flowsOf(reader: Reader, from: string, to: string): ReadonlyMap<string, number> {
  const flows = new Map<string, number>()
  for (const { item, minor } of statementQueries.cashByItem(reader, from, to)) {
    const row = item ?? (minor > 0 ? 'other-operating-receipts' : 'other-operating-payments')
    flows.set(row, (flows.get(row) ?? 0) + minor)
  }
  return flows
}

function cashBalance(reader: Reader, tree: ChartTree, on: string): number {
  const balances = statementQueries.balances(reader, on)
  return tree.accounts.reduce((sum, { id, cashKind }) => (cashKind === '' ? sum : sum + (balances.get(id) ?? 0)), 0)
}

interface IndirectInput {
  readonly from: string
  readonly to: string
  readonly compareFrom: string
  readonly operating: Figures
  readonly isChinese: boolean
}

/** Profit, then the change of every operating balance, then what was neither earned nor paid, down to operating cash. */
function indirectRows(
  reader: Reader,
  tree: ChartTree,
  layout: readonly IndirectRow[],
  { from, to, compareFrom, operating, isChinese }: IndirectInput,
): StatementRow[] {
  const profit = incomeStatement(reader, { from, to, compareFrom, compareTo: to })
  const at = (on: string) => statementQueries.balances(reader, on)
  const [end, start, yearStart] = [at(to), at(addDays(from, -1)), at(addDays(compareFrom, -1))]
  const rows = layout.map((row): StatementRow => {
    const plain = { no: row.no, label: isChinese ? row.zh : row.en, level: 1, item: null }
    if (row.profit === true) {
      return { ...plain, amountMinor: profit.profitMinor, compareMinor: profit.compareProfitMinor, parts: [] }
    }
    const parts = tree.under(row.accounts ?? []).flatMap((account): Part[] => {
      const now = end.get(account.id) ?? 0
      // A balance that grew on the debit side took money, one on the credit side left it here.
      const amountMinor = (start.get(account.id) ?? 0) - now
      const compareMinor = (yearStart.get(account.id) ?? 0) - now
      if (amountMinor === 0 && compareMinor === 0) return []
      return [{ accountCode: account.code, accountName: account.name, partnerName: null, amountMinor, compareMinor }]
    })
    const sum = (side: 'amountMinor' | 'compareMinor'): number => parts.reduce((total, part) => total + part[side], 0)
    return { ...plain, amountMinor: sum('amountMinor'), compareMinor: sum('compareMinor'), parts }
  })
  const total = (side: 'amountMinor' | 'compareMinor'): number => rows.reduce((sum, row) => sum + (row[side] ?? 0), 0)
  const last = rows.length
  return [
    ...rows,
    {
      no: last + 1,
      label: isChinese ? '不涉及经营现金的项目及其他' : 'Items of investing and financing, and other',
      level: 1,
      item: null,
      amountMinor: operating.amountMinor - total('amountMinor'),
      compareMinor: operating.compareMinor - total('compareMinor'),
      parts: [],
    },
    {
      no: last + 2,
      label: isChinese ? '经营活动产生的现金流量净额' : 'Net cash from operating activities',
      level: 0,
      item: null,
      ...operating,
      parts: [],
    },
  ]
}

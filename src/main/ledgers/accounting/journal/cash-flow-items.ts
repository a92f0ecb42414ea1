import type { CASH_FLOW_ITEMS } from '../../../../shared/contracts/accounting'
import type { Reader } from '../../../kernel/db'
import { bookOf } from '../chart/book'
import type { NewLine } from './journal-store'

export type CashFlowItem = (typeof CASH_FLOW_ITEMS)[number]

/**
 * Gives every cash line the row of the cash-flow statement that its counterpart stands for, unless the document or the
 * person named one. The largest amount on the other side decides; money that only changes its place has no row.
 */
export function withCashFlow(reader: Reader, lines: readonly NewLine[]): readonly NewLine[] {
  const { accounts } = bookOf(reader)
  const isCash = (line: NewLine): boolean => (accounts.get(line.accountId)?.cashKind ?? '') !== ''
  if (!lines.some((line) => line.cashFlowItem === null && isCash(line))) return lines
  const others = lines.filter((line) => !isCash(line))
  if (others.length === 0) return lines
  return lines.map((line) => {
    if (line.cashFlowItem !== null || !isCash(line)) return line
    return { ...line, cashFlowItem: itemFor(reader, line.debitMinor === 0 ? 'out' : 'in', others) }
  })
}

function itemFor(reader: Reader, direction: 'in' | 'out', others: readonly NewLine[]): CashFlowItem {
  const { accounts, chart } = bookOf(reader)
  const weight = (line: NewLine): number => Math.abs(direction === 'in' ? line.creditMinor : line.debitMinor)
  const counterpart = others.reduce((heaviest, line) => (weight(line) > weight(heaviest) ? line : heaviest))
  const code = accounts.get(counterpart.accountId)?.code ?? ''
  const rule = chart.cashFlow.find(({ accounts: prefixes }) => prefixes.some((prefix) => code.startsWith(prefix)))
  return rule?.[direction] ?? (direction === 'in' ? 'other-operating-receipts' : 'other-operating-payments')
}

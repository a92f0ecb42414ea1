import type { Reader } from '../../kernel/db'
import { listAccounts } from '../../ledgers/accounting'
import { actualsBetween } from './actual-queries'
import { budgetStore } from './budget-store'

interface SheetInput {
  readonly year: number
  readonly departmentId?: number | undefined
}

interface Monthly {
  readonly accountId: number
  readonly month: number
  readonly amountMinor: number
}

/** January to December of each account, in the order of the chart; amounts on the account's usual side. */
function rowsOf(reader: Reader, amounts: readonly Monthly[]) {
  const months = new Map<number, number[]>()
  for (const { accountId, month, amountMinor } of amounts) {
    const year = months.get(accountId) ?? Array.from({ length: 12 }, () => 0)
    year[month - 1] = (year[month - 1] ?? 0) + amountMinor
    months.set(accountId, year)
  }
  return listAccounts(reader).flatMap(({ id, code, name, kind }) => {
    const year = months.get(id)
    if (year === undefined || (kind !== 'revenue' && kind !== 'expense')) return []
    return [{ accountCode: code, accountName: name, kind, amounts: year }]
  })
}

export function getBudget(reader: Reader, { year, departmentId = 0 }: SheetInput) {
  const sheet = budgetStore.sheet(reader, { year, departmentId })
  return {
    revision: sheet?.revision ?? 0,
    changedBy: sheet?.changedBy ?? null,
    changedAt: sheet?.changedAt ?? null,
    rows: rowsOf(reader, budgetStore.amounts(reader, { year, departmentId })),
  }
}

export function actualSheet(reader: Reader, { year, departmentId = 0 }: SheetInput) {
  const kinds = new Map(listAccounts(reader).map(({ id, kind }) => [id, kind]))
  const actuals = actualsBetween(reader, { from: `${year}-01-01`, to: `${year}-12-31`, departmentId })
  return {
    rows: rowsOf(
      reader,
      actuals.map(({ accountId, month, minor }) => ({
        accountId,
        month,
        amountMinor: kinds.get(accountId) === 'revenue' ? minor : 0 - minor,
      })),
    ),
  }
}

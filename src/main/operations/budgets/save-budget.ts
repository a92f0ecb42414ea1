import { refuse } from '../../../shared/errors'
import type { Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { listAccounts, requireDepartment } from '../../ledgers/accounting'
import { budgetStore, type Amount } from './budget-store'

interface BudgetInput {
  readonly year: number
  readonly departmentId?: number | undefined
  readonly revision: number
  readonly rows: readonly { readonly accountCode: string; readonly amounts: readonly number[] }[]
}

/**
 * Puts a sheet in the place of the one that was read. An account and its own part cannot both be planned on one sheet:
 * the same cost would count twice.
 */
export function saveBudget(tx: Tx, actor: Actor, input: BudgetInput): { revision: number } {
  const { year, departmentId = 0, rows } = input
  if (departmentId !== 0) requireDepartment(tx, departmentId)
  const stored = budgetStore.sheet(tx, { year, departmentId })
  if ((stored?.revision ?? 0) !== input.revision) {
    refuse('budgets.changedSince', { year, name: stored?.changedBy ?? '' })
  }
  const accounts = new Map(listAccounts(tx).map((account) => [account.code, account]))
  const planned = new Set(rows.map(({ accountCode }) => accountCode))
  const seen = new Set<string>()
  const amounts = rows.flatMap(({ accountCode, amounts: months }, at): Amount[] => {
    const field = `rows.${at}.accountCode`
    const account = accounts.get(accountCode) ?? refuse('accounting.accountUnknown', { account: accountCode }, field)
    if (account.kind !== 'revenue' && account.kind !== 'expense') {
      refuse('budgets.notProfitOrLoss', { account: accountCode }, field)
    }
    if (seen.has(accountCode)) refuse('budgets.accountTwice', { account: accountCode }, field)
    seen.add(accountCode)
    for (let parent = account.parentCode; parent !== null; parent = accounts.get(parent)?.parentCode ?? null) {
      if (planned.has(parent)) refuse('budgets.partPlannedTwice', { account: parent, part: accountCode }, field)
    }
    return months.flatMap((amountMinor, index) =>
      amountMinor === 0 ? [] : [{ accountId: account.id, month: index + 1, amountMinor }],
    )
  })
  const revision = input.revision + 1
  budgetStore.keep(tx, { year, departmentId }, revision, actor.userId)
  budgetStore.replace(tx, { year, departmentId }, amounts)
  tx.announce({ kind: 'budgets.saved', id: year })
  return { revision }
}

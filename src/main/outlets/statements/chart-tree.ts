import type { Reader } from '../../kernel/db'
import { listAccounts } from '../../ledgers/accounting'

export type Account = ReturnType<typeof listAccounts>[number]

/** Accounts by what a form names: a code stands for the account and its parts. */
export interface ChartTree {
  readonly accounts: readonly Account[]
  under(codes: readonly string[]): readonly Account[]
}

export function chartTree(reader: Reader): ChartTree {
  const accounts = listAccounts(reader)
  const byCode = new Map(accounts.map((account) => [account.code, account]))
  /** The account's own code, its parent's, and so on up. */
  const lineage = (account: Account): string[] => {
    const parent = account.parentCode === null ? undefined : byCode.get(account.parentCode)
    return parent === undefined ? [account.code] : [account.code, ...lineage(parent)]
  }
  const lineages = new Map(accounts.map((account) => [account.id, new Set(lineage(account))]))
  return {
    accounts,
    under: (codes) => accounts.filter(({ id }) => codes.some((code) => lineages.get(id)?.has(code) === true)),
  }
}

import { refuse } from '../../../shared/errors'
import type { Reader } from '../../kernel/db'
import { listAccounts } from '../../ledgers/accounting'

type Account = ReturnType<typeof listAccounts>[number]

/** An account and all its parts. */
export interface Family {
  readonly account: Account
  readonly members: readonly Account[]
  readonly ids: readonly number[]
}

export function familyOf(reader: Reader, code: string): Family {
  const accounts = listAccounts(reader)
  const account = accounts.find((one) => one.code === code)
  if (account === undefined) refuse('accounting.accountUnknown', { account: code }, 'accountCode')
  const members = membersOf(accounts, account)
  return { account, members, ids: members.map(({ id }) => id) }
}

export function membersOf(accounts: readonly Account[], account: Account): Account[] {
  const parts = accounts.filter(({ parentCode }) => parentCode === account.code)
  return [account, ...parts.flatMap((part) => membersOf(accounts, part))]
}

export const refOf = ({ code, name, normalSide, currency }: Account) => ({ code, name, normalSide, currency })

import { companyProfile } from '../../../foundation/company'
import type { Reader } from '../../../kernel/db'
import { searchTokens } from '../../../foundation/search'
import type { Dimension } from '../vouchers/voucher-lines'
import { accountQueries } from './account-queries'
import { CONTROLLED_ROLES, type Role } from './chart'
import { assert } from '../../../kernel/assert'
import { bookStore } from './book-store'

/** Both names of an account: the company's language first. */
export function inCompanyLanguage(
  reader: Reader,
): (names: { zh: string; en: string }) => { name: string; otherName: string } {
  const isChinese = companyProfile(reader).locale === 'zh-CN'
  return ({ zh, en }) => (isChinese ? { name: zh, otherName: en } : { name: en, otherName: zh })
}

/** Code and name of an account by its id, in the language of the company. */
export function accountNamesOf(reader: Reader): (id: number) => { accountCode: string; accountName: string } {
  const named = inCompanyLanguage(reader)
  const names = new Map(
    accountQueries
      .accounts(reader)
      .map(({ id, code, name_zh: zh, name_en: en }) => [
        id,
        { accountCode: code, accountName: named({ zh, en }).name },
      ]),
  )
  return (id) => names.get(id) ?? { accountCode: '', accountName: '' }
}

export function accountNamesByCode(reader: Reader): (code: string) => string {
  const named = inCompanyLanguage(reader)
  const names = new Map(
    accountQueries.accounts(reader).map(({ code, name_zh: zh, name_en: en }) => [code, named({ zh, en }).name]),
  )
  return (code) => names.get(code) ?? ''
}

/** The account that plays a role now. Postings use `accountOfRole`, which remembers; a long-lived reader must not. */
export function idOfRole(reader: Reader, role: Role): number {
  const account = bookStore.roles(reader).find((one) => one.role === role)
  assert(account !== undefined, `no account plays the role ${role}`)
  return account.accountId
}

export function listAccounts(reader: Reader) {
  const named = inCompanyLanguage(reader)
  const rolesOf = new Map<number, string[]>()
  for (const { role, accountId } of bookStore.roles(reader)) {
    rolesOf.set(accountId, [...(rolesOf.get(accountId) ?? []), role])
  }
  const rows = accountQueries.accounts(reader)
  const byId = new Map(rows.map((account) => [account.id, account]))
  const used = usedOf(reader, byId)
  return rows.map((account) => {
    const { name, otherName } = named({ zh: account.name_zh, en: account.name_en })
    const roles = rolesOf.get(account.id) ?? []
    const parents = familyOf(account, byId).slice(1)
    return {
      id: account.id,
      code: account.code,
      name,
      otherName,
      kind: account.kind,
      normalSide: account.normal_side,
      parentCode: parents[0]?.code ?? null,
      level: parents.length + 1,
      isPostable: account.is_postable === 1,
      isActive: account.is_active === 1,
      isUsed: used.has(account.id),
      isControlled: roles.some((role) => (CONTROLLED_ROLES as readonly string[]).includes(role)),
      cashKind: account.cash_kind,
      quantityUnit: account.quantity_unit,
      statementTag: account.statement_tag,
      requires: account.requires === '' ? [] : (account.requires.split(' ') as Dimension[]),
      currency: account.currency,
      roles,
      search: tokensOf(account.name_zh, account.name_en),
    }
  })
}

/** Pinyin costs more than all the rest of the list, and names hardly change. */
const knownTokens = new Map<string, string>()

function tokensOf(zh: string, en: string): string {
  const names = `${zh}\n${en}`
  const known = knownTokens.get(names)
  if (known !== undefined) return known
  const tokens = searchTokens([zh, en]).toLowerCase()
  knownTokens.set(names, tokens)
  return tokens
}

type AccountRow = ReturnType<typeof accountQueries.accounts>[number]

/** The account, the one it is part of, and so on up. */
function familyOf(account: AccountRow, byId: ReadonlyMap<number, AccountRow>): AccountRow[] {
  const parent = account.parent_id === null ? undefined : byId.get(account.parent_id)
  return parent === undefined ? [account] : [account, ...familyOf(parent, byId)]
}

function usedOf(reader: Reader, byId: ReadonlyMap<number, AccountRow>): ReadonlySet<number> {
  return new Set(
    accountQueries.posted(reader).flatMap(({ id }) => {
      const account = byId.get(id)
      return account === undefined ? [] : familyOf(account, byId).map((member) => member.id)
    }),
  )
}

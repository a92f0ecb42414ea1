import { companyProfile } from '../../../foundation/company'
import type { Reader } from '../../../kernel/db'
import { accountQueries } from './account-queries'
import { bookStore } from './book-store'

/** Both names of an account: the company's language first. */
export function inCompanyLanguage(
  reader: Reader,
): (names: { zh: string; en: string }) => { name: string; otherName: string } {
  const isChinese = companyProfile(reader).locale === 'zh-CN'
  return ({ zh, en }) => (isChinese ? { name: zh, otherName: en } : { name: en, otherName: zh })
}

export function listAccounts(reader: Reader) {
  const named = inCompanyLanguage(reader)
  const rolesOf = new Map<number, string[]>()
  for (const { role, accountId } of bookStore.roles(reader)) {
    rolesOf.set(accountId, [...(rolesOf.get(accountId) ?? []), role])
  }
  return accountQueries.accounts(reader).map((account) => {
    const { name, otherName } = named({ zh: account.name_zh, en: account.name_en })
    return {
      id: account.id,
      code: account.code,
      name,
      otherName,
      kind: account.kind,
      normalSide: account.normal_side,
      isPostable: account.is_postable === 1,
      roles: rolesOf.get(account.id) ?? [],
    }
  })
}

import { refuse } from '../../../../shared/errors'
import { companyProfile } from '../../../foundation/company'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import type { NewLine } from '../journal/journal-store'
import { writeEntry } from '../journal/post-journal'
import { journalStore } from '../journal/journal-store'
import type { AccountKind } from '../tables'
import type { Dimension } from '../vouchers/voucher-lines'
import { accountStore, type StoredAccount } from './account-store'
import { bookOf, forgetBook } from './book'
import { bookStore } from './book-store'
import { CONTROLLED_ROLES } from './chart'
import { currencyOfNew, requireCurrencyChange, requireFirstInBase } from './account-currency'

interface AccountFields {
  readonly name: string
  readonly otherName: string
  readonly requires: readonly Dimension[]
  readonly quantityUnit?: string | undefined
  readonly statementTag?: string | undefined
  /** Left out: as it is, or as the parent's. */
  readonly currency?: string | null | undefined
}

interface NewAccount extends AccountFields {
  readonly code: string
  readonly parentCode?: string | undefined
  /** Only for an account of the first level; a sub-account is what its parent is. */
  readonly kind?: AccountKind | undefined
  readonly normalSide?: 'debit' | 'credit' | undefined
  /** Day on which what stands on a parent in use moves to its first sub-account. */
  readonly movesOn?: string | undefined
}

/** Adds an account. The first sub-account of an account in use takes over its roles and its balance. */
export function addAccount(tx: Tx, actor: Actor, input: NewAccount): { code: string } {
  const { code, parentCode } = input
  if (accountStore.byCode(tx, code) !== undefined) refuse('accounting.codeTaken', { code }, 'code')
  const parent = parentCode === undefined ? undefined : accountStore.byCode(tx, parentCode)
  if (parentCode !== undefined && parent === undefined) {
    refuse('accounting.accountUnknown', { account: parentCode }, 'parentCode')
  }
  if (parent !== undefined && (!code.startsWith(parent.code) || code === parent.code)) {
    refuse('accounting.codeNotUnderParent', { code, parent: parent.code }, 'code')
  }
  const kind = parent?.kind ?? input.kind ?? refuse('accounting.kindMissing', { code }, 'kind')
  const side = parent?.normalSide ?? input.normalSide ?? refuse('accounting.kindMissing', { code }, 'normalSide')
  const names = namesOf(tx, input)
  const currency = currencyOfNew(tx, { code, currency: input.currency ?? null }, kind, parent)
  const isFirst = parent !== undefined && parent.isPostable
  if (isFirst) checkDivisible(tx, parent, input.movesOn)
  if (isFirst) requireFirstInBase(tx, parent, currency)
  const id = bookStore.insertAccount(
    tx,
    {
      code,
      zh: names.nameZh,
      en: names.nameEn,
      kind,
      side,
      ...(parent === undefined || parent.cashKind === '' ? {} : { cash: parent.cashKind }),
    },
    parent?.id ?? null,
    true,
  )
  accountStore.update(tx, { ...accountStore.byId(tx, id)!, ...fieldsOf(input), currency })
  if (isFirst) moveToFirst(tx, actor, parent, id, input.movesOn)
  tx.announce({ kind: 'accounting.chartChanged' })
  forgetBook(tx)
  return { code }
}

/** An account that lists prove as a whole cannot be divided once it holds something. */
function checkDivisible(tx: Tx, parent: StoredAccount, movesOn: string | undefined): void {
  if (!bookStore.isUsed(tx, parent.id)) return
  const roles = accountStore.rolesOf(tx, parent.id)
  if (roles.some((role) => (CONTROLLED_ROLES as readonly string[]).includes(role))) {
    refuse('accounting.accountNotDivisible', { account: parent.code }, 'parentCode')
  }
  if (movesOn === undefined) refuse('accounting.balanceNeedsDay', { account: parent.code }, 'movesOn')
  const last = accountStore.standing(tx, parent.id).reduce((day, { lastOn }) => (lastOn > day ? lastOn : day), '')
  if (movesOn < last) refuse('accounting.balanceMovesLater', { account: parent.code, date: last }, 'movesOn')
}

/** Debits stay debits and credits credits, in red on the parent: turnover of the whole family does not change. */
function moveToFirst(tx: Tx, actor: Actor, parent: StoredAccount, id: number, movesOn: string | undefined): void {
  bookStore.setPostable(tx, parent.id, false)
  const lines = accountStore.standing(tx, parent.id).flatMap((sum): NewLine[] => {
    const plain = {
      partnerId: sum.partnerId,
      itemId: sum.itemId,
      departmentId: sum.departmentId,
      projectId: sum.projectId,
      personId: sum.personId,
      quantityMicro: null,
      cashFlowItem: null,
      memo: null,
    }
    const side = (accountId: number, debitMinor: number, creditMinor: number): NewLine[] =>
      debitMinor === 0 && creditMinor === 0 ? [] : [{ ...plain, accountId, debitMinor, creditMinor }]
    return [
      ...side(parent.id, 0 - sum.debitMinor, 0),
      ...side(id, sum.debitMinor, 0),
      ...side(parent.id, 0, 0 - sum.creditMinor),
      ...side(id, 0, sum.creditMinor),
    ]
  })
  if (lines.length > 0 && movesOn !== undefined) {
    const child = accountStore.byId(tx, id)!
    writeEntry(tx, actor, {
      postedOn: movesOn,
      memo: `${parent.code} → ${child.code}`,
      source: { kind: 'accounting.voucher', id: journalStore.lastEntryId(tx) + 1 },
      lines,
      reversesEntryId: null,
    })
  }
  accountStore.moveRoles(tx, parent.id, id)
}

interface AccountChange extends AccountFields {
  readonly code: string
  readonly isActive: boolean
  readonly kind?: AccountKind | undefined
  readonly normalSide?: 'debit' | 'credit' | undefined
}

/** Renames, archives or asks more of an account. What it is (kind, side) only changes while nothing is posted there. */
export function changeAccount(tx: Tx, input: AccountChange): { code: string } {
  const account = requireAccount(tx, input.code)
  const kind = input.kind ?? account.kind
  const normalSide = input.normalSide ?? account.normalSide
  if ((kind !== account.kind || normalSide !== account.normalSide) && isInUse(tx, account)) {
    refuse('accounting.senseInUse', { account: account.code }, 'kind')
  }
  if (!input.isActive && account.isActive) {
    if (accountStore.balanceMinor(tx, account.id) !== 0)
      refuse('accounting.archiveNeedsZero', { account: account.code })
    const [role] = accountStore.rolesOf(tx, account.id)
    if (role !== undefined) refuse('accounting.archiveNeedsNoRole', { account: account.code })
    const part = accountStore.children(tx, account.id).find(({ id }) => accountStore.byId(tx, id)?.isActive === true)
    if (part !== undefined) refuse('accounting.archivePartsFirst', { account: account.code, part: part.code })
  }
  const currency = input.currency === undefined ? account.currency : input.currency
  requireCurrencyChange(tx, account, currency, kind)
  const names = namesOf(tx, input)
  accountStore.update(tx, {
    ...account,
    ...names,
    ...fieldsOf(input),
    currency,
    kind,
    normalSide,
    isActive: input.isActive,
  })
  tx.announce({ kind: 'accounting.chartChanged' })
  forgetBook(tx)
  return { code: account.code }
}

/** Only an account of one's own that was never used; the parent of the last part takes postings and roles again. */
export function deleteAccount(tx: Tx, code: string): { code: string } {
  const account = requireAccount(tx, code)
  if (isInUse(tx, account)) refuse('accounting.accountInUse', { account: code })
  if (bookOf(tx).chart.accounts.some((known) => known.code === code))
    refuse('accounting.accountOfPack', { account: code })
  const [part] = accountStore.children(tx, account.id)
  if (part !== undefined) refuse('accounting.archivePartsFirst', { account: code, part: part.code })
  const { parentId } = account
  const isLast = parentId !== null && accountStore.children(tx, parentId).length === 1
  if (isLast) {
    accountStore.moveRoles(tx, account.id, parentId)
    bookStore.setPostable(tx, parentId, true)
  } else if (accountStore.rolesOf(tx, account.id).length > 0) refuse('accounting.accountHasRole', { account: code })
  accountStore.remove(tx, account.id)
  tx.announce({ kind: 'accounting.chartChanged' })
  forgetBook(tx)
  return { code }
}

function requireAccount(tx: Tx, code: string): StoredAccount {
  return accountStore.byCode(tx, code) ?? refuse('accounting.accountUnknown', { account: code }, 'code')
}

function isInUse(tx: Tx, account: StoredAccount): boolean {
  return (
    bookStore.isUsed(tx, account.id) ||
    accountStore.children(tx, account.id).some(({ id }) => isInUse(tx, accountStore.byId(tx, id)!))
  )
}

/** The name in the language of the company, and the other where somebody gave one. */
function namesOf(tx: Tx, { name, otherName }: AccountFields): { nameZh: string; nameEn: string } {
  const other = otherName === '' ? name : otherName
  return companyProfile(tx).locale === 'zh-CN' ? { nameZh: name, nameEn: other } : { nameZh: other, nameEn: name }
}

const fieldsOf = ({ requires, quantityUnit, statementTag }: AccountFields) => ({
  requires: [...new Set(requires)],
  quantityUnit: quantityUnit === undefined || quantityUnit === '' ? null : quantityUnit,
  statementTag: statementTag === undefined || statementTag === '' ? null : statementTag,
})

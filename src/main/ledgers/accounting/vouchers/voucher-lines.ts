import { refuse } from '../../../../shared/errors'
import { requireItem } from '../../../foundation/items'
import { requirePartner } from '../../../foundation/parties'
import type { Reader } from '../../../kernel/db'
import { bookOf } from '../chart/book'
import { CONTROLLED_ROLES } from '../chart/chart'
import { accountStore, type StoredAccount } from '../chart/account-store'
import { dimensionStore } from '../chart/dimension-store'
import type { NewLine } from '../journal/journal-store'
import type { DimensionKind } from '../tables'
import { inBothCurrencies } from './foreign-line'

/** A line of a voucher by hand, as a person enters it. */
export interface VoucherLineInput {
  readonly accountCode: string
  readonly memo?: string | undefined
  readonly debitMinor: number
  readonly creditMinor: number
  readonly foreignMinor?: number | undefined
  readonly currency?: string | undefined
  readonly rateMicro?: number | undefined
  readonly partnerId?: number | undefined
  readonly itemId?: number | undefined
  readonly quantityMicro?: number | undefined
  readonly departmentId?: number | undefined
  readonly projectId?: number | undefined
  readonly personId?: number | undefined
  readonly cashFlowItem?: string | undefined
}

/** What an account may ask every voucher line to name. */
export const DIMENSIONS = ['partner', 'department', 'project', 'item', 'person'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** The line as it is posted. Refuses accounts that take none, and what the account asks for and the line lacks. */
export function checkedLine(reader: Reader, line: VoucherLineInput, field: string, postedOn: string): NewLine {
  const account = accountFor(reader, line.accountCode, `${field}.accountCode`)
  const { debitMinor, creditMinor, ...foreign } = inBothCurrencies(reader, account, line, field, postedOn)
  if ((debitMinor === 0) === (creditMinor === 0)) {
    refuse('accounting.lineNeedsOneSide', { account: account.code }, field)
  }
  if (line.partnerId !== undefined) requirePartner(reader, line.partnerId)
  if (line.itemId !== undefined) requireItem(reader, line.itemId)
  requireValue(reader, 'department', line.departmentId, `${field}.departmentId`)
  requireValue(reader, 'project', line.projectId, `${field}.projectId`)
  requireValue(reader, 'person', line.personId, `${field}.personId`)
  requireDimensions(account, line, field)
  if (account.quantityUnit === null && line.quantityMicro !== undefined && line.itemId === undefined) {
    refuse('accounting.noQuantity', { account: account.code }, `${field}.quantityMicro`)
  }
  if (line.cashFlowItem !== undefined && account.cashKind === '') {
    refuse('accounting.notCash', { account: account.code }, `${field}.cashFlowItem`)
  }
  return {
    accountId: account.id,
    debitMinor,
    creditMinor,
    partnerId: line.partnerId ?? null,
    itemId: line.itemId ?? null,
    quantityMicro: line.quantityMicro ?? null,
    cashFlowItem: line.cashFlowItem ?? null,
    memo: line.memo === undefined || line.memo === '' ? null : line.memo,
    departmentId: line.departmentId ?? null,
    projectId: line.projectId ?? null,
    personId: line.personId ?? null,
    ...foreign,
  }
}

function accountFor(reader: Reader, code: string, field: string): StoredAccount {
  const account = accountStore.byCode(reader, code)
  if (account === undefined) refuse('accounting.accountUnknown', { account: code }, field)
  if (!account.isPostable) refuse('accounting.accountHasParts', { account: code }, field)
  if (!account.isActive) refuse('accounting.accountArchived', { account: code }, field)
  const { accountOfRole } = bookOf(reader)
  if (CONTROLLED_ROLES.some((role) => accountOfRole.get(role) === account.id)) {
    refuse('accounting.accountControlled', { account: code }, field)
  }
  return account
}

/** An account that people may post to: in use, no parts, and no documents prove it. Returns its id. */
export function requireFreeAccount(reader: Reader, accountCode: string, field: string): number {
  return accountFor(reader, accountCode, field).id
}

function requireValue(reader: Reader, dimension: DimensionKind, id: number | undefined, field: string): void {
  if (id === undefined) return
  const value = dimensionStore.find(reader, id)
  if (value === undefined || value.dimension !== dimension) refuse('accounting.dimensionUnknown', {}, field)
  if (!value.isActive) refuse('accounting.dimensionArchived', { name: value.name }, field)
}

function requireDimensions(account: StoredAccount, line: VoucherLineInput, field: string): void {
  const given: Readonly<Record<Dimension, number | undefined>> = {
    partner: line.partnerId,
    department: line.departmentId,
    project: line.projectId,
    item: line.itemId,
    person: line.personId,
  }
  for (const dimension of account.requires) {
    if (given[dimension] !== undefined) continue
    refuse(`accounting.missing.${dimension}`, { account: account.code }, `${field}.${dimension}Id`)
  }
  if (account.quantityUnit !== null && (line.quantityMicro ?? 0) === 0) {
    refuse(
      'accounting.missing.quantity',
      { account: account.code, unit: account.quantityUnit },
      `${field}.quantityMicro`,
    )
  }
}

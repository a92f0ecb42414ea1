import { refuse } from '../../../shared/errors'
import type { Tx } from '../../kernel/db'
import { requireFreeAccount } from '../../ledgers/accounting'
import { requireCategory } from './acquire-asset'
import { assetStore } from './asset-store'
import { fitsLife, type Method } from './depreciation'

interface CategoryInput {
  readonly name: string
  readonly method: Method
  readonly lifeMonths: number
  readonly residualMicro: number
  readonly expenseAccountCode?: string | undefined
}

/** What assets of one kind have in common; what stands on a card already stays as it is. */
export function saveCategory(tx: Tx, input: CategoryInput & { readonly id?: number | undefined }): { id: number } {
  const { id, name, method, lifeMonths, residualMicro, expenseAccountCode } = input
  if (!fitsLife(method, lifeMonths)) refuse('assets.wholeYears', {}, 'lifeMonths')
  const taken = assetStore.categories(tx).some((row) => row.name === name && row.id !== id)
  if (taken) refuse('assets.categoryNameTaken', { name }, 'name')
  const expenseAccountId =
    expenseAccountCode === undefined || expenseAccountCode === ''
      ? null
      : requireFreeAccount(tx, expenseAccountCode, 'expenseAccountCode')
  const row = { name, method, lifeMonths, residualMicro, expenseAccountId }
  if (id !== undefined) {
    requireCategory(tx, id)
    assetStore.updateCategory(tx, { ...row, id })
  }
  const saved = id ?? assetStore.insertCategory(tx, row)
  tx.announce({ kind: 'assets.categorySaved', id: saved })
  return { id: saved }
}

import { refuse } from '../../../../shared/errors'
import { requireItem } from '../../../foundation/items'
import { requireSupplier } from '../../../foundation/parties'
import type { Tx } from '../../../kernel/db'
import { termStore, type TermFields } from './term-store'

/** Writes a line of a supplier's price list: a new one, or one anew. */
export function saveTerm(tx: Tx, input: TermFields & { readonly id?: number | undefined }): { id: number } {
  const supplier = requireSupplier(tx, input.supplierId)
  const item = requireItem(tx, input.itemId)
  const same = termStore.same(tx, input)
  if (same !== undefined && same.id !== input.id) {
    const params = { supplier: supplier.name, item: `${item.code} ${item.name}`, date: input.validFrom }
    refuse('suppliers.termTaken', params, 'validFrom')
  }
  let { id } = input
  if (id === undefined) id = termStore.insert(tx, input)
  else if (!termStore.update(tx, id, input)) refuse('suppliers.termUnknown', {}, 'id')
  if (input.isPreferred) termStore.preferOnly(tx, input.itemId, input.supplierId)
  tx.announce({ kind: 'suppliers.termSaved', id })
  return { id }
}

export function removeTerm(tx: Tx, input: { id: number }): { done: true } {
  if (!termStore.remove(tx, input.id)) refuse('suppliers.termUnknown', {}, 'id')
  tx.announce({ kind: 'suppliers.termRemoved', id: input.id })
  return { done: true }
}

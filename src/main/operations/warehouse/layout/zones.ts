import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import { placeStore } from '../putaway/place-store'
import { requireWarehouse } from './bins'
import { layoutStore } from './layout-store'

export interface AddZone {
  readonly warehouseId: number
  readonly code: string
  readonly name: string
  readonly categories: readonly string[]
  readonly temperature: '' | 'cool' | 'chilled' | 'frozen'
}

/** A part of the house that was added later; its bins come from a table, or are moved into it. */
export function addZone(tx: Tx, input: AddZone): { id: number } {
  const { warehouseId, code, name, temperature } = input
  requireWarehouse(tx, warehouseId)
  if (layoutStore.isZoneTaken(tx, warehouseId, code)) refuse('warehouse.zoneCodeTwice', {}, 'code')
  const categories = input.categories.join('\n')
  const id = layoutStore.insertZone(tx, { warehouseId, code, name, categories })
  placeStore.saveZone(tx, { id, name, categories, temperature })
  tx.announce({ kind: 'warehouse.zoneSaved', id })
  return { id }
}

/** One that nothing was ever done in. */
export function removeZone(tx: Tx, input: { readonly zoneId: number }): { done: true } {
  if (!layoutStore.removeZone(tx, input.zoneId)) refuse('warehouse.zoneInUse', {}, 'zoneId')
  tx.announce({ kind: 'warehouse.zoneSaved', id: input.zoneId })
  return { done: true }
}

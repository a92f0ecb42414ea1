import { refuse } from '../../../shared/errors'
import { likelyWeight } from '../../../shared/values/catch-weight'
import { formatQuantity } from '../../../shared/values/format'
import type { Reader, Tx } from '../../kernel/db'
import { catchWeightStore, type CatchWeight } from './catch-weight-store'
import { askTrackingGuards } from './elsewhere'
import { requireItem } from './item'

/**
 * Goods that are counted in pieces and paid by weight. The quantity everywhere is the weight in the base unit; how many
 * pieces it is stands beside it. What is only planned is reckoned by what a piece weighs nominally.
 */
export function catchWeightOf(reader: Reader, itemId: number): CatchWeight | undefined {
  return catchWeightStore.ofItem(reader, itemId)
}

/** Refuses `items.weightUnlikely` where so many pieces can't weigh that much: a slip of the finger, or a tare left on. */
export function requireLikelyWeight(
  reader: Reader,
  terms: CatchWeight,
  goods: { readonly quantityMicro: number; readonly pieces: number },
  field: string,
): void {
  const { lowest, highest } = likelyWeight(terms, goods.pieces)
  if (goods.quantityMicro >= lowest && goods.quantityMicro <= highest) return
  const { code, name, baseUnit } = requireItem(reader, terms.itemId)
  const text = (quantityMicro: number): string => `${formatQuantity(quantityMicro, { group: false })} ${baseUnit}`
  refuse(
    'items.weightUnlikely',
    {
      item: `${code} ${name}`,
      pieces: goods.pieces,
      unit: terms.unit,
      weighed: text(goods.quantityMicro),
      lowest: text(lowest),
      highest: text(highest),
    },
    field,
  )
}

export interface SetCatchWeight {
  readonly itemId: number
  /** null: no longer, or never */
  readonly terms: Omit<CatchWeight, 'itemId'> | null
}

/** Goods that lie on shelves uncounted can't be given pieces, nor lose them: the item has to be out of stock for either. */
export function setCatchWeight(tx: Tx, { itemId, terms }: SetCatchWeight): { done: true } {
  const item = requireItem(tx, itemId)
  const text = `${item.code} ${item.name}`
  if (terms !== null && (item.kind !== 'stock' || item.serialTracked)) {
    refuse('items.catchWeightNeedsStock', { item: text }, 'itemId')
  }
  const kit = catchWeightStore.kitWith(tx, itemId)
  if (terms !== null && kit !== undefined) refuse('items.catchWeightInKit', { item: text, kit }, 'itemId')
  const before = catchWeightOf(tx, itemId)
  if ((before === undefined) !== (terms === null)) askTrackingGuards(tx, item)
  if (terms === null) catchWeightStore.remove(tx, itemId)
  else catchWeightStore.set(tx, { itemId, ...terms })
  tx.announce({ kind: 'items.itemChanged', id: itemId })
  return { done: true }
}

import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { multiplyDivide } from '../../../../shared/values/integers'
import type { Tx } from '../../../kernel/db'
import { layerStore } from './layer-store'
import { methodStore, type CostingMethod } from './method-store'

/** How an item's stock is valued from here on: while nothing is on hand it follows the rule of its category. */
export function methodFor(tx: Tx, itemId: number, isArrival: boolean): CostingMethod {
  const kept = methodStore.ofItem(tx, itemId) ?? 'average'
  if (!isArrival || (kept === 'average' && !methodStore.hasRules(tx))) return kept
  const rule = methodStore.ruleOfItem(tx, itemId) ?? 'average'
  if (rule === kept || methodStore.isOnHand(tx, itemId)) return kept
  methodStore.setItem(tx, itemId, rule)
  return rule
}

interface MethodChange {
  readonly category: string
  readonly method: CostingMethod
  readonly changedOn: BusinessDate
}

/**
 * Changes how a category is valued. No value changes: stock on hand becomes one layer per lot at its present cost, or
 * its layers are joined to one average.
 */
export function setCostingMethod(tx: Tx, { category, method, changedOn }: MethodChange): { items: number } {
  const items = methodStore.itemsOf(tx, category)
  if (items.length === 0) refuse('inventory.categoryUnknown', { category }, 'category')
  methodStore.setRule(tx, category, method)
  for (const itemId of items) {
    const kept = methodStore.ofItem(tx, itemId) ?? 'average'
    if (kept === method) continue
    closeLayers(tx, itemId, changedOn)
    methodStore.setItem(tx, itemId, method)
    if (method !== 'average') openFromStock(tx, itemId, changedOn)
  }
  tx.announce({ kind: 'inventory.costingChanged', category })
  return { items: items.length }
}

function closeLayers(tx: Tx, itemId: number, postedOn: BusinessDate): void {
  for (const { warehouseId } of methodStore.stocksOf(tx, itemId)) {
    for (const layer of layerStore.open(tx, warehouseId, itemId)) {
      layerStore.change(tx, {
        layerId: layer.id,
        postedOn,
        movementId: null,
        revaluationId: null,
        quantityMicro: 0 - layer.leftMicro,
        valueMinor: 0 - layer.leftValueMinor,
        heldMicro: layer.leftMicro,
      })
    }
  }
}

function openFromStock(tx: Tx, itemId: number, openedOn: BusinessDate): void {
  for (const { warehouseId, ownMicro, valueMinor } of methodStore.stocksOf(tx, itemId)) {
    let untilHereMicro = 0
    let placedMinor = 0
    for (const { lotId, quantityMicro } of methodStore.lotsOf(tx, warehouseId, itemId)) {
      untilHereMicro += quantityMicro
      const untilHereMinor = multiplyDivide(valueMinor, untilHereMicro, ownMicro)
      layerStore.insert(tx, {
        warehouseId,
        itemId,
        lotId,
        parentId: null,
        originKind: 'inventory.costing',
        originId: itemId,
        originLineId: null,
        openedOn,
        movementId: null,
        quantityMicro,
        valueMinor: untilHereMinor - placedMinor,
      })
      placedMinor = untilHereMinor
    }
  }
}

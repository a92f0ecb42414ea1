import { refuse } from '../../../../shared/errors'
import { unitCostMicro } from '../../../../shared/values/money'
import { currencyDecimalsOf } from '../../../foundation/company'
import { requireItem } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import { methodStore } from '../costing/method-store'
import { stockStore } from '../movements/stock-store'
import { lineageQueries, type LayerPart, type MovementFacts, type ValueStep } from './lineage-queries'

export interface CostQuestion {
  readonly movementId?: number | undefined
  readonly itemId?: number | undefined
  readonly warehouseId?: number | undefined
}

/** The steps that are shown at most; what went before is told as one. */
const SHOWN_STEPS = 200

/**
 * Why a cost is what it is. Under moving average: every step since the warehouse last held none of the item. Under
 * layers: the layers it came out of, what each was bought for and what changed its value since.
 */
export function costLineage(reader: Reader, question: CostQuestion) {
  const movement = question.movementId === undefined ? undefined : movementOf(reader, question.movementId)
  const itemId = movement?.itemId ?? question.itemId
  const warehouseId = movement?.warehouseId ?? question.warehouseId
  if (itemId === undefined || warehouseId === undefined) return refuse('inventory.costOfWhat', {})
  const { code, name, baseUnit } = requireItem(reader, itemId)
  const decimals = currencyDecimalsOf(reader)
  const now = stockStore.findStock(reader, warehouseId, itemId)
  const quantityMicro = movement?.quantityMicro ?? (now === undefined ? 0 : now.onHandMicro - now.consignedMicro)
  const valueMinor = movement?.valueMinor ?? now?.valueMinor ?? 0
  const parts =
    movement?.isIssue === 1
      ? lineageQueries.taken(reader, question.movementId ?? 0)
      : movement === undefined && methodStore.ofItem(reader, itemId) !== undefined
        ? lineageQueries.open(reader, itemId, warehouseId)
        : []
  return {
    item: { id: itemId, code, name, baseUnit },
    warehouseId,
    method: parts.length > 0 ? (methodStore.ofItem(reader, itemId) ?? 'average') : ('average' as const),
    quantityMicro,
    valueMinor,
    unitCostMicro: unitCostMicro(valueMinor, quantityMicro, decimals),
    steps: parts.length > 0 ? [] : averageSteps(lineageQueries.steps(reader, itemId, warehouseId, question.movementId)),
    layers: parts.map((part) => layerOf(reader, part, decimals, question.movementId)),
  }
}

function movementOf(reader: Reader, id: number): MovementFacts {
  return lineageQueries.movement(reader, id) ?? refuse('inventory.movementWithoutValue', {}, 'movementId')
}

function layerOf(reader: Reader, part: LayerPart, decimals: number, movementId: number | undefined) {
  const { layerId, ...rest } = part
  return {
    ...rest,
    id: layerId,
    unitCostMicro: unitCostMicro(part.valueMinor, part.quantityMicro, decimals),
    changes: lineageQueries
      .changes(reader, layerId, movementId)
      .map(({ postedOn, sourceKind, sourceId, number, valueMinor }) => ({
        postedOn,
        sourceKind,
        sourceId,
        number,
        valueMinor,
      })),
  }
}

interface RunningStep extends ValueStep {
  readonly onHandMicro: number
  readonly stockMinor: number
}

/** From the moment when none was left; steps before the last ones are joined into an opening one. */
export function averageSteps(steps: readonly ValueStep[]): RunningStep[] {
  let onHandMicro = 0
  let stockMinor = 0
  let running: RunningStep[] = []
  for (const [at, step] of steps.entries()) {
    const isLast = at === steps.length - 1
    onHandMicro += step.quantityMicro
    stockMinor += step.valueMinor
    running.push({ ...step, onHandMicro, stockMinor })
    if (onHandMicro === 0 && !isLast) running = []
  }
  return running.slice(-SHOWN_STEPS)
}

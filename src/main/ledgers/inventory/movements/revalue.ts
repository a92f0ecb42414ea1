import type { BusinessDate } from '../../../../shared/values/date'
import { multiplyDivide } from '../../../../shared/values/integers'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Source } from './post-movements'
import { stockStore } from './stock-store'

export interface PriceDifference {
  readonly postedOn: BusinessDate
  readonly source: Source
  readonly warehouseId: number
  readonly itemId: number
  /** How much was received at the price that has changed. */
  readonly receivedMicro: number
  readonly differenceMinor: number
}

/** Value left on stock that is still here goes to stock; what is gone goes to cost of sales. Both add up to the whole. */
export function spreadPriceDifference(
  tx: Tx,
  difference: PriceDifference,
): { toStockMinor: number; toCostMinor: number } {
  const { postedOn, source, warehouseId, itemId, receivedMicro, differenceMinor } = difference
  assert(receivedMicro > 0, 'a price difference needs a quantity')
  const stock = stockStore.findStock(tx, warehouseId, itemId)
  const hereMicro = Math.min(stock?.onHandMicro ?? 0, receivedMicro)
  const share = hereMicro === 0 ? 0 : multiplyDivide(differenceMinor, hereMicro, receivedMicro)
  const toStockMinor = Math.max(share, 0 - (stock?.valueMinor ?? 0))
  revalue(tx, { postedOn, source, warehouseId, itemId, valueMinor: toStockMinor })
  return { toStockMinor, toCostMinor: differenceMinor - toStockMinor }
}

export interface ReversedRevaluation {
  readonly warehouseId: number
  readonly itemId: number
  readonly originalMinor: number
  /** What it does to stock value; the rest of `-originalMinor` belongs to cost of sales by now. */
  readonly reversedMinor: number
}

/** Takes back the value a document put on stock, as far as the stock is still there to carry it. */
export function reverseRevaluations(
  tx: Tx,
  source: Source,
  { postedOn }: { postedOn: BusinessDate },
): ReversedRevaluation[] {
  return stockStore
    .revaluationsOfSource(tx, source.kind, source.id)
    .map(({ warehouseId, itemId, valueMinor: originalMinor }) => {
      const stock = stockStore.findStock(tx, warehouseId, itemId)
      const isHere = (stock?.onHandMicro ?? 0) > 0
      const reversedMinor = isHere ? Math.max(0 - originalMinor, 0 - (stock?.valueMinor ?? 0)) : 0
      revalue(tx, { postedOn, source, warehouseId, itemId, valueMinor: reversedMinor })
      return { warehouseId, itemId, originalMinor, reversedMinor }
    })
}

function revalue(
  tx: Tx,
  change: { postedOn: BusinessDate; source: Source; warehouseId: number; itemId: number; valueMinor: number },
): void {
  if (change.valueMinor === 0) return
  const { postedOn, source, warehouseId, itemId, valueMinor } = change
  stockStore.insertRevaluation(tx, {
    postedOn,
    warehouseId,
    itemId,
    valueMinor,
    sourceKind: source.kind,
    sourceId: source.id,
  })
  stockStore.changeStock(tx, { warehouseId, itemId, onHandMicro: 0, availableMicro: 0, valueMinor })
}

import { requireItem } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import { requireWarehouse } from '../layout/bins'
import { minutesOf } from '../pace-queries'
import { demandStore } from './demand-store'
import { linesOf, planWave, type WaveInput } from './plan-wave'

/** What a release would make now, without making it: the same plan, only looked at. */
export function simulateWave(reader: Reader, input: WaveInput) {
  const warehouse = requireWarehouse(reader, input.warehouseId)
  const waiting = demandStore.waiting(reader, input.warehouseId, input.orderIds)
  const plan = planWave(reader, warehouse, input, waiting)
  const walkMillimetres = plan.walks.reduce((sum, walk) => sum + walk.lengthMillimetres, 0)
  return {
    orders: new Set(plan.picks.map((pick) => pick.wish.sourceId)).size,
    lines: linesOf(plan),
    picks: plan.picks.length,
    batches: plan.walks.length,
    walkMillimetres,
    minutes: minutesOf(reader, { pick: plan.picks.length }, walkMillimetres),
    shortLines: plan.short.map(({ wish, missingMicro }) => {
      const { code, name, baseUnit } = requireItem(reader, wish.itemId)
      return { orderNumber: wish.sourceNumber, itemCode: code, itemName: name, baseUnit, missingMicro }
    }),
  }
}

import type { BusinessDate } from '../../../../shared/values/date'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { grouped } from '../../../kernel/grouped'
import { requireWarehouse } from '../layout/bins'
import { holdStore } from '../lots/hold-store'
import type { Source } from '../putaway/plan-putaway'
import type { PutawayLine } from '../putaway/propose-bins'
import { allocateLots, type Allocation, type PickableLot } from './allocate-lots'
import { demandStore } from './demand-store'
import { BinsMet, pickableLots } from './pickable-lots'
import { planWalks } from './plan-walks'
import type { PickPlan, Wish } from './plan-wave'
import { openWave } from './release-wave'
import { waveStore } from './wave-store'

export interface ArrivedGoods {
  readonly warehouseId: number
  readonly source: Source
  readonly arrivedOn: BusinessDate
  readonly lines: readonly PutawayLine[]
}

export interface CrossDocked {
  /** What no order waits for: to be put away. */
  readonly rest: readonly PutawayLine[]
  /** Picks from the dock straight to the packing place. */
  readonly picks: number
}

/**
 * Goods that just arrived go to the waiting orders that the shelves cannot serve, before anything is put away: the most
 * urgent order first, each by its own walk. Older goods on the shelf still go out first.
 */
export function crossDock(tx: Tx, actor: Actor, goods: ArrivedGoods): CrossDocked {
  const { warehouseId, arrivedOn, lines } = goods
  const warehouse = requireWarehouse(tx, warehouseId)
  if (warehouse.cross_docks === 0 || lines.length === 0) return { rest: lines, picks: 0 }
  const bins = new BinsMet(tx)
  const picks: PickPlan[] = []
  const left = new Map(lines.map((line) => [line, line.quantityMicro]))
  const itemIds = [...new Set(lines.map((line) => line.itemId))]
  for (const [itemId, wishes] of grouped(wishesFor(tx, warehouseId, itemIds), (wish) => wish.itemId)) {
    const shelves = allocateLots(wishes, pickableLots(tx, warehouseId, itemId, bins), arrivedOn)
    const unserved = shelves.short.map(({ wish, missingMicro }) => ({ ...wish, quantityMicro: missingMicro }))
    const { allocations } = allocateLots(unserved, lotsAtDock(tx, lines, itemId), arrivedOn)
    picks.push(...allocations.flatMap((part) => byLine(goods, left, part)))
  }
  if (picks.length > 0) {
    const walks = planWalks(warehouse, picks, (binId) => bins.of(binId), { picking: 'order', batchCapacity: 1 })
    openWave(tx, actor, { warehouseId, releasedOn: arrivedOn, picking: 'order' }, { picks, walks })
  }
  const rest = lines.flatMap((line) => {
    const quantityMicro = left.get(line) ?? 0
    return quantityMicro > 0 ? [{ ...line, quantityMicro }] : []
  })
  return { rest, picks: picks.length }
}

function wishesFor(reader: Reader, warehouseId: number, itemIds: readonly number[]): Wish[] {
  return demandStore
    .waitingForItems(reader, warehouseId, itemIds)
    .map((demand) => ({ ...demand, quantityMicro: demand.waitingMicro }))
}

function lotsAtDock(reader: Reader, lines: readonly PutawayLine[], itemId: number): PickableLot[] {
  const held = holdStore.heldOfItem(reader, itemId)
  return lines
    .filter((line) => line.itemId === itemId && !held.has(line.lotId))
    .map(({ lotId, fromBinId: binId, quantityMicro: freeMicro }) => ({
      binId,
      lotId,
      freeMicro,
      expiresOn: waveStore.expiryOf(reader, lotId) as BusinessDate | null,
    }))
}

/** Each pick knows the line of the document that its goods came with, should they have to be put away after all. */
function byLine(
  { source, lines }: ArrivedGoods,
  left: Map<PutawayLine, number>,
  { wish, binId, lotId, quantityMicro }: Allocation<Wish>,
): PickPlan[] {
  const picks: PickPlan[] = []
  let rest = quantityMicro
  for (const line of lines) {
    const part = Math.min(left.get(line) ?? 0, rest)
    if (part === 0 || line.itemId !== wish.itemId || line.lotId !== lotId || line.fromBinId !== binId) continue
    const { sourceLineId } = line
    const reason = { code: 'crossDock', sourceKind: source.kind, sourceId: source.id, sourceLineId } as const
    picks.push({ wish, binId, lotId, quantityMicro: part, reason })
    left.set(line, (left.get(line) ?? 0) - part)
    rest -= part
  }
  return picks
}

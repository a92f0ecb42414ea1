import { refuse } from '../../../../shared/errors'
import { addDays, type BusinessDate } from '../../../../shared/values/date'
import { requireItem } from '../../../foundation/items'
import type { Reader, Tx } from '../../../kernel/db'
import { grouped } from '../../../kernel/grouped'
import { route, type Layout, type Place } from '../../routing'
import { requireBin, requireWarehouse } from '../layout/bins'
import type { Warehouse } from '../layout/layout-store'
import { needsOf } from '../putaway/putaway-rules'
import { startPlan } from '../putaway/propose-bins'
import { putawayStore, type CandidateBin } from '../putaway/putaway-store'
import { roomMicro } from '../putaway/room-in-bin'
import { planMove } from './plan-move'
import { slottingStore, type BinStock, type WalkedPick } from './slotting-store'

/** Items and bins looked at, and moves proposed: enough for a week of work, few enough to answer soon. */
const ITEMS = 40
const TARGETS = 6
const PROPOSALS = 20
const MONTH_DAYS = 30

/** A walk as it was done: where it stopped, by whose goods. */
interface Walk {
  readonly stops: readonly { readonly itemId: number; readonly binId: number; readonly place: Place }[]
  readonly length: number
}

export interface SlottingMove {
  readonly itemId: number
  readonly fromBinId: number
  readonly toBinId: number
  readonly picks: number
  readonly quantityMicro: number
  readonly savedMillimetres: number
}

/**
 * Which goods would be better off in which empty bin: the walks of the last days are walked again (shortest way) as if
 * the goods had lain there, and what that saves is said per month. Greedy: the best move first, the next one as if the
 * first were done.
 */
export function slottingMoves(
  reader: Reader,
  warehouse: Warehouse,
  input: { readonly today: BusinessDate; readonly days: number },
): { readonly moves: SlottingMove[]; readonly walkedMillimetres: number; readonly walks: number } {
  const picks = slottingStore.picks(reader, warehouse.id, addDays(input.today, 0 - input.days))
  const layout: Layout = {
    aisles: Math.max(1, slottingStore.aisles(reader, warehouse.id)),
    aisleGap: warehouse.aisle_gap_millimetres,
    aisleLength: warehouse.aisle_length_millimetres,
  }
  const walks = walksOf(layout, picks)
  const walkedMillimetres = walks.reduce((sum, walk) => sum + walk.length, 0)
  const monthly = (millimetres: number): number => Math.round((millimetres * MONTH_DAYS) / input.days)
  const options = candidatesOf(reader, warehouse.id, picks).flatMap(({ stock, bins }) => {
    const through = [...walks.keys()].filter((at) => walks[at]!.stops.some((stop) => isOf(stop, stock)))
    return bins.map((bin) => ({ stock, bin, through, saved: Infinity }))
  })
  const savedBy = ({ stock, bin, through }: (typeof options)[number]): number =>
    through.reduce((sum, at) => sum + walks[at]!.length - movedWalk(layout, walks[at]!, stock, bin).length, 0)
  const moves: SlottingMove[] = []
  const usedBins = new Set<number>()
  const moved = new Set<BinStock>()
  for (const option of options) option.saved = savedBy(option)
  while (moves.length < PROPOSALS) {
    const open = options.filter(({ stock, bin }) => !moved.has(stock) && !usedBins.has(bin.id))
    const best = bestOf(open, savedBy)
    if (best === undefined || monthly(best.saved) <= 0) break
    const { stock, bin, saved, through } = best
    moved.add(stock)
    usedBins.add(bin.id)
    for (const at of through) walks[at] = movedWalk(layout, walks[at]!, stock, bin)
    const { itemId, binId, quantityMicro } = stock
    const savedMillimetres = monthly(saved)
    moves.push({ itemId, fromBinId: binId, toBinId: bin.id, picks: stock.picks, quantityMicro, savedMillimetres })
  }
  return { moves, walkedMillimetres: monthly(walkedMillimetres), walks: walks.length }
}

/**
 * The option that saves most now. What an option saved before other goods moved is nearly what it saves after, so only
 * those at the top are worked out again.
 */
function bestOf<Option extends { saved: number }>(
  options: readonly Option[],
  savedBy: (option: Option) => number,
): Option | undefined {
  const fresh = new Set<Option>()
  for (;;) {
    let top: Option | undefined
    for (const option of options) if (option.saved > (top?.saved ?? -Infinity)) top = option
    if (top === undefined || fresh.has(top)) return top
    top.saved = savedBy(top)
    fresh.add(top)
  }
}

function walksOf(layout: Layout, picks: readonly WalkedPick[]): Walk[] {
  return [...grouped(picks, (pick) => pick.batchId).values()].map((ofBatch) => {
    const stops = ofBatch.map(({ itemId, binId, aisle, yMillimetres }) => ({
      itemId,
      binId,
      place: placeOf(layout, aisle, yMillimetres),
    }))
    return { stops, length: walkLength(layout, stops) }
  })
}

function placeOf(layout: Layout, aisle: number, yMillimetres: number): Place {
  return { aisle: Math.max(aisle - 1, 0), y: Math.min(yMillimetres, layout.aisleLength) }
}

const walkLength = (layout: Layout, stops: Walk['stops']): number =>
  route(
    layout,
    stops.map((stop) => stop.place),
  ).length

const isOf = (stop: Walk['stops'][number], stock: BinStock): boolean =>
  stop.itemId === stock.itemId && stop.binId === stock.binId

/** The same walk, had the goods lain there. */
function movedWalk(layout: Layout, walk: Walk, stock: BinStock, bin: CandidateBin): Walk {
  const place = placeOf(layout, bin.aisle, bin.yMillimetres)
  const stops = walk.stops.map((stop) => (isOf(stop, stock) ? { ...stop, place } : stop))
  return { stops, length: walkLength(layout, stops) }
}

/** The goods that are fetched most, each with the nearest empty bins that take all of it. */
function candidatesOf(reader: Reader, warehouseId: number, picks: readonly WalkedPick[]) {
  const counts = new Map<string, number>()
  for (const { itemId, binId } of picks) {
    counts.set(`${itemId} ${binId}`, (counts.get(`${itemId} ${binId}`) ?? 0) + 1)
  }
  const busiest = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, ITEMS)
  const house = startPlan(reader, warehouseId)
  return busiest.flatMap(([key, count]) => {
    const [itemId = 0, binId = 0] = key.split(' ').map(Number)
    const stock = slottingStore.movable(reader, itemId, binId)
    if (stock === undefined) return []
    const item = requireItem(reader, itemId)
    const { levels } = needsOf(reader, house, item)
    const bins = putawayStore
      .emptyAtDistance(
        reader,
        warehouseId,
        stock.zoneId,
        { from: 0, to: Math.max(0, stock.distanceMillimetres - 1) },
        levels,
      )
      .filter((bin) => roomMicro(bin, { millilitres: 0, grams: 0 }, item) >= stock.quantityMicro)
      .slice(0, TARGETS)
    return bins.length === 0 ? [] : [{ stock: { ...stock, itemId, binId, picks: count }, bins }]
  })
}

export function listSlotting(
  reader: Reader,
  input: { readonly warehouseId: number; readonly today: BusinessDate; readonly days: number },
) {
  const warehouse = requireWarehouse(reader, input.warehouseId)
  const { moves, walkedMillimetres, walks } = slottingMoves(reader, warehouse, input)
  return {
    walkedMillimetres,
    walks,
    rows: moves.map(({ itemId, fromBinId, toBinId, ...row }) => {
      const { id, code, name, baseUnit } = requireItem(reader, itemId)
      return {
        ...row,
        item: { id, code, name, baseUnit },
        fromBin: { id: fromBinId, code: requireBin(reader, fromBinId).code },
        toBin: { id: toBinId, code: requireBin(reader, toBinId).code },
      }
    }),
  }
}

/** Tasks for approved moves, each lot of the goods in that bin; refused where the house has changed since. */
export function planSlotting(
  tx: Tx,
  input: {
    readonly warehouseId: number
    readonly moves: readonly { readonly itemId: number; readonly fromBinId: number; readonly toBinId: number }[]
  },
): { tasks: number } {
  const { warehouseId } = input
  requireWarehouse(tx, warehouseId)
  let tasks = 0
  for (const { itemId, fromBinId, toBinId } of input.moves) {
    const to = requireBin(tx, toBinId)
    const stock = slottingStore.movable(tx, itemId, fromBinId)
    if (to.warehouse_id !== warehouseId || to.fill !== 'empty' || to.blocked === 1 || stock === undefined) {
      const { code, name } = requireItem(tx, itemId)
      refuse('warehouse.slottingStale', { item: `${code} ${name}`, bin: to.code }, 'moves')
    }
    for (const { lotId, quantityMicro } of slottingStore.lotsIn(tx, itemId, fromBinId)) {
      planMove(tx, {
        warehouseId,
        itemId,
        lotId,
        quantityMicro,
        fromBinId,
        toBinId,
        status: 'available',
        reasonCode: 'slotting',
        sourceKind: 'warehouse.slotting',
        sourceId: itemId,
      })
      tasks += 1
    }
  }
  tx.announce({ kind: 'warehouse.slottingPlanned', id: warehouseId })
  return { tasks }
}

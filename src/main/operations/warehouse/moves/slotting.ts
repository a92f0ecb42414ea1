import { refuse } from '../../../../shared/errors'
import { addDays, type BusinessDate } from '../../../../shared/values/date'
import { requireItem } from '../../../foundation/items'
import type { Reader, Tx } from '../../../kernel/db'
import { grouped } from '../../../kernel/grouped'
import { route, type Layout, type Place } from '../../routing'
import { requireBin, requireWarehouse, stagingBin } from '../layout/bins'
import type { Warehouse } from '../layout/layout-store'
import { walkwaysOf } from '../layout/walkways'
import { needsOf, type House } from '../putaway/putaway-rules'
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
  /** What lies in the other bin now and comes to this one in exchange. */
  readonly swapsItemId: number | null
}

/** Goods that go to a bin, which is empty or whose own goods come back in exchange. */
interface Exchange {
  readonly stock: BinStock
  readonly bin: CandidateBin
  readonly partner: BinStock | undefined
}

/**
 * Which goods would be better off in which bin, empty or in exchange for slower goods: the walks of the last days are walked again (shortest way) as if
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
    ...walkwaysOf(warehouse),
  }
  const walks = walksOf(layout, picks)
  const walkedMillimetres = walks.reduce((sum, walk) => sum + walk.length, 0)
  const monthly = (millimetres: number): number => Math.round((millimetres * MONTH_DAYS) / input.days)
  const options = candidatesOf(reader, warehouse.id, picks).map((exchange) => {
    const { stock, partner } = exchange
    const isMet = (stop: Walk['stops'][number]): boolean =>
      isOf(stop, stock) || (partner !== undefined && isOf(stop, partner))
    return { ...exchange, through: [...walks.keys()].filter((at) => walks[at]!.stops.some(isMet)), saved: Infinity }
  })
  const savedBy = (option: (typeof options)[number]): number =>
    option.through.reduce((sum, at) => sum + walks[at]!.length - movedWalk(layout, walks[at]!, option).length, 0)
  const moves: SlottingMove[] = []
  const usedBins = new Set<number>()
  for (const option of options) option.saved = savedBy(option)
  while (moves.length < PROPOSALS) {
    const open = options.filter(({ stock, bin }) => !usedBins.has(stock.binId) && !usedBins.has(bin.id))
    const best = bestOf(open, savedBy)
    if (best === undefined || monthly(best.saved) <= 0) break
    const { stock, bin, partner, saved, through } = best
    usedBins.add(stock.binId)
    usedBins.add(bin.id)
    for (const at of through) walks[at] = movedWalk(layout, walks[at]!, best)
    const { itemId, binId, quantityMicro, picks: fetched } = stock
    moves.push({
      itemId,
      fromBinId: binId,
      toBinId: bin.id,
      picks: fetched,
      quantityMicro,
      savedMillimetres: monthly(saved),
      swapsItemId: partner?.itemId ?? null,
    })
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

/** The same walk, had the goods lain there, and those they changed places with here. */
function movedWalk(layout: Layout, walk: Walk, { stock, bin, partner }: Exchange): Walk {
  const there = placeOf(layout, bin.aisle, bin.yMillimetres)
  const here = placeOf(layout, stock.aisle, stock.yMillimetres)
  const stops = walk.stops.map((stop) => {
    if (isOf(stop, stock)) return { ...stop, place: there }
    return partner !== undefined && isOf(stop, partner) ? { ...stop, place: here } : stop
  })
  return { stops, length: walkLength(layout, stops) }
}

/** The goods that are fetched most, each with the nearest empty bins that take all of it, and nearer ones to exchange. */
function candidatesOf(reader: Reader, warehouseId: number, picks: readonly WalkedPick[]): Exchange[] {
  const counts = new Map<string, number>()
  for (const { itemId, binId } of picks) {
    counts.set(`${itemId} ${binId}`, (counts.get(`${itemId} ${binId}`) ?? 0) + 1)
  }
  const picksOf = (itemId: number, binId: number): number => counts.get(`${itemId} ${binId}`) ?? 0
  const busiest = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, ITEMS)
  const house = startPlan(reader, warehouseId)
  const stockIn = (itemId: number, binId: number): BinStock | undefined => {
    const found = slottingStore.movable(reader, itemId, binId)
    return found === undefined ? undefined : { ...found, itemId, binId, picks: picksOf(itemId, binId) }
  }
  return busiest.flatMap(([key]) => {
    const [itemId = 0, binId = 0] = key.split(' ').map(Number)
    const stock = stockIn(itemId, binId)
    if (stock === undefined) return []
    const { levels } = needsOf(reader, house, requireItem(reader, itemId))
    const nearer = { from: 0, to: Math.max(0, stock.distanceMillimetres - 1) }
    const takes = (bin: CandidateBin): boolean => fits(reader, bin, stock)
    const empty = putawayStore
      .emptyAtDistance(reader, warehouseId, stock.zoneId, nearer, levels)
      .filter(takes)
      .slice(0, TARGETS)
      .map((bin): Exchange => ({ stock, bin, partner: undefined }))
    // Only what is fetched less often gives way, and only to a bin that takes it.
    const own = slottingStore.bin(reader, stock.binId)
    const swaps = slottingStore
      .occupied(reader, { warehouseId, zoneId: stock.zoneId, ...nearer, levels })
      .filter(takes)
      .flatMap((bin): Exchange[] => {
        const partner = stockIn(bin.itemId, bin.id)
        const isWorth = partner !== undefined && partner.picks < stock.picks && own !== undefined
        return isWorth && isAllowed(reader, house, partner, own) ? [{ stock, bin, partner }] : []
      })
      .slice(0, TARGETS)
    return [...empty, ...swaps]
  })
}

/** Whether the bin, emptied, takes all of the goods. */
function fits(reader: Reader, bin: CandidateBin, stock: BinStock): boolean {
  return roomMicro(bin, { millilitres: 0, grams: 0 }, requireItem(reader, stock.itemId)) >= stock.quantityMicro
}

function isAllowed(reader: Reader, house: House, stock: BinStock, bin: CandidateBin): boolean {
  const { levels } = needsOf(reader, house, requireItem(reader, stock.itemId))
  return bin.level >= levels.from && bin.level <= levels.to && fits(reader, bin, stock)
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
    rows: moves.map(({ itemId, fromBinId, toBinId, swapsItemId, ...row }) => {
      return {
        ...row,
        item: itemOf(reader, itemId),
        swaps: swapsItemId === null ? null : itemOf(reader, swapsItemId),
        fromBin: { id: fromBinId, code: requireBin(reader, fromBinId).code },
        toBin: { id: toBinId, code: requireBin(reader, toBinId).code },
      }
    }),
  }
}

function itemOf(reader: Reader, itemId: number) {
  const { id, code, name, baseUnit } = requireItem(reader, itemId)
  return { id, code, name, baseUnit }
}

interface ApprovedMove {
  readonly itemId: number
  readonly fromBinId: number
  readonly toBinId: number
  /** What lies there comes back in exchange. */
  readonly swapsItemId?: number | undefined
}

/** Tasks for approved moves, each lot of the goods in that bin; refused where the house has changed since. */
export function planSlotting(
  tx: Tx,
  input: { readonly warehouseId: number; readonly moves: readonly ApprovedMove[] },
): { tasks: number } {
  const { warehouseId } = input
  requireWarehouse(tx, warehouseId)
  let tasks = 0
  for (const { itemId, fromBinId, toBinId, swapsItemId } of input.moves) {
    const to = requireBin(tx, toBinId)
    const isFree =
      swapsItemId === undefined ? to.fill === 'empty' : slottingStore.movable(tx, swapsItemId, toBinId) !== undefined
    const isMovable = slottingStore.movable(tx, itemId, fromBinId) !== undefined
    if (to.warehouse_id !== warehouseId || !isFree || to.blocked === 1 || !isMovable) {
      const { code, name } = requireItem(tx, itemId)
      refuse('warehouse.slottingStale', { item: `${code} ${name}`, bin: to.code }, 'moves')
    }
    const source = { warehouseId, sourceId: itemId }
    if (swapsItemId === undefined) {
      tasks += moveAll(tx, { ...source, itemId, fromBinId, toBinId })
      continue
    }
    // The slower goods step aside first, and come to where the others lay.
    const aside = stagingBin(tx, warehouseId)
    const slower = { ...source, itemId: swapsItemId, lyingIn: toBinId }
    tasks += moveAll(tx, { ...slower, fromBinId: toBinId, toBinId: aside })
    tasks += moveAll(tx, { ...source, itemId, fromBinId, toBinId, sequence: 1 })
    tasks += moveAll(tx, { ...slower, fromBinId: aside, toBinId: fromBinId, sequence: 2 })
  }
  tx.announce({ kind: 'warehouse.slottingPlanned', id: warehouseId })
  return { tasks }
}

interface LotsToMove {
  readonly warehouseId: number
  readonly itemId: number
  readonly fromBinId: number
  readonly toBinId: number
  /** The goods for which all this is done. */
  readonly sourceId: number
  readonly sequence?: number
  /** Where they lie now, when that is not yet where the move begins. */
  readonly lyingIn?: number
}

/** A task for each lot. */
function moveAll(tx: Tx, { lyingIn, ...move }: LotsToMove): number {
  const lots = slottingStore.lotsIn(tx, move.itemId, lyingIn ?? move.fromBinId)
  for (const lot of lots) {
    planMove(tx, {
      ...move,
      ...lot,
      status: 'available',
      reasonCode: 'slotting',
      sourceKind: 'warehouse.slotting',
    })
  }
  return lots.length
}

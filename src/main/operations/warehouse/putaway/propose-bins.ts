import { requireItem, type Item } from '../../../foundation/items'
import type { Reader, Tx } from '../../../kernel/db'
import { requireBin, stagingBin } from '../layout/bins'
import { layoutStore, type Zone } from '../layout/layout-store'
import { putawayStore, type CandidateBin } from './putaway-store'
import { isLimited, isNearlyFull, roomMicro } from './room-in-bin'

export interface PutawayLine {
  readonly sourceLineId: number
  readonly itemId: number
  readonly lotId: number
  readonly quantityMicro: number
  readonly fromBinId: number
}

export interface Proposal {
  readonly binId: number
  readonly quantityMicro: number
  /** Why there: `warehouse.putawayReason.<code>` in the texts. */
  readonly reasonCode: 'sameLot' | 'categoryZone' | 'emptyBin' | 'sameItem' | 'mixed' | 'overflow'
  readonly reasonParams: Readonly<Record<string, string | number>>
  readonly sequence: number
}

/** Zones in the order in which an item wants them: made for its category, made for any, the others. */
interface ZoneOrder {
  readonly own: readonly Zone[]
  readonly any: readonly Zone[]
  readonly others: readonly Zone[]
}

/** What one planning run knows of the house; zones are few and read once. */
export interface PutawayPlan {
  readonly warehouseId: number
  readonly zones: readonly Zone[]
}

export function startPlan(reader: Reader, warehouseId: number): PutawayPlan {
  return { warehouseId, zones: layoutStore.zones(reader, warehouseId) }
}

type Rule = readonly [Proposal['reasonCode'], Proposal['reasonParams'], () => readonly CandidateBin[]]

/**
 * Bins for one line, best first: beside the same lot; the nearest empty bin of the category's zone, then of a zone for
 * anything; beside the same item; mixed with others; any empty bin; at last the staging place. What fits nowhere whole
 * is split. Each proposal is written (by `take`) before the next is looked for, so planned goods count as there.
 */
export function proposeBins(tx: Tx, plan: PutawayPlan, line: PutawayLine, take: (proposal: Proposal) => void): void {
  const item = requireItem(tx, line.itemId)
  let restMicro = line.quantityMicro
  for (const [reasonCode, reasonParams, candidates] of rulesFor(tx, plan, line, item)) {
    for (const bin of inOrderOfFit(tx, candidates(), item, restMicro)) {
      const load = isLimited(bin) ? putawayStore.load(tx, bin.id) : { millilitres: 0, grams: 0 }
      const room = roomMicro(bin, load, item)
      if (room < 1) continue
      const quantityMicro = Math.min(room, restMicro)
      take({ binId: bin.id, quantityMicro, reasonCode, reasonParams, sequence: walkingOrder(bin) })
      markFill(tx, bin)
      restMicro -= quantityMicro
      if (restMicro === 0) return
    }
  }
  const staging = stagingBin(tx, plan.warehouseId)
  const reasonParams = { bin: requireBin(tx, staging).code }
  take({ binId: staging, quantityMicro: restMicro, reasonCode: 'overflow', reasonParams, sequence: 0 })
}

function rulesFor(reader: Reader, plan: PutawayPlan, line: PutawayLine, item: Item): Rule[] {
  const { warehouseId } = plan
  const { own, any, others } = zonesFor(plan.zones, item.category)
  const empty = (zone: Zone) => () => putawayStore.emptyInZone(reader, warehouseId, zone.id)
  const mixable = (zone: Zone) => () => putawayStore.mixableInZone(reader, warehouseId, zone.id)
  const inZone = (zone: Zone) => ({ zone: zone.name, category: item.category })
  return [
    ['sameLot', {}, () => putawayStore.withSameLot(reader, line.itemId, line.lotId, warehouseId)],
    ...own.map((zone): Rule => ['categoryZone', inZone(zone), empty(zone)]),
    ...any.map((zone): Rule => ['emptyBin', { zone: zone.name }, empty(zone)]),
    ['sameItem', {}, () => putawayStore.withSameItem(reader, line.itemId, warehouseId)],
    ...[...own, ...any].map((zone): Rule => ['mixed', { zone: zone.name }, mixable(zone)]),
    ...others.map((zone): Rule => ['emptyBin', { zone: zone.name }, empty(zone)]),
  ]
}

function zonesFor(zones: readonly Zone[], category: string): ZoneOrder {
  const isOwn = (zone: Zone): boolean => category !== '' && zone.categories.split('\n').includes(category)
  return {
    own: zones.filter(isOwn),
    any: zones.filter((zone) => zone.categories === ''),
    others: zones.filter((zone) => zone.categories !== '' && !isOwn(zone)),
  }
}

/** A bin that takes everything goes before one that takes a part; among equals the nearest. */
function inOrderOfFit(
  reader: Reader,
  bins: readonly CandidateBin[],
  item: Item,
  wantedMicro: number,
): readonly CandidateBin[] {
  const first = bins[0]
  if (first === undefined || !isLimited(first)) return bins
  const fitsWhole = (bin: CandidateBin): boolean =>
    roomMicro(bin, { millilitres: 0, grams: 0 }, item) >= wantedMicro &&
    roomMicro(bin, putawayStore.load(reader, bin.id), item) >= wantedMicro
  const whole = bins.find(fitsWhole)
  return whole === undefined || whole === first ? bins : [whole, ...bins.filter((bin) => bin !== whole)]
}

function markFill(tx: Tx, bin: CandidateBin): void {
  layoutStore.startUsing(tx, bin.id)
  if (isLimited(bin) && isNearlyFull(bin, putawayStore.load(tx, bin.id))) layoutStore.markFull(tx, bin.id)
}

/** Tasks are listed in the order in which the clerk passes the bins. */
function walkingOrder(bin: CandidateBin): number {
  return bin.aisle * 1_000_000 + bin.yMillimetres
}

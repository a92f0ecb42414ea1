import { requireItem, type Item } from '../../../foundation/items'
import type { Reader, Tx } from '../../../kernel/db'
import { requireBin, stagingBin } from '../layout/bins'
import { layoutStore } from '../layout/layout-store'
import { placeStore } from './place-store'
import { needsOf, overflowReason, ruleSteps, type House, type ReasonCode, type RuleStep } from './putaway-rules'
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
  readonly reasonCode: ReasonCode
  readonly reasonParams: Readonly<Record<string, string | number>>
  readonly sequence: number
}

/** What one planning run knows of the house; zones are few and read once. */
export function startPlan(reader: Reader, warehouseId: number): House {
  return {
    warehouseId,
    zones: layoutStore.zones(reader, warehouseId),
    rules: placeStore.houseRules(reader, warehouseId),
  }
}

/**
 * Bins for one line, by the rules of the house in their order, at last the staging place. What fits nowhere whole is
 * split. Each proposal is written (by `take`) before the next is looked for, so planned goods count as there.
 */
export function proposeBins(tx: Tx, house: House, line: PutawayLine, take: (proposal: Proposal) => void): void {
  const item = requireItem(tx, line.itemId)
  const needs = needsOf(tx, house, item)
  let restMicro = line.quantityMicro
  for (const step of ruleSteps(tx, house, line, item, needs)) {
    for (const bin of inOrderOfFit(tx, step, item, restMicro)) {
      const load = isLimited(bin) ? putawayStore.load(tx, bin.id) : { millilitres: 0, grams: 0 }
      const room = Math.min(roomMicro(bin, load, item), step.atMostMicro?.() ?? Infinity)
      if (room < 1) continue
      const quantityMicro = Math.min(room, restMicro)
      const { reasonCode } = step
      const reasonParams = reasonCode === step.rule ? step.reasonParams : { ...step.reasonParams, rule: step.rule }
      take({ binId: bin.id, quantityMicro, reasonCode, reasonParams, sequence: walkingOrder(bin) })
      markFill(tx, bin)
      restMicro -= quantityMicro
      if (restMicro === 0) return
    }
  }
  const staging = stagingBin(tx, house.warehouseId)
  const reasonCode = overflowReason(house, item, needs)
  take({
    binId: staging,
    quantityMicro: restMicro,
    reasonCode,
    reasonParams: { bin: requireBin(tx, staging).code, ...(reasonCode === 'overflow' ? {} : { rule: 'overflow' }) },
    sequence: 0,
  })
}

/** A bin that takes everything goes before one that takes a part; among equals the nearest. */
function inOrderOfFit(reader: Reader, step: RuleStep, item: Item, wantedMicro: number): readonly CandidateBin[] {
  const bins = step.candidates()
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

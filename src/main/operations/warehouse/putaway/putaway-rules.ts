import type { Item } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import type { Zone } from '../layout/layout-store'
import { placeStore, type HouseRules } from './place-store'
import { putawayStore, type CandidateBin, type Span } from './putaway-store'

/** The rules of a house, in the order in which they are asked unless the house says otherwise. */
export const PUTAWAY_RULES = [
  'fixedBin',
  'sameLot',
  'velocity',
  'categoryZone',
  'emptyBin',
  'sameItem',
  'mixed',
] as const
export type PutawayRule = (typeof PUTAWAY_RULES)[number]

/** Why a bin was proposed: `warehouse.putawayReason.<code>` in the texts. */
export type ReasonCode = PutawayRule | 'climate' | 'weightLow' | 'overflow' | 'noClimate' | 'noLowBin'

export interface RuleStep {
  readonly reasonCode: ReasonCode
  readonly reasonParams: Readonly<Record<string, string | number>>
  /** The rule that it follows, where the reason names something else. */
  readonly rule: PutawayRule
  /** No more than so much goes there by this rule; Infinity: as much as fits. */
  readonly atMostMicro?: () => number
  readonly candidates: () => readonly CandidateBin[]
}

/** What is asked of a house once for a whole plan. */
export interface House {
  readonly warehouseId: number
  readonly zones: readonly Zone[]
  readonly rules: HouseRules
}

/** What a line wants of its place, whatever the rule. */
export interface Needs {
  readonly temperature: string
  /** Levels on which its pieces may lie. */
  readonly levels: Span
  readonly isHeavy: boolean
}

const ANY_LEVEL: Span = { from: -1_000_000, to: 1_000_000 }
const ANYWHERE: Span = { from: 0, to: Number.MAX_SAFE_INTEGER }

export function needsOf(reader: Reader, house: House, item: Item): Needs {
  const { heavyGrams, heavyLevel } = house.rules
  const isHeavy = heavyGrams !== null && item.weightGrams >= heavyGrams
  return {
    temperature: placeStore.temperatureOf(reader, item.id),
    levels: isHeavy ? { ...ANY_LEVEL, to: heavyLevel } : ANY_LEVEL,
    isHeavy,
  }
}

/**
 * Zones in the order in which an item wants them: made for its category, made for any, the others. Goods that need a
 * climate go where it is and nowhere else; all others keep out of it, unless the zone is made for their category.
 */
function zonesFor(house: House, item: Item, needs: Needs) {
  const isOwn = ({ categories }: Zone): boolean =>
    item.category !== '' && categories.split('\n').includes(item.category)
  const fits = (zone: Zone): boolean =>
    zone.temperature === needs.temperature || (needs.temperature === '' && isOwn(zone))
  const usable = house.zones.filter(fits)
  return {
    usable,
    own: usable.filter(isOwn),
    any: usable.filter((zone) => zone.categories === ''),
    others: usable.filter((zone) => zone.categories !== '' && !isOwn(zone)),
  }
}

/** The steps by which a place for a line is looked for: each rule of the house in its order, zone by zone. */
export function ruleSteps(
  reader: Reader,
  house: House,
  line: { readonly itemId: number; readonly lotId: number },
  item: Item,
  needs: Needs,
): RuleStep[] {
  const { warehouseId } = house
  const { usable, own, any, others } = zonesFor(house, item, needs)
  const mayLieIn = new Set(usable.map((zone) => zone.id))
  const fitting = (bins: readonly CandidateBin[]): CandidateBin[] =>
    bins.filter((bin) => mayLieIn.has(bin.zoneId) && bin.level >= needs.levels.from && bin.level <= needs.levels.to)
  const empty = (rule: PutawayRule, zone: Zone): RuleStep[] => emptySteps(reader, house, item, needs, rule, zone)
  const steps: Readonly<Record<PutawayRule, () => RuleStep[]>> = {
    fixedBin: () => fixedStep(reader, warehouseId, item),
    sameLot: () => [
      {
        rule: 'sameLot',
        reasonCode: 'sameLot',
        reasonParams: {},
        candidates: () => fitting(putawayStore.withSameLot(reader, line.itemId, line.lotId, warehouseId)),
      },
    ],
    velocity: () => velocitySteps(reader, house, item, needs, [...own, ...any]),
    categoryZone: () => own.flatMap((zone) => empty('categoryZone', zone)),
    emptyBin: () => any.flatMap((zone) => empty('emptyBin', zone)),
    sameItem: () => [
      {
        rule: 'sameItem',
        reasonCode: 'sameItem',
        reasonParams: {},
        candidates: () => fitting(putawayStore.withSameItem(reader, line.itemId, warehouseId)),
      },
    ],
    mixed: () => [
      ...[...own, ...any].map((zone): RuleStep => ({
        rule: 'mixed',
        reasonCode: 'mixed',
        reasonParams: { zone: zone.name },
        candidates: () => fitting(putawayStore.mixableInZone(reader, warehouseId, zone.id)),
      })),
      // Zones made for others are the last resort of the same rule.
      ...others.flatMap((zone) => empty('emptyBin', zone)),
    ],
  }
  return house.rules.order.flatMap((rule) => steps[rule]())
}

/** The item's own bin, up to its maximum. */
function fixedStep(reader: Reader, warehouseId: number, item: Item): RuleStep[] {
  const bin = putawayStore.fixed(reader, warehouseId, item.id)
  if (bin === undefined) return []
  const atMostMicro = (): number =>
    Math.max(0, bin.maximumMicro - (putawayStore.fixed(reader, warehouseId, item.id)?.thereMicro ?? 0))
  return [{ rule: 'fixedBin', reasonCode: 'fixedBin', reasonParams: {}, atMostMicro, candidates: () => [bin] }]
}

/** Fast goods near the depot, slow ones far from it. What was never picked is not slow, only new: the next rule takes it. */
function velocitySteps(reader: Reader, house: House, item: Item, needs: Needs, zones: readonly Zone[]): RuleStep[] {
  const velocity = placeStore.classOf(reader, house.warehouseId, item.id)
  if (velocity === undefined) return []
  const { nearMillimetres, middleMillimetres } = house.rules
  const distance: Span = {
    A: { from: 0, to: nearMillimetres },
    B: { from: nearMillimetres + 1, to: middleMillimetres },
    C: { from: middleMillimetres + 1, to: ANYWHERE.to },
  }[velocity]
  return zones.map((zone) => ({
    rule: 'velocity' as const,
    reasonCode: 'velocity' as const,
    reasonParams: { class: velocity, zone: zone.name },
    candidates: () => putawayStore.emptyAtDistance(reader, house.warehouseId, zone.id, distance, needs.levels),
  }))
}

/** The nearest empty bin of a zone; light goods leave the low ones to heavy ones as long as there are others. */
function emptySteps(reader: Reader, house: House, item: Item, needs: Needs, rule: PutawayRule, zone: Zone): RuleStep[] {
  const { heavyGrams, heavyLevel } = house.rules
  const reason: Pick<RuleStep, 'reasonCode' | 'reasonParams'> = needs.isHeavy
    ? { reasonCode: 'weightLow', reasonParams: { zone: zone.name, level: heavyLevel } }
    : needs.temperature !== ''
      ? { reasonCode: 'climate', reasonParams: { zone: zone.name } }
      : { reasonCode: rule, reasonParams: { zone: zone.name, category: item.category } }
  const step = (levels: Span): RuleStep => ({
    ...reason,
    rule,
    candidates: () => putawayStore.emptyInZone(reader, house.warehouseId, zone.id, levels),
  })
  if (heavyGrams === null || needs.isHeavy) return [step(needs.levels)]
  return [step({ from: heavyLevel + 1, to: ANY_LEVEL.to }), step(ANY_LEVEL)]
}

/** Why nothing was found: what the house lacks is named. */
export function overflowReason(house: House, item: Item, needs: Needs): ReasonCode {
  if (zonesFor(house, item, needs).usable.length === 0) return 'noClimate'
  return needs.isHeavy ? 'noLowBin' : 'overflow'
}

import { refuse } from '../../../../shared/errors'
import type { Tx } from '../../../kernel/db'
import { storageBins, walkwaysOfPlan, workingPlaces, type ZonePlan } from './bin-plan'
import { layoutStore } from './layout-store'

export interface AddWarehouse {
  readonly code: string
  readonly name: string
  readonly zones: readonly (ZonePlan & { readonly name: string; readonly categories: readonly string[] })[]
  readonly aisleGapMillimetres: number
  readonly bayWidthMillimetres: number
  readonly blocks: number
  readonly crossAisleMillimetres: number
  readonly capacityMillilitres: number
  readonly capacityGrams: number
  readonly mixesItems: boolean
  /** At whose place it stands; left out: ours. */
  readonly customerId?: number
}

const MAXIMUM_BINS = 200_000

/** A warehouse with zones, aisles and bins by pattern, and one bin of each kind that work needs. */
export function addWarehouse(tx: Tx, input: AddWarehouse): { id: number; bins: number } {
  if (layoutStore.isCodeTaken(tx, input.code)) refuse('warehouse.codeTaken', { code: input.code }, 'code')
  const zoneCodes = new Set(input.zones.map((zone) => zone.code.toUpperCase()))
  if (zoneCodes.size < input.zones.length) refuse('warehouse.zoneCodeTwice', {}, 'zones')
  const storage = input.zones.reduce((sum, zone) => sum + zone.aisles * zone.baysPerAisle * zone.levels, 0)
  if (storage > MAXIMUM_BINS) refuse('warehouse.tooManyBins', { bins: storage, maximum: MAXIMUM_BINS }, 'zones')

  const bays = Math.max(...input.zones.map((zone) => zone.baysPerAisle))
  const baysPerBlock = input.blocks === 1 ? 0 : Math.ceil(bays / input.blocks)
  const spacing = {
    ...input,
    baysPerBlock,
    codePrefix: layoutStore.hasWarehouse(tx) ? `${input.code.toUpperCase()}-` : '',
  }
  const id = layoutStore.insertWarehouse(tx, {
    code: input.code,
    name: input.name,
    ...walkwaysOfPlan(bays, spacing),
    customerId: input.customerId ?? null,
  })
  let firstAisle = 1
  let bins = 0
  for (const zone of input.zones) {
    const zoneId = layoutStore.insertZone(tx, {
      warehouseId: id,
      code: zone.code,
      name: zone.name,
      categories: zone.categories.join('\n'),
    })
    const planned = storageBins(zone, firstAisle, spacing)
    if (firstAisle === 1) planned.push(...workingPlaces(spacing))
    firstAisle += zone.aisles
    for (const bin of planned) {
      const isStorage = bin.kind === 'storage'
      layoutStore.insertBin(tx, {
        ...bin,
        warehouseId: id,
        zoneId,
        distanceMillimetres: bin.xMillimetres + bin.yMillimetres,
        capacityMillilitres: isStorage ? input.capacityMillilitres : 0,
        capacityGrams: isStorage ? input.capacityGrams : 0,
        mixesItems: isStorage && !input.mixesItems ? 0 : 1,
        mixesLots: 1,
      })
    }
    bins += planned.length
  }
  tx.announce({ kind: 'warehouse.warehouseAdded', id })
  return { id, bins }
}

/** A customer's place, where goods of ours lie: one shelf, and no limits that only its owner knows. */
export function addCustomersPlace(
  tx: Tx,
  customer: { readonly id: number; readonly code: string; readonly name: string },
): number {
  const code = `C-${customer.code}`.slice(0, 40)
  return addWarehouse(tx, {
    code: layoutStore.isCodeTaken(tx, code) ? `C-${customer.id}` : code,
    name: customer.name,
    zones: [{ code: 'C', name: customer.name, categories: [], aisles: 1, baysPerAisle: 1, levels: 1 }],
    aisleGapMillimetres: 3000,
    bayWidthMillimetres: 1000,
    blocks: 1,
    crossAisleMillimetres: 0,
    capacityMillilitres: 0,
    capacityGrams: 0,
    mixesItems: true,
    customerId: customer.id,
  }).id
}

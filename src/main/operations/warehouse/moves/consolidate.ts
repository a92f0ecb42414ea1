import { requireItem } from '../../../foundation/items'
import type { Reader, Tx } from '../../../kernel/db'
import { grouped } from '../../../kernel/grouped'
import { requireWarehouse } from '../layout/bins'
import { putawayStore } from '../putaway/putaway-store'
import { roomMicro } from '../putaway/room-in-bin'
import { BinsMet } from '../waves/pickable-lots'
import { planMove } from './plan-move'
import { scattered, type Scattered } from './scattered-queries'

export interface Consolidation {
  readonly itemId: number
  readonly lotId: number
  readonly fromBinId: number
  readonly toBinId: number
  readonly quantityMicro: number
}

/** Small remains that fit whole into a fuller bin of the same goods: each frees a bin. A bin gives or takes, not both. */
export function consolidations(reader: Reader, warehouseId: number): Consolidation[] {
  const bins = new BinsMet(reader)
  const found: Consolidation[] = []
  for (const [, places] of grouped(scattered(reader, warehouseId), placeKey)) {
    const item = requireItem(reader, places[0]!.itemId)
    const gives = new Set<number>()
    const taken = new Map<number, number>()
    for (const small of places) {
      // Only a bin that is empty afterwards is worth the walk.
      if (small.rowsThere !== 1 || taken.has(small.binId)) continue
      const into = places.toReversed().find((other) => {
        if (other.binId === small.binId || gives.has(other.binId) || other.quantityMicro < small.quantityMicro)
          return false
        const bin = bins.of(other.binId)
        const limits = { capacityMillilitres: bin.capacity_millilitres, capacityGrams: bin.capacity_grams }
        const room = roomMicro(limits, putawayStore.load(reader, bin.id), item) - (taken.get(bin.id) ?? 0)
        return room >= small.quantityMicro
      })
      if (into === undefined) continue
      gives.add(small.binId)
      taken.set(into.binId, (taken.get(into.binId) ?? 0) + small.quantityMicro)
      const { itemId, lotId, quantityMicro } = small
      found.push({ itemId, lotId, quantityMicro, fromBinId: small.binId, toBinId: into.binId })
    }
  }
  return found
}

const placeKey = (row: Scattered): string => `${row.itemId} ${row.lotId}`

export function listConsolidations(reader: Reader, input: { readonly warehouseId: number }) {
  requireWarehouse(reader, input.warehouseId)
  const bins = new BinsMet(reader)
  const rows = consolidations(reader, input.warehouseId).map((row) => {
    const { id, code, name, baseUnit } = requireItem(reader, row.itemId)
    return {
      item: { id, code, name, baseUnit },
      lotId: row.lotId,
      fromBin: { id: row.fromBinId, code: bins.of(row.fromBinId).code },
      toBin: { id: row.toBinId, code: bins.of(row.toBinId).code },
      quantityMicro: row.quantityMicro,
    }
  })
  return { rows }
}

/** Tasks for those proposals that still hold and whose bins are named. */
export function planConsolidation(
  tx: Tx,
  input: { readonly warehouseId: number; readonly fromBinIds: readonly number[] },
): { tasks: number } {
  const { warehouseId, fromBinIds } = input
  requireWarehouse(tx, warehouseId)
  const wanted = new Set(fromBinIds)
  const moves = consolidations(tx, warehouseId).filter((row) => wanted.has(row.fromBinId))
  for (const move of moves) {
    planMove(tx, {
      ...move,
      warehouseId,
      status: 'available',
      reasonCode: 'consolidate',
      sourceKind: 'warehouse.consolidation',
      sourceId: move.fromBinId,
    })
  }
  tx.announce({ kind: 'warehouse.consolidationPlanned', id: warehouseId })
  return { tasks: moves.length }
}

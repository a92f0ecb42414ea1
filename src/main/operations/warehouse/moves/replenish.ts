import type { Reader, Tx } from '../../../kernel/db'
import { requireItem } from '../../../foundation/items'
import { requireWarehouse } from '../layout/bins'
import { putawayStore } from '../putaway/putaway-store'
import { roomMicro } from '../putaway/room-in-bin'
import { BinsMet, pickableLots } from '../waves/pickable-lots'
import { moveStore } from './move-store'
import { pickFaces, type FaceRow } from './pick-face-queries'
import { planMove } from './plan-move'

export interface Replenishment {
  readonly itemId: number
  readonly binId: number
  readonly reason: 'minimum' | 'demand'
  readonly minimumMicro: number
  readonly maximumMicro: number
  readonly freeMicro: number
  readonly comingMicro: number
  readonly demandMicro: number
  /** Where it is taken from, first expired first. */
  readonly sources: readonly { readonly binId: number; readonly lotId: number; readonly quantityMicro: number }[]
  /** What the reserve does not have. */
  readonly missingMicro: number
}

/** Why a face is filled up, or undefined where it holds enough. Below its minimum first; else for what orders want. */
export function reasonToFill(face: {
  readonly minimumMicro: number
  readonly freeMicro: number
  readonly comingMicro: number
  readonly demandMicro: number
}): 'minimum' | 'demand' | undefined {
  const soon = face.freeMicro + face.comingMicro
  if (soon < face.minimumMicro) return 'minimum'
  return soon < face.demandMicro ? 'demand' : undefined
}

/** Pick faces that are to be filled up to their maximum, as far as the bin and the reserve allow. */
export function replenishments(
  reader: Reader,
  input: { readonly warehouseId: number; readonly orderIds: readonly number[] },
): Replenishment[] {
  const { warehouseId, orderIds } = input
  const bins = new BinsMet(reader)
  const found: Replenishment[] = []
  for (const face of pickFaces(reader, warehouseId, orderIds)) {
    const reason = reasonToFill(face)
    if (reason === undefined) continue
    const bin = bins.of(face.binId)
    const limits = { capacityMillilitres: bin.capacity_millilitres, capacityGrams: bin.capacity_grams }
    const room = roomMicro(limits, putawayStore.load(reader, bin.id), requireItem(reader, face.itemId))
    const wantedMicro = Math.min(face.maximumMicro - face.freeMicro - face.comingMicro, room)
    if (wantedMicro <= 0) continue
    const { sources, missingMicro } = takeFromReserve(reader, warehouseId, face, wantedMicro, bins)
    if (sources.length > 0) found.push({ ...face, reason, sources, missingMicro })
  }
  return found
}

function takeFromReserve(reader: Reader, warehouseId: number, face: FaceRow, wantedMicro: number, bins: BinsMet) {
  const leaving = moveStore.leaving(reader, warehouseId, face.itemId)
  const sources: Replenishment['sources'][number][] = []
  let missingMicro = wantedMicro
  for (const { binId, lotId, freeMicro } of pickableLots(reader, warehouseId, face.itemId, bins)) {
    if (missingMicro === 0) break
    // Another pick face keeps what it has.
    if (bins.of(binId).kind === 'pick-face') continue
    const quantityMicro = Math.min(missingMicro, freeMicro - (leaving.get(`${binId} ${lotId}`) ?? 0))
    if (quantityMicro <= 0) continue
    sources.push({ binId, lotId, quantityMicro })
    missingMicro -= quantityMicro
  }
  return { sources, missingMicro }
}

export function listReplenishments(
  reader: Reader,
  input: { readonly warehouseId: number; readonly orderIds: readonly number[] },
) {
  requireWarehouse(reader, input.warehouseId)
  const bins = new BinsMet(reader)
  const rows = replenishments(reader, input).map(({ itemId, binId, sources, ...row }) => {
    const { id, code, name, baseUnit } = requireItem(reader, itemId)
    return {
      ...row,
      item: { id, code, name, baseUnit },
      bin: { id: binId, code: bins.of(binId).code },
      quantityMicro: sources.reduce((sum, source) => sum + source.quantityMicro, 0),
      sources: sources.map((source) => ({
        bin: { id: source.binId, code: bins.of(source.binId).code },
        quantityMicro: source.quantityMicro,
      })),
    }
  })
  return { rows }
}

/** A task for each bin that something is taken from. */
export function planReplenishment(
  tx: Tx,
  input: { readonly warehouseId: number; readonly orderIds: readonly number[]; readonly itemIds: readonly number[] },
): { tasks: number } {
  requireWarehouse(tx, input.warehouseId)
  let tasks = 0
  for (const row of replenishments(tx, input)) {
    if (input.itemIds.length > 0 && !input.itemIds.includes(row.itemId)) continue
    for (const { binId, lotId, quantityMicro } of row.sources) {
      planMove(tx, {
        warehouseId: input.warehouseId,
        itemId: row.itemId,
        lotId,
        quantityMicro,
        fromBinId: binId,
        toBinId: row.binId,
        status: 'available',
        reasonCode: row.reason === 'minimum' ? 'replenish' : 'replenishDemand',
        sourceKind: 'warehouse.pickFace',
        sourceId: row.itemId,
      })
      tasks += 1
    }
  }
  tx.announce({ kind: 'warehouse.replenishmentPlanned', id: input.warehouseId })
  return { tasks }
}

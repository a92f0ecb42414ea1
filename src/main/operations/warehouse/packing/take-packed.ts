import { refuse } from '../../../../shared/errors'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import { allocate, deallocate } from '../../../ledgers/inventory'
import { requireNotHeld } from '../lots/hold-lot'
import { demandStore } from '../waves/demand-store'
import { waveStore } from '../waves/wave-store'
import { grouped } from '../../../kernel/grouped'
import { cartonStore } from './carton-store'
import { packingStore, type PickedPart } from './packing-store'

export interface PackedLine {
  readonly sourceLineId: number
  readonly itemId: number
  readonly lotId: number
  readonly binId: number
  readonly quantityMicro: number
}

interface Source {
  readonly kind: string
  readonly id: number
}

/** Everything packed and not shipped: it is shipped now. Whoever calls posts the issue in the same transaction. */
export function takePacked(tx: Tx, source: Source): PackedLine[] {
  const open = cartonStore.ofSource(tx, source.kind, source.id).find((carton) => carton.state === 'open')
  if (open !== undefined) refuse('warehouse.cartonOpen', { carton: open.code }, 'orderId')
  const lines: PackedLine[] = []
  const shippedOfDemand = new Map<number, number>()
  for (const part of packingStore.partsOfSource(tx, source.kind, source.id)) {
    const quantityMicro = part.packedMicro - part.shippedMicro
    if (quantityMicro === 0) continue
    const { itemId, lotId, binId, sourceLineId } = part
    requireNotHeld(tx, lotId, 'orderId')
    deallocate(tx, { itemId, binId, lotId, status: 'available', quantityMicro })
    packingStore.addShipped(tx, part, quantityMicro)
    shippedOfDemand.set(part.demandId, (shippedOfDemand.get(part.demandId) ?? 0) + quantityMicro)
    lines.push({ sourceLineId, itemId, lotId, binId, quantityMicro })
  }
  for (const [demandId, quantity] of shippedOfDemand) demandStore.addShipped(tx, demandId, quantity)
  if (lines.length > 0) {
    waveStore.closeShipped(tx, source.kind, source.id)
    cartonStore.markShipped(tx, source.kind, source.id)
  }
  return lines
}

/** A shipment is reversed and its goods stand at the packing place again, packed: they are promised to the order anew. */
export function putBackShipped(tx: Tx, source: Source, lines: readonly PackedLine[]): void {
  const parts = packingStore.partsOfSource(tx, source.kind, source.id)
  const isPartOf = (line: PackedLine) => (part: PickedPart) =>
    part.sourceLineId === line.sourceLineId && part.binId === line.binId && part.lotId === line.lotId
  for (const line of lines) {
    const part = parts.find(isPartOf(line))
    assert(part !== undefined && part.shippedMicro >= line.quantityMicro, 'what comes back was shipped from there')
    packingStore.addShipped(tx, part, 0 - line.quantityMicro)
    demandStore.addShipped(tx, part.demandId, 0 - line.quantityMicro)
    const { itemId, lotId, binId, quantityMicro } = line
    allocate(tx, { itemId, binId, lotId, status: 'available', quantityMicro })
  }
  waveStore.reopenShipped(tx, source.kind, source.id)
  bringCartonsBack(tx, source, lines)
}

/** The cartons of that shipment: the last whose contents are all among what comes back. */
function bringCartonsBack(tx: Tx, source: Source, lines: readonly PackedLine[]): void {
  const back = new Map<string, number>()
  for (const { itemId, lotId, quantityMicro } of lines) {
    const key = `${itemId} ${lotId}`
    back.set(key, (back.get(key) ?? 0) + quantityMicro)
  }
  const gone = cartonStore.ofSource(tx, source.kind, source.id).filter((carton) => carton.state === 'shipped')
  const rounds = grouped(gone, (carton) => carton.shipped_round ?? 0)
  for (const [round, cartons] of [...rounds].toSorted(([a], [b]) => b - a)) {
    const held = new Map<string, number>()
    for (const { itemId, lotId, quantityMicro } of cartons.flatMap((carton) => cartonStore.linesOf(tx, carton.id))) {
      const key = `${itemId} ${lotId}`
      held.set(key, (held.get(key) ?? 0) + quantityMicro)
    }
    if (![...held].every(([key, quantity]) => quantity <= (back.get(key) ?? 0))) continue
    cartonStore.markBack(tx, source.kind, source.id, round)
    return
  }
}

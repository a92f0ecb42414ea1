import { refuse } from '../../../../shared/errors'
import { localDate } from '../../../../shared/values/date'
import { assert } from '../../../kernel/assert'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { allocate, deallocate, postMovements } from '../../../ledgers/inventory'
import { requireBinByScan } from '../layout/bins'
import { scanStore } from '../scans/scan-store'
import { cartonStore } from './carton-store'
import { requireCartonByScan } from './cartons'
import { packingStore } from './packing-store'

/** A shut carton is brought to a lane: its goods lie there now, still promised to the order. */
export function stageCarton(tx: Tx, actor: Actor, input: { cartonScan: string; laneScan: string }) {
  const carton = requireCartonByScan(tx, input.cartonScan)
  if (carton.state === 'open') refuse('warehouse.cartonOpen', { carton: carton.code }, 'cartonScan')
  if (carton.state === 'shipped') refuse('warehouse.cartonGone', { carton: carton.code }, 'cartonScan')
  const lane = requireBinByScan(tx, input.laneScan)
  if (lane.kind !== 'staging') refuse('warehouse.notALane', { bin: lane.code }, 'laneScan')
  if (lane.warehouse_id !== carton.warehouse_id) refuse('warehouse.binOfOtherWarehouse', { bin: lane.code }, 'laneScan')
  if (lane.blocked === 1) refuse('warehouse.binBlocked', { bin: lane.code }, 'laneScan')
  if (carton.lane_bin_id === lane.id) refuse('warehouse.sameBin', { bin: lane.code }, 'laneScan')
  const scanId = scanStore.record(tx, actor, {
    step: 'stage',
    subjectKind: 'carton',
    subjectId: carton.id,
    scanned: lane.code,
    quantityMicro: 0,
  })
  for (const line of cartonStore.linesOf(tx, carton.id)) {
    moveLine(tx, { ...line, warehouseId: carton.warehouse_id, toBinId: lane.id, scanId })
  }
  cartonStore.setLane(tx, carton.id, lane.id)
  tx.announce({ kind: 'warehouse.cartonStaged', id: carton.id })
  return { orderId: carton.source_id, number: carton.number }
}

interface Staged {
  readonly demandId: number
  readonly itemId: number
  readonly lotId: number
  readonly quantityMicro: number
  readonly warehouseId: number
  readonly toBinId: number
  readonly scanId: number
}

/** From wherever it stands packed; a line may have been picked to several places. */
function moveLine(tx: Tx, line: Staged): void {
  const { demandId, itemId, lotId, warehouseId, toBinId } = line
  const status = 'available'
  let rest = line.quantityMicro
  for (const part of packingStore.partsOfDemand(tx, demandId)) {
    if (part.lotId !== lotId || part.binId === toBinId) continue
    const quantityMicro = Math.min(part.packedMicro - part.shippedMicro, rest)
    if (quantityMicro === 0) continue
    deallocate(tx, { itemId, binId: part.binId, lotId, status, quantityMicro })
    postMovements(tx, { postedOn: localDate(tx.now), source: { kind: 'warehouse.stage', id: line.scanId } }, [
      {
        warehouseId,
        itemId,
        lotId,
        from: { binId: part.binId, status },
        to: { binId: toBinId, status },
        quantityMicro,
      },
    ])
    allocate(tx, { itemId, binId: toBinId, lotId, status, quantityMicro })
    packingStore.movePacked(tx, part, toBinId, quantityMicro)
    rest -= quantityMicro
  }
  assert(rest === 0, 'what is in a carton is packed')
}

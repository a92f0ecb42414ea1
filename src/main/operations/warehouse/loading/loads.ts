import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { grouped } from '../../../kernel/grouped'
import { requireWarehouse } from '../layout/bins'
import { requireCartonByScan } from '../packing/cartons'
import { addresseeOf } from '../packing/packing-queries'
import { scanStore } from '../scans/scan-store'
import { loadStore } from './load-store'

export interface PlanLoad {
  readonly warehouseId: number
  readonly carrier: string
  readonly plannedOn: BusinessDate
  /** First stop first. */
  readonly orderIds: readonly number[]
}

/** Orders on one vehicle, by the stops of its tour. */
export function planLoad(tx: Tx, actor: Actor, input: PlanLoad): { id: number } {
  const { warehouseId, carrier, plannedOn } = requireHouse(tx, input)
  const id = loadStore.insert(tx, { warehouseId, carrier, plannedOn, by: actor.userId })
  for (const [at, orderId] of [...new Set(input.orderIds)].entries()) {
    const { orderNumber } = addresseeOf(tx, orderId)
    if (loadStore.openLoadOf(tx, orderId) !== undefined) {
      refuse('warehouse.orderOnLoad', { order: orderNumber }, 'orderIds')
    }
    loadStore.insertStop(tx, { loadId: id, sequence: at + 1, orderId })
  }
  tx.announce({ kind: 'warehouse.loadPlanned', id })
  return { id }
}

function requireHouse(tx: Tx, input: PlanLoad): PlanLoad {
  requireWarehouse(tx, input.warehouseId)
  return input
}

function requireOpenLoad(reader: Reader, id: number) {
  const load = loadStore.byId(reader, id) ?? refuse('warehouse.loadUnknown', {}, 'loadId')
  return load.state === 'open' ? load : refuse('warehouse.loadClosed', {}, 'loadId')
}

/** Given up; what stood on the vehicle stands in its lane again. */
export function cancelLoad(tx: Tx, input: { loadId: number }): { done: true } {
  const load = requireOpenLoad(tx, input.loadId)
  loadStore.unloadAll(tx, load.id)
  loadStore.setState(tx, load.id, 'cancelled')
  tx.announce({ kind: 'warehouse.loadCancelled', id: load.id })
  return { done: true }
}

/**
 * A carton goes onto the vehicle: of the last stop first, so that the first stop's stand at the door. Refuses one of
 * another stop and says which are next.
 */
export function loadScan(tx: Tx, actor: Actor, input: { loadId: number; cartonScan: string }) {
  const load = requireOpenLoad(tx, input.loadId)
  const carton = requireCartonByScan(tx, input.cartonScan)
  const all = loadStore.cartons(tx, load.id)
  const here = all.find((row) => row.cartonId === carton.id)
  if (here === undefined) refuse('warehouse.cartonNotOnTour', { carton: carton.code }, 'cartonScan')
  if (here.loadedOn !== null) refuse('warehouse.cartonLoaded', { carton: carton.code }, 'cartonScan')
  if (carton.state !== 'closed') refuse('warehouse.cartonOpen', { carton: carton.code }, 'cartonScan')
  const waiting = all.filter((row) => row.loadedOn === null && row.cartonId !== null)
  const next = waiting[0]?.sequence ?? here.sequence
  if (here.sequence < next) {
    const expected = waiting.filter((row) => row.sequence === next).map((row) => row.code ?? '')
    refuse(
      'warehouse.notYetLoaded',
      { carton: carton.code, stop: here.sequence, next, expected: expected.slice(0, 3).join(', ') },
      'cartonScan',
    )
  }
  loadStore.load(tx, carton.id, load.id, actor.userId)
  const left = waiting.length - 1
  if (left === 0 && all.every((row) => row.cartonId !== null)) loadStore.setState(tx, load.id, 'loaded')
  const scanId = scanStore.record(tx, actor, {
    step: 'load',
    subjectKind: 'carton',
    subjectId: carton.id,
    scanned: carton.code,
    quantityMicro: 0,
  })
  tx.announce({ kind: 'warehouse.cartonLoaded', id: load.id })
  return { cartonId: carton.id, orderNumber: addresseeOf(tx, carton.source_id).orderNumber, left, scanId }
}

export function listLoads(reader: Reader, input: { warehouseId: number }) {
  return { rows: loadStore.list(reader, input.warehouseId) }
}

/** The tour from its last stop, as it is loaded. */
export function getLoad(reader: Reader, input: { loadId: number }) {
  const load = loadStore.byId(reader, input.loadId) ?? refuse('warehouse.loadUnknown', {}, 'loadId')
  const stops = [...grouped(loadStore.cartons(reader, load.id), (row) => row.sequence)].map(([sequence, rows]) => {
    const orderId = rows[0]?.orderId ?? 0
    const { orderNumber, ...customer } = addresseeOf(reader, orderId)
    return {
      sequence,
      orderId,
      orderNumber,
      customer,
      cartons: rows.flatMap(({ cartonId, number, code, laneBinId, laneCode, loadedOn }) =>
        cartonId === null || number === null || code === null
          ? []
          : [
              {
                id: cartonId,
                number,
                code,
                lane: laneBinId === null || laneCode === null ? null : { id: laneBinId, code: laneCode },
                loaded: loadedOn === load.id,
              },
            ],
      ),
    }
  })
  return { id: load.id, carrier: load.carrier, state: load.state, stops }
}

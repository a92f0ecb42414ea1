import { refuse } from '../../../../shared/errors'
import { MICRO } from '../../../../shared/values/integers'
import { interpretScan } from '../../../foundation/items'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { quantityText } from '../quantity-text'
import { scanStore } from '../scans/scan-store'
import { waveStore } from '../waves/wave-store'
import { scannedText } from './confirm-pick'

interface Sorting {
  readonly taskId: number
  readonly slot: number
  readonly orderNumber: string
  readonly itemId: number
  readonly lotCode: string | null
  readonly openMicro: number
}

/** Picked goods that do not lie in a slot of the wall yet. A tote of a cart is its order's already. */
const TO_SORT = `
  SELECT t.id AS taskId, t.slot, d.source_number AS orderNumber, t.item_id AS itemId, l.code AS lotCode,
    t.done_micro - t.sorted_micro AS openMicro
  FROM warehouse_task t
  JOIN warehouse_demand d ON d.id = t.demand_id
  LEFT JOIN v_inventory_lot l ON l.id = t.lot_id
  WHERE t.batch_id = ? AND t.done_micro > t.sorted_micro ORDER BY t.slot, t.id`
const SORT = 'UPDATE warehouse_task SET sorted_micro = sorted_micro + ?2 WHERE id = ?1'

const LIST = `
  SELECT b.id AS batchId, b.number, count(DISTINCT t.slot) AS orders, sum(t.done_micro) AS pickedMicro,
    sum(t.sorted_micro) AS sortedMicro
  FROM warehouse_wave w
  JOIN warehouse_batch b ON b.wave_id = w.id
  JOIN warehouse_task t ON t.batch_id = b.id
  JOIN warehouse_demand d ON d.id = t.demand_id
  WHERE w.warehouse_id = ? AND w.state <> 'closed' AND w.picking = 'batch' AND b.state = 'picked'
  GROUP BY b.id
  HAVING count(DISTINCT t.slot) > 1 AND sum(t.done_micro) > sum(t.sorted_micro)
    AND max(d.packed_micro < d.picked_micro) = 1
  ORDER BY b.id`

export function listToSort(reader: Reader, input: { warehouseId: number }) {
  return {
    rows: reader.all<{ batchId: number; number: string; orders: number; pickedMicro: number; sortedMicro: number }>(
      LIST,
      [input.warehouseId],
    ),
  }
}

export interface SortScan {
  readonly batchId: number
  readonly itemScan: string
  readonly quantityMicro?: number | undefined
}

/** A piece (or a scanned pack) at the wall: the first slot that still wants it. A larger quantity never crosses slots. */
export function sortScan(tx: Tx, actor: Actor, input: SortScan) {
  const batch = waveStore.batchById(tx, input.batchId) ?? refuse('warehouse.batchUnknown', {}, 'batchId')
  const open = tx.all<Sorting>(TO_SORT, [batch.id])
  const reading = interpretScan(tx, input.itemScan)
  const first = open.find(
    ({ itemId, lotCode }) =>
      itemId === reading.itemId && (reading.lot === null || lotCode === null || lotCode === reading.lot),
  )
  if (first === undefined) {
    const scanned = scannedText(tx, reading.itemId, input.itemScan)
    return refuse('warehouse.nothingToSort', { scanned, batch: batch.number }, 'itemScan')
  }
  const wanted = input.quantityMicro ?? reading.quantityMicro ?? reading.packQuantityMicro ?? MICRO
  const quantityMicro = Math.min(wanted, first.openMicro)
  if (input.quantityMicro !== undefined && input.quantityMicro > first.openMicro) {
    const params = { wanted: quantityText(wanted), open: quantityText(first.openMicro), slot: first.slot }
    refuse('warehouse.sortedTooMany', params, 'quantityMicro')
  }
  tx.run(SORT, [first.taskId, quantityMicro])
  const scanId = scanStore.record(tx, actor, {
    step: 'sort',
    subjectKind: 'task',
    subjectId: first.taskId,
    scanned: input.itemScan,
    quantityMicro,
  })
  tx.announce({ kind: 'warehouse.sorted', id: batch.id })
  const left = (rows: readonly Sorting[]): number => rows.reduce((sum, row) => sum + row.openMicro, 0) - quantityMicro
  return {
    slot: first.slot,
    orderNumber: first.orderNumber,
    quantityMicro,
    leftMicro: left(open),
    isOrderSorted: left(open.filter((row) => row.slot === first.slot)) === 0,
    scanId,
  }
}

/** Out of its slot again. False where that much does not lie there. */
const UNSORT = 'UPDATE warehouse_task SET sorted_micro = sorted_micro - ?2 WHERE id = ?1 AND sorted_micro >= ?2'

export function unsort(tx: Tx, taskId: number, quantityMicro: number): boolean {
  return tx.run(UNSORT, [taskId, quantityMicro]).changes === 1
}

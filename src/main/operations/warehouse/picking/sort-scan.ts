import { refuse } from '../../../../shared/errors'
import { MICRO } from '../../../../shared/values/integers'
import { interpretScan } from '../../../foundation/items'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { quantityText } from '../quantity-text'
import { scanStore } from '../scans/scan-store'
import { waveStore } from '../waves/wave-store'
import { scannedText } from './confirm-pick'
import { sortStore, type Sorting } from './sort-store'

export const listToSort = (reader: Reader, input: { warehouseId: number }) => ({
  rows: sortStore.batches(reader, input.warehouseId),
})

export interface SortScan {
  readonly batchId: number
  readonly itemScan: string
  readonly quantityMicro?: number | undefined
}

/** A piece (or a scanned pack) at the wall: the first slot that still wants it. A larger quantity never crosses slots. */
export function sortScan(tx: Tx, actor: Actor, input: SortScan) {
  const batch = waveStore.batchById(tx, input.batchId) ?? refuse('warehouse.batchUnknown', {}, 'batchId')
  const open = sortStore.open(tx, batch.id)
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
  sortStore.sort(tx, first.taskId, quantityMicro)
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

import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import { requireItem } from '../../../foundation/items'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { packingList } from '../packing/packing-queries'
import { packScan } from '../packing/pack-scan'
import { releaseWave } from '../waves/release-wave'
import { confirmPick } from './confirm-pick'
import { takeBatch } from './take-batch'

interface HandOver {
  readonly warehouseId: number
  readonly orderId: number
  readonly on: BusinessDate
  /** The pieces that the customer holds, of items kept by serial. */
  readonly serials?: readonly { readonly itemId: number; readonly serial: string }[]
}

/**
 * Goods over the counter: released, picked and packed in one go, because the customer holds them already. They come out
 * of the bins and lots from which they would have been picked.
 */
export function handOver(tx: Tx, actor: Actor, { warehouseId, orderId, on, serials = [] }: HandOver): void {
  const wave = releaseWave(tx, actor, {
    warehouseId,
    orderIds: [orderId],
    releasedOn: on,
    picking: 'batch',
    allocation: 'fefo',
    batchCapacity: 500,
  })
  if (wave.shortLines > 0) refuse('warehouse.notOnTheShelf', {}, 'lines')
  const toPick = [...serials]
  const serialOf = (itemId: number): { serial?: string } => {
    const at = toPick.findIndex((piece) => piece.itemId === itemId)
    const [piece] = at < 0 ? [] : toPick.splice(at, 1)
    return piece === undefined ? {} : { serial: piece.serial }
  }
  for (const batch of wave.batches) {
    for (const task of takeBatch(tx, actor, { batchId: batch.id }).tasks) {
      if (task.state !== 'open') continue
      const { id: taskId, fromBin, item } = task
      confirmPick(tx, actor, { taskId, binScan: fromBin.code, itemScan: item.code, ...serialOf(item.id) })
    }
  }
  for (const { itemId, serial } of serials) {
    packScan(tx, actor, { orderId, itemScan: requireItem(tx, itemId).code, serial })
  }
  for (const row of packingList(tx, { orderId }).rows) {
    const quantityMicro = row.pickedMicro - row.packedMicro
    if (quantityMicro > 0) packScan(tx, actor, { orderId, itemScan: row.item.code, quantityMicro })
  }
}

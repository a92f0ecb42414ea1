import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
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
}

/**
 * Goods over the counter: released, picked and packed in one go, because the customer holds them already. They come out
 * of the bins and lots from which they would have been picked.
 */
export function handOver(tx: Tx, actor: Actor, { warehouseId, orderId, on }: HandOver): void {
  const wave = releaseWave(tx, actor, {
    warehouseId,
    orderIds: [orderId],
    releasedOn: on,
    picking: 'batch',
    allocation: 'fefo',
    batchCapacity: 500,
  })
  if (wave.shortLines > 0) refuse('warehouse.notOnTheShelf', {}, 'lines')
  for (const batch of wave.batches) {
    for (const task of takeBatch(tx, actor, { batchId: batch.id }).tasks) {
      if (task.state !== 'open') continue
      confirmPick(tx, actor, { taskId: task.id, binScan: task.fromBin.code, itemScan: task.item.code })
    }
  }
  for (const row of packingList(tx, { orderId }).rows) {
    const quantityMicro = row.pickedMicro - row.packedMicro
    if (quantityMicro > 0) packScan(tx, actor, { orderId, itemScan: row.item.code, quantityMicro })
  }
}

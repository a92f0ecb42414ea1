import type { Tx } from '../../../kernel/db'
import { supplyFromStock } from '../../sales'
import { directStore } from './direct-store'

/** What a supplier does not send after all waits for stock again. */
export function releaseDirect(tx: Tx, orderId: number): void {
  const salesOrderId = directStore.salesOrderOf(tx, orderId)
  if (salesOrderId === null) return
  const open = directStore.lines(tx, orderId).filter(({ openMicro }) => openMicro > 0)
  supplyFromStock(
    tx,
    salesOrderId,
    open.map(({ salesLineId, openMicro }) => ({ orderLineId: salesLineId, quantityMicro: openMicro })),
  )
}

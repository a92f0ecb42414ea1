import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { receiptStore } from '../receipts/receipt-store'
import { planReturn } from './plan-return'

/** Goods that were rejected when they were looked at go back to whom they came from; answers the number of the return. */
export function sendBackRejected(
  tx: Tx,
  actor: Actor,
  goods: { sourceLineId: number; quantityMicro: number; on: BusinessDate; reason: string },
): string {
  const line = receiptStore.invoiceable(tx, goods.sourceLineId) ?? refuse('purchasing.receiptUnknown', {})
  const { supplierId, warehouseId } = line
  const { on: plannedOn, reason, quantityMicro } = goods
  const lines = [{ receiptLineId: line.id, quantityMicro }]
  return planReturn(tx, actor, { supplierId, warehouseId, plannedOn, reason, lines }).number ?? ''
}

import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import type { Tx } from '../../../kernel/db'
import { demandStore } from './demand-store'

export interface GoodsRequest {
  readonly warehouseId: number
  readonly source: { readonly kind: string; readonly id: number }
  /** What people call the source, and for whom it is: shown to clerks. */
  readonly sourceNumber: string
  readonly partnerId: number
  readonly dueOn: BusinessDate
  readonly minimumRemainingLifeDays: number
  /** 0 as it comes, 9 before anything else */
  readonly priority?: number
  /** Where it was sold, and who will fetch it: what waves are formed by. */
  readonly channel?: string
  readonly carrier?: string
  readonly lines: readonly { readonly sourceLineId: number; readonly itemId: number; readonly quantityMicro: number }[]
}

/** A confirmed order asks for goods; they wait for a wave. */
export function requestGoods(tx: Tx, request: GoodsRequest): void {
  for (const line of request.lines) {
    demandStore.insert(tx, {
      warehouseId: request.warehouseId,
      sourceKind: request.source.kind,
      sourceId: request.source.id,
      sourceNumber: request.sourceNumber,
      partnerId: request.partnerId,
      dueOn: request.dueOn,
      minimumRemainingLifeDays: request.minimumRemainingLifeDays,
      priority: request.priority ?? 0,
      channel: request.channel ?? '',
      carrier: request.carrier ?? '',
      ...line,
    })
  }
}

export interface OrderTerms {
  readonly warehouseId: number
  readonly orderIds: readonly number[]
  readonly priority?: number | undefined
  readonly channel?: string | undefined
  readonly carrier?: string | undefined
}

/** Who fetches goods that were just asked for; nothing where nothing waits. */
export function setCarrierOfGoods(
  tx: Tx,
  source: { readonly kind: string; readonly id: number },
  carrier: string,
): void {
  const [first] = demandStore.ofSource(tx, source.kind, source.id)
  if (first === undefined) return
  demandStore.setTerms(tx, first.warehouse_id, source.id, { priority: null, channel: null, carrier })
}

/** How orders that wait are to be treated; what is left out stays. */
export function setOrderTerms(tx: Tx, input: OrderTerms): { done: true } {
  const { warehouseId, priority = null, channel = null, carrier = null } = input
  for (const orderId of input.orderIds) {
    const lines = demandStore.setTerms(tx, warehouseId, orderId, { priority, channel, carrier })
    if (lines === 0) refuse('warehouse.orderNotHere', {}, 'orderIds')
  }
  tx.announce({ kind: 'warehouse.orderTermsSet', id: warehouseId })
  return { done: true }
}

/**
 * Gives up what no wave has released; returns it by source line. Refuses `warehouse.alreadyReleased` while something is
 * being picked or packed.
 */
export function withdrawRequest(tx: Tx, source: { readonly kind: string; readonly id: number }): Map<number, number> {
  const withdrawn = new Map<number, number>()
  const demands = demandStore.ofSource(tx, source.kind, source.id)
  if (demands.some((demand) => demand.released_micro > demand.shipped_micro)) refuse('warehouse.alreadyReleased')
  for (const demand of demands) {
    const waiting = demand.quantity_micro - demand.released_micro - demand.withdrawn_micro
    if (waiting === 0) continue
    demandStore.withdraw(tx, demand.id, waiting)
    withdrawn.set(demand.source_line_id, waiting)
  }
  return withdrawn
}

/** Gives up a part of one line; false where less than that is not released to a wave. */
export function withdrawLine(
  tx: Tx,
  source: { readonly kind: string; readonly id: number },
  sourceLineId: number,
  quantityMicro: number,
): boolean {
  const demand = demandStore.ofSource(tx, source.kind, source.id).find((one) => one.source_line_id === sourceLineId)
  if (demand === undefined) return false
  if (demand.quantity_micro - demand.released_micro - demand.withdrawn_micro < quantityMicro) return false
  demandStore.withdraw(tx, demand.id, quantityMicro)
  return true
}

import { refuse } from '../../../../shared/errors'
import type { BusinessDate } from '../../../../shared/values/date'
import type { Tx } from '../../../kernel/db'
import { requireOrder, type DocumentAnswer } from './order'
import { orderStore } from './order-store'

export interface AcknowledgeOrder {
  readonly id: number
  readonly acknowledgedOn: BusinessDate
  readonly acknowledgedNumber: string
  readonly lines: readonly { readonly lineId: number; readonly promisedOn: BusinessDate }[]
}

/** The supplier's word for each line; what we promise customers counts on it from now on. */
export function acknowledgeOrder(tx: Tx, input: AcknowledgeOrder): DocumentAnswer {
  const { id, number, state, orderedOn } = requireOrder(tx, input.id)
  if (state !== 'confirmed' && state !== 'partly-received') {
    refuse('purchasing.orderNotExpected', { order: number ?? '' }, 'id')
  }
  orderStore.acknowledge(tx, id, input.acknowledgedOn, input.acknowledgedNumber)
  for (const [at, { lineId, promisedOn }] of input.lines.entries()) {
    if (promisedOn < orderedOn) refuse('purchasing.expectedBeforeOrdered', {}, `lines.${at}.promisedOn`)
    if (!orderStore.promise(tx, id, lineId, promisedOn)) {
      refuse('purchasing.lineUnknown', { order: number ?? '' }, `lines.${at}.lineId`)
    }
  }
  tx.announce({ kind: 'purchasing.orderAcknowledged', id })
  return { id, number, state }
}

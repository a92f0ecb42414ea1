import { refuse } from '../../../../shared/errors'
import type { Reader } from '../../../kernel/db'
import { requestStore, type RequestRow } from './request-store'

export interface RequestAnswer {
  readonly id: number
  readonly externalNumber: string
  readonly state: string
  readonly orderId: number | null
  readonly problems: { readonly code: string; readonly lineId: number }[]
}

/** What became of an order that came in; of a merged one, what became of that. */
export function requestAnswer(reader: Reader, id: number): RequestAnswer {
  const request = requireRequest(reader, id)
  const merged = request.merged_into === null ? request : requireRequest(reader, request.merged_into)
  return {
    id: request.id,
    externalNumber: request.external_number,
    state: request.state,
    orderId: merged.order_id,
    problems: JSON.parse(merged.problems) as RequestAnswer['problems'],
  }
}

export function requireRequest(reader: Reader, id: number): RequestRow {
  return requestStore.byId(reader, id) ?? refuse('orders.requestUnknown', {}, 'id')
}

export function requireOpen(reader: Reader, id: number): RequestRow {
  const request = requireRequest(reader, id)
  if (request.state !== 'open') refuse('orders.requestNotOpen', { number: request.external_number }, 'id')
  return request
}

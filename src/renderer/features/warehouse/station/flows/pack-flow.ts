/** The packing check: every piece that goes into the carton is scanned; the engine says whether it belongs there. */
import { formatQuantity } from '../../../../../shared/values/format'
import { itemText, wrong, type FlowStep, type ItemOf, type LotOf } from './flow'

export interface PackRow {
  readonly demandId: number
  readonly item: ItemOf
  readonly lot: LotOf | null
  readonly pickedMicro: number
  readonly packedMicro: number
}

export interface PackOrder {
  readonly orderId: number
  readonly orderNumber: string
  readonly customer: string
  readonly rows: readonly PackRow[]
  readonly expectedWeightGrams: number
}

export interface PackState {
  readonly order: PackOrder
  /** For the next scan only. */
  readonly quantityMicro?: number
}

export type PackEvent =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'quantity'; readonly quantityMicro: number }
  | { readonly kind: 'forget' }
  | { readonly kind: 'packed'; readonly order: PackOrder; readonly scanId: number }
  | { readonly kind: 'reloaded'; readonly order: PackOrder }

export interface PackCall {
  readonly kind: 'pack'
  readonly orderId: number
  readonly code: string
  readonly quantityMicro?: number
}

type Step = FlowStep<PackState, PackCall>

export function startPack(order: PackOrder): PackState {
  return { order }
}

export function rowsToPack(order: PackOrder): readonly PackRow[] {
  return order.rows.filter((row) => row.packedMicro < row.pickedMicro)
}

export function isPacked(order: PackOrder): boolean {
  return order.rows.length > 0 && rowsToPack(order).length === 0
}

/** Lines that are packed whole, of all: pieces of different units cannot be added up. */
export function packProgress(order: PackOrder): { done: number; total: number } {
  return { done: order.rows.length - rowsToPack(order).length, total: order.rows.length }
}

export function packStep(state: PackState, event: PackEvent): Step {
  switch (event.kind) {
    case 'scan':
      return scanned(state, event.code)
    case 'quantity':
      return counted(state, event.quantityMicro)
    case 'forget':
      return { state: { order: state.order } }
    case 'packed':
      return packed(state, event.order, event.scanId)
    case 'reloaded':
      return { state: { order: event.order } }
  }
}

function scanned(state: PackState, code: string): Step {
  if (isPacked(state.order)) return wrong(state, 'station.allPacked', { order: state.order.orderNumber })
  const part = state.quantityMicro === undefined ? {} : { quantityMicro: state.quantityMicro }
  return { state, call: { kind: 'pack', orderId: state.order.orderId, code, ...part } }
}

function counted(state: PackState, quantityMicro: number): Step {
  if (quantityMicro <= 0) return wrong(state, 'station.quantityWanted')
  const quantity = formatQuantity(quantityMicro)
  return { state: { ...state, quantityMicro }, answer: { kind: 'right', text: 'quantity', params: { quantity } } }
}

function packed(state: PackState, order: PackOrder, scanId: number): Step {
  const before = new Map(state.order.rows.map((row) => [rowKey(row), row.packedMicro]))
  const grown = order.rows.filter((row) => row.packedMicro > (before.get(rowKey(row)) ?? 0))
  const [first] = grown
  const micro = grown.reduce((sum, row) => sum + row.packedMicro - (before.get(rowKey(row)) ?? 0), 0)
  const params = {
    item: first === undefined ? '' : itemText(first.item),
    quantity: formatQuantity(micro, first === undefined ? {} : { unit: first.item.baseUnit }),
  }
  return {
    state: { order },
    answer: isPacked(order)
      ? { kind: 'done', text: 'orderPacked', params: { ...params, order: order.orderNumber }, scanId }
      : { kind: 'right', text: 'packed', params, scanId },
  }
}

function rowKey(row: PackRow): string {
  return `${row.demandId} ${row.lot?.id ?? 0}`
}

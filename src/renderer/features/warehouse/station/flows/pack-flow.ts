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

export interface PackCarton {
  readonly id: number
  readonly number: number
  readonly code: string
  readonly state: string
  readonly kindName: string
  readonly expectedGrams: number | null
  readonly weighedGrams: number | null
  readonly lines: readonly unknown[]
}

export interface PackOrder {
  readonly orderId: number
  readonly orderNumber: string
  readonly customer: string
  readonly rows: readonly PackRow[]
  readonly expectedWeightGrams: number
  readonly cartons: readonly PackCarton[]
  readonly proposedKindId: number | null
}

export interface PackState {
  readonly order: PackOrder
  /** Without kinds of cartons the house packs without them. */
  readonly hasCartons: boolean
  /** This order goes without cartons. */
  readonly isLoose?: boolean
  /** The open carton is full: it is weighed and shut. */
  readonly isClosing?: boolean
  /** For the next scan only. */
  readonly quantityMicro?: number
}

export type PackEvent =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'quantity'; readonly quantityMicro: number }
  | { readonly kind: 'forget' }
  | { readonly kind: 'takeCarton'; readonly kindId: number }
  | { readonly kind: 'goLoose' }
  | { readonly kind: 'close' }
  /** null: not weighed */
  | { readonly kind: 'weight'; readonly grams: number | null }
  | { readonly kind: 'cartonChanged'; readonly order: PackOrder; readonly closed?: string }
  | { readonly kind: 'packed'; readonly order: PackOrder; readonly scanId: number }
  | { readonly kind: 'reloaded'; readonly order: PackOrder }

export type PackCall =
  | {
      readonly kind: 'pack'
      readonly orderId: number
      readonly code: string
      readonly quantityMicro?: number
    }
  | { readonly kind: 'openCarton'; readonly orderId: number; readonly kindId: number }
  | { readonly kind: 'closeCarton'; readonly orderId: number; readonly cartonId: number; readonly grams: number | null }

export type PackAsk = 'carton' | 'goods' | 'weight' | 'done'

type Step = FlowStep<PackState, PackCall>

export function startPack(order: PackOrder, hasCartons = false): PackState {
  return { order, hasCartons }
}

export function openCartonOf(state: PackState): PackCarton | undefined {
  return state.order.cartons.find((carton) => carton.state === 'open')
}

export function packAsk(state: PackState): PackAsk {
  const open = openCartonOf(state)
  if (open !== undefined && open.lines.length > 0 && (state.isClosing === true || isPacked(state.order)))
    return 'weight'
  if (isPacked(state.order)) return 'done'
  return state.hasCartons && open === undefined && state.isLoose !== true ? 'carton' : 'goods'
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
      return { state: plain(state, state.order) }
    case 'takeCarton':
      return { state, call: { kind: 'openCarton', orderId: state.order.orderId, kindId: event.kindId } }
    case 'goLoose':
      return { state: { ...state, isLoose: true } }
    case 'close':
      return closing(state)
    case 'weight':
      return weighed(state, event.grams)
    case 'cartonChanged':
      return {
        state: plain(state, event.order),
        ...(event.closed === undefined
          ? {}
          : { answer: { kind: 'done' as const, text: 'cartonClosed', params: { carton: event.closed } } }),
      }
    case 'packed':
      return packed(state, event.order, event.scanId)
    case 'reloaded':
      return { state: plain(state, event.order) }
  }
}

function scanned(state: PackState, code: string): Step {
  const ask = packAsk(state)
  if (ask === 'weight') return wrong(state, 'station.weightFirst', { carton: openCartonOf(state)?.code ?? '' })
  if (ask === 'carton') return wrong(state, 'station.cartonFirst')
  if (isPacked(state.order)) return wrong(state, 'station.allPacked', { order: state.order.orderNumber })
  const part = state.quantityMicro === undefined ? {} : { quantityMicro: state.quantityMicro }
  return { state, call: { kind: 'pack', orderId: state.order.orderId, code, ...part } }
}

/** What was said for the last step only is forgotten. */
function plain({ hasCartons, isLoose = false }: PackState, order: PackOrder): PackState {
  return { order, hasCartons, ...(isLoose ? { isLoose } : {}) }
}

function closing(state: PackState): Step {
  const open = openCartonOf(state)
  if (open === undefined || open.lines.length === 0) return wrong(state, 'station.scanFirst')
  return { state: { ...state, isClosing: true } }
}

function weighed(state: PackState, grams: number | null): Step {
  const open = openCartonOf(state)
  if (open === undefined) return { state }
  return { state, call: { kind: 'closeCarton', orderId: state.order.orderId, cartonId: open.id, grams } }
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
    state: plain(state, order),
    answer: isPacked(order)
      ? { kind: 'done', text: 'orderPacked', params: { ...params, order: order.orderNumber }, scanId }
      : { kind: 'right', text: 'packed', params, scanId },
  }
}

function rowKey(row: PackRow): string {
  return `${row.demandId} ${row.lot?.id ?? 0}`
}

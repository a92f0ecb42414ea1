/** Goods that a customer sends back: scanned against their delivery note, each with how it looks. */
import { formatQuantity } from '../../../../../shared/values/format'
import { bareCode, itemText, wrong, type FlowStep, type GoodsReading, type ItemOf, type LotOf } from './flow'

export const CONDITIONS = ['available', 'quarantine', 'damaged'] as const
export type Condition = (typeof CONDITIONS)[number]

export interface ShippedLine {
  readonly id: number
  readonly item: ItemOf
  readonly lot: LotOf | null
  readonly quantityMicro: number
  readonly returnedMicro: number
}

export interface BackLine {
  readonly key: number
  readonly line: ShippedLine
  readonly quantityMicro: number
  readonly status: Condition
}

export interface BackState {
  readonly shipped: readonly ShippedLine[]
  readonly lines: readonly BackLine[]
  readonly line?: ShippedLine
  readonly quantityMicro?: number
  /** All is scanned: why it came back is asked. */
  readonly isComplete?: boolean
  readonly number?: string
}

export type BackEvent =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'goods'; readonly code: string; readonly reading: GoodsReading }
  | { readonly kind: 'quantity'; readonly quantityMicro: number }
  | { readonly kind: 'condition'; readonly status: Condition }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'reason'; readonly reason: string }
  | { readonly kind: 'remove'; readonly lineKey: number }
  | { readonly kind: 'forget' }
  | { readonly kind: 'posted'; readonly number: string }

export type BackCall =
  | { readonly kind: 'readGoods'; readonly code: string }
  | { readonly kind: 'post'; readonly lines: readonly BackLine[]; readonly reason: string }

type Step = FlowStep<BackState, BackCall>
export type BackAsk = 'goods' | 'quantity' | 'condition' | 'reason' | 'posted'

export const startBack = (shipped: readonly ShippedLine[]): BackState => ({ shipped, lines: [] })

export function backAsk(state: BackState): BackAsk {
  if (state.number !== undefined) return 'posted'
  if (state.isComplete === true) return 'reason'
  if (state.line === undefined) return 'goods'
  return state.quantityMicro === undefined ? 'quantity' : 'condition'
}

/** What of a line can still come back. */
export function openOf(state: BackState, line: ShippedLine): number {
  const gathered = state.lines.filter((known) => known.line.id === line.id)
  return gathered.reduce((open, known) => open - known.quantityMicro, line.quantityMicro - line.returnedMicro)
}

export function backStep(state: BackState, event: BackEvent): Step {
  switch (event.kind) {
    case 'scan':
      if (backAsk(state) === 'goods') return { state, call: { kind: 'readGoods', code: event.code } }
      return wrong(state, 'station.quantityFirst', { item: state.line === undefined ? '' : itemText(state.line.item) })
    case 'goods':
      return goods(state, event.code, event.reading)
    case 'quantity':
      return counted(state, event.quantityMicro)
    case 'condition':
      return judged(state, event.status)
    case 'confirm':
      if (backAsk(state) === 'quantity' && state.line !== undefined) return counted(state, openOf(state, state.line))
      if (state.lines.length === 0) return wrong(state, 'station.nothingToPost')
      return { state: { ...state, isComplete: true } }
    case 'reason':
      return { state, call: { kind: 'post', lines: state.lines, reason: event.reason } }
    case 'remove':
      return { state: { ...state, lines: state.lines.filter((known) => known.key !== event.lineKey) } }
    case 'forget':
      return { state: { shipped: state.shipped, lines: state.lines } }
    case 'posted':
      return {
        state: { ...startBack(state.shipped), number: event.number },
        answer: { kind: 'done', text: 'takenIn', params: { number: event.number } },
      }
  }
}

function goods(state: BackState, code: string, { item, lot }: GoodsReading): Step {
  if (item === null) return wrong(state, 'station.codeUnknown', { scanned: bareCode(code) })
  const ofItem = state.shipped.filter((line) => line.item.id === item.id)
  if (ofItem.length === 0) return wrong(state, 'station.notDelivered', { item: itemText(item) })
  const matching = ofItem.filter((line) => line.lot === null || lot === null || line.lot.code === lot)
  if (matching.length === 0) {
    const expected = ofItem.map((line) => line.lot?.code ?? '').join(', ')
    return wrong(state, 'warehouse.wrongLot', { scanned: lot ?? '', expected })
  }
  const line = matching.find((known) => openOf(state, known) > 0)
  if (line === undefined) return wrong(state, 'station.allBackAlready', { item: itemText(item) })
  return { state: { ...state, line }, answer: { kind: 'right', text: 'item', params: { item: itemText(item) } } }
}

function counted(state: BackState, quantityMicro: number): Step {
  const { line } = state
  if (line === undefined) return wrong(state, 'station.scanFirst')
  if (quantityMicro <= 0) return wrong(state, 'station.quantityWanted')
  const open = openOf(state, line)
  if (quantityMicro > open) {
    const params = { planned: formatQuantity(open), wanted: formatQuantity(quantityMicro) }
    return wrong(state, 'warehouse.moreThanPlanned', params)
  }
  return { state: { ...state, quantityMicro } }
}

function judged(state: BackState, status: Condition): Step {
  const { line, quantityMicro, shipped, lines } = state
  if (line === undefined || quantityMicro === undefined) return { state }
  const key = Math.max(0, ...lines.map((known) => known.key)) + 1
  const quantity = formatQuantity(quantityMicro, { unit: line.item.baseUnit })
  return {
    state: { shipped, lines: [{ key, line, quantityMicro, status }, ...lines] },
    answer: { kind: 'right', text: 'taken', params: { item: itemText(line.item), quantity }, lineKey: key },
  }
}

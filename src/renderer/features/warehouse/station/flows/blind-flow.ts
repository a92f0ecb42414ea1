/** Goods of no known order: scanned and counted line by line, whatever they are. */
import { formatQuantity } from '../../../../../shared/values/format'
import { bareCode, itemText, wrong, type FlowStep, type GoodsReading, type ItemOf } from './flow'
import {
  asked,
  draftOf,
  withExpiry,
  withLot,
  withScannedExpiry,
  withScannedLot,
  type GoodsAsk,
  type GoodsDraft,
} from './goods-draft'

export interface BlindLine {
  readonly key: number
  readonly item: ItemOf
  readonly quantityMicro: number
  readonly lotCode?: string
  readonly expiresOn?: string
}

export interface BlindState {
  readonly today: string
  readonly lines: readonly BlindLine[]
  readonly draft?: GoodsDraft
}

export type BlindEvent =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'goods'; readonly code: string; readonly reading: GoodsReading }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quantity'; readonly quantityMicro: number }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'remove'; readonly lineKey: number }
  | { readonly kind: 'forget' }
  /** The engine keeps it from now on. */
  | { readonly kind: 'saved'; readonly number: string }

export type BlindCall =
  | { readonly kind: 'readGoods'; readonly code: string }
  | { readonly kind: 'save'; readonly lines: readonly BlindLine[] }

type Step = FlowStep<BlindState, BlindCall>

export type BlindAsk = 'goods' | Exclude<GoodsAsk, 'nothing' | 'pieces'>

export const startBlind = (today: string, lines: readonly BlindLine[] = []): BlindState => ({ today, lines })

export function blindAsk({ draft }: BlindState): BlindAsk {
  const ask = draft === undefined ? 'nothing' : asked(draft)
  return ask === 'nothing' || ask === 'pieces' ? 'goods' : ask
}

export function blindStep(state: BlindState, event: BlindEvent): Step {
  switch (event.kind) {
    case 'scan':
      return scanned(state, event.code)
    case 'goods': {
      const { item } = event.reading
      if (item === null) return wrong(state, 'station.codeUnknown', { scanned: bareCode(event.code) })
      return settle(state, draftOf(item, event.reading, { asksExpiry: true }))
    }
    case 'text':
      return typed(state, event.text)
    case 'quantity': {
      const { draft } = state
      if (draft === undefined || asked(draft) !== 'quantity') return wrong(state, 'station.scanFirst')
      if (event.quantityMicro <= 0) return wrong(state, 'station.quantityWanted')
      return settle(state, { ...draft, quantityMicro: event.quantityMicro })
    }
    case 'confirm':
      if (state.draft !== undefined) return wrong(state, 'station.quantityWanted')
      if (state.lines.length === 0) return wrong(state, 'station.nothingToPost')
      return { state, call: { kind: 'save', lines: state.lines } }
    case 'remove':
      return { state: { ...state, lines: state.lines.filter((line) => line.key !== event.lineKey) } }
    case 'forget':
      return { state: startBlind(state.today, state.lines) }
    case 'saved':
      return {
        state: startBlind(state.today),
        answer: { kind: 'done', text: 'blindCounted', params: { number: event.number } },
      }
  }
}

function scanned(state: BlindState, code: string): Step {
  const { draft } = state
  const ask = blindAsk(state)
  if (draft === undefined) return { state, call: { kind: 'readGoods', code } }
  if (ask === 'lot') {
    const next = withScannedLot(draft, code)
    return next === undefined ? wrong(state, 'station.lotWanted', { item: itemText(draft.item) }) : settle(state, next)
  }
  if (ask === 'expiry') {
    const next = withScannedExpiry(draft, code)
    return next === undefined ? wrong(state, 'station.expiryWanted') : settle(state, next)
  }
  return wrong(state, 'station.quantityFirst', { item: itemText(draft.item) })
}

function typed(state: BlindState, text: string): Step {
  const { draft, today } = state
  if (draft === undefined) return { state }
  if (asked(draft) === 'lot') {
    const next = withLot(draft, text)
    return next === undefined ? wrong(state, 'station.lotWanted', { item: itemText(draft.item) }) : settle(state, next)
  }
  const next = withExpiry(draft, text, today)
  return next === undefined ? wrong(state, 'station.notADate', { text }) : settle(state, next)
}

/** Asks on, or makes the draft a line: of the same goods and lot there is one. */
function settle(state: BlindState, draft: GoodsDraft): Step {
  const { item, lotCode, expiresOn, quantityMicro } = draft
  if (asked(draft) !== 'nothing' || quantityMicro === undefined) {
    return { state: { ...state, draft }, answer: { kind: 'right', text: 'item', params: { item: itemText(item) } } }
  }
  const alike = state.lines.find((line) => line.item.id === item.id && line.lotCode === lotCode)
  const key = alike?.key ?? Math.max(0, ...state.lines.map((line) => line.key)) + 1
  const line: BlindLine = {
    key,
    item,
    quantityMicro: quantityMicro + (alike?.quantityMicro ?? 0),
    ...(lotCode === undefined ? {} : { lotCode }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
  }
  const quantity = formatQuantity(quantityMicro, { unit: item.baseUnit })
  return {
    state: startBlind(state.today, [line, ...state.lines.filter((known) => known !== alike)]),
    answer: { kind: 'right', text: 'taken', params: { item: itemText(item), quantity }, lineKey: key },
  }
}

/** A blind count: bin by bin, what is there is scanned and its quantity entered; nothing tells what the books expect. */
import { meansBin } from '../../../../../shared/values/check-digits'
import { formatQuantity } from '../../../../../shared/values/format'
import { bareCode, binCode, itemText, wrong, type FlowStep, type GoodsReading, type ItemOf } from './flow'
import { asked, draftOf, withLot, withScannedLot, type GoodsAsk, type GoodsDraft } from './goods-draft'
import { lineText } from './receive-flow'

export interface CountedLine {
  readonly key: number
  readonly item: ItemOf
  readonly lotCode?: string
  readonly expiresOn?: string
  readonly quantityMicro: number
}

export interface CountedUnit {
  readonly code: string
  readonly bin: string
  readonly lines: readonly Omit<CountedLine, 'key'>[]
}

export interface CountBinState {
  readonly code: string
  readonly isFinished: boolean
}

export interface CountState {
  readonly countId: number
  readonly bins: readonly CountBinState[]
  /** The bin that is being counted. */
  readonly bin?: string
  readonly lines: readonly CountedLine[]
  readonly draft?: GoodsDraft
}

export type CountEvent =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'goods'; readonly code: string; readonly reading: GoodsReading }
  /** A whole pallet or tote, counted by its label. */
  | { readonly kind: 'unit'; readonly unit: CountedUnit }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quantity'; readonly quantityMicro: number }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'remove'; readonly lineKey: number }
  | { readonly kind: 'forget' }
  | { readonly kind: 'finished'; readonly bin: string; readonly binsLeft: number; readonly needsRecount?: boolean }

export type CountCall =
  | { readonly kind: 'readGoods'; readonly code: string }
  | {
      readonly kind: 'countBin'
      readonly countId: number
      readonly bin: string
      readonly lines: readonly CountedLine[]
    }

type Step = FlowStep<CountState, CountCall>

export type CountAsk = 'bin' | 'goods' | 'nothing' | Exclude<GoodsAsk, 'nothing' | 'expiry'>

export function startCountFlow(countId: number, bins: readonly CountBinState[]): CountState {
  return { countId, bins, lines: [] }
}

export function countAsk(state: CountState): CountAsk {
  if (state.bin === undefined) return state.bins.every((bin) => bin.isFinished) ? 'nothing' : 'bin'
  if (state.draft === undefined) return 'goods'
  const ask = asked(state.draft)
  return ask === 'lot' || ask === 'quantity' ? ask : 'goods'
}

/** Where to go next; bins are listed in walking order. */
export function nextBin(state: CountState): string | undefined {
  return state.bins.find((bin) => !bin.isFinished)?.code
}

export function countProgress(state: CountState): { done: number; total: number } {
  return { done: state.bins.filter((bin) => bin.isFinished).length, total: state.bins.length }
}

export function countStep(state: CountState, event: CountEvent): Step {
  switch (event.kind) {
    case 'scan':
      return scanned(state, event.code)
    case 'goods':
      return goods(state, event.code, event.reading)
    case 'unit':
      return wholeUnit(state, event.unit)
    case 'text':
      return typed(state, event.text)
    case 'quantity':
      return counted(state, event.quantityMicro)
    case 'confirm':
      return confirmed(state)
    case 'remove':
      return { state: { ...state, lines: state.lines.filter((line) => line.key !== event.lineKey) } }
    case 'forget':
      return { state: forgotten(state) }
    case 'finished':
      return finished(state, event.bin, event.binsLeft, event.needsRecount ?? false)
  }
}

function scanned(state: CountState, code: string): Step {
  const ask = countAsk(state)
  const { draft } = state
  if (ask === 'bin' || ask === 'nothing') return scannedBin(state, code)
  if (draft !== undefined && ask === 'lot') {
    const next = withScannedLot(draft, code)
    return next === undefined ? wrong(state, 'station.lotWanted', { item: itemText(draft.item) }) : settle(state, next)
  }
  if (draft !== undefined) return wrong(state, 'station.quantityFirst', { item: itemText(draft.item) })
  return { state, call: { kind: 'readGoods', code } }
}

/** A finished bin may be counted again: the later count holds. */
function scannedBin(state: CountState, code: string): Step {
  const next = nextBin(state)
  const scannedBin = binCode(code)
  // Check digits are said of the bin that was asked for.
  const bin = next !== undefined && meansBin(scannedBin, next) ? next : scannedBin
  if (!state.bins.some((known) => known.code === bin)) return wrong(state, 'warehouse.binNotInCount', { bin })
  return { state: { ...state, bin, lines: [] }, answer: { kind: 'right', text: 'bin', params: { bin } } }
}

function goods(state: CountState, code: string, reading: GoodsReading): Step {
  const { item } = reading
  if (item === null) {
    const bin = binCode(code)
    if (state.bins.some((known) => known.code === bin))
      return wrong(state, 'station.finishBin', { bin: state.bin ?? '' })
    return wrong(state, 'station.codeUnknown', { scanned: bareCode(code) })
  }
  return settle(state, draftOf(item, reading, { asksExpiry: false }))
}

/** What its label says is in it; one that stands elsewhere by the books is counted piece by piece, or moved first. */
function wholeUnit(state: CountState, unit: CountedUnit): Step {
  if (unit.bin !== state.bin) return wrong(state, 'warehouse.unitElsewhere', { unit: unit.code, bin: unit.bin })
  const first = Math.max(0, ...state.lines.map((known) => known.key)) + 1
  const lines = unit.lines.map((line, at) => ({ ...line, key: first + at }))
  return {
    state: { ...state, lines: [...lines, ...state.lines] },
    answer: { kind: 'right', text: 'unitCounted', params: { unit: unit.code, count: lines.length } },
  }
}

function typed(state: CountState, text: string): Step {
  const { draft } = state
  if (draft === undefined || asked(draft) !== 'lot') return { state }
  const next = withLot(draft, text)
  return next === undefined ? wrong(state, 'station.lotWanted', { item: itemText(draft.item) }) : settle(state, next)
}

function counted(state: CountState, quantityMicro: number): Step {
  const { draft } = state
  if (draft === undefined || asked(draft) !== 'quantity') return wrong(state, 'station.scanFirst')
  return settle(state, { ...draft, quantityMicro })
}

function confirmed(state: CountState): Step {
  const { draft, bin, lines, countId } = state
  if (draft !== undefined) return wrong(state, asked(draft) === 'lot' ? 'station.lotMissing' : 'station.quantityWanted')
  if (bin === undefined) return wrong(state, 'station.binFirst')
  return { state, call: { kind: 'countBin', countId, bin, lines } }
}

function forgotten(state: CountState): CountState {
  const { draft, bin, ...rest } = state
  if (draft !== undefined) return { ...rest, ...(bin === undefined ? {} : { bin }) }
  return { ...rest, lines: [] }
}

/** A bin that is to be counted again is somebody else's now. */
function finished(state: CountState, bin: string, binsLeft: number, needsRecount: boolean): Step {
  const text = needsRecount ? 'recountAsked' : binsLeft === 0 ? 'countFinished' : 'binCounted'
  const { bin: _bin, draft: _draft, ...rest } = state
  const bins = state.bins.map((known) => (known.code === bin ? { ...known, isFinished: true } : known))
  return {
    state: { ...rest, bins, lines: [] },
    answer: { kind: 'done', text, params: { bin, count: binsLeft } },
  }
}

function settle(state: CountState, draft: GoodsDraft): Step {
  const { quantityMicro } = draft
  if (asked(draft) !== 'nothing' || quantityMicro === undefined) {
    return {
      state: { ...state, draft },
      answer: { kind: 'right', text: 'item', params: { item: itemText(draft.item) } },
    }
  }
  const { draft: _draft, ...rest } = state
  const line: CountedLine = {
    key: Math.max(0, ...state.lines.map((known) => known.key)) + 1,
    item: draft.item,
    quantityMicro,
    ...(draft.lotCode === undefined ? {} : { lotCode: draft.lotCode }),
    ...(draft.expiresOn === undefined ? {} : { expiresOn: draft.expiresOn }),
  }
  return {
    state: { ...rest, lines: [line, ...state.lines] },
    answer: {
      kind: 'right',
      text: 'counted',
      params: { item: lineText(line), quantity: formatQuantity(quantityMicro, { unit: draft.item.baseUnit }) },
      lineKey: line.key,
    },
  }
}

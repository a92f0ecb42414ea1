/** A blind count: bin by bin, what is there is scanned and its quantity entered; nothing tells what the books expect. */
import { meansBin } from '../../../../../shared/values/check-digits'
import type { PieceTerms } from '../../../../../shared/values/catch-weight'
import { formatQuantity } from '../../../../../shared/values/format'
import { bareCode, binCode, itemText, wrong, type FlowStep, type GoodsReading, type ItemOf } from './flow'
import {
  asked,
  draftOf,
  likelyPieces,
  withLot,
  withPieces,
  withScannedLot,
  type GoodsAsk,
  type GoodsDraft,
} from './goods-draft'
import { lineText } from './receive-flow'
import {
  hasPassedAlike,
  joinedLines,
  knowsTag,
  nextWaiting,
  taggedDraft,
  withPassed,
  withWaiting,
  type Tagged,
  type TagMemory,
} from './tagged-goods'

export interface CountedLine extends Tagged {
  readonly key: number
  readonly item: ItemOf
  readonly lotCode?: string
  readonly expiresOn?: string
  readonly quantityMicro: number
  /** Of goods that are counted and weighed. */
  readonly pieces?: number
  readonly terms?: PieceTerms
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

export interface CountState extends TagMemory {
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
  /** an RFID tag in the field, and what it is */
  | { readonly kind: 'tag'; readonly code: string }
  | {
      readonly kind: 'tagRead'
      readonly code: string
      readonly read: Extract<CountEvent, { kind: 'goods' | 'unit' }>
    }
  /** The engine knows that this bin is being counted now. */
  | { readonly kind: 'begun'; readonly bin: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quantity'; readonly quantityMicro: number }
  | { readonly kind: 'pieces'; readonly pieces: number }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'remove'; readonly lineKey: number }
  | { readonly kind: 'forget' }
  | { readonly kind: 'finished'; readonly bin: string; readonly binsLeft: number; readonly needsRecount?: boolean }

export type CountCall =
  | { readonly kind: 'readGoods'; readonly code: string }
  | { readonly kind: 'readTag'; readonly code: string }
  | { readonly kind: 'beginBin'; readonly countId: number; readonly bin: string }
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
  return ask === 'nothing' || ask === 'expiry' ? 'goods' : ask
}

/** Where to go next; bins are listed in walking order. */
export function nextBin(state: CountState): string | undefined {
  return state.bins.find((bin) => !bin.isFinished)?.code
}

export function countProgress(state: CountState): { done: number; total: number } {
  return { done: state.bins.filter((bin) => bin.isFinished).length, total: state.bins.length }
}

export function countStep(state: CountState, event: CountEvent): Step {
  const step = stepOf(state, event)
  // Tags that waited are read as soon as nothing is asked.
  if (step.call !== undefined || countAsk(step.state) !== 'goods') return step
  const next = nextWaiting(step.state)
  return next === undefined ? step : { ...step, state: next.state, call: { kind: 'readTag', code: next.code } }
}

function stepOf(state: CountState, event: CountEvent): Step {
  switch (event.kind) {
    case 'tag':
      return tagSeen(state, event.code)
    case 'tagRead':
      return tagRead(state, event.code, event.read)
    case 'scan':
      return scanned(state, event.code)
    case 'goods':
      return goods(state, event.code, event.reading)
    case 'unit':
      return wholeUnit(state, event.unit)
    case 'begun':
      return {
        state: { ...withoutBin(state), bin: event.bin },
        answer: { kind: 'right', text: 'bin', params: { bin: event.bin } },
      }
    case 'text':
      return typed(state, event.text)
    case 'quantity':
      return counted(state, event.quantityMicro)
    case 'pieces':
      return piecesCounted(state, event.pieces)
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
  return { state, call: { kind: 'beginBin', countId: state.countId, bin } }
}

function withoutBin({
  bin: _bin,
  draft: _draft,
  waiting: _waiting,
  ...rest
}: CountState): Omit<CountState, 'bin' | 'draft' | 'waiting'> {
  return { ...rest, lines: [] }
}

function goods(
  state: CountState,
  code: string,
  reading: GoodsReading,
  told: (draft: GoodsDraft) => GoodsDraft = (draft) => draft,
): Step {
  const { item } = reading
  if (item === null) {
    const bin = binCode(code)
    // The label of the same bin again: from the beginning, for instance because something moved meanwhile.
    if (state.bin !== undefined && meansBin(bin, state.bin)) {
      return { state, call: { kind: 'beginBin', countId: state.countId, bin: state.bin } }
    }
    if (state.bins.some((known) => known.code === bin))
      return wrong(state, 'station.finishBin', { bin: state.bin ?? '' })
    return wrong(state, 'station.codeUnknown', { scanned: bareCode(code) })
  }
  return settle(state, told(draftOf(item, reading, { asksExpiry: false, asksPieces: true })))
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

/** Before a bin is scanned nobody knows where the tags are. */
function tagSeen(state: CountState, code: string): Step {
  if (state.bin === undefined || knowsTag(state, code)) return { state }
  return state.draft === undefined ? { state, call: { kind: 'readTag', code } } : { state: withWaiting(state, code) }
}

/** Of tags that do not belong here one is answered, the others of its kind are passed over. */
function tagRead(state: CountState, code: string, read: Extract<CountEvent, { kind: 'goods' | 'unit' }>): Step {
  if (read.kind === 'unit') return wholeUnit(withPassed(state, [code]), read.unit)
  const { reading } = read
  const before = state.lines.find((line) => line.tags !== undefined && line.item.id === reading.item?.id)
  const step = goods(state, code, reading, (draft) => taggedDraft(draft, code, reading, before))
  if (step.answer?.kind !== 'wrong') return step
  return hasPassedAlike(state, code)
    ? { state: withPassed(state, [code]) }
    : { ...step, state: withPassed(state, [code]) }
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

/** With the weight known; what so many can't weigh is weighed again. */
function piecesCounted(state: CountState, pieces: number): Step {
  const { draft } = state
  if (draft === undefined || asked(draft) !== 'pieces') return wrong(state, 'station.scanFirst')
  const { draft: next, doubt } = withPieces(draft, pieces)
  return doubt === undefined ? settle(state, next) : wrong({ ...state, draft: next }, 'items.weightUnlikely', doubt)
}

function confirmed(state: CountState): Step {
  const { draft, bin, lines, countId } = state
  if (draft !== undefined && asked(draft) === 'pieces') return piecesCounted(state, likelyPieces(draft))
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
  // A tag that is still in the field was counted in this bin, and lies in no other.
  const counted = state.lines.flatMap((line) => line.tags ?? [])
  const bins = state.bins.map((known) => (known.code === bin ? { ...known, isFinished: true } : known))
  return {
    state: { ...withoutBin(withPassed(state, counted)), bins },
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
    ...(draft.tags === undefined ? {} : { tags: draft.tags }),
    ...(draft.terms === undefined ? {} : { terms: draft.terms }),
    ...(draft.pieces === undefined ? {} : { pieces: draft.pieces }),
  }
  return {
    state: {
      ...rest,
      lines: joinedLines(
        state.lines,
        [line],
        (one, other) => one.item.id === other.item.id && one.lotCode === other.lotCode,
      ),
    },
    answer: {
      kind: 'right',
      text: 'counted',
      params: { item: lineText(line), quantity: formatQuantity(quantityMicro, { unit: draft.item.baseUnit }) },
      lineKey: line.key,
    },
  }
}

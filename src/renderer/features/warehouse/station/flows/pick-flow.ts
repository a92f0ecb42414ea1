/** Picking a batch in walking order: bin, then goods; short picks and skips on the way. */
import { meansBin } from '../../../../../shared/values/check-digits'
import { nominalPieces, type PieceTerms } from '../../../../../shared/values/catch-weight'
import { formatQuantity } from '../../../../../shared/values/format'
import { pickOfLineCode } from '../../../../../shared/values/pick-line-code'
import {
  binCode,
  itemText,
  otherGoods,
  remainingMicro,
  unitCode,
  wrong,
  type FlowStep,
  type GoodsReading,
  type ItemOf,
  type StationTask,
  type TaskAnswer,
} from './flow'

export interface CartSlot {
  readonly slot: number
  /** the tote that stands there */
  readonly code: string | null
}

/** Missing goods of a task, and others that the order takes. */
export interface Instead {
  readonly taskId: number
  readonly missingMicro: number
  readonly rows: readonly { readonly item: ItemOf; readonly freeMicro: number }[]
}

/** A pick that waits for the weight of its pieces. */
export interface Weighing {
  readonly call: ConfirmPick
  readonly terms: PieceTerms
  readonly quantityMicro?: number
}

export interface PickState {
  /** Places of the cart; none where goods are not picked into totes. */
  readonly totes: readonly CartSlot[]
  /** Goods in hand that go into the tote scanned next. */
  readonly goods?: string
  readonly tasks: readonly StationTask[]
  /** Left for the end of the walk, in this order. */
  readonly skipped: readonly number[]
  readonly taskId?: number
  /** The bin the clerk stands at: the next pick from it needs no second scan. */
  readonly bin?: string
  /** The pallet or tote whose label was scanned in the bin's place. */
  readonly unit?: string
  /** Less than the whole, when the clerk says so before the goods are scanned. */
  readonly quantityMicro?: number
  /** Goods in hand that are paid by weight: they go on the scale, then they are counted. */
  readonly weighing?: Weighing
  readonly isShort: boolean
  /** What may be given instead of what is missing. */
  readonly instead?: Instead
  /** The last pick took all that the books had there: is the bin empty? */
  readonly emptied?: { readonly taskId: number; readonly bin: string }
}

/** What the engine answers to a pick. */
export interface PickAnswer extends TaskAnswer {
  readonly emptied: boolean
}

export type PickEvent =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'goods'; readonly code: string; readonly reading: GoodsReading; readonly today: string }
  | { readonly kind: 'quantity'; readonly quantityMicro: number }
  | { readonly kind: 'short' }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'forget' }
  /** The goods carry no weight of their own. */
  | { readonly kind: 'weightWanted'; readonly call: ConfirmPick; readonly terms: PieceTerms }
  | { readonly kind: 'pieces'; readonly pieces: number }
  | { readonly kind: 'picked'; readonly answer: PickAnswer }
  | { readonly kind: 'looked'; readonly isEmpty: boolean }
  | { readonly kind: 'noted'; readonly isEmpty: boolean }
  | {
      readonly kind: 'shortPicked'
      readonly shortMicro: number
      readonly tasks: readonly StationTask[]
      readonly instead?: Instead
    }
  /** null: what is missing waits */
  | { readonly kind: 'giveInstead'; readonly item: ItemOf | null }
  | {
      readonly kind: 'givenInstead'
      readonly item: ItemOf
      readonly quantityMicro: number
      readonly tasks: readonly StationTask[]
    }
  | { readonly kind: 'bound'; readonly slot: number; readonly code: string }
  | { readonly kind: 'reloaded'; readonly tasks: readonly StationTask[] }

export interface ConfirmPick {
  readonly kind: 'confirmPick'
  readonly taskId: number
  readonly bin: string
  readonly code: string
  readonly quantityMicro?: number
  /** Of goods that are counted and weighed; the quantity is their weight. */
  readonly pieces?: number
  readonly tote?: string
}

export type PickCall =
  | { readonly kind: 'readGoods'; readonly code: string }
  | ConfirmPick
  | { readonly kind: 'bindTote'; readonly slot: number; readonly code: string }
  | { readonly kind: 'shortPick'; readonly taskId: number; readonly foundMicro: number }
  | { readonly kind: 'substitute'; readonly taskId: number; readonly item: ItemOf }
  | { readonly kind: 'noteEmptied'; readonly taskId: number; readonly isEmpty: boolean }

type Step = FlowStep<PickState, PickCall>

export type PickAsk =
  | 'instead'
  | 'totes'
  | 'bin'
  | 'goods'
  | 'weight'
  | 'pieces'
  | 'tote'
  | 'short'
  | 'emptied'
  | 'nothing'

export function startPick(tasks: readonly StationTask[], totes: readonly CartSlot[] = []): PickState {
  return next({ tasks, totes, skipped: [], isShort: false })
}

/** The first place of the cart without a tote. */
export function slotToFill(state: PickState): CartSlot | undefined {
  return state.totes.find((slot) => slot.code === null)
}

/** The tote that the goods of this pick go into. */
export function toteOf(state: PickState): CartSlot | undefined {
  return state.totes.find((slot) => slot.slot === pickTask(state)?.slot)
}

export function pickAsk(state: PickState): PickAsk {
  if (state.instead !== undefined) return 'instead'
  if (state.emptied !== undefined) return 'emptied'
  const task = pickTask(state)
  if (task === undefined) return 'nothing'
  if (slotToFill(state) !== undefined) return 'totes'
  if (state.isShort) return 'short'
  if (state.weighing !== undefined) return state.weighing.quantityMicro === undefined ? 'weight' : 'pieces'
  if (state.goods !== undefined) return 'tote'
  return state.bin === task.fromBin.code ? 'goods' : 'bin'
}

export function pickTask(state: PickState): StationTask | undefined {
  return state.tasks.find((task) => task.id === state.taskId)
}

export function pickQuantity(state: PickState): number {
  const task = pickTask(state)
  return state.quantityMicro ?? (task === undefined ? 0 : remainingMicro(task))
}

export function pickProgress(state: PickState): { done: number; total: number } {
  return { done: state.tasks.filter((task) => task.state !== 'open').length, total: state.tasks.length }
}

function next(state: PickState): PickState {
  const { quantityMicro: _quantity, taskId: _task, goods: _goods, unit: _unit, weighing: _weighing, ...rest } = state
  const open = state.tasks.filter((task) => task.state === 'open')
  const task =
    open.find((known) => !state.skipped.includes(known.id)) ?? open.find((known) => known.id === state.skipped[0])
  return { ...rest, isShort: false, ...(task === undefined ? {} : { taskId: task.id }) }
}

export function pickStep(state: PickState, event: PickEvent): Step {
  switch (event.kind) {
    case 'scan':
      return scanned(state, event.code)
    case 'goods':
      return goodsForTote(state, event)
    case 'quantity':
      return counted(state, event.quantityMicro)
    case 'short':
      return pickTask(state) === undefined ? { state } : { state: { ...state, isShort: true } }
    case 'confirm':
      if (state.weighing?.quantityMicro !== undefined) return piecesCounted(state, likelyPicked(state))
      return state.isShort ? counted(state, 0) : wrong(state, 'station.scanFirst')
    case 'skip':
      return skipped(state)
    case 'forget':
      return { state: forgotten(state) }
    case 'weightWanted':
      return { state: { ...state, weighing: { call: event.call, terms: event.terms } } }
    case 'pieces':
      return piecesCounted(state, event.pieces)
    case 'picked':
      return picked(state, event.answer)
    case 'looked':
      return looked(state, event.isEmpty)
    case 'noted': {
      const { emptied, ...rest } = state
      const text = event.isEmpty ? 'binEmpty' : 'binToCount'
      return { state: rest, answer: { kind: 'done', text, params: { bin: emptied?.bin ?? '' } } }
    }
    case 'shortPicked':
      return shortPicked(state, event.shortMicro, event.tasks, event.instead)
    case 'giveInstead':
      return giveInstead(state, event.item)
    case 'givenInstead':
      return {
        state: next({ ...state, tasks: event.tasks }),
        answer: {
          kind: 'done',
          text: 'givenInstead',
          params: {
            item: itemText(event.item),
            quantity: formatQuantity(event.quantityMicro, { unit: event.item.baseUnit }),
          },
        },
      }
    case 'bound':
      return bound(state, event.slot, event.code)
    case 'reloaded':
      return { state: next({ ...state, tasks: event.tasks }) }
  }
}

function looked({ emptied, ...state }: PickState, isEmpty: boolean): Step {
  if (emptied === undefined) return { state }
  return { state: { ...state, emptied }, call: { kind: 'noteEmptied', taskId: emptied.taskId, isEmpty } }
}

function scanned(state: PickState, code: string): Step {
  // Whoever scans on leaves the missing goods to the office.
  if (state.instead !== undefined) {
    const { instead: _instead, ...rest } = state
    return scanned(rest, code)
  }
  // Whoever scans on has not looked: the question is dropped, the scan counts.
  if (state.emptied !== undefined) {
    const { emptied: _emptied, ...rest } = state
    return scanned(rest, code)
  }
  const task = pickTask(state)
  if (task === undefined) return { state }
  const ask = pickAsk(state)
  const slot = slotToFill(state)
  if (slot !== undefined) return { state, call: { kind: 'bindTote', slot: slot.slot, code: binCode(code) } }
  if (ask === 'tote') return intoTote(state, task, code)
  if (ask === 'short' || ask === 'weight' || ask === 'pieces')
    return wrong(state, 'station.quantityFirst', { item: itemText(task.item) })
  const onPaper = pickOfLineCode(binCode(code))
  if (onPaper !== undefined) return keyedBack(state, onPaper)
  if (ask === 'bin') {
    const bin = binCode(code)
    const expected = task.fromBin.code
    const unit = unitCode(code)
    if (task.units?.includes(unit) === true) {
      return { state: { ...state, bin: expected, unit }, answer: { kind: 'right', text: 'unit', params: { unit } } }
    }
    if (!meansBin(bin, expected)) return wrong(state, 'warehouse.wrongBin', { scanned: bin, expected })
    return { state: { ...state, bin: expected }, answer: { kind: 'right', text: 'bin', params: { bin: expected } } }
  }
  const part = state.quantityMicro === undefined ? {} : { quantityMicro: state.quantityMicro }
  const call = { kind: 'confirmPick', taskId: task.id, bin: state.unit ?? task.fromBin.code, code, ...part } as const
  const tote = toteOf(state)
  if (tote === undefined) return { state, call }
  return { state, call: { kind: 'readGoods', code } }
}

/** They go to the engine with the tote; what is wrong with them is said while they are still at their bin. */
function goodsForTote(state: PickState, event: Extract<PickEvent, { kind: 'goods' }>): Step {
  const task = pickTask(state)
  const tote = toteOf(state)
  if (task === undefined || tote === undefined) return { state }
  const refused = otherGoods<PickState, PickCall>(state, task, event)
  if (refused !== undefined) return refused
  const { expiresOn } = event.reading
  if (expiresOn !== null && expiresOn < event.today) {
    return wrong(state, 'warehouse.lotExpired', { lot: task.lot?.code ?? '–', expiresOn })
  }
  return {
    state: { ...state, goods: event.code },
    answer: { kind: 'right', text: 'toTote', params: { item: itemText(task.item), slot: tote.slot } },
  }
}

function intoTote(state: PickState, task: StationTask, code: string): Step {
  const { goods: inHand, ...rest } = state
  const tote = toteOf(state)
  const scanned = binCode(code)
  if (inHand === undefined || tote === undefined) return { state: rest }
  if (scanned !== tote.code?.toUpperCase()) {
    return wrong(state, 'warehouse.wrongTote', { expected: tote.code ?? '', scanned, slot: tote.slot })
  }
  const part = state.quantityMicro === undefined ? {} : { quantityMicro: state.quantityMicro }
  // Refused goods are scanned again, from the beginning.
  return {
    state: rest,
    call: {
      kind: 'confirmPick',
      taskId: task.id,
      bin: state.unit ?? task.fromBin.code,
      code: inHand,
      tote: scanned,
      ...part,
    },
  }
}

function bound(state: PickState, slot: number, code: string): Step {
  const totes = state.totes.map((known) => (known.slot === slot ? { slot, code } : known))
  return { state: { ...state, totes }, answer: { kind: 'right', text: 'toteBound', params: { tote: code, slot } } }
}

function counted(state: PickState, quantityMicro: number): Step {
  const task = pickTask(state)
  if (task === undefined) return { state }
  if (state.weighing !== undefined && !state.isShort) {
    if (quantityMicro <= 0) return wrong(state, 'station.quantityWanted')
    return { state: { ...state, weighing: { ...state.weighing, quantityMicro } } }
  }
  const remaining = remainingMicro(task)
  const planned = formatQuantity(remaining)
  if (state.isShort) {
    if (quantityMicro >= remaining) return wrong(state, 'warehouse.nothingShort', { planned })
    return { state, call: { kind: 'shortPick', taskId: task.id, foundMicro: quantityMicro } }
  }
  if (quantityMicro <= 0) return wrong(state, 'station.quantityWanted')
  if (quantityMicro > remaining) {
    return wrong(state, 'warehouse.moreThanPlanned', { planned, wanted: formatQuantity(quantityMicro) })
  }
  const quantity = formatQuantity(quantityMicro, { unit: task.item.baseUnit })
  return { state: { ...state, quantityMicro }, answer: { kind: 'right', text: 'quantity', params: { quantity } } }
}

/** As many as the weight is nominally, and no more than are wanted. */
export function likelyPicked(state: PickState): number {
  const task = pickTask(state)
  const { terms, quantityMicro } = state.weighing ?? {}
  if (task === undefined || terms === undefined || quantityMicro === undefined) return 0
  return Math.min(nominalPieces(terms, quantityMicro), nominalPieces(terms, remainingMicro(task)))
}

/** What the engine refuses is weighed again. */
function piecesCounted(state: PickState, pieces: number): Step {
  const { weighing } = state
  if (weighing?.quantityMicro === undefined) return { state }
  const { call, terms, quantityMicro } = weighing
  return { state: { ...state, weighing: { call, terms } }, call: { ...call, quantityMicro, pieces } }
}

function skipped(state: PickState): Step {
  const { taskId } = state
  if (taskId === undefined) return { state }
  return { state: next({ ...state, skipped: [...state.skipped.filter((id) => id !== taskId), taskId] }) }
}

/** One step back: the short pick, else the quantity and the bin. */
/** A line of the paper list: picked as it says, or as many as were typed before the scan. */
function keyedBack(state: PickState, taskId: number): Step {
  const task = state.tasks.find((known) => known.id === taskId)
  if (task?.state !== 'open') return wrong(state, 'warehouse.taskNotOpen')
  const part = state.quantityMicro === undefined ? {} : { quantityMicro: state.quantityMicro }
  const tote = state.totes.find((slot) => slot.slot === task.slot)?.code
  const slot = tote === undefined || tote === null ? {} : { tote }
  const { bin: _bin, unit: _unit, ...rest } = state
  return {
    state: { ...rest, taskId },
    call: { kind: 'confirmPick', taskId, bin: task.fromBin.code, code: task.item.code, ...part, ...slot },
  }
}

function forgotten(state: PickState): PickState {
  if (state.isShort) return { ...state, isShort: false }
  if (state.weighing !== undefined) {
    const { weighing: _weighing, ...rest } = state
    return rest
  }
  if (state.goods !== undefined) {
    const { goods: _goods, ...empty } = state
    return empty
  }
  const { bin: _bin, unit: _unit, quantityMicro: _quantity, ...rest } = state
  return rest
}

function picked(state: PickState, answer: PickAnswer): Step {
  const task = state.tasks.find((known) => known.id === answer.taskId)
  if (task === undefined) return { state }
  // Goods that are weighed: what is wanted follows the scale.
  const quantityMicro = answer.doneMicro + answer.remainingMicro
  const changed = { ...task, state: answer.state, doneMicro: answer.doneMicro, quantityMicro }
  const tasks = state.tasks.map((known) => (known === task ? changed : known))
  const skippedNow = state.skipped.filter((id) => id !== task.id)
  const quantity = formatQuantity(answer.doneMicro - task.doneMicro, { unit: task.item.baseUnit })
  return {
    state: next({
      ...state,
      tasks,
      skipped: skippedNow,
      ...(answer.emptied ? { emptied: { taskId: task.id, bin: task.fromBin.code } } : {}),
    }),
    answer: {
      kind: 'done',
      text: 'picked',
      params: { item: itemText(task.item), quantity, bin: task.fromBin.code },
      scanId: answer.scanId,
    },
  }
}

function giveInstead({ instead, ...state }: PickState, item: ItemOf | null): Step {
  if (instead === undefined || item === null) return { state }
  return { state, call: { kind: 'substitute', taskId: instead.taskId, item } }
}

function shortPicked(
  state: PickState,
  shortMicro: number,
  tasks: readonly StationTask[],
  instead: Instead | undefined,
): Step {
  const task = pickTask(state)
  const params = { item: task === undefined ? '' : itemText(task.item), quantity: formatQuantity(shortMicro) }
  return {
    state: next({ ...state, tasks, ...(instead === undefined ? {} : { instead }) }),
    answer: { kind: 'done', text: shortMicro > 0 ? 'shortLeft' : 'shortReplaced', params },
  }
}

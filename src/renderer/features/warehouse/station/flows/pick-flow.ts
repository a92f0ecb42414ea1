/** Picking a batch in walking order: bin, then goods; short picks and skips on the way. */
import { formatQuantity } from '../../../../../shared/values/format'
import { binCode, itemText, remainingMicro, wrong, type FlowStep, type StationTask, type TaskAnswer } from './flow'

export interface PickState {
  readonly tasks: readonly StationTask[]
  /** Left for the end of the walk, in this order. */
  readonly skipped: readonly number[]
  readonly taskId?: number
  /** The bin the clerk stands at: the next pick from it needs no second scan. */
  readonly bin?: string
  /** Less than the whole, when the clerk says so before the goods are scanned. */
  readonly quantityMicro?: number
  readonly isShort: boolean
}

export type PickEvent =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'quantity'; readonly quantityMicro: number }
  | { readonly kind: 'short' }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'forget' }
  | { readonly kind: 'picked'; readonly answer: TaskAnswer }
  | { readonly kind: 'shortPicked'; readonly shortMicro: number; readonly tasks: readonly StationTask[] }
  | { readonly kind: 'reloaded'; readonly tasks: readonly StationTask[] }

export type PickCall =
  | {
      readonly kind: 'confirmPick'
      readonly taskId: number
      readonly bin: string
      readonly code: string
      readonly quantityMicro?: number
    }
  | { readonly kind: 'shortPick'; readonly taskId: number; readonly foundMicro: number }

type Step = FlowStep<PickState, PickCall>

export type PickAsk = 'bin' | 'goods' | 'short' | 'nothing'

export function startPick(tasks: readonly StationTask[]): PickState {
  return next({ tasks, skipped: [], isShort: false })
}

export function pickAsk(state: PickState): PickAsk {
  const task = pickTask(state)
  if (task === undefined) return 'nothing'
  if (state.isShort) return 'short'
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
  const { quantityMicro: _quantity, taskId: _task, ...rest } = state
  const open = state.tasks.filter((task) => task.state === 'open')
  const task =
    open.find((known) => !state.skipped.includes(known.id)) ?? open.find((known) => known.id === state.skipped[0])
  return { ...rest, isShort: false, ...(task === undefined ? {} : { taskId: task.id }) }
}

export function pickStep(state: PickState, event: PickEvent): Step {
  switch (event.kind) {
    case 'scan':
      return scanned(state, event.code)
    case 'quantity':
      return counted(state, event.quantityMicro)
    case 'short':
      return pickTask(state) === undefined ? { state } : { state: { ...state, isShort: true } }
    case 'confirm':
      return state.isShort ? counted(state, 0) : wrong(state, 'station.scanFirst')
    case 'skip':
      return skipped(state)
    case 'forget':
      return { state: forgotten(state) }
    case 'picked':
      return picked(state, event.answer)
    case 'shortPicked':
      return shortPicked(state, event.shortMicro, event.tasks)
    case 'reloaded':
      return { state: next({ ...state, tasks: event.tasks }) }
  }
}

function scanned(state: PickState, code: string): Step {
  const task = pickTask(state)
  if (task === undefined) return { state }
  const ask = pickAsk(state)
  if (ask === 'short') return wrong(state, 'station.quantityFirst', { item: itemText(task.item) })
  if (ask === 'bin') {
    const bin = binCode(code)
    const expected = task.fromBin.code
    if (bin !== expected) return wrong(state, 'warehouse.wrongBin', { scanned: bin, expected })
    return { state: { ...state, bin }, answer: { kind: 'right', text: 'bin', params: { bin } } }
  }
  const part = state.quantityMicro === undefined ? {} : { quantityMicro: state.quantityMicro }
  return { state, call: { kind: 'confirmPick', taskId: task.id, bin: task.fromBin.code, code, ...part } }
}

function counted(state: PickState, quantityMicro: number): Step {
  const task = pickTask(state)
  if (task === undefined) return { state }
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

function skipped(state: PickState): Step {
  const { taskId } = state
  if (taskId === undefined) return { state }
  return { state: next({ ...state, skipped: [...state.skipped.filter((id) => id !== taskId), taskId] }) }
}

/** One step back: the short pick, else the quantity and the bin. */
function forgotten(state: PickState): PickState {
  if (state.isShort) return { ...state, isShort: false }
  const { bin: _bin, quantityMicro: _quantity, ...rest } = state
  return rest
}

function picked(state: PickState, answer: TaskAnswer): Step {
  const task = state.tasks.find((known) => known.id === answer.taskId)
  if (task === undefined) return { state }
  const changed = { ...task, state: answer.state, doneMicro: answer.doneMicro }
  const tasks = state.tasks.map((known) => (known === task ? changed : known))
  const skippedNow = state.skipped.filter((id) => id !== task.id)
  const quantity = formatQuantity(answer.doneMicro - task.doneMicro, { unit: task.item.baseUnit })
  return {
    state: next({ ...state, tasks, skipped: skippedNow }),
    answer: {
      kind: 'done',
      text: 'picked',
      params: { item: itemText(task.item), quantity, bin: task.fromBin.code },
      scanId: answer.scanId,
    },
  }
}

function shortPicked(state: PickState, shortMicro: number, tasks: readonly StationTask[]): Step {
  const task = pickTask(state)
  const params = { item: task === undefined ? '' : itemText(task.item), quantity: formatQuantity(shortMicro) }
  return {
    state: next({ ...state, tasks }),
    answer: { kind: 'done', text: shortMicro > 0 ? 'shortLeft' : 'shortReplaced', params },
  }
}

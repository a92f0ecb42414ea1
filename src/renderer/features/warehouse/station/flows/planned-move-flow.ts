/** Moves that are planned: bin, goods, bin, each as the task says. */
import { meansBin } from '../../../../../shared/values/check-digits'
import { formatQuantity } from '../../../../../shared/values/format'
import {
  binCode,
  itemText,
  otherGoods,
  remainingMicro,
  wrong,
  type FlowStep,
  type GoodsReading,
  type StationTask,
  type TaskAnswer,
} from './flow'

export interface PlannedMoveState {
  readonly tasks: readonly StationTask[]
  readonly skipped: readonly number[]
  readonly taskId?: number
  readonly isAtBin: boolean
  /** The code of the goods in hand. */
  readonly goods?: string
}

export type PlannedMoveEvent =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'goods'; readonly code: string; readonly reading: GoodsReading }
  | { readonly kind: 'skip' }
  | { readonly kind: 'forget' }
  | { readonly kind: 'moved'; readonly answer: TaskAnswer }
  | { readonly kind: 'reloaded'; readonly tasks: readonly StationTask[] }

export type PlannedMoveCall =
  | { readonly kind: 'readGoods'; readonly code: string }
  | {
      readonly kind: 'confirmMove'
      readonly taskId: number
      readonly from: string
      readonly code: string
      readonly to: string
    }

type Step = FlowStep<PlannedMoveState, PlannedMoveCall>

export type PlannedMoveAsk = 'from' | 'goods' | 'to' | 'nothing'

export function startPlannedMove(tasks: readonly StationTask[]): PlannedMoveState {
  return next({ tasks, skipped: [], isAtBin: false })
}

export function plannedMoveTask(state: PlannedMoveState): StationTask | undefined {
  return state.tasks.find((task) => task.id === state.taskId)
}

export function plannedMoveAsk(state: PlannedMoveState): PlannedMoveAsk {
  if (plannedMoveTask(state) === undefined) return 'nothing'
  if (!state.isAtBin) return 'from'
  return state.goods === undefined ? 'goods' : 'to'
}

function next({ tasks, skipped }: PlannedMoveState): PlannedMoveState {
  const open = tasks.filter((task) => task.state === 'open')
  const task = open.find((known) => !skipped.includes(known.id)) ?? open.find((known) => known.id === skipped[0])
  return { tasks, skipped, isAtBin: false, ...(task === undefined ? {} : { taskId: task.id }) }
}

export function plannedMoveStep(state: PlannedMoveState, event: PlannedMoveEvent): Step {
  switch (event.kind) {
    case 'scan':
      return scanned(state, event.code)
    case 'goods':
      return taken(state, event)
    case 'skip': {
      const { taskId } = state
      if (taskId === undefined) return { state }
      return { state: next({ ...state, skipped: [...state.skipped.filter((id) => id !== taskId), taskId] }) }
    }
    case 'forget': {
      const { goods, ...rest } = state
      return { state: goods === undefined ? { ...rest, isAtBin: false } : rest }
    }
    case 'moved':
      return moved(state, event.answer)
    case 'reloaded':
      return { state: next({ ...state, tasks: event.tasks }) }
  }
}

function scanned(state: PlannedMoveState, code: string): Step {
  const task = plannedMoveTask(state)
  if (task === undefined) return { state }
  const bin = binCode(code)
  switch (plannedMoveAsk(state)) {
    case 'from':
      if (!meansBin(bin, task.fromBin.code))
        return wrong(state, 'warehouse.wrongBin', { scanned: bin, expected: task.fromBin.code })
      return {
        state: { ...state, isAtBin: true },
        answer: { kind: 'right', text: 'bin', params: { bin: task.fromBin.code } },
      }
    case 'goods':
      return { state, call: { kind: 'readGoods', code } }
    case 'to': {
      if (!meansBin(bin, task.toBin.code))
        return wrong(state, 'warehouse.wrongBin', { scanned: bin, expected: task.toBin.code })
      const { goods = '', ...rest } = state
      // Refused goods are scanned again.
      return {
        state: rest,
        call: { kind: 'confirmMove', taskId: task.id, from: task.fromBin.code, code: goods, to: task.toBin.code },
      }
    }
    case 'nothing':
      return { state }
  }
}

function taken(state: PlannedMoveState, scan: { readonly code: string; readonly reading: GoodsReading }): Step {
  const task = plannedMoveTask(state)
  if (task === undefined) return { state }
  return (
    otherGoods<PlannedMoveState, PlannedMoveCall>(state, task, scan) ?? {
      state: { ...state, goods: scan.code },
      answer: { kind: 'right', text: 'item', params: { item: itemText(task.item) } },
    }
  )
}

function moved(state: PlannedMoveState, answer: TaskAnswer): Step {
  const task = state.tasks.find((known) => known.id === answer.taskId)
  if (task === undefined) return { state }
  const changed = { ...task, state: answer.state, doneMicro: answer.doneMicro }
  const tasks = state.tasks.map((known) => (known === task ? changed : known))
  const quantity = formatQuantity(remainingMicro(task) - answer.remainingMicro, { unit: task.item.baseUnit })
  return {
    state: next({ ...state, tasks }),
    answer: {
      kind: 'done',
      text: 'moved',
      params: { item: itemText(task.item), quantity, bin: task.toBin.code },
      scanId: answer.scanId,
    },
  }
}

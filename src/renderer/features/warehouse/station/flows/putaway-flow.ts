/** Putting away: the goods are scanned, then the bin; another bin than proposed needs a reason. */
import { meansBin } from '../../../../../shared/values/check-digits'
import { formatQuantity } from '../../../../../shared/values/format'
import {
  bareCode,
  binCode,
  itemText,
  remainingMicro,
  wrong,
  type FlowStep,
  type GoodsReading,
  type StationTask,
  type TaskAnswer,
} from './flow'

export interface PutawayState {
  /** Open tasks in walking order. */
  readonly tasks: readonly StationTask[]
  /** Left for later, in this order. */
  readonly skipped: readonly number[]
  readonly taskId?: number
  /** Whether the goods in hand were scanned. */
  readonly hasGoods: boolean
  /** A part of the task, when the clerk carries only that. */
  readonly quantityMicro?: number
  /** A bin that was scanned instead of the proposed one. */
  readonly otherBin?: string
}

export type PutawayEvent =
  | { readonly kind: 'scan'; readonly code: string }
  | { readonly kind: 'goods'; readonly code: string; readonly reading: GoodsReading }
  /** The label of a pallet: it is put away whole elsewhere. */
  | { readonly kind: 'wholeUnit' }
  | { readonly kind: 'binThere'; readonly bin: string }
  | { readonly kind: 'quantity'; readonly quantityMicro: number }
  | { readonly kind: 'reason'; readonly reason: string }
  | { readonly kind: 'skip' }
  | { readonly kind: 'forget' }
  | { readonly kind: 'putAway'; readonly answer: TaskAnswer; readonly bin: string }
  | { readonly kind: 'reloaded'; readonly tasks: readonly StationTask[] }

export type PutawayCall =
  | { readonly kind: 'readGoods'; readonly code: string }
  | { readonly kind: 'checkBin'; readonly bin: string }
  | {
      readonly kind: 'putAway'
      readonly taskId: number
      readonly bin: string
      readonly quantityMicro?: number
      readonly otherBinReason?: string
    }

type Step = FlowStep<PutawayState, PutawayCall>

export type PutawayAsk = 'goods' | 'bin' | 'reason' | 'nothing'

export function startPutaway(tasks: readonly StationTask[]): PutawayState {
  return next({ tasks, skipped: [], hasGoods: false })
}

export function putawayAsk(state: PutawayState): PutawayAsk {
  if (state.taskId === undefined) return 'nothing'
  if (state.otherBin !== undefined) return 'reason'
  return state.hasGoods ? 'bin' : 'goods'
}

export function putawayTask(state: PutawayState): StationTask | undefined {
  return state.tasks.find((task) => task.id === state.taskId)
}

/** How many of the task's goods go into the bin now. */
export function putawayQuantity(state: PutawayState): number {
  const task = putawayTask(state)
  return state.quantityMicro ?? (task === undefined ? 0 : remainingMicro(task))
}

/** The first task that was not skipped, else the one skipped first. */
function next(state: PutawayState): PutawayState {
  const { quantityMicro: _quantity, otherBin: _bin, taskId: _task, ...rest } = state
  const open = state.tasks.filter((task) => task.state === 'open')
  const task =
    open.find((known) => !state.skipped.includes(known.id)) ?? open.find((known) => known.id === state.skipped[0])
  return { ...rest, hasGoods: false, ...(task === undefined ? {} : { taskId: task.id }) }
}

export function putawayStep(state: PutawayState, event: PutawayEvent): Step {
  switch (event.kind) {
    case 'scan':
      return scanned(state, event.code)
    case 'goods':
      return goods(state, event.code, event.reading)
    case 'wholeUnit':
      return { state }
    case 'binThere':
      return otherBin(state, event.bin)
    case 'quantity':
      return counted(state, event.quantityMicro)
    case 'reason':
      return reasoned(state, event.reason)
    case 'skip':
      return skipped(state)
    case 'forget':
      return { state: forgotten(state) }
    case 'putAway':
      return stored(state, event.answer, event.bin)
    case 'reloaded':
      return { state: next({ ...state, tasks: event.tasks }) }
  }
}

function scanned(state: PutawayState, code: string): Step {
  const task = putawayTask(state)
  if (task === undefined) return { state }
  const ask = putawayAsk(state)
  if (ask === 'goods') return { state, call: { kind: 'readGoods', code } }
  if (ask === 'reason') return wrong(state, 'station.reasonFirst')
  const scannedBin = binCode(code)
  const bin = meansBin(scannedBin, task.toBin.code) ? task.toBin.code : scannedBin
  if (bin !== task.toBin.code) return { state, call: { kind: 'checkBin', bin } }
  const part = state.quantityMicro === undefined ? {} : { quantityMicro: state.quantityMicro }
  return { state, call: { kind: 'putAway', taskId: task.id, bin, ...part } }
}

/** Whatever the clerk takes from the dock next is right, as long as a task wants it. */
function goods(state: PutawayState, code: string, reading: GoodsReading): Step {
  const { item, lot } = reading
  if (item === null) return wrong(state, 'station.codeUnknown', { scanned: bareCode(code) })
  const ofItem = state.tasks.filter((task) => task.state === 'open' && task.item.id === item.id)
  if (ofItem.length === 0) return wrong(state, 'station.nothingToPutAway', { item: itemText(item) })
  const matching = ofItem.filter((task) => task.lot === null || lot === null || task.lot.code === lot)
  const task = matching.find((known) => known.id === state.taskId) ?? matching[0]
  if (task === undefined) {
    const expected = [...new Set(ofItem.map((known) => known.lot?.code))].join(', ')
    return wrong(state, 'warehouse.wrongLot', { scanned: lot ?? '', expected })
  }
  return {
    state: { ...state, taskId: task.id, hasGoods: true },
    answer: { kind: 'right', text: 'item', params: { item: itemText(item) } },
  }
}

function otherBin(state: PutawayState, bin: string): Step {
  const task = putawayTask(state)
  if (task === undefined) return { state }
  return wrong({ ...state, otherBin: bin }, 'warehouse.wrongBin', { scanned: bin, expected: task.toBin.code })
}

function counted(state: PutawayState, quantityMicro: number): Step {
  const task = putawayTask(state)
  if (task === undefined) return { state }
  if (quantityMicro <= 0) return wrong(state, 'station.quantityWanted')
  if (quantityMicro > remainingMicro(task)) {
    return wrong(state, 'warehouse.moreThanPlanned', {
      planned: formatQuantity(remainingMicro(task)),
      wanted: formatQuantity(quantityMicro),
    })
  }
  return {
    state: { ...state, quantityMicro },
    answer: { kind: 'right', text: 'quantity', params: { quantity: quantityText(task, quantityMicro) } },
  }
}

function reasoned(state: PutawayState, otherBinReason: string): Step {
  const { taskId, otherBin: bin, quantityMicro } = state
  if (taskId === undefined || bin === undefined) return { state }
  const part = quantityMicro === undefined ? {} : { quantityMicro }
  return { state, call: { kind: 'putAway', taskId, bin, otherBinReason, ...part } }
}

function skipped(state: PutawayState): Step {
  const { taskId } = state
  if (taskId === undefined) return { state }
  return { state: next({ ...state, skipped: [...state.skipped.filter((id) => id !== taskId), taskId] }) }
}

/** One step back: the other bin, then the goods. */
function forgotten(state: PutawayState): PutawayState {
  const { otherBin, quantityMicro: _quantity, ...rest } = state
  return otherBin === undefined ? { ...rest, hasGoods: false } : { ...rest, hasGoods: true }
}

function stored(state: PutawayState, answer: TaskAnswer, bin: string): Step {
  const task = state.tasks.find((known) => known.id === answer.taskId)
  if (task === undefined) return { state }
  const changed = { ...task, state: answer.state, doneMicro: answer.doneMicro }
  const tasks = state.tasks.map((known) => (known === task ? changed : known))
  const quantity = quantityText(task, answer.doneMicro - task.doneMicro)
  return {
    state: next({ ...state, tasks, skipped: state.skipped.filter((id) => id !== task.id) }),
    answer: {
      kind: 'done',
      text: 'putAway',
      params: { item: itemText(task.item), quantity, bin },
      scanId: answer.scanId,
    },
  }
}

function quantityText(task: StationTask, quantityMicro: number): string {
  return formatQuantity(quantityMicro, { unit: task.item.baseUnit })
}

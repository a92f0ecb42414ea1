/**
 * A task of the station as a state machine: pure steps from state and event to the next state, with what is to be told
 * to the person and what is to be asked of the engine. The engine's answer comes back as the next event.
 */
import type { PieceTerms } from '../../../../../shared/values/catch-weight'
import type { RefusalData } from '../../../../../shared/errors'

export type AnswerParams = Readonly<Record<string, string | number>>

export type FlowAnswer =
  | {
      readonly kind: 'right' | 'done'
      /** Key of the text under `warehouse.station.answers`. */
      readonly text: string
      readonly params?: AnswerParams
      /** An accepted scan that the engine can take back. */
      readonly scanId?: number
      /** A line gathered on this screen that can be taken back. */
      readonly lineKey?: number
    }
  | { readonly kind: 'wrong'; readonly refusal: ShownReason }

export type ShownReason = Pick<RefusalData, 'code' | 'params'>

export interface FlowStep<State, Call> {
  readonly state: State
  readonly answer?: FlowAnswer
  /** Asked of the engine; its answer is the next event. */
  readonly call?: Call
}

export function wrong<State, Call>(state: State, code: string, params: AnswerParams = {}): FlowStep<State, Call> {
  return { state, answer: { kind: 'wrong', refusal: { code, params } } }
}

/** What `items.readScan` says about scanned goods. */
export interface GoodsReading {
  readonly item: ItemOf | null
  readonly packQuantityMicro: number | null
  readonly lotTracked: boolean
  /** Then the lot is the serial number of one piece. */
  readonly serialTracked?: boolean
  readonly shelfLifeDays: number | null
  readonly lot: string | null
  readonly expiresOn: string | null
  readonly quantityMicro: number | null
  /** Of goods that are counted in pieces and paid by weight. */
  readonly catchWeight?: PieceTerms | null
  readonly pieces?: number | null
}

export interface ItemOf {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly baseUnit: string
}

export interface LotOf {
  readonly id: number
  readonly code: string
  readonly expiresOn: string | null
}

/** A task as the engine lists it, as far as the station needs it. */
export interface StationTask {
  readonly id: number
  readonly state: string
  readonly item: ItemOf
  readonly lot: LotOf | null
  readonly fromBin: { readonly id: number; readonly code: string }
  readonly toBin: { readonly id: number; readonly code: string }
  readonly quantityMicro: number
  readonly doneMicro: number
  readonly reasonCode: string
  readonly reasonParams: AnswerParams
  readonly orderNumber: string | null
  readonly slot: number | null
  /** Labels of units in the bin that may be scanned in its place. */
  readonly units?: readonly string[]
}

/** The engine's answer to a confirmed step of a task. */
export interface TaskAnswer {
  readonly taskId: number
  readonly state: string
  readonly doneMicro: number
  readonly remainingMicro: number
  readonly scanId: number
}

export function remainingMicro(task: StationTask): number {
  return task.quantityMicro - task.doneMicro
}

/**
 * Refuses goods that are not the task's, in the words of the engine, before anybody walks on with them: the engine itself
 * is asked only at the end of the step. Pieces with serial numbers stand for each other.
 */
export function otherGoods<State, Call>(
  state: State,
  task: StationTask,
  scanned: { readonly code: string; readonly reading: GoodsReading },
): FlowStep<State, Call> | undefined {
  const { item, lot, serialTracked } = scanned.reading
  if (item?.id !== task.item.id) {
    const said = item === null ? bareCode(scanned.code) : itemText(item)
    return wrong(state, 'warehouse.wrongItem', { expected: itemText(task.item), scanned: said })
  }
  if (task.lot === null || lot === null || serialTracked === true || lot === task.lot.code) return undefined
  return wrong(state, 'warehouse.wrongLot', { expected: task.lot.code, scanned: lot })
}

/** A scan without the mark that some scanners put in front to tell the kind of barcode. */
export function bareCode(scanned: string): string {
  return scanned.replace(/^\][A-Za-z][0-9A-F]/, '')
}

/** Bin labels are compared as the engine does: without case and outer spaces. */
export function binCode(scanned: string): string {
  return bareCode(scanned).trim().toUpperCase()
}

/** The label of a pallet, tote or carton; an SSCC without its identifier (00). */
export function unitCode(scanned: string): string {
  const code = binCode(scanned)
  return /^00\d{18}$/.test(code) ? code.slice(2) : code
}

export function itemText(item: ItemOf): string {
  return `${item.code} ${item.name}`
}

import { createContext, use } from 'react'
import type { StationOutcome } from '../../../ui'
import type { FlowAnswer } from './flows/flow'
import type { StationTaskName } from './flows/command-scans'

/** Where the station is: its first page, or a task with what it is about. */
export interface StationPlace {
  readonly task?: StationTaskName
  readonly orderId?: number
  readonly batchId?: number
  readonly countId?: number
  readonly loadId?: number
  readonly inspectionId?: number
  /** goods to be put together, taken apart or repacked */
  readonly planId?: number
  /** goods of no known order: counted (an id), or about to be */
  readonly blindId?: number
  readonly isBlind?: boolean
  /** label of a pallet, tote or carton */
  readonly unit?: string
  /** a delivery that a customer sends back */
  readonly shipmentId?: number
  /** goods that go back to a supplier */
  readonly returnId?: number
  /** Begun from the queue of work: afterwards the queue says what is next. */
  readonly taskId?: number
}

/** One scan of this person, as the screen lists it. */
export interface LoggedScan {
  readonly id: string
  readonly text: string
  readonly result: 'right' | 'wrong'
  /** the engine can take it back */
  readonly scanId?: number
  /** the task on the screen can take it back */
  readonly lineKey?: number
}

/** What every task of the station shares. */
export interface StationControl {
  readonly warehouseId: number
  readonly person: string
  readonly today: string
  readonly isAway: boolean
  readonly outcome: StationOutcome | undefined
  readonly log: readonly LoggedScan[]
  /** Shows, sounds and keeps the answer to a scan. */
  tell(answer: FlowAnswer): void
  /** A failure of the engine, told as its reason. */
  tellFailure(error: unknown): void
  /** A command of the engine; one that got no answer is sent again with the same key. */
  attempt<Input extends { idempotencyKey: string }, Output>(
    name: string,
    call: (input: Input) => Promise<Output>,
    input: Omit<Input, 'idempotencyKey'>,
  ): Promise<Output>
  /** Takes a scan back in the engine; false where it was refused. */
  takeBack(scanId: number): Promise<boolean>
  /** A line that was taken back on the screen leaves the list of scans. */
  forgetScan(id: string): void
  go(place: StationPlace): void
  signOff(): void
}

/** Remembers on this computer whether steps are spoken. */
export const VOICE = 'station.voice'

/** Remembers on this computer whether its camera reads codes. */
export const CAMERA = 'station.camera'

export const StationContext = createContext<StationControl | undefined>(undefined)

export function useStation(): StationControl {
  const control = use(StationContext)
  if (control === undefined) throw new Error('no station here')
  return control
}

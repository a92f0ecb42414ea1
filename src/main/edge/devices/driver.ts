import type { DeviceEvent, DeviceState, PrintOutcome } from '../../../shared/devices/device'
import { Refusal } from '../../../shared/errors'

export type DeviceCommand = 'zero' | 'tare' | 'clearTare' | 'status'

/** A device of this station at work. */
export interface Driver {
  readonly state: DeviceState
  start(): void
  /** Something was plugged in, or the PC woke up. */
  wake(): void
  command(command: DeviceCommand): Promise<void>
  /** Sends a job that must not be sent twice. `sheet` names the paper, for printers that choose among several. */
  print(jobId: string, bytes: Uint8Array, sheet?: string): Promise<PrintOutcome>
  watchBytes(isOn: boolean): void
  close(): Promise<void>
}

export type Tell = (event: DeviceEvent) => void

export function cannot(command: string): Refusal {
  return new Refusal('devices.cannotDoThat', { command })
}

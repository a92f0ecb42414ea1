/** What the devices process of a station answers, over a MessagePort. No business travels here, and no secrets. */
import { eventIterator, oc, type } from '@orpc/contract'
import { z } from 'zod'
import {
  boundDevice,
  deviceAddress,
  type DeviceEvent,
  type DeviceState,
  type FoundDevice,
  type PrintOutcome,
} from './device'
import { printContent } from '../labels/papers'
import { deviceProfile, type PrinterLanguage, type SerialSettings } from './profile'

export interface Heard {
  /** everything that came, as a person reads it */
  readonly text: string
  /** profiles that understood it, the best first */
  readonly profileIds: readonly string[]
  readonly serial: SerialSettings | null
}

/** What a printer says when it is asked in each language. */
export interface PrinterAnswer {
  readonly language: PrinterLanguage | null
  readonly dpi: 203 | 300 | 600 | null
}

const deviceId = z.int().positive()

export const devicesContract = {
  /** What hangs on this PC. */
  find: oc.output(type<FoundDevice[]>()),
  /** The devices that this station uses, all of them: others are closed. */
  use: oc.input(z.strictObject({ devices: z.array(boundDevice) })).output(type<{ done: true }>()),
  states: oc.output(type<DeviceState[]>()),
  watch: oc.output(eventIterator(z.custom<DeviceEvent>())),
  command: oc
    .input(z.strictObject({ deviceId, command: z.enum(['zero', 'tare', 'clearTare', 'status']) }))
    .output(type<{ done: true }>()),
  /** Sends bytes that must not be sent twice, in base64. */
  print: oc
    .input(z.strictObject({ deviceId, jobId: z.string().min(1).max(80), bytes: z.base64() }))
    .output(type<PrintOutcome>()),
  /** Draws a label, a receipt or a document for this printer and sends it, once. */
  printJob: oc
    .input(
      z.strictObject({
        deviceId,
        jobId: z.string().min(1).max(80),
        content: printContent,
        copies: z.int().min(1).max(500),
      }),
    )
    .output(type<PrintOutcome>()),
  /** Listens to a port that nobody uses, with the usual settings one after the other, and says who may be speaking. */
  listen: oc
    .input(z.strictObject({ address: deviceAddress, milliseconds: z.int().min(100).max(5000).default(2000) }))
    .output(type<Heard>()),
  /** Asks a printer that nobody uses in one language after the other; it may print what it does not understand. */
  askPrinter: oc.input(z.strictObject({ address: deviceAddress })).output(type<PrinterAnswer>()),
  /** Lets a printer find the gaps of its media. */
  calibrate: oc.input(z.strictObject({ deviceId })).output(type<PrintOutcome>()),
  /** Tells the bytes of a device as they come and go. */
  watchBytes: oc.input(z.strictObject({ deviceId, isOn: z.boolean() })).output(type<{ done: true }>()),
  /** Tries one device without using it for anything: opens it, and says why not. */
  tryOut: oc.input(z.strictObject({ address: deviceAddress, profile: deviceProfile })).output(type<{ done: true }>()),
  /** Everything that support wants to know, as text to copy. */
  diagnostics: oc.output(type<{ text: string }>()),
}
export type DevicesContract = typeof devicesContract

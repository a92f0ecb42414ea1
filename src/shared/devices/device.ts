/** A device of a station: where it hangs, what it is, how it is, what it says. */
import { z } from 'zod'
import type { RefusalData } from '../errors'
import { deviceProfile, serialSettings } from './profile'
import type { Weight } from './weight'

/**
 * Where a device is found again. A USB device by maker, product and serial number, because the name of its port changes
 * with the socket; by the port only where it has no identity of its own.
 */
export const deviceAddress = z.discriminatedUnion('transport', [
  z.strictObject({
    transport: z.literal('serial'),
    path: z.string().max(200).default(''),
    vendorId: z.int().nullable().default(null),
    productId: z.int().nullable().default(null),
    serialNumber: z.string().max(120).default(''),
  }),
  z.strictObject({
    transport: z.literal('hid'),
    path: z.string().max(300).default(''),
    vendorId: z.int(),
    productId: z.int(),
    serialNumber: z.string().max(120).default(''),
    usagePage: z.int().nullable().default(null),
  }),
  z.strictObject({
    transport: z.literal('tcp'),
    host: z.string().trim().min(1).max(200),
    port: z.int().min(1).max(65_535),
  }),
  /** a device file that takes bytes: /dev/usb/lp0 */
  z.strictObject({ transport: z.literal('file'), path: z.string().min(1).max(300) }),
  /** a queue of the operating system, fed raw */
  z.strictObject({ transport: z.literal('spooler'), queue: z.string().min(1).max(200) }),
])
export type DeviceAddress = z.infer<typeof deviceAddress>

/** What a person may set on a device beside its profile. */
export const deviceSettings = z.strictObject({
  serial: serialSettings.optional(),
  /** what the scanner puts in front of and behind each code */
  prefix: z.string().max(20).optional(),
  suffix: z.string().max(20).optional(),
  sameCodeMs: z.int().min(0).max(5000).optional(),
  dpi: z.union([z.literal(203), z.literal(300), z.literal(600)]).optional(),
  labelWidthMillimetres: z.int().min(10).max(250).optional(),
  labelHeightMillimetres: z.int().min(5).max(600).optional(),
  gapMillimetres: z.int().min(0).max(20).optional(),
  darkness: z.int().min(0).max(30).optional(),
  speed: z.int().min(1).max(14).optional(),
  shiftXDots: z.int().min(-500).max(500).optional(),
  shiftYDots: z.int().min(-500).max(500).optional(),
  /** greatest and smallest weight that is taken, grams */
  maxGrams: z.int().positive().optional(),
  minGrams: z.int().optional(),
})
export type DeviceSettings = z.infer<typeof deviceSettings>

/** A device as its station uses it. */
export const boundDevice = z.object({
  id: z.int().positive(),
  name: z.string(),
  profile: deviceProfile,
  address: deviceAddress,
  settings: deviceSettings,
  /** the place on this PC that its scans belong to; empty = every window */
  workplace: z.string(),
})
export type BoundDevice = z.infer<typeof boundDevice>

/** Something that hangs on this PC, known or not. */
export interface FoundDevice {
  readonly address: DeviceAddress
  readonly name: string
  readonly maker: string
  /** profiles that its identity points to, the likeliest first */
  readonly profileIds: readonly string[]
  /** what its identity says it is */
  readonly role: 'scanner' | 'printer' | 'scale' | 'rfid' | 'unknown'
  /** why it cannot be opened, where that is known without opening it */
  readonly trouble?: RefusalData
}

export type LinkState = 'connecting' | 'ready' | 'away'

/** How a device is, now. */
export interface DeviceState {
  readonly deviceId: number
  readonly link: LinkState
  /** why it is away, or what it complains about while it is ready (no paper) */
  readonly trouble?: RefusalData
  readonly weight?: ScaleReading
}

export type ScaleStatus = 'weight' | 'moving' | 'over' | 'under' | 'fault'

export interface ScaleReading {
  readonly status: ScaleStatus
  /** where the scale tells one */
  readonly weight?: Weight
  /** true when two frames in a row agree and say so: may be taken */
  readonly isStable: boolean
  readonly isNet: boolean
}

export type DeviceEvent =
  | { readonly kind: 'state'; readonly state: DeviceState }
  /** one decoded code with its AIM id in front where the scanner sends it */
  | { readonly kind: 'scan'; readonly deviceId: number; readonly workplace: string; readonly text: string }
  /** a tag in the field of an RFID reader: its number, and as a scan where it names an item or a unit (`]C101..21..`) */
  | {
      readonly kind: 'tag'
      readonly deviceId: number
      readonly workplace: string
      readonly epc: string
      readonly text?: string
    }
  | { readonly kind: 'weight'; readonly deviceId: number; readonly reading: ScaleReading }
  /** what came over the wire, while somebody watches */
  | { readonly kind: 'bytes'; readonly deviceId: number; readonly out: boolean; readonly text: string }
  /** something was plugged in or out */
  | { readonly kind: 'changed' }

export type PrintOutcome =
  /** the printer says it is done, or took all bytes where it can say nothing */
  | { readonly kind: 'confirmed' }
  /** not one byte left this PC */
  | { readonly kind: 'not-sent'; readonly trouble: RefusalData }
  /** some or all bytes left, and nobody knows what became of them */
  | { readonly kind: 'unknown'; readonly trouble: RefusalData }

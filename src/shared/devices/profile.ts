/**
 * What a kind of device is, as data: how it is recognised, how its port is set, how its bytes are cut and read. The
 * program brings some (resources/device-profiles); a user may copy one and change it.
 */
import { z } from 'zod'

export const deviceRole = z.enum(['scanner', 'printer', 'scale', 'rfid'])
export type DeviceRole = z.infer<typeof deviceRole>

export const serialSettings = z.strictObject({
  baudRate: z.int().min(300).max(921_600).default(9600),
  dataBits: z.union([z.literal(7), z.literal(8)]).default(8),
  parity: z.enum(['none', 'even', 'odd']).default('none'),
  stopBits: z.union([z.literal(1), z.literal(2)]).default(1),
  flow: z.enum(['none', 'rtscts', 'xon']).default('none'),
})
export type SerialSettings = z.infer<typeof serialSettings>

/** A regular expression that a person may write. Short, so that none can take long over a frame. */
const pattern = z
  .string()
  .max(300)
  .refine((text) => {
    try {
      RegExp(text)
      return true
    } catch {
      return false
    }
  }, 'pattern')

/** Bytes as text: printable characters as they are, others as `\x0d`. */
const bytesText = z
  .string()
  .max(200)
  .regex(/^(?:[ -[\]-~]|\\x[0-9a-fA-F]{2})*$/)

const usb = z.strictObject({
  vendorId: z.int().min(0).max(0xffff),
  /** any product of this maker when left out */
  productId: z.int().min(0).max(0xffff).optional(),
})

export const lineFormat = z.strictObject({
  /** ends a frame; what comes in between is one frame */
  end: bytesText.min(1),
  start: bytesText.optional(),
  /** named groups: value, and where the frame has them state, unit, sign, net */
  weight: pattern,
  /** what `state` says when the weight is stable; a frame without the group is stable unless `unstable` matches */
  stable: z.array(z.string().max(10)).optional(),
  unstable: pattern.optional(),
  net: pattern.optional(),
  /** the unit where the frame tells none */
  unit: z.enum(['g', 'kg', 'oz', 'lb', 't']).optional(),
  over: pattern.optional(),
  under: pattern.optional(),
  moving: pattern.optional(),
  fault: pattern.optional(),
  acknowledged: pattern.optional(),
})
export type LineFormat = z.infer<typeof lineFormat>

const common = {
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(40),
  name: z.string().min(1).max(80),
  /** as people know it in Chinese; `name` where there is none */
  chineseName: z.string().min(1).max(80).optional(),
  /** facts that are not proved by a maker's manual: shown to the person who chooses it */
  isUnproved: z.boolean().default(false),
  transports: z.array(z.enum(['serial', 'hid', 'tcp', 'file', 'spooler'])).min(1),
  usb: z.array(usb).default([]),
  /** HID usage page and usage */
  usage: z.strictObject({ page: z.int(), usage: z.int().optional() }).optional(),
  serial: serialSettings.prefault({}),
  tcpPort: z.int().min(1).max(65_535).optional(),
}

const scanner = z.strictObject({
  ...common,
  role: z.literal('scanner'),
  codec: z.enum(['scanner-text', 'scanner-hid']),
  /** the same code within this time is the same trigger pull */
  sameCodeMs: z.int().min(0).max(5000).default(250),
  silenceMs: z.int().min(5).max(1000).default(30),
  /** bytes of a HID feature report that switch the reader on */
  switchOn: z.array(z.int().min(0).max(255)).max(64).optional(),
})

const scale = z.strictObject({
  ...common,
  role: z.literal('scale'),
  codec: z.enum([
    'line',
    'toledo-8217',
    'toledo-continuous',
    'nci-scp-01',
    'cas-ap',
    'os2x',
    'xk3190',
    'jcs-b',
    'scale-hid',
  ]),
  line: lineFormat.optional(),
  /** asked again and again; left out where the scale speaks by itself */
  poll: z.strictObject({ bytes: bytesText.min(1), everyMs: z.int().min(50).max(5000) }).optional(),
  /** sent when an answer to the poll has come (CAS: 06 -> 11) */
  handshake: z.strictObject({ when: bytesText.min(1), bytes: bytesText.min(1) }).optional(),
  commands: z
    .strictObject({ zero: bytesText.optional(), tare: bytesText.optional(), clearTare: bytesText.optional() })
    .default({}),
  unit: z.enum(['g', 'kg', 'oz', 'lb', 't']).optional(),
  /** continuous output of Toledo terminals: a checksum behind each frame */
  hasChecksum: z.boolean().default(false),
  /** JCS-B: the lowest pair of digits comes first */
  lowFirst: z.boolean().default(true),
})

/** `pdf`: a printer of the system with its own driver, for sheets. */
export const printerLanguage = z.enum(['zpl', 'tspl', 'epl', 'cpcl', 'escpos', 'pdf'])
export type PrinterLanguage = z.infer<typeof printerLanguage>

const printer = z.strictObject({
  ...common,
  role: z.literal('printer'),
  language: printerLanguage,
  dpi: z.union([z.literal(203), z.literal(300), z.literal(600)]).default(203),
  /** of the roll of a receipt printer */
  paperMillimetres: z.union([z.literal(58), z.literal(80)]).optional(),
  /**
   * `answer`: the printer tells its state; `delivery`: all that is known is that it took the bytes; `some`: printers of
   * this language that tell their state are believed, those that never say a word by delivery
   */
  confirms: z.enum(['answer', 'some', 'delivery']),
})

const rfid = z.strictObject({
  ...common,
  role: z.literal('rfid'),
  codec: z.enum(['rfid-a0', 'rfid-bb', 'llrp']),
  /** asked again and again; left out where the reader reports by itself */
  poll: z.strictObject({ bytes: bytesText.min(1), everyMs: z.int().min(20).max(5000) }).optional(),
  /** a tag that stays in the field is told again after this time */
  sameTagMs: z.int().min(0).max(600_000).default(5000),
})

export const deviceProfile = z.discriminatedUnion('role', [scanner, scale, printer, rfid])
export type DeviceProfile = z.infer<typeof deviceProfile>
export type ScannerProfile = z.infer<typeof scanner>
export type ScaleProfile = z.infer<typeof scale>
export type PrinterProfile = z.infer<typeof printer>
export type RfidProfile = z.infer<typeof rfid>

/** `\x05` and the like as bytes. */
export function bytesOf(text: string): Uint8Array {
  const bytes = [...text.matchAll(/\\x([0-9a-fA-F]{2})|([ -[\]-~])/g)].map(([, hex, character = '']) =>
    hex === undefined ? character.charCodeAt(0) : Number.parseInt(hex, 16),
  )
  return Uint8Array.from(bytes)
}

/** Bytes as a person reads them in the monitor: `S S     100.00 g\x0d\x0a`. */
export function textOfBytes(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f && byte !== 0x5c
      ? String.fromCharCode(byte)
      : `\\x${byte.toString(16).padStart(2, '0')}`,
  ).join('')
}

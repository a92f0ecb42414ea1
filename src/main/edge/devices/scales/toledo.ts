/** Mettler Toledo: the checkout protocol 8217, the continuous output of industrial terminals; and NCI SCP-01. */
import { readDecimal, weightUnit, type WeightUnit } from '../../../../shared/devices/weight'
import { Framer, indexOfBytes, textOf } from '../framing'
import { noise, status, weighed, type ScaleCodec, type ScaleSaid } from './scale-frame'

const STX = 0x02
const ETX = 0x03
const CR = 0x0d

const cut = (used: number, said: ScaleSaid = noise) => ({ used, said })

/** `STX ww.www[N] CR`, sent only while it rests, or `STX ? status CR`. */
export function toledo8217(unit: WeightUnit): ScaleCodec {
  return new Framer<ScaleSaid>((bytes) => {
    const start = bytes.indexOf(STX)
    if (start < 0) return cut(bytes.length)
    if (start > 0) return cut(start)
    // The status byte may look like any other: it stands where it stands.
    if (bytes[1] === 0x3f) {
      if (bytes.length < 4) return undefined
      return bytes[3] === CR ? cut(4, readStatus(bytes[2] ?? 0)) : cut(1)
    }
    const end = bytes.indexOf(CR)
    if (end < 0) return bytes.length > 16 ? cut(1) : undefined
    const again = bytes.lastIndexOf(STX, end)
    if (again > 0) return cut(again)
    return cut(end + 1, read8217(bytes.subarray(1, end), unit))
  })
}

function readStatus(bits: number): ScaleSaid {
  if ((bits & 2) !== 0) return status('over')
  return status((bits & 4) !== 0 ? 'under' : 'moving')
}

function read8217(frame: Uint8Array, unit: WeightUnit): ScaleSaid | undefined {
  // Two digits and, in kilograms, three decimals; in pounds two. A frame with fewer has lost one on the way.
  const match = (unit === 'lb' ? /^(\d{2}\.\d{2})(N?)$/ : /^(\d{2}\.\d{3})(N?)$/).exec(textOf(frame))
  return match === null ? undefined : weighed(readDecimal(match[1] ?? '', unit), true, match[2] === 'N')
}

const CONTINUOUS_UNITS: readonly (WeightUnit | undefined)[] = [undefined, 'g', 't', 'oz']

/** `STX A B C w6 t6 CR` and, where the terminal is set to it, a checksum. */
export function toledoContinuous(hasChecksum: boolean): ScaleCodec {
  const length = hasChecksum ? 18 : 17
  return new Framer<ScaleSaid>((bytes) => {
    if (bytes[0] !== STX) return cut(Math.max(1, bytes.indexOf(STX)))
    if (bytes.length < length) return undefined
    if (bytes[16] !== CR || (hasChecksum && !sumsUp(bytes))) return cut(1)
    return cut(length, readContinuous(bytes.subarray(1, 16)))
  })
}

/** The checksum is the two's complement of the seven-bit sum of all that stands before it. */
function sumsUp(bytes: Uint8Array): boolean {
  const sum = bytes.subarray(0, 18).reduce((total, byte) => total + (byte & 0x7f), 0)
  return (sum & 0x7f) === 0
}

function readContinuous(frame: Uint8Array): ScaleSaid | undefined {
  const [a = 0, b = 0, c = 0] = frame
  // Bit 5 is always set, bit 7 never; with the display expanded tenfold the last digit is no resolution of the scale.
  if ([a, b, c].some((word) => (word & 0xa0) !== 0x20) || (c & 0x10) !== 0) return undefined
  if ((b & 4) !== 0) return status((b & 2) === 0 ? 'over' : 'under')
  const decimals = (a & 7) - 2
  const digits = /^ *(\d+)$/.exec(textOf(frame.subarray(3, 9)))?.[1]
  const tare = /^ *\d*$/.test(textOf(frame.subarray(9, 15)))
  const unit = (c & 7) === 0 ? ((b & 16) === 0 ? 'lb' : 'kg') : CONTINUOUS_UNITS[c & 7]
  if (digits === undefined || !tare || unit === undefined || decimals > 4) return undefined
  const size = decimals < 0 ? 10 ** -decimals : 1
  const value = Number(digits) * size * ((b & 2) === 0 ? 1 : -1)
  const weight = { value: value === 0 ? 0 : value, decimals: Math.max(0, decimals), unit }
  return weighed(weight, (b & 8) === 0, (b & 1) !== 0)
}

/** `LF 0012.34KG CR LF s1 s2 CR ETX`, or the status alone while there is no weight to tell. */
export function nciScp01(): ScaleCodec {
  const end = Uint8Array.of(CR, ETX)
  return new Framer<ScaleSaid>((bytes) => {
    const at = indexOfBytes(bytes, end)
    if (at < 0) return bytes.length > 64 ? cut(bytes.length - 32) : undefined
    return cut(at + 2, readNci(textOf(bytes.subarray(0, at))))
  })
}

function readNci(frame: string): ScaleSaid | undefined {
  const match = /\n(?: *([+-]?) *([\d.]{7})(KG|LB|OZ|G)\r\n)?([0-?p-\x7f])([0-?p-\x7f])$/i.exec(frame)
  if (match === null) return undefined
  const [, sign = '', digits, unitText = '', first = '', second = ''] = match
  const [one, two] = [first.charCodeAt(0), second.charCodeAt(0)]
  if ((two & 2) !== 0) return status('over')
  if ((two & 1) !== 0) return status('under')
  const unit = weightUnit(unitText)
  if (digits === undefined || unit === undefined) return (one & 1) !== 0 ? status('moving') : undefined
  return weighed(readDecimal(`${sign}${digits}`, unit), (one & 1) === 0)
}

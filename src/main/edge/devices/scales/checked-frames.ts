/** Frames of fixed length with a checksum: CAS AP/PD, Aclas OS2X, XK3190; and the six bytes of JCS-B without one. */
import { readDecimal, weightUnit, type WeightUnit } from '../../../../shared/devices/weight'
import { Framer, textOf } from '../framing'
import { noise, status, weighed, type ScaleCodec, type ScaleSaid } from './scale-frame'

const ACK = 0x06

interface FixedFrame {
  readonly length: number
  readonly begins: readonly number[]
  readonly ends: readonly number[]
  /** A stream without checksum: a frame counts only when the next one begins right behind it. */
  readonly isFollowed?: boolean
  read(frame: Uint8Array): ScaleSaid | undefined
}

/** A frame that does not hold costs one byte, so that a good one hidden in it is still found. */
function fixedFrames({ length, begins, ends, isFollowed = false, read }: FixedFrame): ScaleCodec {
  return new Framer<ScaleSaid>((bytes) => {
    // The readiness byte between question and frame is no noise.
    const skip = bytes[0] === ACK ? { used: 1 } : { used: 1, said: noise }
    const known = Math.min(bytes.length, begins.length)
    if (begins.slice(0, known).some((byte, at) => bytes[at] !== byte)) return skip
    if (bytes.length < length + (isFollowed ? 1 : 0)) return undefined
    const frame = bytes.subarray(0, length)
    if (isFollowed && bytes[length] !== begins[0]) return skip
    if (ends.some((byte, at) => frame[length - ends.length + at] !== byte)) return skip
    const said = read(frame)
    return said === undefined ? skip : { used: length, said }
  })
}

const xor = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum ^ byte, 0)

/** `01 02 S/U/F sign w6 uu BCC 03 04`; CAS sums the ten data bytes, OS2X the two before them as well. */
export function casFrames(sumsHead: boolean): ScaleCodec {
  return fixedFrames({
    length: 15,
    begins: [0x01, 0x02],
    ends: [0x03, 0x04],
    read(frame) {
      if (xor(frame.subarray(sumsHead ? 0 : 2, 12)) !== frame[12]) return undefined
      const match = /^([SUF])([ +F-])(.{6})(..)$/.exec(textOf(frame.subarray(2, 12)))
      if (match === null) return undefined
      const [, state = '', sign = '', digits = '', unitText = ''] = match
      if (state === 'F' || sign === 'F') return status('over')
      const unit = weightUnit(unitText)
      const value = /^ *[\d.]+$/.test(digits) ? digits.trim() : ''
      return unit === undefined ? undefined : weighed(readDecimal(`${sign.trim()}${value}`, unit), state === 'S')
    },
  })
}

const hex = (nibble: number): number => nibble + (nibble <= 9 ? 0x30 : 0x37)

/** `02 sign d6 dp xorHi xorLo 03`; nothing in it says whether the weight rests. */
export function xk3190(unit: WeightUnit): ScaleCodec {
  return fixedFrames({
    length: 12,
    begins: [0x02],
    ends: [0x03],
    read(frame) {
      const sum = xor(frame.subarray(1, 9))
      if (frame[9] !== hex(sum >> 4) || frame[10] !== hex(sum & 15)) return undefined
      const match = /^([+-])(\d{6})([0-4])$/.exec(textOf(frame.subarray(1, 9)))
      if (match === null) return undefined
      const [, sign, digits, decimals] = match
      const value = Number(digits)
      return weighed(
        { value: sign === '-' && value !== 0 ? -value : value, decimals: Number(decimals), unit },
        'unsaid',
      )
    },
  })
}

/** `FF status bcd1 bcd2 bcd3 unit`. Makers differ in which of the three digits pairs comes first. */
export function jcsB(unit: WeightUnit, lowFirst: boolean): ScaleCodec {
  return fixedFrames({
    length: 6,
    begins: [0xff],
    ends: [],
    isFollowed: true,
    read(frame) {
      const bits = frame[1] ?? 0
      const pairs = [...frame.subarray(2, 5)]
      const digits = (lowFirst ? pairs.reverse() : pairs).map((pair) => pair.toString(16).padStart(2, '0')).join('')
      const decimals = bits & 7
      if (!/^\d{6}$/.test(digits) || decimals > 4 || (bits & 0x18) !== 0 || frame[5] === 0xff) return undefined
      if ((bits & 0x80) !== 0) return status('over')
      const value = Number(digits) * ((bits & 0x20) === 0 ? 1 : -1)
      return weighed({ value: value === 0 ? 0 : value, decimals, unit }, (bits & 0x40) !== 0)
    },
  })
}

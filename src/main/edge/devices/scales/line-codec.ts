/** Scales that write lines of text (MT-SICS, A&D, CAS 22 bytes, Ohaus, ...), each described by its profile. */
import { bytesOf, type LineFormat } from '../../../../shared/devices/profile'
import { readDecimal, weightUnit, type WeightUnit } from '../../../../shared/devices/weight'
import { Framer, indexOfBytes, textOf } from '../framing'
import { noise, status, weighed, type ScaleCodec, type ScaleSaid } from './scale-frame'

/** Longer lines are noise: no expression is run over them. */
const LONGEST_LINE = 120

export function lineCodec(format: LineFormat, profileUnit: WeightUnit | undefined): ScaleCodec {
  const end = bytesOf(format.end)
  const start = format.start === undefined ? undefined : bytesOf(format.start)
  const read = lineReader(format, profileUnit)
  return new Framer<ScaleSaid>((bytes) => {
    const at = indexOfBytes(bytes, end)
    if (at < 0) return undefined
    const used = at + end.length
    const frame = afterStart(bytes.subarray(0, at), start)
    const said = frame === undefined || frame.length > LONGEST_LINE ? undefined : read(textOf(frame))
    return { used, said: said ?? noise }
  })
}

/** From the last start on: what stands before it is the tail of a frame that was cut. */
function afterStart(bytes: Uint8Array, start: Uint8Array | undefined): Uint8Array | undefined {
  if (start === undefined) return bytes
  for (let at = bytes.length - start.length; at >= 0; at--) {
    if (indexOfBytes(bytes.subarray(at, at + start.length), start) === 0) return bytes.subarray(at + start.length)
  }
  return undefined
}

function lineReader(format: LineFormat, profileUnit: WeightUnit | undefined): (line: string) => ScaleSaid | undefined {
  const expression = (source: string | undefined): RegExp | undefined =>
    source === undefined ? undefined : new RegExp(source)
  const weight = new RegExp(format.weight)
  const unstable = expression(format.unstable)
  const net = expression(format.net)
  const statuses = (['over', 'under', 'moving', 'fault'] as const).flatMap((what) => {
    const pattern = expression(format[what])
    return pattern === undefined ? [] : [{ what, pattern }]
  })
  const acknowledged = expression(format.acknowledged)
  return (line) => {
    const match = weight.exec(line)
    if (match !== null) {
      const { value = '', sign = '', state, unit } = match.groups ?? {}
      const told = unit === undefined || unit.trim() === '' ? (format.unit ?? profileUnit) : weightUnit(unit)
      if (told === undefined) return undefined
      const saysStable = state === undefined ? true : format.stable?.includes(state.trim()) === true
      const isStable = saysStable && unstable?.test(line) !== true
      return weighed(readDecimal(`${sign.trim()}${value.trim()}`, told), isStable, net?.test(line) === true)
    }
    const found = statuses.find(({ pattern }) => pattern.test(line))
    if (found !== undefined) return status(found.what)
    return acknowledged?.test(line) === true ? { kind: 'acknowledged' } : undefined
  }
}

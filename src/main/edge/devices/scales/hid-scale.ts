/** USB scales of the HID usage page 0x8D (HID Point of Sale Usage Tables): `[03, status, unit, exponent, lo, hi]`. */
import type { WeightUnit } from '../../../../shared/devices/weight'
import { status, weighed, type ScaleCodec, type ScaleSaid } from './scale-frame'

const REPORT = 3
const UNITS: Readonly<Record<number, WeightUnit>> = { 2: 'g', 3: 'kg', 11: 'oz', 12: 'lb' }

/** One report at a time. The first after opening is what the scale still held from before: it is dropped. */
export function hidScale(): ScaleCodec {
  let isFirst = true
  return {
    feed(report) {
      if (report[0] !== REPORT || report.length < 6) return []
      if (isFirst) {
        isFirst = false
        return []
      }
      const said = readReport(report)
      return said === undefined ? [] : [said]
    },
  }
}

function readReport(report: Uint8Array): ScaleSaid | undefined {
  const [, state = 0, unitCode = 0, exponentByte = 0, low = 0, high = 0] = report
  if (state === 5) return status('under')
  if (state === 6) return status('over')
  if (state === 1 || state === 7 || state === 8) return status('fault')
  const unit = UNITS[unitCode]
  const exponent = exponentByte > 127 ? exponentByte - 256 : exponentByte
  if (unit === undefined || exponent < -6 || exponent > 3 || state < 2 || state > 4) return undefined
  const raw = low + high * 256
  const value = exponent > 0 ? raw * 10 ** exponent : raw
  return weighed({ value, decimals: Math.max(0, -exponent), unit }, state !== 3)
}

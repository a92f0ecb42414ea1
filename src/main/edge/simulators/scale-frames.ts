/** What each kind of scale puts on the wire, written from the makers' descriptions and apart from the readers. */
import type { Weight } from '../../../shared/devices/weight'

export type ScaleShows =
  | { readonly kind: 'weight'; readonly weight: Weight; readonly stable: boolean; readonly isNet: boolean }
  | { readonly kind: 'over' | 'under' }

type Writer = (shows: ScaleShows) => Uint8Array

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
const xor = (bytes: readonly number[]): number => bytes.reduce((sum, byte) => sum ^ byte, 0)

/** Digits with the point: `12.340`. */
function decimal({ value, decimals }: Weight, width = 0): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return (decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`).padStart(width, ' ')
}
const sign = ({ value }: Weight): '-' | '+' => (value < 0 ? '-' : '+')
const minus = ({ value }: Weight): string => (value < 0 ? '-' : '')

const mtSics: Writer = (shows) => {
  if (shows.kind !== 'weight') return ascii(`S ${shows.kind === 'over' ? '+' : '-'}\r\n`)
  const { weight, stable } = shows
  return ascii(`S ${stable ? 'S' : 'D'} ${(minus(weight) + decimal(weight)).padStart(10)} ${weight.unit}\r\n`)
}

const toledo8217: Writer = (shows) => {
  if (shows.kind !== 'weight') return Uint8Array.of(2, 0x3f, shows.kind === 'over' ? 2 : 4, 13)
  if (!shows.stable) return Uint8Array.of(2, 0x3f, 1, 13)
  return ascii(`\u0002${decimal(shows.weight).padStart(shows.weight.decimals + 3, '0')}${shows.isNet ? 'N' : ''}\r`)
}

const continuous =
  (hasChecksum: boolean): Writer =>
  (shows) => {
    const isOff = shows.kind !== 'weight'
    const weight: Weight = isOff ? { value: 0, decimals: 3, unit: 'kg' } : shows.weight
    const a = 0x20 + weight.decimals + 2
    const b =
      0x20 +
      (!isOff && shows.isNet ? 1 : 0) +
      (weight.value < 0 || shows.kind === 'under' ? 2 : 0) +
      (isOff ? 4 : 0) +
      (!isOff && !shows.stable ? 8 : 0) +
      (weight.unit === 'lb' ? 0 : 16)
    const text = `${String(Math.abs(weight.value)).padStart(6)}${'0'.padStart(6)}\r`
    const frame = [2, a, b, 0x20 + (weight.unit === 'g' ? 1 : 0), ...ascii(text)]
    const sum = frame.reduce((total, byte) => total + byte, 0)
    return Uint8Array.from(hasChecksum ? [...frame, -sum & 0x7f] : frame)
  }

const nci: Writer = (shows) => {
  if (shows.kind !== 'weight') return ascii(`\n0${shows.kind === 'over' ? 2 : 1}\r\u0003`)
  const { weight, stable } = shows
  const digits = decimal(weight).padStart(7, '0')
  return ascii(`\n${minus(weight)}${digits}${weight.unit.toUpperCase()}\r\n${stable ? 0 : 1}0\r\u0003`)
}

const cas =
  (sumsHead: boolean): Writer =>
  (shows) => {
    const weight = shows.kind === 'weight' ? shows.weight : { value: 0, decimals: 3, unit: 'kg' as const }
    const state = shows.kind === 'weight' ? (shows.stable ? 'S' : 'U') : 'F'
    const digits = decimal(weight).padStart(6, '0')
    const body = [...ascii(`${state}${weight.value < 0 ? '-' : ' '}${digits}${weight.unit.padStart(2)}`)]
    const sum = xor(sumsHead ? [1, 2, ...body] : body)
    return Uint8Array.from([1, 2, ...body, sum, 3, 4])
  }

const and: Writer = (shows) => {
  if (shows.kind !== 'weight') return ascii(`OL,${shows.kind === 'over' ? '+' : '-'}9999999E+19\r\n`)
  const { weight, stable } = shows
  const digits = decimal(weight).padStart(8, '0')
  return ascii(`${stable ? 'ST' : 'US'},${sign(weight)}${digits}${weight.unit.padStart(3)}\r\n`)
}

const cas22: Writer = (shows) => {
  if (shows.kind !== 'weight') return ascii('OL,GS,\u0001\u00a0,         kg\r\n')
  const { weight, stable, isNet } = shows
  const digits = `${minus(weight)}${decimal(weight)}`.padStart(8)
  return ascii(`${stable ? 'ST' : 'US'},${isNet ? 'NT' : 'GS'},\u0001\u00a0,${digits} ${weight.unit.padStart(2)}\r\n`)
}

/** As the CAS one, without the lamp and without a gap before the unit. */
const indicatorLine: Writer = (shows) => {
  if (shows.kind !== 'weight') return ascii('OL,GS,+       kg\r\n')
  const { weight, stable, isNet } = shows
  const digits = `${sign(weight)}${decimal(weight).padStart(7, '0')}`
  return ascii(`${stable ? 'ST' : 'US'},${isNet ? 'NT' : 'GS'},${digits}${weight.unit.padStart(2)}\r\n`)
}

const nibble = (value: number): number => value + (value <= 9 ? 0x30 : 0x37)

const xk3190: Writer = (shows) => {
  const weight = shows.kind === 'weight' ? shows.weight : { value: 0, decimals: 3, unit: 'kg' as const }
  const body = [...ascii(`${sign(weight)}${String(Math.abs(weight.value)).padStart(6, '0')}${weight.decimals}`)]
  const sum = xor(body)
  return Uint8Array.from([2, ...body, nibble(sum >> 4), nibble(sum & 15), 3])
}

const jcsB =
  (lowFirst: boolean): Writer =>
  (shows) => {
    const weight = shows.kind === 'weight' ? shows.weight : { value: 0, decimals: 3, unit: 'kg' as const }
    const stable = shows.kind === 'weight' && shows.stable ? 0x40 : 0
    const bits = weight.decimals + (weight.value < 0 ? 0x20 : 0) + stable + (shows.kind === 'weight' ? 0 : 0x80)
    const digits = String(Math.abs(weight.value)).padStart(6, '0')
    const pairs = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16))
    return Uint8Array.from([0xff, bits, ...(lowFirst ? pairs.reverse() : pairs), 0])
  }

const ohaus: Writer = (shows) => {
  if (shows.kind !== 'weight') return ascii(`Err ${shows.kind === 'over' ? '8.3' : '8.4'}\r\n`)
  const { weight, stable, isNet } = shows
  const text = `${minus(weight)}${decimal(weight)}`.padStart(10)
  return ascii(`${text} ${weight.unit}${stable ? '  ' : ' ?'}${isNet ? ' NET' : ''}\r\n`)
}

const HID_UNITS = { g: 2, kg: 3, oz: 11, lb: 12, t: 4 }

const hid: Writer = (shows) => {
  if (shows.kind !== 'weight') return Uint8Array.of(3, shows.kind === 'over' ? 6 : 5, 2, 0, 0, 0)
  const { weight, stable } = shows
  const { value, decimals, unit } = weight
  const state = !stable ? 3 : value === 0 ? 2 : 4
  return Uint8Array.of(3, state, HID_UNITS[unit], (256 - decimals) & 255, value & 255, (value >> 8) & 255)
}

const writers: Readonly<Record<string, Writer>> = {
  'mt-sics': mtSics,
  'toledo-8217': toledo8217,
  'toledo-8217-lb': toledo8217,
  'toledo-continuous': continuous(false),
  'toledo-continuous-checksum': continuous(true),
  'nci-scp-01': nci,
  'cas-ap': cas(false),
  os2x: cas(true),
  and,
  'cas-22': cas22,
  'indicator-line': indicatorLine,
  xk3190,
  'jcs-b': jcsB(true),
  'jcs-b-high-first': jcsB(false),
  ohaus,
  'scale-hid': hid,
}

export const scaleProtocols: readonly string[] = Object.keys(writers)

export function frameOf(protocol: string, shows: ScaleShows): Uint8Array {
  const write = writers[protocol]
  if (write === undefined) throw new Error(`no scale speaks ${protocol}`)
  return write(shows)
}

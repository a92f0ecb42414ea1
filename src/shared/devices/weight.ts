/** A weight as the scale wrote it: an integer of 10^-decimals units. Never a floating point number. */
export type WeightUnit = 'g' | 'kg' | 'oz' | 'lb' | 't'

export interface Weight {
  readonly value: number
  readonly decimals: number
  readonly unit: WeightUnit
}

/** Of one unit in micrograms; the avoirdupois pound is 453.59237 g by definition, the ounce a sixteenth of it. */
const MICROGRAMS: Readonly<Record<WeightUnit, bigint>> = {
  g: 1_000_000n,
  kg: 1_000_000_000n,
  t: 1_000_000_000_000n,
  lb: 453_592_370n,
  oz: 28_349_523n,
}

const UNITS: Readonly<Record<string, WeightUnit>> = {
  g: 'g',
  gm: 'g',
  gr: 'g',
  kg: 'kg',
  kgs: 'kg',
  t: 't',
  lb: 'lb',
  lbs: 'lb',
  oz: 'oz',
}

export function weightUnit(text: string): WeightUnit | undefined {
  return UNITS[text.trim().toLowerCase()]
}

/** In millionths of a gram, rounded half away from zero (only ounces are ever rounded). */
function micrograms({ value, decimals, unit }: Weight): bigint {
  // The ounce with its ninth decimal, so that a pound of sixteen is a pound.
  const exact = unit === 'oz' ? BigInt(value) * 453_592_370n : BigInt(value) * MICROGRAMS[unit] * 16n
  return divideRounded(exact, 16n * 10n ** BigInt(decimals))
}

function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const half = divisor / 2n
  return dividend < 0n ? -((-dividend + half) / divisor) : (dividend + half) / divisor
}

/** Millionths of a gram as a safe integer: what quantities in grams are counted in. */
export function gramsMicro(weight: Weight): number {
  return Number(micrograms(weight))
}

/** Whole grams, rounded half away from zero. */
export function wholeGrams(weight: Weight): number {
  return Number(divideRounded(micrograms(weight), 1_000_000n))
}

/** "12.340 kg", with as many decimals as the scale shows. */
export function weightText({ value, decimals, unit }: Weight): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const part = decimals === 0 ? '' : `.${digits.slice(-decimals)}`
  return `${value < 0 ? '-' : ''}${whole}${part} ${unit}`
}

/** "0012.340" with its unit; undefined for what is no plain decimal. */
export function readDecimal(text: string, unit: WeightUnit): Weight | undefined {
  const match = /^([+-]?) *(\d{1,9})(?:[.,](\d{0,6}))?$/.exec(text.trim())
  if (match === null) return undefined
  const [, sign, whole = '', part = ''] = match
  const value = Number(whole + part)
  return { value: sign === '-' && value !== 0 ? -value : value, decimals: part.length, unit }
}

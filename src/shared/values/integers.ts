/**
 * Exact integer arithmetic for money and quantity. No floating point anywhere: products are taken in BigInt and
 * rounded once, half away from zero, which is how invoices are rounded in both country packs.
 */

export const MICRO = 1_000_000

/** a * b / c, rounded half away from zero. Throws RangeError where the result is no safe integer. */
export function multiplyDivide(a: number, b: number, c: number): number {
  return toSafeNumber(divideRounded(BigInt(a) * BigInt(b), BigInt(c)))
}

/** numerator / denominator, rounded half away from zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('division by zero')
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const rounded = (2n * n + d) / (2n * d)
  return negative ? -rounded : rounded
}

/** A figure that no exact number of this program can hold: a slip of the keyboard, not a business. */
export class FigureTooLarge extends RangeError {
  override readonly name = 'FigureTooLarge'
}

export function toSafeNumber(value: bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new FigureTooLarge(`${value} is beyond the safe integers`)
  return number
}

/** An integer of 10^-decimals units as decimal text: decimalText(-1205, 2) = "-12.05". */
export function decimalText(value: number, decimals: number): string {
  const digits = Math.abs(value)
    .toString()
    .padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals)
  return (value < 0 ? '-' : '') + whole + (decimals > 0 ? `.${fraction}` : '')
}

/**
 * Decimal text to an integer of 10^-decimals units; undefined where the text is no plain decimal number or more exact
 * than the unit (nothing is rounded in silence).
 */
export function parseDecimal(text: string, decimals: number): number | undefined {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d*))?$/.exec(text.trim())
  if (!match) return undefined
  const [, sign = '', whole = '', rest = ''] = match
  const fraction = rest.replace(/0+$/, '')
  if (fraction.length > decimals) return undefined
  const value = Number(BigInt(whole + fraction.padEnd(decimals, '0')))
  if (!Number.isSafeInteger(value)) return undefined
  return sign === '-' && value !== 0 ? -value : value
}

/**
 * Writing and reading numbers and dates for people.
 *
 * Numbers are integers with a fixed number of decimals ("scaled": amountMinor, quantityMicro, priceMicro)
 * and are turned into text by moving digits, never through floating point, so that what is printed is what is stored.
 * Everything here is pure and shared by the desk, the documents, the command line and the messages.
 */

import { currencyDecimals } from './money'

export type Language = 'en' | 'zh-CN'

/** An integer in its smallest unit. `bigint` for sums that may pass 2^53. */
export type Integer = number | bigint

/** Decimals of a quantity or a price in micro units. */
export const microDecimals = 6

/** Shown for zero in tables, where a column of 0.00 hides what matters. */
export const dash = '–'

export interface ScaledStyle {
  /** Decimals always shown, even when zero. */
  readonly minDecimals?: number
  /** Decimals shown at most; more are cut by rounding half away from zero, for display only. */
  readonly maxDecimals?: number
  /** Thousands groups; on by default. */
  readonly group?: boolean
  /** Zero as a dash. */
  readonly zeroAsDash?: boolean
  /** A plus sign before positive values (differences, comparisons). */
  readonly plus?: boolean
}

function isWhole(value: Integer): boolean {
  return typeof value === 'bigint' || Number.isInteger(value)
}

/** Digits of an integer without sign, exact also beyond 2^53 for bigint and for numbers printed as 1e21. */
function digitsOf(value: Integer): string {
  const text = (typeof value === 'bigint' ? value : BigInt(value)).toString()
  return text.startsWith('-') ? text.slice(1) : text
}

function groupThousands(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** Cuts `decimals` to `keep` digits, half away from zero. */
function roundDigits(digits: string, decimals: number, keep: number): string {
  if (keep >= decimals) return digits
  const drop = decimals - keep
  const padded = digits.padStart(drop + 1, '0')
  const kept = padded.slice(0, padded.length - drop)
  const roundUp = (padded[padded.length - drop] ?? '0') >= '5'
  return roundUp ? (BigInt(kept) + 1n).toString() : kept
}

/** `1234500, 2` -> `12,345.00`. Both languages of the program group by comma and use a decimal point. */
export function formatScaled(value: Integer, decimals: number, style: ScaledStyle = {}): string {
  if (!isWhole(value)) throw new RangeError(`not an integer: ${String(value)}`)
  const maxDecimals = Math.min(style.maxDecimals ?? decimals, decimals)
  const minDecimals = Math.min(style.minDecimals ?? maxDecimals, maxDecimals)
  const digits = roundDigits(digitsOf(value), decimals, maxDecimals).padStart(maxDecimals + 1, '0')
  const whole = digits.slice(0, digits.length - maxDecimals)
  let fraction = digits.slice(digits.length - maxDecimals)
  while (fraction.length > minDecimals && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  const isZero = /^0*$/.test(digits)
  if (isZero && style.zeroAsDash === true && (value === 0 || value === 0n)) return dash
  const negative = value < 0 && !isZero
  const sign = negative ? '-' : style.plus === true && !isZero ? '+' : ''
  return `${sign}${style.group === false ? whole : groupThousands(whole)}${fraction === '' ? '' : `.${fraction}`}`
}

/** The sign people write before an amount: `¥` in Chinese, `CN¥` in English, the code where there is none. */
export function currencySymbol(currency: string, language: Language): string {
  try {
    const parts = new Intl.NumberFormat(language, { style: 'currency', currency }).formatToParts(0)
    return parts.find((part) => part.type === 'currency')?.value ?? currency
  } catch {
    return currency
  }
}

export interface MoneyStyle extends ScaledStyle {
  /** ISO 4217 code; decides the decimals. */
  readonly currency?: string
  /** Print the currency's sign before the number. */
  readonly symbol?: boolean
}

export function formatMoney(amountMinor: Integer, language: Language, style: MoneyStyle = {}): string {
  const decimals = currencyDecimals(style.currency ?? 'CNY')
  const text = formatScaled(amountMinor, decimals, style)
  if (style.symbol !== true || style.currency === undefined || text === dash) return text
  const symbol = currencySymbol(style.currency, language)
  const space = /[A-Za-z]$/.test(symbol) ? '\u00a0' : ''
  const signed = /^[-+]/.exec(text)?.[0] ?? ''
  return `${signed}${symbol}${space}${text.slice(signed.length)}`
}

export interface QuantityStyle extends ScaledStyle {
  /** Unit of measure, printed after the number. */
  readonly unit?: string
}

export function formatQuantity(quantityMicro: Integer, style: QuantityStyle = {}): string {
  const text = formatScaled(quantityMicro, microDecimals, { minDecimals: 0, ...style })
  return style.unit === undefined || text === dash ? text : `${text}\u00a0${style.unit}`
}

/** Prices show at least the currency's decimals and as many more as they have. */
export function formatPrice(priceMicro: Integer, style: ScaledStyle & { readonly currency?: string } = {}): string {
  const { currency, ...rest } = style
  return formatScaled(priceMicro, microDecimals, { minDecimals: currencyDecimals(currency ?? 'CNY'), ...rest })
}

/** Decimals of the percent text of a rate in micro: 13 % = 130000. */
export const percentDecimals = 4

/** `130000` -> `13%`. */
export function formatPercent(rateMicro: Integer, style: ScaledStyle = {}): string {
  const text = formatScaled(rateMicro, percentDecimals, { minDecimals: 0, ...style })
  return text === dash ? text : `${text}%`
}

export function formatCount(count: Integer): string {
  return formatScaled(count, 0)
}

// Reading -------------------------------------------------------------------

export type ParsedNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly reason: 'empty' | 'notANumber' | 'tooManyDecimals' | 'tooLarge' }

const failed = (reason: Exclude<ParsedNumber, { ok: true }>['reason']): ParsedNumber => ({ ok: false, reason })

/** Full-width forms, typographic minus signs and every kind of space, as pasted from elsewhere. */
function plainNumberText(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/￥/g, '¥')
    .replace(/[\u2212\u2012\u2013\u2014]/g, '-')
    .replace(/[\s\u00a0\u202f\u3000'\u2019]/g, '')
    .replace(/。/g, '.')
    .replace(/、/g, ',')
}

/** Decides which separator is the decimal one: the last of two kinds; a lone comma only when it can't group thousands. */
function splitDecimals(body: string): { whole: string; fraction: string } | undefined {
  const lastDot = body.lastIndexOf('.')
  const lastComma = body.lastIndexOf(',')
  const dots = body.split('.').length - 1
  const commas = body.split(',').length - 1
  const grouped = (separator: string): boolean =>
    body.split(separator).every((part, index) => (index === 0 ? /^\d{1,3}$/.test(part) : /^\d{3}$/.test(part)))
  let decimalAt = -1
  if (dots > 0 && commas > 0) decimalAt = Math.max(lastDot, lastComma)
  else if (dots === 1) decimalAt = lastDot
  else if (dots > 1) decimalAt = grouped('.') ? -1 : -2
  else if (commas > 0 && !grouped(',')) decimalAt = commas === 1 ? lastComma : -2
  if (decimalAt === -2) return undefined
  const whole = decimalAt === -1 ? body : body.slice(0, decimalAt)
  const fraction = decimalAt === -1 ? '' : body.slice(decimalAt + 1)
  const groups = whole.split(/[.,]/)
  const groupsRight = groups.length === 1 || groups.every((part, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(part))
  if (!groupsRight || !/^\d*$/.test(fraction)) return undefined
  return { whole: groups.join(''), fraction }
}

/**
 * Reads a number as people and spreadsheets write it: `1,234.5`, `1.234,50`, `1 234`, `（12.50）`, `12.5-`, `１２`, `¥ 3.20`, `13%`.
 * @returns the integer with `decimals` decimals. More decimals than it can hold are an error, not a silent rounding.
 */
export function parseScaled(text: string, decimals: number): ParsedNumber {
  let body = plainNumberText(text)
  if (body === '') return failed('empty')
  let negative = false
  const bracketed = /^\((.*)\)$/.exec(body)
  if (bracketed !== null) {
    negative = true
    body = bracketed[1] ?? ''
  }
  body = body.replace(/^([-+]?)(?:[A-Z]{3}|[A-Z]{0,2}[$¥€£₩])/, '$1').replace(/(?:%|元|[A-Z]{3})$/, '')
  const signs = /^([-+]?)(.*?)([-+]?)$/.exec(body)
  if (signs?.[1] !== '' && signs?.[3] !== '') return failed('notANumber')
  if (signs[1] === '-' || signs[3] === '-') negative = !negative
  const split = /\d/.test(body) ? splitDecimals(signs[2] ?? '') : undefined
  if (split === undefined || !/^\d*$/.test(split.whole)) return failed('notANumber')
  const fraction = split.fraction.replace(/0+$/, '')
  if (fraction.length > decimals) return failed('tooManyDecimals')
  const value = Number(BigInt(`${split.whole}${fraction.padEnd(decimals, '0')}` || '0'))
  if (!Number.isSafeInteger(value)) return failed('tooLarge')
  return { ok: true, value: negative && value !== 0 ? -value : value }
}

/** What the value of an application identifier must look like, part by part. */
import type { BusinessDate } from '../date'
import type { ApplicationIdentifier, CharacterKind, ValuePart } from './application-identifiers'
import { barcodeError, type BarcodeError, type BarcodeErrorCode } from './barcode-error'
import { characterSet82, hasValidCheckDigit, hasValidCheckPair } from './check-digits'
import { currencyOfNumber, isCountryLetters, isCountryNumber, isPackageType } from './code-lists'
import { wrongPartOfCoupon, wrongPartOfPositiveOffer } from './coupons'
import { dateFromCode, isoDate } from './gs1-dates'

export type ValueCheck = keyof typeof checks

interface Check {
  readonly code: BarcodeErrorCode
  readonly holds: (value: string, today: BusinessDate) => boolean
}

const check = (code: BarcodeErrorCode, holds: Check['holds']): Check => ({ code, holds })

const isOneOf =
  (allowed: string) =>
  (value: string): boolean =>
    value.length === 1 && allowed.includes(value)

/** A company prefix has at least four digits; which ones are given out is not known offline. */
const startsWithPrefix = (value: string): boolean => /^\d{4}/.test(value)

const isDate = (value: string, today: BusinessDate): boolean =>
  !value.endsWith('00') && dateFromCode(value, today) !== undefined

function isLongDate(value: string): boolean {
  const day = Number(value.slice(6, 8))
  return day > 0 && isoDate(Number(value.slice(0, 4)), Number(value.slice(4, 6)), day) !== undefined
}

/** ISO 13616: country, two check digits, account; the whole rotated by four is 1 modulo 97. */
function isIban(value: string): boolean {
  if (!/^[A-Z]{2}[0-9A-Z]{9,32}$/.test(value) || !isCountryLetters(value.slice(0, 2))) return false
  const rotated = value.slice(4) + value.slice(0, 4)
  let rest = 0
  for (const character of rotated) {
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}

/** `0103`: piece 1 of 3. */
function isPieceOfTotal(value: string): boolean {
  const piece = Number(value.slice(0, value.length / 2))
  return piece > 0 && piece <= Number(value.slice(value.length / 2))
}

/** `1/3`: the first of three. */
function isPositionOfTotal(value: string): boolean {
  const match = /^([1-9]\d*)\/([1-9]\d*)$/.exec(value)
  return match !== null && Number(match[1]) <= Number(match[2])
}

const checks = {
  checkDigit: check('barcodes.valueCheckDigit', hasValidCheckDigit),
  checkPair: check('barcodes.valueCheckPair', hasValidCheckPair),
  prefix: check('barcodes.valueCompanyPrefix', startsWithPrefix),
  /** behind the extension or indicator digit */
  prefix2: check('barcodes.valueCompanyPrefix', (value) => startsWithPrefix(value.slice(1))),
  date: check('barcodes.valueDate', isDate),
  dateOrMonth: check('barcodes.valueDate', (value, today) => dateFromCode(value, today) !== undefined),
  longDate: check('barcodes.valueDate', isLongDate),
  hourMinute: check('barcodes.valueTime', (value) => /^([01]\d|2[0-3])[0-5]\d$/.test(value)),
  hour: check('barcodes.valueTime', (value) => /^([01]\d|2[0-3])$/.test(value)),
  /** minutes or seconds */
  sixtieth: check('barcodes.valueTime', (value) => /^[0-5]\d$/.test(value)),
  country: check('barcodes.valueCountry', isCountryNumber),
  /** 999: in more than one country */
  countryOr999: check('barcodes.valueCountry', (value) => value === '999' || isCountryNumber(value)),
  countryLetters: check('barcodes.valueCountry', isCountryLetters),
  currency: check('barcodes.valueCurrency', (value) => currencyOfNumber(value) !== undefined),
  iban: check('barcodes.valueIban', isIban),
  percent: check('barcodes.valuePercent', (value) => !/%(?![0-9A-Fa-f]{2})/.test(value)),
  pieceOfTotal: check('barcodes.valuePieces', isPieceOfTotal),
  positionOfTotal: check('barcodes.valuePieces', isPositionOfTotal),
  coupon: check('barcodes.valueCoupon', (value, today) => wrongPartOfCoupon(value, today) === undefined),
  positiveOffer: check('barcodes.valueCoupon', (value, today) => wrongPartOfPositiveOffer(value, today) === undefined),
  packageType: check('barcodes.valueCode', isPackageType),
  /** 01-10 agreed worldwide, 80-99 local (ICCBBA) */
  mediaType: check('barcodes.valueCode', (value) => /^(0[1-9]|10|[89]\d)$/.test(value)),
  importer: check('barcodes.valueCode', (value) => /^[-0-9A-Z_a-z]$/.test(value)),
  sex: check('barcodes.valueCode', isOneOf('0129')),
  winding: check('barcodes.valueCode', isOneOf('019')),
  yesNo: check('barcodes.valueCode', isOneOf('01')),
  minus: check('barcodes.valueCode', (value) => /^-+$/.test(value)),
  hasLetter: check('barcodes.valueCode', (value) => /\D/.test(value)),
  zero: check('barcodes.valueNumber', (value) => /^0+$/.test(value)),
  nonZero: check('barcodes.valueNumber', (value) => /[^0]/.test(value)),
  noLeadingZero: check('barcodes.valueNumber', (value) => !value.startsWith('0')),
  /** tenths of a millionth of a degree from the South Pole, and eastward from Greenwich */
  latitude: check('barcodes.valueNumber', (value) => Number(value) <= 1_800_000_000),
  longitude: check('barcodes.valueNumber', (value) => Number(value) <= 3_600_000_000),
} as const satisfies Readonly<Record<string, Check>>

const set82 = new Set(characterSet82)

/** The first character that a part may not hold. */
function wrongCharacter(text: string, kind: CharacterKind): string | undefined {
  if (kind === 't') return [...text].find((character) => !set82.has(character))
  if (kind === 'd') return /[^0-9]/u.exec(text)?.[0]
  if (kind === 'k') return /[^#\-/0-9A-Z]/u.exec(text)?.[0]
  const padding = /=*$/.exec(text)?.[0] ?? ''
  const isPadded = padding.length <= 2 && (padding === '' || text.length % 3 === 0)
  return isPadded ? /[^-0-9A-Z_a-z]/u.exec(text.slice(0, text.length - padding.length))?.[0] : '='
}

function checkPart(ai: string, part: ValuePart, text: string, today: BusinessDate): BarcodeError | undefined {
  if (text.length < part.minLength) return barcodeError('barcodes.valueLength', { ai, value: text })
  const character = wrongCharacter(text, part.kind)
  if (character !== undefined) return barcodeError('barcodes.valueCharacter', { ai, value: text, character })
  const failed = part.checks.map((name): Check => checks[name]).find((rule) => !rule.holds(text, today))
  return failed && barcodeError(failed.code, { ai, value: text })
}

export interface CheckedValue {
  /** characters that the parts took; less than all where the data is longer than the AI allows */
  readonly length: number
  readonly error: BarcodeError | undefined
}

/** Checks the parts in order, each taking as much as it may. */
export function checkLeadingValue(identifier: ApplicationIdentifier, data: string, today: BusinessDate): CheckedValue {
  if (data === '') return { length: 0, error: barcodeError('barcodes.valueEmpty', { ai: identifier.ai }) }
  let at = 0
  for (const part of identifier.parts) {
    const text = data.slice(at, at + part.maxLength)
    if (text === '' && part.isOptional) continue
    const error = checkPart(identifier.ai, part, text, today)
    if (error !== undefined) return { length: at, error }
    at += text.length
  }
  return { length: at, error: undefined }
}

/** Checks a value that stands alone. */
export function checkValue(
  identifier: ApplicationIdentifier,
  value: string,
  today: BusinessDate,
): BarcodeError | undefined {
  const { length, error } = checkLeadingValue(identifier, value, today)
  if (error !== undefined) return error
  if (length === value.length) return undefined
  return barcodeError('barcodes.valueTooLong', { ai: identifier.ai, value, maxLength: identifier.maxLength })
}

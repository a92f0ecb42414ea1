/** Codes that are a number and nothing else: EAN, UPC, ITF-14, SSCC. */
import { barcodeError, failure, throwRefusal, type Outcome } from './barcode-error'
import { checkDigit, hasValidCheckDigit, isDigits, withCheckDigit } from './check-digits'

export type NumberKind = 'ean-13' | 'ean-8' | 'upc-a' | 'upc-e' | 'itf-14' | 'sscc'

const kindByLength: Readonly<Record<number, NumberKind>> = {
  8: 'ean-8',
  12: 'upc-a',
  13: 'ean-13',
  14: 'itf-14',
  18: 'sscc',
}

/** What a bare number of this length would be. */
export function numberKind(digits: string): NumberKind | undefined {
  return isDigits(digits) ? kindByLength[digits.length] : undefined
}

/** Every GTIN as 14 digits, so that the same thing compares equal whatever code it was read from. */
export function gtin14(number: string): string {
  return number.padStart(14, '0')
}

/**
 * The twelve digits that the eight of a UPC-E stand for: `04252614` -> `042100005264`. Undefined where they are no
 * UPC-E or the check digit, which is that of the long form, is wrong.
 */
export function upcAFromUpcE(digits: string): string | undefined {
  const match = /^([01])(\d{5})(\d)(\d)$/.exec(digits)
  if (match === null) return undefined
  const [, system = '', body = '', rule = '', check = ''] = match
  const long = system + expandBody(body, Number(rule))
  return checkDigit(long) === check ? long + check : undefined
}

/** Zeros return where the last digit says that they were taken out. */
function expandBody(body: string, rule: number): string {
  if (rule <= 2) return `${body.slice(0, 2)}${rule}0000${body.slice(2)}`
  if (rule === 3) return `${body.slice(0, 3)}00000${body.slice(3)}`
  if (rule === 4) return `${body.slice(0, 4)}00000${body.slice(4)}`
  return `${body}0000${rule}`
}

export interface NumberReading {
  readonly kind: NumberKind
  /** without leading zeros that only a carrier adds; a UPC-E as its twelve digits */
  readonly number: string
}

/** Checks a number by its length. */
export function readNumber(digits: string): Outcome<NumberReading> {
  if (!isDigits(digits)) return failure('barcodes.notDigits', { value: digits })
  const kind = kindByLength[digits.length]
  if (kind === undefined) return failure('barcodes.length', { value: digits, length: digits.length })
  if (!hasValidCheckDigit(digits)) {
    return failure('barcodes.checkDigit', { value: digits, expected: checkDigit(digits.slice(0, -1)) })
  }
  return { ok: true, value: { kind, number: digits } }
}

/**
 * What a scanner says it read from an EAN or UPC symbol: thirteen digits by the standard, the twelve or eight that
 * stand under the bars by many scanners as delivered.
 */
export function readEan(digits: string): Outcome<NumberReading> {
  const long = digits.length === 8 ? upcAFromUpcE(digits) : undefined
  if (long !== undefined) return { ok: true, value: { kind: 'upc-e', number: long } }
  if (isDigits(digits) && digits.length !== 13 && digits.length !== 12) {
    return failure('barcodes.length', { value: digits, length: digits.length })
  }
  const reading = readNumber(digits)
  const isUpc = reading.ok && digits.length === 13 && digits.startsWith('0')
  return isUpc ? { ok: true, value: { kind: 'upc-a', number: digits.slice(1) } } : reading
}

export function readEan8(digits: string): Outcome<NumberReading> {
  if (isDigits(digits) && digits.length !== 8) {
    return failure('barcodes.length', { value: digits, length: digits.length })
  }
  return readNumber(digits)
}

/**
 * Serial shipping container code: extension digit, company prefix, serial number in what is left of 17 digits, check
 * digit. `ssccFrom(3, '6901234', 17)` -> `369012340000000178`.
 */
export function ssccFrom(extension: number, companyPrefix: string, serial: number | bigint): string {
  const length = 16 - companyPrefix.length
  const serialDigits = String(serial).padStart(length, '0')
  const isSound =
    /^\d$/.test(String(extension)) &&
    /^\d{4,12}$/.test(companyPrefix) &&
    /^\d+$/.test(serialDigits) &&
    serialDigits.length === length
  if (!isSound) {
    throwRefusal(barcodeError('barcodes.ssccParts', { extension, companyPrefix, serial: String(serial) }))
  }
  return withCheckDigit(`${extension}${companyPrefix}${serialDigits}`)
}

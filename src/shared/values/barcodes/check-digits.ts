/** Check digits of the GS1 General Specifications, section 7.9. All functions take digits as text. */
import { barcodeError, throwRefusal } from './barcode-error'

export function isDigits(text: string): boolean {
  return /^[0-9]+$/.test(text)
}

/** Modulo-10 digit for any GS1 number: weights 3, 1, 3, ... from the right (GTIN, SSCC, GLN, GSIN, GSRN, ...). */
export function checkDigit(digits: string): string {
  let sum = 0
  let weight = 3
  for (let at = digits.length - 1; at >= 0; at--) {
    sum += Number(digits[at]) * weight
    weight = 4 - weight
  }
  return String((10 - (sum % 10)) % 10)
}

export function hasValidCheckDigit(number: string): boolean {
  return number.length > 1 && isDigits(number) && checkDigit(number.slice(0, -1)) === number.at(-1)
}

/** `629104150021` -> `6291041500213`. */
export function withCheckDigit(digits: string): string {
  if (!isDigits(digits)) throwRefusal(barcodeError('barcodes.notDigits', { value: digits }))
  return digits + checkDigit(digits)
}

/** What a digit counts after weighting: `2-` is twice the digit, its tens taken off; `5+` five times, tens added. */
const priceWeights = { '2-': '0246891357', '3': '0369258147', '5+': '0516273849', '5-': '0594837261' } as const

type PriceWeight = keyof typeof priceWeights

function priceSum(digits: string, weights: readonly PriceWeight[]): number {
  return weights.reduce((sum, weight, at) => sum + Number(priceWeights[weight][Number(digits[at])]), 0)
}

/**
 * The verifier digit inside a price or weight code, over a field of 4 or 5 digits.
 * 2875 -> 9, 14685 -> 6 (the examples of the specification).
 */
export function priceCheckDigit(digits: string): string {
  if (!/^\d{4,5}$/.test(digits)) throwRefusal(barcodeError('barcodes.notDigits', { value: digits }))
  if (digits.length === 4) return String((priceSum(digits, ['2-', '2-', '3', '5-']) * 3) % 10)
  const rest = (10 - (priceSum(digits, ['5+', '2-', '5-', '5+', '2-']) % 10)) % 10
  return String(priceWeights['5-'].indexOf(String(rest)))
}

/** GS1 AI encodable character set 82, in the order that gives each character its value. */
export const characterSet82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const characterSet32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The first `count` primes: the weights of the check pair, from the right. */
function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  return primes
}

const pairWeights = firstPrimes(97)

/** The two check characters of a GMN or MUDI; undefined where a character is outside set 82 or the text too long. */
export function checkPair(text: string): string | undefined {
  if (text.length > pairWeights.length) return undefined
  let sum = 0
  for (const [at, character] of [...text].entries()) {
    const value = characterSet82.indexOf(character)
    const weight = pairWeights[text.length - 1 - at]
    if (value < 0 || weight === undefined) return undefined
    sum += value * weight
  }
  const rest = sum % 1021
  return characterSet32.charAt(rest >> 5) + characterSet32.charAt(rest & 31)
}

export function hasValidCheckPair(text: string): boolean {
  return text.length >= 2 && checkPair(text.slice(0, -2)) === text.slice(-2)
}

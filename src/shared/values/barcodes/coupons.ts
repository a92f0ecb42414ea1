/**
 * North American coupon codes, AI (8110) and (8112): digits whose lengths are told by digits before them.
 * Source: GS1 US coupon application guideline; GS1 AI (8112) coupon data specification.
 */
import type { BusinessDate } from '../date'
import { dateFromCode } from './gs1-dates'

/** A part either has a fixed number of digits, or one length digit out of `lengths`, to which `plus` is added. */
interface CouponPart {
  readonly name: string
  readonly digits?: number
  /** the digits allowed in a part of one digit */
  readonly oneOf?: string
  readonly lengths?: string
  readonly plus?: number
  readonly isDate?: boolean
}

const requirement = (order: 'first' | 'second' | 'third'): CouponPart[] => [
  { name: `${order}Requirement`, lengths: '12345' },
  { name: `${order}RequirementCode`, digits: 1, oneOf: '012349' },
  { name: `${order}Family`, digits: 3 },
]

const offerParts: readonly CouponPart[] = [
  { name: 'companyPrefix', lengths: '0123456', plus: 6 },
  { name: 'offerCode', digits: 6 },
  { name: 'saveValue', lengths: '12345' },
  ...requirement('first'),
]

/** A company prefix that may be left out by length digit 9. */
const optionalPrefix = (name: string): CouponPart => ({ name, lengths: '01234569', plus: 6 })

/** In this order only, each announced by its digit. */
const optionalFields: readonly (readonly [indicator: string, parts: readonly CouponPart[]])[] = [
  ['1', [{ name: 'rules', digits: 1, oneOf: '0123' }, ...requirement('second'), optionalPrefix('secondCompanyPrefix')]],
  ['2', [...requirement('third'), optionalPrefix('thirdCompanyPrefix')]],
  ['3', [{ name: 'expirationDate', digits: 6, isDate: true }]],
  ['4', [{ name: 'startDate', digits: 6, isDate: true }]],
  ['5', [{ name: 'serialNumber', lengths: '0123456789', plus: 6 }]],
  ['6', [{ name: 'retailer', lengths: '1234567', plus: 6 }]],
  [
    '9',
    [
      { name: 'saveValueCode', digits: 1, oneOf: '01256' },
      { name: 'saveValueItem', digits: 1, oneOf: '012' },
      { name: 'storeCoupon', digits: 1 },
      { name: 'doNotMultiply', digits: 1, oneOf: '01' },
    ],
  ],
]

const positiveOfferParts: readonly CouponPart[] = [
  { name: 'format', digits: 1, oneOf: '01' },
  { name: 'funder', lengths: '0123456', plus: 6 },
  { name: 'offerCode', digits: 6 },
  { name: 'serialNumber', lengths: '0123456789', plus: 6 },
]

/** Walks along the digits; remembers the first part that does not fit. */
class CouponReader {
  #at = 0
  wrongPart: string | undefined
  readonly values = new Map<string, string>()

  constructor(
    private readonly digits: string,
    private readonly today: BusinessDate,
  ) {}

  get isAtEnd(): boolean {
    return this.#at >= this.digits.length
  }

  startsWith(indicator: string): boolean {
    return this.digits.startsWith(indicator, this.#at)
  }

  skipIndicator(): void {
    this.#at++
  }

  read(parts: readonly CouponPart[]): void {
    for (const part of parts) {
      if (this.wrongPart === undefined && !this.#readPart(part)) this.wrongPart = part.name
    }
  }

  #readPart(part: CouponPart): boolean {
    let length = part.digits ?? 0
    if (part.lengths !== undefined) {
      const lengthDigit = this.digits.charAt(this.#at++)
      if (lengthDigit === '' || !part.lengths.includes(lengthDigit)) return false
      const isLeftOut = part.lengths === '01234569' && lengthDigit === '9'
      length = isLeftOut ? 0 : Number(lengthDigit) + (part.plus ?? 0)
    }
    const value = this.digits.slice(this.#at, this.#at + length)
    this.#at += length
    if (value.length < length) return false
    if (part.oneOf !== undefined && !part.oneOf.includes(value)) return false
    // A coupon ends on a day, never on "the end of the month".
    if (part.isDate && (value.endsWith('00') || dateFromCode(value, this.today) === undefined)) return false
    this.values.set(part.name, value)
    return true
  }
}

/** The part of an AI (8110) coupon that is wrong, or undefined. */
export function wrongPartOfCoupon(digits: string, today: BusinessDate): string | undefined {
  const reader = new CouponReader(digits, today)
  reader.read(offerParts)
  for (const [indicator, parts] of optionalFields) {
    if (reader.wrongPart === undefined && reader.startsWith(indicator)) {
      reader.skipIndicator()
      reader.read(parts)
    }
  }
  if (reader.wrongPart !== undefined) return reader.wrongPart
  const [expires, starts] = ['expirationDate', 'startDate'].map((name) => {
    const value = reader.values.get(name)
    return value === undefined ? undefined : dateFromCode(value, today)
  })
  if (expires !== undefined && starts !== undefined && expires < starts) return 'expirationDate'
  return reader.isAtEnd ? undefined : 'rest'
}

/** The part of an AI (8112) coupon that is wrong, or undefined. */
export function wrongPartOfPositiveOffer(digits: string, today: BusinessDate): string | undefined {
  const reader = new CouponReader(digits, today)
  reader.read(positiveOfferParts)
  return reader.wrongPart ?? (reader.isAtEnd ? undefined : 'rest')
}

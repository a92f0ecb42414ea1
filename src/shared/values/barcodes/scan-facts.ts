/** What the elements of a code say, in the words of the business. */
import type { BusinessDate } from '../date'
import { findIdentifier } from './application-identifiers'
import type { Element } from './associations'
import { currencyOfNumber } from './code-lists'
import { dateFromCode } from './gs1-dates'
import type { Decimal } from './in-store-masks'

export interface Measure extends Decimal {
  /** netWeight, grossWeight, length, width, height, area, netVolume, outerLength, ... */
  readonly name: string
  /** kg, lb, m, l, m3, ... */
  readonly unit: string
}

export interface Price extends Decimal {
  /** three letters, where the code tells */
  readonly currency?: string
}

export interface ScanFacts {
  /** 14 digits, whatever the carrier */
  readonly gtin?: string
  /** what a logistic unit holds (AI 02), 14 digits */
  readonly contentGtin?: string
  readonly sscc?: string
  readonly lot?: string
  readonly serial?: string
  /** "use by": not to be sold or used after this day (AI 17, 7003) */
  readonly expiry?: BusinessDate
  readonly bestBefore?: BusinessDate
  readonly sellBy?: BusinessDate
  readonly production?: BusinessDate
  readonly packaging?: BusinessDate
  /** pieces in a variable item (AI 30) or trade items in a logistic unit (AI 37) */
  readonly quantity?: number
  /** net weight */
  readonly weight?: Decimal & { readonly unit: string }
  readonly grossWeight?: Decimal & { readonly unit: string }
  readonly measures?: readonly Measure[]
  /** for all of a variable item (AI 392n, 393n) */
  readonly price?: Price
  readonly orderNumber?: string
  readonly shipToGln?: string
  readonly locationGln?: string
}

type Values = ReadonlyMap<string, string>

function decimalsOf(ai: string): number {
  return Number(ai.at(-1))
}

function measuresOf(elements: readonly Element[]): Measure[] {
  return elements.flatMap(([ai, value]) => {
    const measure = findIdentifier(ai)?.measure
    return measure === undefined ? [] : [{ ...measure, value: Number(value), decimals: decimalsOf(ai) }]
  })
}

function priceOf(elements: readonly Element[]): Price | undefined {
  for (const [ai, value] of elements) {
    if (/^392\d$/.test(ai)) return { value: Number(value), decimals: decimalsOf(ai) }
    if (!/^393\d$/.test(ai)) continue
    const currency = currencyOfNumber(value.slice(0, 3)) ?? ''
    return { value: Number(value.slice(3)), decimals: decimalsOf(ai), currency }
  }
  return undefined
}

function quantityOf(values: Values): number | undefined {
  const digits = values.get('30') ?? values.get('37')
  return digits === undefined ? undefined : Number(digits)
}

/** The first of these AIs that is there and holds a date in its first six digits. */
function dateOf(values: Values, ais: readonly string[], today: BusinessDate): BusinessDate | undefined {
  const value = ais.map((ai) => values.get(ai)).find((found) => found !== undefined)
  return value === undefined ? undefined : dateFromCode(value.slice(0, 6), today)
}

function weightOf(measures: readonly Measure[], name: string): (Decimal & { unit: string }) | undefined {
  const measure = measures.find((one) => one.name === name)
  return measure && { value: measure.value, decimals: measure.decimals, unit: measure.unit }
}

type Known<Facts> = { [Name in keyof Facts]: Exclude<Facts[Name], undefined> }

/** Leaves out what is not known, so that a fact is there or absent, never undefined. */
function known<Facts extends object>(facts: Facts): Partial<Known<Facts>> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<Known<Facts>>
}

export function factsOf(elements: readonly Element[], today: BusinessDate): ScanFacts {
  const values: Values = new Map(elements)
  const measures = measuresOf(elements)
  const piece = values.get('8006')?.slice(0, 14)
  const contentPiece = values.get('8026')?.slice(0, 14)
  return known({
    gtin: values.get('01') ?? values.get('03') ?? piece,
    contentGtin: values.get('02') ?? contentPiece,
    sscc: values.get('00'),
    lot: values.get('10'),
    serial: values.get('21'),
    expiry: dateOf(values, ['17', '7003'], today),
    bestBefore: dateOf(values, ['15'], today),
    sellBy: dateOf(values, ['16'], today),
    production: dateOf(values, ['11', '8008'], today),
    packaging: dateOf(values, ['13'], today),
    quantity: quantityOf(values),
    weight: weightOf(measures, 'netWeight'),
    grossWeight: weightOf(measures, 'grossWeight'),
    measures: measures.length === 0 ? undefined : measures,
    price: priceOf(elements),
    orderNumber: values.get('400'),
    shipToGln: values.get('410'),
    locationGln: values.get('414'),
  })
}

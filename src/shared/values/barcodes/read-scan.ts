/**
 * What a scan means. A scanner may put the AIM symbology identifier in front (`]C1`, `]E0`, ...; ISO/IEC 15424): then
 * the kind of code is certain. Without one it is told from the content.
 */
import { localDate, type BusinessDate } from '../date'
import { checkAssociations, type Element } from './associations'
import { failure, type BarcodeError, type Outcome } from './barcode-error'
import { hasValidCheckDigit } from './check-digits'
import { looksLikeLink, readDigitalLink } from './digital-links'
import { readBracketed, readElementString, separator, splitElements } from './element-strings'
import { readByMasks, type InStoreReading } from './in-store-masks'
import {
  gtin14,
  numberKind,
  readEan,
  readEan8,
  readNumber,
  upcAFromUpcE,
  type NumberKind,
  type NumberReading,
} from './number-codes'
import { factsOf, type ScanFacts } from './scan-facts'

export type ScanKind =
  | 'gs1'
  | 'digital-link'
  | NumberKind
  /** item with weight, price or quantity inside, read by a mask */
  | 'in-store'
  /** one word: bin, badge, own item number, ... */
  | 'internal'
  /** any other text */
  | 'unknown'

export interface ScanRead extends ScanFacts {
  readonly ok: true
  readonly kind: ScanKind
  /** what the code holds, without symbology identifier; what a company's own list of codes is asked for */
  readonly code: string
  /** `]C1`, where the scanner sent it */
  readonly symbology?: string
  /** application identifiers and values in their order; empty for codes without */
  readonly ais: readonly Element[]
  /** the digits of the item inside an in-store code */
  readonly item?: string
}

export interface ScanRefused {
  readonly ok: false
  readonly kind: ScanKind
  readonly code: string
  readonly symbology?: string
  readonly error: BarcodeError
}

export type ScanReading = ScanRead | ScanRefused

export interface ScanOptions {
  /** decides the century of dates; the day of this computer by default */
  readonly today?: BusinessDate
  /** layouts of the company's in-store codes, tried in order (in-store-masks.ts) */
  readonly masks?: readonly string[]
  /** One of several codes on the same thing: what this one needs may stand in the others. */
  readonly isPart?: boolean
  /** Scanners that send UPC-E as eight bare digits: those beginning with 0 or 1 are not taken for EAN-8. */
  readonly upcE?: boolean
  /** A code that would be refused but is on the company's own list is accepted as `internal`. */
  readonly isOwnCode?: (code: string) => boolean
}

interface Context {
  readonly today: BusinessDate
  readonly masks: readonly string[]
  readonly isPart: boolean
  readonly upcE: boolean
}

interface Meaning {
  readonly kind: ScanKind
  readonly outcome: Outcome<{ ais: readonly Element[]; facts: ScanFacts & { item?: string } }>
}

/** Scanners set up for people show FNC1 as a visible mark; neither can stand inside a GS1 value. */
const visibleSeparator = /\{GS\}|\u241d/g

const gs1Symbologies = new Set([']C1', ']d2', ']d5', ']Q3', ']Q4', ']J1', ']J4', ']e0', ']e1', ']e2'])

export function readScan(text: string, options: ScanOptions = {}): ScanReading {
  const scan = text.replace(/[\r\n]+$/, '')
  const context: Context = {
    today: options.today ?? localDate(new Date()),
    masks: options.masks ?? [],
    isPart: options.isPart ?? false,
    upcE: options.upcE ?? false,
  }
  const symbology = /^\][A-Za-z][0-9A-F]/.exec(scan)?.[0]
  const code = symbology === undefined ? scan : scan.slice(symbology.length)
  const { kind, outcome } = meaningOf(symbology, code, context)
  const common = { code, ...(symbology === undefined ? {} : { symbology }) }
  if (outcome.ok) return { ok: true, kind, ...common, ais: outcome.value.ais, ...outcome.value.facts }
  if (code !== '' && options.isOwnCode?.(code) === true) return { ok: true, kind: 'internal', ...common, ais: [] }
  return { ok: false, kind, ...common, error: outcome.error }
}

function meaningOf(symbology: string | undefined, code: string, context: Context): Meaning {
  if (symbology === undefined) return unmarked(code, context)
  if (gs1Symbologies.has(symbology)) return elementString(withoutCharacterSet(symbology, code), context)
  if (symbology === ']E0' || symbology === ']E3') return ean(symbology, code, context)
  if (symbology === ']E4') return number('ean-8', readEan8(code), context)
  // ]I1: the scanner proved the check digit and sends it.
  if (symbology === ']I1' && code.length === 14) return number('itf-14', readNumber(code), context)
  if (symbology === ']I0' && code.length === 14 && hasValidCheckDigit(code)) {
    return number('itf-14', readNumber(code), context)
  }
  return text(code, context)
}

/** ]d5, ]Q4, ]J4 tell their character set (ECI) first: `\000026`. */
function withoutCharacterSet(symbology: string, code: string): string {
  return /^\](d5|Q4|J4)$/.test(symbology) ? code.replace(/^\\\d{6}/, '') : code
}

function understood(kind: ScanKind, ais: readonly Element[], facts: ScanFacts & { item?: string }): Meaning {
  return { kind, outcome: { ok: true, value: { ais, facts } } }
}

function elements(kind: 'gs1' | 'digital-link', outcome: Outcome<Element[]>, context: Context): Meaning {
  return outcome.ok ? understood(kind, outcome.value, factsOf(outcome.value, context.today)) : { kind, outcome }
}

function elementString(code: string, context: Context): Meaning {
  return elements('gs1', readElementString(code.replaceAll(visibleSeparator, separator), context), context)
}

/** A number whose check digit was judged: by a mask of the company where one fits, else what it is. */
function number(expected: NumberKind, reading: Outcome<NumberReading>, context: Context): Meaning {
  if (!reading.ok) return { kind: expected, outcome: reading }
  const { kind, number: digits } = reading.value
  const inStore = kind === 'ean-13' || kind === 'upc-a' ? readByMasks(digits, context.masks) : undefined
  if (inStore !== undefined) return inStoreMeaning(inStore)
  if (kind === 'sscc') return understood(kind, [], { sscc: digits })
  return understood(kind, [], { gtin: gtin14(digits) })
}

function inStoreMeaning(reading: Outcome<InStoreReading>): Meaning {
  return reading.ok ? understood('in-store', [], reading.value) : { kind: 'in-store', outcome: reading }
}

/** EAN-13 and UPC; a two-dimensional part printed above comes behind `|]e0`, an add-on of ]E3 directly behind. */
function ean(symbology: string, code: string, context: Context): Meaning {
  const [primary = '', component] = code.split('|]e0', 2)
  const digits = symbology === ']E3' ? primary.slice(0, 13) : primary
  const reading = readEan(digits)
  const main = number('ean-13', reading, context)
  if (component === undefined || !reading.ok || !main.outcome.ok) return main
  const above = splitElements(component, context.today)
  if (!above.ok) return { kind: main.kind, outcome: above }
  const gtin = gtin14(reading.value.number)
  const error = checkAssociations([['01', gtin], ...above.value], context)
  if (error !== undefined) return { kind: main.kind, outcome: { ok: false, error } }
  return understood(main.kind, above.value, { ...factsOf(above.value, context.today), gtin })
}

/** Text of a code that is not one of the numbers: a link, what a supplier printed in brackets, or just a code. */
function text(code: string, context: Context): Meaning {
  if (looksLikeLink(code)) return elements('digital-link', readDigitalLink(code, context), context)
  const inBrackets = code.startsWith('(') ? readBracketed(code, context) : undefined
  if (inBrackets?.ok === true) return elements('gs1', inBrackets, context)
  return understood(/^[!-~]{1,48}$/.test(code) ? 'internal' : 'unknown', [], {})
}

/** Begins like an SSCC or GTIN with its check digit right, and goes on: FNC1 and its mark were lost on the way. */
function looksLikeElements(code: string): boolean {
  const [, ai, key = ''] = /^(00)(\d{18})/.exec(code) ?? /^(0[12])(\d{14})/.exec(code) ?? []
  return ai !== undefined && hasValidCheckDigit(key)
}

function unmarked(code: string, context: Context): Meaning {
  if (code === '') return { kind: 'unknown', outcome: failure('barcodes.empty') }
  if (code.startsWith(']')) {
    return { kind: 'unknown', outcome: failure('barcodes.symbologyUnknown', { symbology: code.slice(0, 3) }) }
  }
  // Written examples show FNC1 as a caret.
  const shown = code.startsWith('^') ? code.replaceAll('^', separator) : code
  const data = shown.replaceAll(visibleSeparator, separator)
  if (data.startsWith(separator)) return elementString(data.slice(1), context)
  if (data.includes(separator)) return elementString(data, context)
  if (code.startsWith('(')) return elements('gs1', readBracketed(code, context), context)
  const kind = numberKind(code)
  if (kind !== undefined) return unmarkedNumber(kind, code, context)
  if (looksLikeElements(code)) return elementString(code, context)
  return text(code, context)
}

function unmarkedNumber(kind: NumberKind, code: string, context: Context): Meaning {
  const reading = readNumber(code)
  // Eight digits that are no EAN-8 may be those under the bars of a UPC-E: no number is both unless it is told.
  const long = context.upcE || !reading.ok ? upcAFromUpcE(code) : undefined
  if (long !== undefined) return understood('upc-e', [], { gtin: gtin14(long) })
  return number(kind, reading, context)
}

export interface BarcodeLine {
  readonly ok: boolean
  readonly kind: ScanKind
  readonly ais: readonly Element[]
  readonly error: BarcodeError | null
}

/** One line of the command line: what was read, in short. */
export function barcodeLine(line: string, options: ScanOptions = {}): BarcodeLine {
  const reading = readScan(line, options)
  return reading.ok
    ? { ok: true, kind: reading.kind, ais: reading.ais, error: null }
    : { ok: false, kind: reading.kind, ais: [], error: reading.error }
}

/** GS1 element strings: as scanned (FNC1 is the character GS, 0x1D) and as people write them, in brackets. */
import { localDate, type BusinessDate } from '../date'
import { findIdentifier, identifierAtStart } from './application-identifiers'
import { checkAssociations, type AssociationRules, type Element } from './associations'
import { barcodeError, failure, throwRefusal, type BarcodeError, type Outcome } from './barcode-error'
import { checkLeadingValue, checkValue } from './value-checks'

/** What scanners send for FNC1. */
export const separator = '\u001d'

export interface ElementRules extends AssociationRules {
  /** The day that decides the century of dates; today by default. */
  readonly today?: BusinessDate | undefined
}

const dayOf = (rules: ElementRules): BusinessDate => rules.today ?? localDate(new Date())

/** Checks each value and all together. Undefined where they may be printed or believed. */
export function checkElements(elements: readonly Element[], rules: ElementRules = {}): BarcodeError | undefined {
  for (const [ai, value] of elements) {
    const identifier = findIdentifier(ai)
    if (identifier === undefined) return barcodeError('barcodes.elementUnknown', { ai })
    const error = checkValue(identifier, value, dayOf(rules))
    if (error !== undefined) return error
  }
  return checkAssociations(elements, rules)
}

/** `0106291041500213` + `10LOT` GS `21SERIAL`, without a leading FNC1. */
export function readElementString(data: string, rules: ElementRules = {}): Outcome<Element[]> {
  const elements = splitElements(data, dayOf(rules))
  if (!elements.ok) return elements
  const error = checkAssociations(elements.value, rules)
  return error === undefined ? elements : { ok: false, error }
}

/** The elements of a scan, each value checked, not yet what goes with what. */
export function splitElements(data: string, today: BusinessDate): Outcome<Element[]> {
  if (data === '') return failure('barcodes.elementsEmpty')
  // A caret stands for FNC1 in written examples; in a scan nothing may hold it.
  if (data.includes('^')) return failure('barcodes.caretInData')
  const elements: Element[] = []
  let at = 0
  while (at < data.length) {
    const identifier = identifierAtStart(data.slice(at, at + 4))
    if (identifier === undefined) return failure('barcodes.elementUnknown', { ai: data.slice(at, at + 4) })
    const start = at + identifier.ai.length
    const nextSeparator = data.indexOf(separator, start)
    const end = nextSeparator < 0 ? data.length : nextSeparator
    const text = data.slice(start, end)
    const { length, error } = checkLeadingValue(identifier, text, today)
    if (error !== undefined) return { ok: false, error }
    at = start + length
    if (at < end && identifier.needsSeparator) {
      const { ai, maxLength } = identifier
      return failure('barcodes.valueTooLong', { ai, value: text, maxLength })
    }
    elements.push([identifier.ai, data.slice(start, at)])
    // Some printers put a separator also behind values of agreed length.
    if (data[at] === separator) at++
  }
  return { ok: true, value: elements }
}

/** `(01)06291041500213(10)LOT`; a bracket inside a value is written `\(`. */
export function readBracketed(text: string, rules: ElementRules = {}): Outcome<Element[]> {
  const elements: Element[] = []
  const element = /\(([^()]*)\)((?:[^(\\]|\\\(|\\)+)/y
  while (element.lastIndex < text.length) {
    const match = element.exec(text)
    if (match === null) return failure('barcodes.elementsForm')
    const [, ai = '', value = ''] = match
    elements.push([ai, value.replaceAll('\\(', '(')])
  }
  if (elements.length === 0) return failure('barcodes.elementsForm')
  const error = checkElements(elements, rules)
  return error === undefined ? { ok: true, value: elements } : { ok: false, error }
}

/**
 * The content of a GS1 barcode, separators (GS) where they are needed; the printer puts FNC1 in front. Each value is
 * checked; what goes with what is judged over the whole label: `checkElements`.
 */
export function elementString(elements: readonly Element[]): string {
  if (elements.length === 0) throwRefusal(barcodeError('barcodes.elementsEmpty'))
  const error = checkElements(elements, { isPart: true })
  if (error !== undefined) throwRefusal(error)
  return elements
    .map(([ai, value], at) => {
      const isLast = at === elements.length - 1
      return ai + value + (!isLast && findIdentifier(ai)?.needsSeparator === true ? separator : '')
    })
    .join('')
}

/** The line under the bars, for people. */
export function bracketed(elements: readonly Element[]): string {
  return elements.map(([ai, value]) => `(${ai})${value.replaceAll('(', '\\(')}`).join('')
}

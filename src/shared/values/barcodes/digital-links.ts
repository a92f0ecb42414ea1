/** GS1 Digital Link: a key, its qualifiers and attributes in a web address (GS1 Digital Link standard, URI syntax). */
import { findIdentifier } from './application-identifiers'
import type { Element } from './associations'
import { barcodeError, failure, throwRefusal, type BarcodeError, type Outcome } from './barcode-error'
import { checkElements, type ElementRules } from './element-strings'

/** The scheme is all small or all capital letters (QR codes of capitals are smaller); anything else is no link. */
export function looksLikeLink(text: string): boolean {
  return /^(https?|HTTPS?):\/\//.test(text)
}

interface LinkParts {
  readonly segments: readonly string[]
  readonly query: string
}

function splitLink(text: string): Outcome<LinkParts> {
  if (!/^[-A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%]*$/.test(text)) return failure('barcodes.linkCharacters')
  const match = /^(?:https?|HTTPS?):\/\/([^/]+)(\/[^?#]*)(?:\?([^#]*))?/.exec(text)
  if (match === null) return failure('barcodes.linkForm')
  const [, domain = '', path = '', query = ''] = match
  if (!/^[-A-Za-z0-9.:[\]]+$/.test(domain)) return failure('barcodes.linkCharacters')
  return { ok: true, value: { segments: path.split('/').slice(1), query } }
}

/** Where the path part that counts begins: the last key, with pairs of known AIs behind it. */
function keyPosition(segments: readonly string[]): number | undefined {
  for (let at = segments.length - 2; at >= 0; at -= 2) {
    const identifier = findIdentifier(segments[at] ?? '')
    if (identifier === undefined) return undefined
    if (identifier.linkQualifiers !== undefined) return at
  }
  return undefined
}

/**
 * A compressed link is base64url that begins with the bits of a key: four bits a digit of its AI, or a shortcut such
 * as 0A. Its first byte is then 00, 01, 0A-0F, 25, 40, 41 or 80.
 */
function isCompressed(segments: readonly string[]): boolean {
  return /^(A[AQo-z0-9_-]|JV|QA|QR|gA)[-A-Za-z0-9_]{8,}$/.test(segments.at(-1) ?? '')
}

function decodePercent(text: string): string {
  return text.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
}

function pathElements(segments: readonly string[]): Outcome<Element[]> {
  const elements: Element[] = []
  for (let at = 0; at < segments.length; at += 2) {
    const ai = segments[at] ?? ''
    const value = decodePercent(segments[at + 1] ?? '')
    if (value === '') return failure('barcodes.valueEmpty', { ai })
    elements.push([ai, value])
  }
  return { ok: true, value: elements }
}

function queryElements(query: string): Outcome<Element[]> {
  const elements: Element[] = []
  for (const parameter of query.split('&')) {
    const [, ai = '', value = ''] = /^(\d+)=(.*)$/.exec(parameter) ?? []
    // Whatever is not a number belongs to the web site.
    if (ai === '') continue
    if (findIdentifier(ai) === undefined) return failure('barcodes.linkParameterUnknown', { ai })
    if (value === '') return failure('barcodes.valueEmpty', { ai })
    elements.push([ai, decodePercent(value.replaceAll('+', ' '))])
  }
  return { ok: true, value: elements }
}

/** Whether the AIs of a path are a key and some of its qualifiers, in their order. */
function isPath([key = '', ...qualifiers]: readonly string[]): boolean {
  return (findIdentifier(key)?.linkQualifiers ?? []).some((sequence) => {
    let at = -1
    return qualifiers.every((qualifier) => {
      const found = sequence.indexOf(qualifier, at + 1)
      at = found
      return found >= 0
    })
  })
}

function placementError(path: readonly string[], attributes: readonly string[]): BarcodeError | undefined {
  if (!isPath(path)) return barcodeError('barcodes.linkQualifiers', { path: path.join('/') })
  for (const [at, ai] of attributes.entries()) {
    if (path.includes(ai) || attributes.indexOf(ai) < at) return barcodeError('barcodes.elementRepeated', { ai })
    if (findIdentifier(ai)?.isLinkAttribute !== true) return barcodeError('barcodes.linkNotAttribute', { ai })
    const belongsInPath = path.some((_, position) => isPath(path.toSpliced(position + 1, 0, ai)))
    if (belongsInPath) return barcodeError('barcodes.linkBelongsInPath', { ai })
  }
  return undefined
}

export function readDigitalLink(text: string, rules: ElementRules = {}): Outcome<Element[]> {
  const parts = splitLink(text)
  if (!parts.ok) return parts
  const { segments, query } = parts.value
  const start = keyPosition(segments)
  if (start === undefined) {
    return failure(isCompressed(segments) ? 'barcodes.linkCompressed' : 'barcodes.linkKeyMissing')
  }
  const path = pathElements(segments.slice(start))
  if (!path.ok) return path
  const attributes = queryElements(query)
  if (!attributes.ok) return attributes
  const elements = [...path.value, ...attributes.value]
  const error =
    placementError(
      path.value.map(([ai]) => ai),
      attributes.value.map(([ai]) => ai),
    ) ?? checkElements(elements, rules)
  return error === undefined ? { ok: true, value: elements } : { ok: false, error }
}

function encode(value: string): string {
  return value.replaceAll(/[^-A-Za-z0-9._~]/g, (character) => {
    return `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
  })
}

/** The qualifiers of the key that take in the most of what is there. */
function bestQualifiers(key: string, present: readonly string[]): readonly string[] {
  const sequences = (findIdentifier(key)?.linkQualifiers ?? []).map((sequence) =>
    sequence.filter((ai) => present.includes(ai)),
  )
  return sequences.toSorted((a, b) => b.length - a.length)[0] ?? []
}

/**
 * A Digital Link for the elements, which are first judged as one whole. The first key leads; attributes of agreed
 * length stand before the others. Throws a Refusal where there is no key or a value does not belong in a link.
 */
export function digitalLink(elements: readonly Element[], stem = 'https://id.gs1.org'): string {
  const values = new Map(elements)
  const present = [...values.keys()]
  const key = present.find((ai) => findIdentifier(ai)?.linkQualifiers !== undefined)
  if (key === undefined) return throwRefusal(barcodeError('barcodes.linkKeyMissing'))
  const path = [key, ...bestQualifiers(key, present)]
  const others = present.filter((ai) => !path.includes(ai))
  const error = placementError(path, others) ?? checkElements(elements)
  if (error !== undefined) throwRefusal(error)
  const isFixed = (ai: string): boolean => findIdentifier(ai)?.needsSeparator === false
  const attributes = [...others.filter(isFixed), ...others.filter((ai) => !isFixed(ai))]
  const valueOf = (ai: string): string => encode(values.get(ai) ?? '')
  const query = attributes.map((ai) => `${ai}=${valueOf(ai)}`).join('&')
  const base = stem.replace(/\/$/, '')
  return base + path.map((ai) => `/${ai}/${valueOf(ai)}`).join('') + (query === '' ? '' : `?${query}`)
}

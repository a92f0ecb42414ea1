/** Which application identifiers go together (GS1 General Specifications, section 4.13). */
import { findIdentifier, matchesPattern } from './application-identifiers'
import { barcodeError, type BarcodeError } from './barcode-error'

/** One element: application identifier and value. */
export type Element = readonly [ai: string, value: string]

type Presence = (pattern: string, except: string) => string | undefined

function excludedError(ai: string, present: Presence): BarcodeError | undefined {
  for (const pattern of findIdentifier(ai)?.excludes ?? []) {
    const other = present(pattern, ai)
    if (other !== undefined) return barcodeError('barcodes.elementExcluded', { ai, other })
  }
  return undefined
}

function missingError(ai: string, present: Presence): BarcodeError | undefined {
  const needs = findIdentifier(ai)?.needs ?? []
  if (needs.length === 0 || needs.some((group) => group.every((pattern) => present(pattern, ai)))) return undefined
  return barcodeError('barcodes.elementRequired', { ai, required: needs.map((group) => group.join('+')).join(' ') })
}

function repeatError(elements: readonly Element[]): BarcodeError | undefined {
  const values = new Map<string, string>()
  for (const [ai, value] of elements) {
    if ((values.get(ai) ?? value) !== value) return barcodeError('barcodes.elementRepeated', { ai })
    values.set(ai, value)
  }
  return undefined
}

/** Keys with an optional serial number must have it where a digital signature (8030) is bound to the thing. */
function signatureError(elements: readonly Element[]): BarcodeError | undefined {
  if (!elements.some(([ai]) => ai === '8030')) return undefined
  const bare = elements.find(
    ([ai, value]) => ['253', '255', '8003'].includes(ai) && value.length === findIdentifier(ai)?.minLength,
  )
  return bare && barcodeError('barcodes.serialRequired', { ai: bare[0] })
}

export interface AssociationRules {
  /** The other codes of the same thing hold what this one lacks: only what excludes each other is refused. */
  readonly isPart?: boolean | undefined
}

/** Judges all elements that mark one thing, from one code or from several. */
export function checkAssociations(
  elements: readonly Element[],
  { isPart = false }: AssociationRules = {},
): BarcodeError | undefined {
  const ais = [...new Set(elements.map(([ai]) => ai))]
  const present: Presence = (pattern, except) => ais.find((ai) => ai !== except && matchesPattern(ai, pattern))
  for (const ai of ais) {
    const error = excludedError(ai, present) ?? (isPart ? undefined : missingError(ai, present))
    if (error !== undefined) return error
  }
  return repeatError(elements) ?? signatureError(elements)
}

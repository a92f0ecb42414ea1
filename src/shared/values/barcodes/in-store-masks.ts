/**
 * Codes that a scale or the shop itself prints: an EAN-13 that begins with 20 to 29, or a UPC-A that begins with 2,
 * with item and weight or price inside (GS1 General Specifications, section 2.1.12: restricted circulation numbers).
 * Each company has its own layout, written as a mask: `21{item:5}{weightGrams:5}`, `28{item:4}{check:1}{price:5.2}`.
 * A mask is 12 digits long (11 for UPC-A); the check digit at the end goes without saying.
 */
import { barcodeError, failure, type BarcodeError, type Outcome } from './barcode-error'
import { priceCheckDigit } from './check-digits'

export interface Decimal {
  /** an integer of 10^-decimals units */
  readonly value: number
  readonly decimals: number
}

export interface InStoreReading {
  /** the digits of the item inside the code */
  readonly item: string
  readonly weight?: Decimal & { readonly unit: 'kg' }
  readonly price?: Decimal
  readonly quantity?: number
}

interface MaskField {
  readonly name: 'literal' | 'item' | 'weight' | 'price' | 'quantity' | 'check' | 'ignore'
  readonly length: number
  readonly decimals: number
  readonly text: string
}

const fieldNames: Readonly<Record<string, { name: MaskField['name']; decimals: number }>> = {
  item: { name: 'item', decimals: 0 },
  /** kilograms with decimals */
  weight: { name: 'weight', decimals: 3 },
  weightGrams: { name: 'weight', decimals: 3 },
  price: { name: 'price', decimals: 2 },
  quantity: { name: 'quantity', decimals: 0 },
  /** verifies the weight or price behind it */
  check: { name: 'check', decimals: 0 },
  ignore: { name: 'ignore', decimals: 0 },
}

function parseMask(mask: string): readonly MaskField[] | undefined {
  const fields: MaskField[] = []
  const token = /(\d+)|\{([A-Za-z]+):(\d+)(?:\.(\d))?\}/y
  while (token.lastIndex < mask.length) {
    const match = token.exec(mask)
    if (match === null) return undefined
    const [, literal, fieldName = '', digits = '', decimals] = match
    if (literal !== undefined) {
      fields.push({ name: 'literal', length: literal.length, decimals: 0, text: literal })
      continue
    }
    const field = fieldNames[fieldName]
    if (field === undefined || Number(digits) === 0) return undefined
    fields.push({ ...field, length: Number(digits), ...(decimals && { decimals: Number(decimals) }), text: '' })
  }
  return isSound(fields) ? fields : undefined
}

function isSound(fields: readonly MaskField[]): boolean {
  const length = fields.reduce((sum, field) => sum + field.length, 0)
  const start = fields[0]?.name === 'literal' ? fields[0].text : ''
  const isOurs = length === 12 ? /^2\d/.test(start) : length === 11 && start.startsWith('2')
  const names = fields.map((field) => field.name)
  const hasOne = (name: MaskField['name']): boolean => names.indexOf(name) === names.lastIndexOf(name)
  return (
    isOurs &&
    names.includes('item') &&
    (['item', 'weight', 'price', 'quantity', 'check'] as const).every(hasOne) &&
    fields.every((field, at) => field.name !== 'check' || isVerifiable(field, fields[at + 1]))
  )
}

/** The verifier digit is defined for four and five digits only. */
function isVerifiable(check: MaskField, next: MaskField | undefined): boolean {
  const isMeasured = next?.name === 'weight' || next?.name === 'price'
  return check.length === 1 && isMeasured && (next.length === 4 || next.length === 5)
}

/** For the settings page: why a mask cannot be used. */
export function checkMask(mask: string): BarcodeError | undefined {
  return parseMask(mask) === undefined ? barcodeError('barcodes.maskForm', { mask }) : undefined
}

interface Piece extends MaskField {
  readonly digits: string
}

function cutInPieces(fields: readonly MaskField[], code: string): Piece[] | undefined {
  let at = 0
  const pieces = fields.map((field): Piece => {
    const digits = code.slice(at, at + field.length)
    at += field.length
    return { ...field, digits }
  })
  const isMatch = at === code.length && pieces.every((piece) => piece.name !== 'literal' || piece.digits === piece.text)
  return isMatch ? pieces : undefined
}

function verifierError(pieces: readonly Piece[]): BarcodeError | undefined {
  const at = pieces.findIndex((piece) => piece.name === 'check')
  const [check, measured] = pieces.slice(at, at + 2)
  if (at < 0 || check === undefined || measured === undefined) return undefined
  const expected = priceCheckDigit(measured.digits)
  if (check.digits === expected) return undefined
  return barcodeError('barcodes.maskCheckDigit', { value: measured.digits, expected })
}

/**
 * Reads a code, its check digit already proven, by the first mask that fits. Undefined where none does; masks that
 * make no sense fit nothing.
 */
export function readByMasks(code: string, masks: readonly string[]): Outcome<InStoreReading> | undefined {
  for (const mask of masks) {
    const fields = parseMask(mask)
    const pieces = fields && cutInPieces(fields, code.slice(0, -1))
    if (pieces === undefined) continue
    const error = verifierError(pieces)
    if (error !== undefined) return failure(error.code, error.params)
    return { ok: true, value: readPieces(pieces) }
  }
  return undefined
}

function readPieces(pieces: readonly Piece[]): InStoreReading {
  const find = (name: MaskField['name']): Piece | undefined => pieces.find((piece) => piece.name === name)
  const decimal = ({ digits, decimals }: Piece): Decimal => ({ value: Number(digits), decimals })
  const [weight, price, quantity] = [find('weight'), find('price'), find('quantity')]
  return {
    item: find('item')?.digits ?? '',
    ...(weight && { weight: { ...decimal(weight), unit: 'kg' } }),
    ...(price && { price: decimal(price) }),
    ...(quantity && { quantity: Number(quantity.digits) }),
  }
}

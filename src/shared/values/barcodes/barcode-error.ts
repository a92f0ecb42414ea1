import { Refusal, type RefusalParams } from '../../errors'

/**
 * Every way a code can be refused, for translation as `refusals.<code>`. Params are facts for the sentence: the
 * application identifier (`ai`), the value, what was expected.
 */
export const barcodeErrorCodes = [
  'barcodes.empty',
  'barcodes.symbologyUnknown',
  'barcodes.notDigits',
  'barcodes.length',
  'barcodes.checkDigit',
  'barcodes.elementsEmpty',
  'barcodes.elementsForm',
  'barcodes.caretInData',
  'barcodes.elementUnknown',
  'barcodes.elementExcluded',
  'barcodes.elementRequired',
  'barcodes.elementRepeated',
  'barcodes.serialRequired',
  'barcodes.valueEmpty',
  'barcodes.valueLength',
  'barcodes.valueTooLong',
  'barcodes.valueCharacter',
  'barcodes.valueCheckDigit',
  'barcodes.valueCheckPair',
  'barcodes.valueCompanyPrefix',
  'barcodes.valueDate',
  'barcodes.valueTime',
  'barcodes.valueCountry',
  'barcodes.valueCurrency',
  'barcodes.valueIban',
  'barcodes.valuePercent',
  'barcodes.valuePieces',
  'barcodes.valueCoupon',
  'barcodes.valueCode',
  'barcodes.valueNumber',
  'barcodes.linkForm',
  'barcodes.linkCharacters',
  'barcodes.linkCompressed',
  'barcodes.linkKeyMissing',
  'barcodes.linkQualifiers',
  'barcodes.linkParameterUnknown',
  'barcodes.linkNotAttribute',
  'barcodes.linkBelongsInPath',
  'barcodes.maskForm',
  'barcodes.maskCheckDigit',
  'barcodes.ssccParts',
] as const

export type BarcodeErrorCode = (typeof barcodeErrorCodes)[number]

export interface BarcodeError {
  readonly code: BarcodeErrorCode
  readonly params: RefusalParams
}

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: BarcodeError }

export function barcodeError(code: BarcodeErrorCode, params: RefusalParams = {}): BarcodeError {
  return { code, params }
}

export function failure(code: BarcodeErrorCode, params: RefusalParams = {}): { ok: false; error: BarcodeError } {
  return { ok: false, error: { code, params } }
}

/** For builders of labels, whose input is our own data: a wrong one must not reach paper. */
export function throwRefusal(error: BarcodeError): never {
  throw new Refusal(error.code, error.params)
}

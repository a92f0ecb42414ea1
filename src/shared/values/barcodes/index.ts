/**
 * Barcodes: what a scan means and what a label says. One library for scans, labels and imports; knows the standards
 * (GS1 General Specifications, GS1 Digital Link, AIM symbology identifiers), never a company's items.
 */
export { readScan, barcodeLine, type BarcodeLine, type ScanKind, type ScanOptions } from './read-scan'
export type { ScanRead, ScanReading, ScanRefused } from './read-scan'
export type { Measure, Price, ScanFacts } from './scan-facts'
export type { Element } from './associations'
export { bracketed, checkElements, elementString, readBracketed, readElementString, separator } from './element-strings'
export { digitalLink, readDigitalLink } from './digital-links'
export { dateForCode, dateFromCode } from './gs1-dates'
export {
  checkDigit,
  checkPair,
  hasValidCheckDigit,
  hasValidCheckPair,
  priceCheckDigit,
  withCheckDigit,
} from './check-digits'
export { gtin14, ssccFrom, upcAFromUpcE } from './number-codes'
export { checkMask, type Decimal } from './in-store-masks'
export { findIdentifier, type ApplicationIdentifier } from './application-identifiers'
export { barcodeErrorCodes, type BarcodeError, type BarcodeErrorCode } from './barcode-error'

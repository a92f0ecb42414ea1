import { isBusinessDate } from '../../../shared/values/date'
import { lineAmountMinor } from '../../../shared/values/money'
import { MICRO, parseDecimal } from '../../../shared/values/integers'

/** The columns of the file, by the names in its first line. */
export const COLUMNS = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
] as const
export type RawLine = Readonly<Record<(typeof COLUMNS)[number], string | undefined>>

/**
 * What a line is in the business: a sale; a credit (`C` invoice); stock found to be gone (negative, not `C`); a journal
 * about bad debt (`A` invoice).
 */
export type LineKind = 'sale' | 'credit' | 'adjustment' | 'bad-debt'

export interface RetailLine {
  /** Its place in the file, the line of names being 1. */
  readonly line: number
  readonly kind: LineKind
  readonly invoice: string
  /** Upper case: the file writes some codes both ways. */
  readonly code: string
  readonly description: string
  readonly date: string
  /** Above zero whatever the kind; whole units. */
  readonly units: number
  /** Of one unit; below zero only for bad debt. */
  readonly priceMicro: number
  /** Empty = nobody was noted: a walk-in. */
  readonly customer: string
  readonly country: string
}

export interface Reject {
  readonly line: number
  readonly invoice: string
  readonly reason: RejectReason
}

export type RejectReason =
  | 'wrongColumns'
  | 'noInvoiceNumber'
  | 'noStockCode'
  | 'stockCodeTooLong'
  | 'dateNotUnderstood'
  | 'quantityNotUnderstood'
  | 'quantityZero'
  | 'priceNotUnderstood'
  | 'priceBelowZero'
  | 'creditOfPositive'
  | 'pricedNegative'
  | 'serviceAdjusted'
  | 'journalOfNothing'

const LONGEST_CODE = 40
const MOST_UNITS = 1_000_000_000

/** Charges and other things without stock, among them every code the file uses for them. */
const SERVICES = new Set(['POST', 'DOT', 'C2', 'M', 'D', 'S', 'B', 'BANK CHARGES', 'AMAZONFEE', 'CRUK'])

/** Vouchers and charges move no stock. */
export function isService(code: string): boolean {
  return SERVICES.has(code) || code.startsWith('GIFT_')
}

/** Understands one line of the file, or says why not. Nothing is guessed and nothing is rounded. */
export function readRetailLine(raw: RawLine, line: number): RetailLine | Reject {
  const invoice = raw.InvoiceNo?.trim() ?? ''
  const reject = (reason: RejectReason): Reject => ({ line, invoice, reason })
  if (raw.Country === undefined) return reject('wrongColumns')
  const code = raw.StockCode?.trim().toUpperCase() ?? ''
  const date = raw.InvoiceDate?.trim().slice(0, 10) ?? ''
  const quantity = parseDecimal(raw.Quantity ?? '', 0)
  const priceMicro = parseDecimal(raw.UnitPrice ?? '', 6)
  if (invoice === '') return reject('noInvoiceNumber')
  if (code === '') return reject('noStockCode')
  if (code.length > LONGEST_CODE) return reject('stockCodeTooLong')
  if (!isBusinessDate(date)) return reject('dateNotUnderstood')
  if (quantity === undefined || Math.abs(quantity) > MOST_UNITS) return reject('quantityNotUnderstood')
  if (quantity === 0) return reject('quantityZero')
  if (priceMicro === undefined) return reject('priceNotUnderstood')
  const kind = kindOf(invoice, quantity)
  const reason = refusedAs(kind, code, quantity, priceMicro)
  if (reason !== undefined) return reject(reason)
  return {
    line,
    kind,
    invoice,
    code,
    description: raw.Description?.trim() ?? '',
    date,
    units: Math.abs(quantity),
    priceMicro,
    customer: raw.CustomerID?.trim() ?? '',
    country: raw.Country.trim(),
  }
}

function kindOf(invoice: string, quantity: number): LineKind {
  if (/^C/i.test(invoice)) return 'credit'
  if (/^A/i.test(invoice)) return 'bad-debt'
  return quantity < 0 ? 'adjustment' : 'sale'
}

function refusedAs(kind: LineKind, code: string, quantity: number, priceMicro: number): RejectReason | undefined {
  if (kind === 'bad-debt') return lineAmountMinor(quantity * MICRO, priceMicro) === 0 ? 'journalOfNothing' : undefined
  if (priceMicro < 0) return 'priceBelowZero'
  if (kind === 'credit' && quantity > 0) return 'creditOfPositive'
  if (kind === 'adjustment' && priceMicro > 0) return 'pricedNegative'
  if (kind === 'adjustment' && isService(code)) return 'serviceAdjusted'
  return undefined
}

/** What the line adds to net sales, in minor units: rounded once, half away from zero. */
export function salesMinor({ kind, units, priceMicro }: RetailLine): number {
  const amount = lineAmountMinor(units * MICRO, priceMicro)
  if (kind === 'adjustment') return 0
  return kind === 'credit' ? -amount : amount
}

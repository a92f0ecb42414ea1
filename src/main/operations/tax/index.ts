/**
 * Taxes: the VAT summary of a time line by line, the month-end vouchers of VAT, surcharges and income tax, dated rates,
 * the calendar of declarations. What a document's tax is, the document says; this room gathers and carries over.
 *
 * Owns dated rates and thresholds, certifications of input tax, transfers out of it. Invariants: the tax of every invoice
 * is what it posted; what is certified left the account where it waited; a small-scale taxpayer deducts nothing.
 * Tables: tax_*.
 */
export { handlers } from './handlers'
export { closingChecks } from './input/certify'
export { monthEndVouchers } from './month-end'
export { checks } from './verify-queries'

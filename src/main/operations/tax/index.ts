/**
 * Taxes: the VAT summary of a time line by line, the month-end vouchers of VAT, surcharges and income tax, dated rates,
 * the calendar of declarations. What a document's tax is, the document says; this room gathers and carries over.
 *
 * Owns dated rates. Invariant: the tax of every invoice is what it posted. Table: tax_rate.
 */
export { handlers } from './handlers'
export { monthEndVouchers } from './month-end'
export { checks } from './verify-queries'

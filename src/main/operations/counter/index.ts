/**
 * The counter: goods over the table for cash. Its sale is an order, a delivery, an invoice and a payment like any other,
 * made in one transaction.
 *
 * Owns which four documents belong together and the cash that changed hands.
 * Invariants: what was paid = the invoice = what was handed over less the change; a sale's documents stand or none does.
 * Tables: counter_sale.
 */
export { checks } from './checks-queries'
export { handlers } from './handlers'
export { receiptLines } from './receipt-paper'

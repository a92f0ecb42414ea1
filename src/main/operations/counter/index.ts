/**
 * The counter: goods over the table for cash. Its sale is an order, a delivery, an invoice and a payment like any other,
 * made in one transaction.
 *
 * Owns which four documents belong together and the cash that changed hands.
 * Invariants: what was paid = the invoice = what was handed over less the change; a sale's documents stand or none does.
 * A till is opened with its float and closed with a count; the account of its cash then says what is there, and what
 * differed stands in the books under its own role. Once a till was opened, its cash is sold at with an open one alone.
 * Tables: counter_sale, counter_till, counter_till_piece.
 */
export { checks } from './checks-queries'
export { handlers } from './handlers'
export { receiptLines } from './receipt-paper'
export { tillLines } from './tills/till-paper'

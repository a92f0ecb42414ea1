/**
 * Arrivals: what is known of goods before and at the dock, and how they become receipts.
 *
 * Owns shipping notices (ASN) with their units, and blind arrivals. The goods themselves are purchasing's receipts and
 * the warehouse's units.
 * Invariants: a unit that has come is one of the warehouse, its lines are on receipts of which one stands; nothing of a notice is expected
 * twice of an order line; a blind arrival that was matched or kept has its receipts, one that waits has none.
 * Tables: arrivals_notice, arrivals_unit, arrivals_line, arrivals_blind, arrivals_blind_line (append-only),
 * arrivals_blind_receipt (append-only).
 */
export { checks } from './checks-queries'
export { handlers } from './handlers'
export { expectAgain } from './notices/expect-again'

/**
 * Money in and out: payments applied to open items, advances, credit notes set against invoices.
 *
 * Owns payments and what they were applied to.
 * Invariants: a payment = what its items take + what is left as an advance; applications = settlements of open items;
 * what is left of advances = the advance accounts, payment by payment; numbers run without a gap.
 * Tables: treasury_payment, treasury_application.
 */
export { handlers } from './handlers'
export { checks } from './verify-queries'

/**
 * The end of a month: an ordered list of checks that name what is open, the vouchers that belong to the end, soft and
 * hard close, year end, and re-opening by the owner. Other rooms bring checks and vouchers; `rooms.ts` hands them over.
 *
 * Owns every closing and re-opening with the seal of what the month held.
 * Invariants: a month closes after the one before it, with no blocking check open and no voucher missing; a closed month
 * still is what its seal says. Tables: closing_event.
 */
export { documentChecks } from './document-checks-queries'
export { handlersOf, type ClosingParts } from './handlers'
export { subledgerProofs } from './subledger-proofs'
export { checks } from './verify'

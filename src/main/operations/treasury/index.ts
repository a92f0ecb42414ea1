/**
 * Money in and out: payments applied to open items, advances and their refunds, credit notes set against invoices,
 * transfers between accounts, other receipts and payments, bills and cheques, netting, statements of account, dunning.
 *
 * Owns where money lies (each account has one of the books to itself) and every way it moves.
 * Invariants: a payment = what its items take + what is left as an advance + what was given back + a small difference;
 * applications = settlements of open items; what is left of advances = the advance accounts, payment by payment; notes
 * held and issued = their accounts, note by note; numbers run without a gap.
 * Folders are its nouns. Tables: treasury_*.
 */
export { openFirstAccounts } from './accounts/accounts'
export { handlers } from './handlers'
export { checks } from './verify-queries'

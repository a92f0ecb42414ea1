/**
 * Bank reconciliation: statements as the bank sends them, their lines tied to the bookings they are, the balance proved.
 *
 * Owns imported statements, which lines of the bank are which of the books, tables' mappings and rules that were learned.
 * Invariants: a statement's lines lead from its opening to its closing balance; a match has the same sum on both sides
 * and one account; each line of the bank and of the books stands in one match at most.
 * Folders are its nouns: imports, matching. Tables: banking_*.
 */
export { closingChecks } from './closing-checks-queries'
export { handlers } from './handlers'
export { checks } from './verify-queries'

/**
 * Suppliers: their price lists, how they kept their word, and what to order from whom.
 *
 * Owns price lists with lead time, minimum and multiple; scorecards and proposals are computed from facts at each asking.
 * Invariants: one preferred supplier an item; one price a supplier, item and day. Proposals look at the past alone.
 * Folders are its nouns: terms, scorecard, replenishment.
 * Tables: suppliers_term.
 */
export { handlers } from './handlers'
export { checks } from './verify-queries'

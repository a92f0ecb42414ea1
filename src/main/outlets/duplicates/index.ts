/**
 * What was entered twice: two items or two partners that are one. Made of the commands that a person would give, one after
 * the other, with those that take each back.
 *
 * Owns which were merged. Reads published views beside.
 * Invariants: what is in the ledgers stays; the old one is archived, points to the other and holds no stock; a merge is
 * done whole or not at all. Table: duplicates_merge.
 */
export { checks } from './checks-queries'
export { handlersOf } from './handlers'

/**
 * Tables of master data, in and out: partners, barcodes, prices, suppliers' prices, names, accounts. A row is the commands
 * that a person would give by hand, in one transaction, so no rule is written twice.
 *
 * Owns which tables were read in and what each row did. Reads published views beside.
 * Invariants: all rows or none; a trial leaves nothing; what is taken back has not changed since.
 * Tables: imports_run, imports_row.
 */
export { checks } from './checks-queries'
export { handlersOf } from './handlers'

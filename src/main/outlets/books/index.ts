/**
 * The books as a bookkeeper reads them: general and subsidiary ledger, cash and bank books, multi-column and quantity
 * ledger, trial balance, balances by dimension, ageing. Each line opens the document behind it. Reads published views
 * (`v_<room>_*`) only, owns no table and writes nothing.
 */
export { handlers } from './handlers'

/**
 * Foreign currencies that the company deals in, how each is quoted, and their dated rates.
 *
 * Invariants: a currency's way of quoting never changes, so that a rate kept on a document reads the same for ever; one
 * rate a day and currency. A rate of the table may be mended: documents carry their own.
 * Tables: currencies_currency, currencies_rate.
 */
export { handlers } from './handlers'
